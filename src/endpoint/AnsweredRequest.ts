import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { decode } from '../codec/decode.js'
import { redacted } from '../codec/Redacted.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { AccountId } from '../model/identifiers.js'
import { secretMembers } from '../model/responses/secretMembers.js'
import { operations } from '../operations/index.js'
import type { Refused } from '../protocol/carriedOut.js'
import type { Handled } from '../protocol/handled.js'
import { messageOf } from '../protocol/http.js'
import type { Caller } from './Caller.js'
import { frozen } from './frozen.js'

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
  /** `(redacted)` in place of secrets and of all members that are unknown or could not be read. Absent where it could not be read. */
  readonly input?: Members
  /** `(redacted)` in place of secrets. Absent where the request was refused. */
  readonly output?: Members
  /** Present where the request was refused. */
  readonly error?: { readonly name: Refused['name']; readonly message: string }
}

type Codecs = ReadonlyMap<string, t.Mixed>

/** The codecs of the members of a request that hold no secret. */
const shownMembers = new Map<OperationName, Codecs>()

const shownMembersOf = (operation: OperationName): Codecs => {
  const known = shownMembers.get(operation)
  if (known !== undefined) return known
  const { members, properties } = operations[operation].request
  const codecs: t.Props = { ...properties.required, ...properties.optional }
  const secrets = new Set(
    members.filter(({ within, secret }) => within.length === 0 && secret).map(({ name }) => name)
  )
  const shown = new Map(Object.entries(codecs).filter(([name]) => !secrets.has(name)))
  shownMembers.set(operation, shown)
  return shown
}

const isNoSecret = (name: string): boolean => !secretMembers.has(name)

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

/** What a codec has read of a value, which leaves out all that it does not know; nothing of a value that it cannot read. */
const readBy = (codec: t.Mixed, value: unknown): unknown =>
  pipe(
    decode(codec)(value),
    E.getOrElse((): unknown => redacted)
  )

/** Of each member that may be shown what its codec has read. Errors may be imposed, so that they tell nothing of the form. */
const inputOf = (operation: OperationName, { input }: Handled): Members | undefined => {
  if (input === undefined) return undefined
  const shown = shownMembersOf(operation)
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const codec = shown.get(name)
      if (codec === undefined) return [name, redacted]
      return [name, value === null ? value : readBy(codec, value)]
    })
  )
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
  /** How long all of it is, in characters. */
  readonly length: number
}

/** A request that is to be noted. */
export interface Asked extends Pick<Noted, 'number' | 'time' | 'caller'> {
  /** How long the body of the answer was, in characters: as long as what is kept of it, or longer. */
  readonly answered: number
}

/** Notes what came of a request. */
export const noted = ({ number, time, caller, answered }: Asked, handled: Handled): Noted => {
  const { operation, result } = handled
  const input = operation && inputOf(operation, handled)
  const isRefused = E.isLeft(result)
  return {
    number,
    time,
    caller,
    operation,
    input,
    output: isRefused ? undefined : withOnly(result.right.output as Members, isNoSecret),
    refused: isRefused ? result.left : undefined,
    length: (input === undefined ? 0 : JSON.stringify(input).length) + answered + caller.principal.length
  }
}

/** What is told of it; nobody can change what is remembered. */
export const answeredRequest = (one: Noted): AnsweredRequest => {
  const { number, time, caller, operation, input, output, refused } = one
  return {
    number,
    time,
    AccountId: caller.account,
    Region: caller.region,
    principal: caller.principal,
    ...(operation && { operation }),
    ...(input && { input: frozen(input) }),
    ...(output && { output: frozen(output) }),
    ...(refused && { error: { name: refused.name, message: messageOf(refused) } })
  }
}
