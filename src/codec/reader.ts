import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Evidence, Statement } from '../Evidence.js'
import type { Source } from '../sources.js'
import { failing, failureOf, type Failure, type Fails, type ViolationReason } from './Failure.js'
import { limitOf, type Limit } from './Limit.js'
import type { Described, Member } from './Member.js'
import { hidden } from './Redacted.js'

type Unclear = Pick<Evidence, 'assumes' | 'observed'>

/** The members of a record: those that must be there and those that may be, each with its codec. */
export interface StructMembers<R extends t.Props, O extends t.Props> {
  readonly required: R
  readonly optional: O
  /** The page that states them, if one does. */
  readonly source?: Source | undefined
  /** Assumptions and observations, where the page does not say clearly that a member is required. */
  readonly unclear?: { readonly [Name in keyof R]?: Unclear }
  /** The names of members that are dropped, where the other members of the record are kept as they are. */
  readonly keepsOthersBut?: ReadonlyArray<string>
}

/** A record with these members, once it has been read. */
export type Struct<R extends t.Props, O extends t.Props> = t.TypeOfProps<R> & t.TypeOfPartialProps<O>

/** One member, ready to be read. */
interface Place extends Member {
  readonly codec: t.Mixed & Described
  /** Where the codec begins; what it is inside of is put before that only when it refuses. */
  readonly context: t.Context
  readonly lacks: Fails | undefined
}

/** How the members of a record are read, settled once for all records. */
interface Reader {
  readonly places: ReadonlyArray<Place>
  readonly source: Source | undefined
  /** The names beside which others are kept; absent where all others are dropped. */
  readonly keptBeside: ReadonlySet<string> | undefined
}

const requirementOf = (name: string, source: Source, unclear: Unclear | undefined): Statement => ({
  name: `${name}IsRequired`,
  says: `${name} must be given.`,
  source,
  ...unclear
})

export const readerOf = <R extends t.Props, O extends t.Props>({
  required,
  optional,
  source,
  unclear = {},
  keepsOthersBut
}: StructMembers<R, O>): Reader => ({
  source,
  keptBeside:
    keepsOthersBut && new Set([...Object.keys(required), ...Object.keys(optional), ...keepsOthersBut]),
  places: Object.entries<t.Mixed & Described>({ ...optional, ...required }).map(([name, codec]) => {
    const isRequired = Object.hasOwn(required, name)
    const requirement = isRequired && source ? requirementOf(name, source, unclear[name]) : undefined
    return {
      name,
      within: [],
      required: isRequired,
      ...(requirement && { requirement }),
      ...(codec.limit && { limit: limitOf(name, codec.limit, source) }),
      secret: codec.secret === true,
      codec,
      context: [{ key: name, type: codec }],
      lacks: isRequired ? failing('missing', 'Member must not be null', requirement) : undefined
    }
  })
})

/** The members, and the members of those that are records or lists of records themselves, as the pages state them. */
export const statedMembersOf = ({ places }: Reader): ReadonlyArray<Member> => {
  const inOrder = [
    ...places.filter(({ required }) => required),
    ...places.filter(({ required }) => !required)
  ]
  return inOrder.flatMap(({ codec, context: _, lacks: __, ...member }) => [
    member,
    ...(codec.members ?? []).map((inner) => ({ ...inner, within: [member.name, ...inner.within] }))
  ])
}

/** The reason with the rule that the value of a member breaks: the limit under the name of the member, or else only its page. */
const reasonFor = (
  { reason, context }: Failure,
  limit: Limit | undefined,
  page: Source | undefined
): ViolationReason => {
  if (context.length === 1 && limit && reason.kind !== 'missing') {
    return { ...reason, rule: limit.name, source: limit.source }
  }
  return reason.source === undefined && page !== undefined ? { ...reason, source: page } : reason
}

const failuresIn = (
  { limit, codec, name, secret }: Place,
  source: Source | undefined,
  value: unknown,
  errors: t.Errors,
  context: t.Context
): ReadonlyArray<Failure> =>
  errors.map((error) => {
    const failure = failureOf(error)
    const actual = secret ? hidden(value) : value
    return {
      value: failure.value,
      context: [...context, { key: name, type: codec, actual }, ...failure.context.slice(1)],
      ...(failure.message !== undefined && { message: failure.message }),
      reason: reasonFor(failure, limit, source)
    }
  })

/** A record that nothing is known of. */
export type Plain = Readonly<Record<string, unknown>>

/** What a record has under a name; undefined where that counts as nothing. */
export type ValueOf = (record: Plain, name: string) => unknown

/** Whether a record has more members than that. (`Object.keys` makes a list for the same, which takes longer.) */
const hasMoreThan = (known: number, record: Plain): boolean => {
  let count = 0
  for (const _ in record) count += 1
  return count > known
}

/** Adds what a record has under other names; to what was read itself, since V8 takes long to add members to a copy. */
const addOthers = (known: ReadonlySet<string>, record: Plain, decoded: Record<string, unknown>): void => {
  for (const name of Object.keys(record)) {
    if (!known.has(name)) decoded[name] = record[name]
  }
}

/** Reads the members of a record. Those it does not know are dropped or kept, and every one at fault is reported. */
export const readMembers = (
  { places, source, keptBeside }: Reader,
  record: Plain,
  valueOf: ValueOf,
  context: t.Context
): t.Validation<Record<string, unknown>> => {
  const decoded: Record<string, unknown> = {}
  let errors: Array<t.ValidationError> | undefined
  let given = 0
  for (const place of places) {
    const value = valueOf(record, place.name)
    const read =
      value === undefined ? place.lacks?.(value, place.context) : place.codec.validate(value, place.context)
    if (value !== undefined) given += 1
    if (read === undefined) continue
    if (E.isRight(read)) {
      if (read.right !== undefined) decoded[place.name] = read.right
    } else {
      errors ??= []
      for (const failure of failuresIn(place, source, value, read.left, context)) errors.push(failure)
    }
  }
  if (errors !== undefined) return t.failures(errors)
  if (keptBeside !== undefined && hasMoreThan(given, record)) addOthers(keptBeside, record, decoded)
  return t.success(decoded)
}

/** Whether the members of a record are such as have been read. */
export const areRead = ({ places }: Reader, record: Plain, valueOf: ValueOf): boolean =>
  places.every(({ name, required, codec }) => {
    const value = valueOf(record, name)
    return value === undefined ? !required : codec.is(value)
  })
