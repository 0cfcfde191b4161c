import * as E from 'fp-ts/lib/Either.js'
import { identity, pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import * as t from 'io-ts'
import { requested } from '../account/requested.js'
import { redacted } from '../codec/Redacted.js'
import { requestCodec, type AnyRequestCodec } from '../codec/requestCodec.js'
import { byEdition, type EditionName } from '../editions/editions.js'
import { violated } from '../exceptions/commonErrors.js'
import { documentedExceptions, type OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { KeyId } from '../model/identifiers.js'
import type { Explanation } from '../operations/Decision.js'
import { operationsByName, type AnyOperation } from '../operations/index.js'
import type { Answered } from '../operations/Operation.js'
import type { Refusal } from '../rules/Rule.js'
import type { Source } from '../sources.js'

/** The result of a request. `request`: as it was read, without secrets; absent where it could not be read. */
interface ReplayedRequest {
  readonly request?: object
  readonly result: Answered<Refusal, object>
  /** Absent where the request could not be read. */
  readonly explanation?: Explanation
  readonly putsRight?: object | undefined
}

/** Every operation can be replayed, by its AWS name. */
export const ReplayableOperation = t.keyof(documentedExceptions, 'ReplayableOperation')

const keyNames = (source: Source, uses: NonNullable<AnyOperation['uses']>): AnyRequestCodec =>
  requestCodec(
    'KeyNames',
    { source, required: Object.fromEntries(uses.map((member) => [member, KeyId])), optional: {} },
    [],
    identity
  )

/** Of a request to encrypt or decrypt, a history without ciphers gives the members that name keys, and no others. */
const replayable = byEdition((edition) =>
  pipe(
    operationsByName[edition],
    RR.map(({ uses, ...is }: AnyOperation): AnyOperation =>
      uses === undefined ? is : { ...is, request: keyNames(is.source, uses) }
    )
  )
)

/** A request that was read, without the members that hold secrets. */
const discreet = ({ members }: AnyRequestCodec, request: object): object => {
  const secrets = members.filter(({ secret }) => secret).map(({ name }) => name)
  return Object.fromEntries(
    Object.entries(request).map(([name, member]) => [name, secrets.includes(name) ? redacted : member])
  )
}

/** Carries out a request of a history, and explains it. */
export const replayed =
  (edition: EditionName, name: OperationName) =>
  (given: Circumstances) =>
  (input: unknown) =>
  (account: Account): ReplayedRequest => {
    const byName = given.cryptography === undefined ? replayable : operationsByName
    const operation: AnyOperation = byName[edition][name]
    const read = requested(operation)(given)(input)(account)
    if (E.isLeft(read)) return { result: E.left(violated(read.left)) }
    const explanation = operation.explainOnAccount(given)(read.right.request as never)(account)
    return {
      request: discreet(operation.request, read.right.request),
      result: read.right.result,
      putsRight: read.right.putsRight,
      explanation
    }
  }
