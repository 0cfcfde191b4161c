import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
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

const withOnly = (record: Members, isShown: (name: string, value: unknown) => boolean): Members => {
  const entries = Object.entries(record)
  return entries.every(([name, value]) => isShown(name, value))
    ? record
    : Object.fromEntries(entries.map(([name, value]) => [name, isShown(name, value) ? value : redacted]))
}

/** Whether the form of a request is wrong: then a secret may be anywhere inside of its members. */
const isOfWrongForm = (result: Handled['result']): boolean =>
  E.isLeft(result) &&
  isCommonError(result.left.name) &&
  ['members', 'protocol'].includes(commonErrorsAreAbout[result.left.name])

const inputOf = (operation: OperationName, { input, result }: Handled): Members | undefined => {
  if (!t.UnknownRecord.is(input)) return undefined
  const shown = shownMembersOf(operation)
  const isHidden = isOfWrongForm(result)
  return withOnly(input, (name, value) => shown.has(name) && !(isHidden && typeof value === 'object'))
}

/** Who has asked, and when, in seconds since 1970. */
export interface Asking {
  readonly caller: Caller
  readonly time: number
}

/** What is told of a request. */
export const answeredRequest = (
  { caller, time }: Asking,
  handled: Handled
): Omit<AnsweredRequest, 'number'> => {
  const { operation, result } = handled
  const input = operation && inputOf(operation, handled)
  return {
    time,
    AccountId: caller.account,
    Region: caller.region,
    principal: caller.principal,
    ...(operation && { operation }),
    ...(input && { input }),
    ...(E.isLeft(result)
      ? { error: { name: result.left.name, message: messageOf(result.left) } }
      : { output: withOnly({ ...result.right.output }, (name) => !secretOutput.has(name)) })
  }
}
