import * as E from 'fp-ts/lib/Either.js'
import { redacted } from '../codec/Redacted.js'
import { commonErrorsAreAbout, isCommonError } from '../exceptions/commonErrors.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { AccountId } from '../model/identifiers.js'
import { operations } from '../operations/index.js'
import type { Refused } from '../protocol/carriedOut.js'
import type { Handled } from '../protocol/handled.js'
import { messageOf } from '../protocol/http.js'
import type { Caller } from './Caller.js'

type Members = Readonly<Record<string, unknown>>

/** A request that an endpoint has answered, as JSON: moments in seconds since 1970, bytes in base64. */
export interface AnsweredRequest {
  /** Counted from 1. Where the first that is told has a greater one, older ones have been dropped. */
  readonly number: number
  /** By the clock of the endpoint, in seconds since 1970. */
  readonly time: number
  readonly AccountId: AccountId
  readonly Region: string
  /** The ARN of the user that signed the request. */
  readonly principal: string
  /** Absent where the request names none that is answered. */
  readonly operation?: OperationName
  /** `(redacted)` in place of secrets and of all that is unknown. Absent where it could not be read. */
  readonly input?: Members
  /** `(redacted)` in place of secrets. Absent where the request was refused. */
  readonly output?: Members
  /** Present where the request was refused. */
  readonly error?: { readonly name: Refused['name']; readonly message: string }
}

/** Members of a request whose values may be shown. */
const shownMembers = new Map<OperationName, ReadonlySet<string>>()

const shownMembersOf = (operation: OperationName): ReadonlySet<string> => {
  const known = shownMembers.get(operation)
  if (known !== undefined) return known
  const { members } = operations[operation].request
  const shown = new Set(
    members.filter(({ within, secret }) => within.length === 0 && !secret).map(({ name }) => name)
  )
  shownMembers.set(operation, shown)
  return shown
}

/** The names under which answers hold a secret. */
const secretOutput: ReadonlySet<string> = new Set(['Plaintext'])

const isNoSecret = (name: string): boolean => !secretOutput.has(name)

/** The same record, unless something of it is not to be shown. */
const withOnly = (record: Members, isShown: (name: string, value: unknown) => boolean): Members => {
  for (const name in record) {
    if (isShown(name, record[name])) continue
    return Object.fromEntries(
      Object.entries(record).map(([each, value]) => [each, isShown(each, value) ? value : redacted])
    )
  }
  return record
}

/** Whether the form of a request is wrong: then a secret may be anywhere inside of its members. */
const isOfWrongForm = (result: Handled['result']): boolean =>
  E.isLeft(result) &&
  isCommonError(result.left.name) &&
  ['members', 'protocol'].includes(commonErrorsAreAbout[result.left.name])

const inputOf = (operation: OperationName, { input, result }: Handled): Members | undefined => {
  if (input === undefined) return undefined
  const shown = shownMembersOf(operation)
  const isHidden = isOfWrongForm(result)
  return withOnly(input, (name, value) => shown.has(name) && !(isHidden && typeof value === 'object'))
}

/** A request as it is remembered: without secrets, and without what is made of it only when somebody looks. */
export interface Noted {
  readonly number: number
  /** In seconds since 1970. */
  readonly time: number
  readonly caller: Caller
  readonly operation: OperationName | undefined
  readonly input: Members | undefined
  readonly output: Members | undefined
  readonly refused: Refused | undefined
  /** How long the body of the request and of its answer were, in characters. */
  readonly length: number
}

/** Notes what came of a request. */
export const noted = (
  { number, time, caller, length }: Pick<Noted, 'number' | 'time' | 'caller' | 'length'>,
  handled: Handled
): Noted => {
  const { operation, result } = handled
  const isRefused = E.isLeft(result)
  return {
    number,
    time,
    caller,
    operation,
    input: operation && inputOf(operation, handled),
    output: isRefused ? undefined : withOnly(result.right.output as Members, isNoSecret),
    refused: isRefused ? result.left : undefined,
    length
  }
}

/** What is told of it. */
export const answeredRequest = (one: Noted): AnsweredRequest => {
  const { number, time, caller, operation, input, output, refused } = one
  return {
    number,
    time,
    AccountId: caller.account,
    Region: caller.region,
    principal: caller.principal,
    ...(operation && { operation }),
    ...(input && { input }),
    ...(output && { output }),
    ...(refused && { error: { name: refused.name, message: messageOf(refused) } })
  }
}
