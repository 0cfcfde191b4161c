import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import { decode, type Violation } from '../codec/decode.js'
import { memberFinding, memberRulesOf, membersAreReadable } from './memberRules.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { operations, operationsByName, type AnyOperation } from '../operations/index.js'
import { isBroken, type Finding } from '../rules/findings.js'
import type { Explanation } from '../operations/Decision.js'
import type { Answered } from '../operations/Operation.js'
import type { Refusal } from '../rules/Rule.js'

const all: Readonly<Record<OperationName, AnyOperation>> = operations

const memberRules = pipe(
  all,
  RR.map(({ request }) => memberRulesOf(request))
)

/** Of a member without a limit that is not of its type, nothing more is stated. */
const unreadable: Finding = memberFinding({ statement: membersAreReadable, verdict: 'does not hold' })

/** A request that was read, without secrets, and what became of it. */
export interface Requested {
  readonly request: object
  readonly result: Answered<Refusal, object>
  /** The change of the infrastructure that the request brings with it, in the form of `withInfrastructureChange`. */
  readonly putsRight?: object | undefined
}

/** Reads the request of an operation from plain data and carries it out on an account; or tells what is wrong with it. */
export const requested =
  ({ request: codec, onAccount, putsRight }: Pick<AnyOperation, 'request' | 'onAccount' | 'putsRight'>) =>
  (given: Circumstances) =>
  (input: unknown) =>
  (account: Account): E.Either<ReadonlyArray<Violation>, Requested> => {
    const read = decode(codec)(input)
    if (E.isLeft(read)) return read
    const request = read.right as never
    const result = onAccount(given)(request)(account)
    if (putsRight === undefined || E.isLeft(result)) return E.right({ request, result })
    return E.right({ request, result, putsRight: putsRight(given.infrastructure, request, result.right[1]) })
  }

/**
 * Every rule that has a say in a request on an account, in the order in which they are looked at: first those about its
 * members, then that the store or the key exists, then the others; and what follows where all of them hold. Where more
 * than one does not hold, AWS does not say which one answers.
 */
export const explainRequestUnder =
  (edition: EditionName) =>
  (name: OperationName) =>
  (given: Circumstances) =>
  (input: unknown) =>
  (account: Account): Explanation => {
    const { request: codec, explainOnAccount } = operationsByName[edition][name]
    const members = memberRules[name](input)
    const read = decode(codec)(input)
    if (E.isLeft(read))
      return { rules: members.some(isBroken) ? members : [unreadable, ...members], follows: [] }
    const { rules, follows } = explainOnAccount(given)(read.right as never)(account)
    return { rules: [...members, ...rules], follows }
  }

/**
 * Explains a request on an account under the default edition, also one that cannot be read: first every rule about
 * its members, then that the store or key exists, then the others; and what follows where all of them hold.
 *
 * @example
 * const { rules } = cks.explainRequest('EnableKey')(circumstances)({ KeyId: 'key-9' })(account)
 * rules.find(({ verdict }) => verdict === 'does not hold')?.rule //=> 'keyExists'
 */
export const explainRequest = explainRequestUnder(defaultEdition)
