import type * as t from 'io-ts'
import type { Statement } from '../Evidence.js'
import type { Limit } from './Limit.js'

/** A member of a record, and what the pages say of it by itself. */
export interface Member {
  readonly name: string
  /** The names of the members that it is inside of, from the outside in. */
  readonly within: ReadonlyArray<string>
  /** Whether it must be there, wherever that is which it is inside of. */
  readonly required: boolean
  /** That it must be there, where a page says so. */
  readonly requirement?: Statement
  /** Absent for a member without limits. */
  readonly limit?: Limit
  /** Whether it is, or holds, what must never be shown. */
  readonly secret: boolean
}

/** What a codec tells of itself beyond what io-ts asks for. */
export interface Described {
  readonly limit?: Limit | undefined
  /** The members of the record that it reads, or of the entries of the list that it reads. */
  readonly members?: ReadonlyArray<Member> | undefined
  /** Whether what it reads must never be shown. */
  readonly secret?: boolean | undefined
}

/** A codec that tells of itself; one of io-ts's own does not. */
export type Telling<C extends t.Mixed> = C & Described

export const telling = <A, O>(
  codec: t.Type<A, O>,
  { limit, members, secret }: Described
): Telling<t.Type<A, O>> => Object.assign(codec, { limit, members, secret })
