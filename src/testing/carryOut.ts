import * as E from 'fp-ts/lib/Either.js'
import type { EditionName } from '../editions/editions.js'
import { changed, infrastructureBehind } from '../endpoint/ConfiguredInfrastructure.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { Cryptography } from '../model/Cryptography.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import type { GrantId } from '../model/Grant.js'
import { carriedOut, type Refused } from '../protocol/carriedOut.js'
import { withAccount, type Situation } from './Situation.js'

/** A request: the AWS name of the operation, and its input as plain data. */
export interface Call {
  readonly operation: OperationName
  readonly input: unknown
}

/** The output in AWS's form, or the error. */
export type Reply = E.Either<Refused, object>

/** What KMS answers, and the situation after it. */
export interface Carried {
  readonly reply: Reply
  readonly after: Situation
}

/** What stays the same in all worlds. */
export interface Terms {
  readonly edition: EditionName
  /** Without it nothing is encrypted. */
  readonly cryptography?: Cryptography | undefined
}

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')

/** The circumstances of a request. Ids count the requests that were carried out, so that each world makes them anew. */
export const circumstancesIn = (
  { cryptography }: Pick<Terms, 'cryptography'>,
  { configured, now, carriedOut: count }: Situation
): Circumstances => ({
  infrastructure: infrastructureBehind(configured),
  now,
  newCustomKeyStoreId: `cks-${hexadecimal(count + 1, 17)}` as CustomKeyStoreId,
  newKeyId: `00000000-0000-4000-8000-${hexadecimal(count + 1, 12)}` as KeyId,
  newGrantId: hexadecimal(count + 1, 64) as GrantId,
  ...(cryptography && { cryptography })
})

const puttingRight = (situation: Situation, change: object | undefined): Situation => {
  if (change === undefined) return situation
  const configured = changed(change)(situation.configured)
  return E.isLeft(configured) ? situation : { ...situation, configured: configured.right }
}

/** What KMS answers when nothing comes in between. */
export const carryOut =
  (terms: Terms, { operation, input }: Call) =>
  (situation: Situation): Carried => {
    const circumstances = { ...circumstancesIn(terms, situation), edition: terms.edition }
    const result = carriedOut(circumstances, operation, input, situation.account)
    if (E.isLeft(result)) return { reply: result, after: situation }
    const { output, account, putsRight } = result.right
    const after = puttingRight(withAccount(situation, account), putsRight)
    return {
      reply: E.right(output),
      after: after === situation ? situation : { ...after, carriedOut: situation.carriedOut + 1 }
    }
  }

/** Whether whoever gets them cannot tell two replies apart. */
export const isSameReply = (a: Reply, b: Reply): boolean => JSON.stringify(a) === JSON.stringify(b)
