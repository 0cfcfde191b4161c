import type * as t from 'io-ts'
import type { Statement } from '../Evidence.js'
import type { Limit } from './Limit.js'

/** A member of a record, and what the pages say of it by itself. */
export interface Member {
  readonly name: string
  /** The names of the members that it is inside of, from the outside in. */
  readonly within: ReadonlyArray<string>
  /** Whether it must be there whenever the record that holds it is. */
  readonly required: boolean
  /** That it must be there, where a page says so. */
  readonly requirement?: Statement
  /** Absent for a member without limits. */
  readonly limit?: Limit
  /** Whether it is a secret or contains one; then it is never shown. */
  readonly secret: boolean
}

/** Properties of a codec besides those of io-ts. */
export interface Described {
  readonly limit?: Limit | undefined
  /** The members of the record that it reads, or of the entries of the list that it reads. */
  readonly members?: ReadonlyArray<Member> | undefined
  /** Whether the values that it reads must never be shown. */
  readonly secret?: boolean | undefined
  /** The codec of each member of the record that it reads, those that must be there and those that may be. */
  readonly properties?: Readonly<Record<'required' | 'optional', t.Props>> | undefined
}

/** A codec with these properties; one of io-ts's own has none. */
export type Telling<C extends t.Mixed> = C & Described

export const telling = <A, O>(
  codec: t.Type<A, O>,
  { limit, members, secret, properties }: Described
): Telling<t.Type<A, O>> => Object.assign(codec, { limit, members, secret, properties })
