import * as t from 'io-ts'
import type { Source } from '../sources.js'
import { failureOf, type Failure } from './Failure.js'
import { telling, type Telling } from './Member.js'
import { areRead, statedMembersOf, readerOf, readMembers } from './reader.js'
import type { Plain, Struct, StructMembers, ValueOf } from './reader.js'

export type { Struct } from './reader.js'

/** Whether something is a record, and no list, date or the like. io-ts asks for the kind of every object, which takes long. */
const isRecord = (u: unknown): u is Plain => {
  if (typeof u !== 'object' || u === null) return false
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null || t.UnknownRecord.is(u)
}

const own: ValueOf = (record, name) => (Object.hasOwn(record, name) ? record[name] : undefined)

const ownUnlessNull: ValueOf = (record, name) => own(record, name) ?? undefined

const structReadBy =
  (valueOf: ValueOf) =>
  <R extends t.Props, O extends t.Props>(
    name: string,
    members: StructMembers<R, O>
  ): Telling<t.Type<Struct<R, O>, unknown>> => {
    const reader = readerOf(members)
    const noRecord = (value: unknown, context: t.Context): Failure => {
      const failure = failureOf({ value, context })
      return members.source === undefined
        ? failure
        : { ...failure, reason: { ...failure.reason, source: members.source } }
    }
    return telling(
      new t.Type<Struct<R, O>, unknown>(
        name,
        (u): u is Struct<R, O> => isRecord(u) && areRead(reader, u, own),
        (u, context) =>
          isRecord(u)
            ? (readMembers(reader, u, valueOf, context) as t.Validation<Struct<R, O>>)
            : t.failures([noRecord(u, context)]),
        t.identity
      ),
      { members: statedMembersOf(reader), properties: members }
    )
  }

const ownStruct = structReadBy(own)

/**
 * A record of the members that must be there and those that may be, as a page states them. Only own members are read,
 * unknown ones are dropped, and every member at fault is reported. (An intersection of `t.type` and `t.partial` does the
 * same in twice the time.)
 */
export const struct = <R extends t.Props, O extends t.Props>(
  name: string,
  required: R,
  optional: O,
  source?: Source
) => ownStruct(name, { required, optional, source })

/** What is never kept: the secrets of requests, and what would be no member but a prototype. */
const neverKept = ['KeyStorePassword', 'XksProxyAuthenticationCredential', '__proto__']

/**
 * The same of what somebody keeps, such as a row of a database: members that are not the model's are kept as they are, but
 * for secrets of requests.
 */
export const kept = <R extends t.Props, O extends t.Props>(name: string, required: R, optional: O) =>
  ownStruct(name, { required, optional, keepsOthersBut: neverKept })

/** The same as AWS JSON writes it, where a null is an absent member. */
export const awsJsonStruct = structReadBy(ownUnlessNull)

/** A null is an absent member. */
export const withoutNulls = (record: Plain): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
