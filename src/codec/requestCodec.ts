import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Claim } from '../Claim.js'
import type { Source } from '../sources.js'
import { discreet } from './discreet.js'
import { failure, type Failure } from './Failure.js'
import type { Member } from './Member.js'
import type { StructMembers, Struct } from './reader.js'
import { awsJsonStruct } from './struct.js'

/** A rule about which members of a request go together. */
export interface Agreement<in A> extends Claim<A> {
  /** The member at fault where it does not hold. */
  readonly member: string
  /** The condition that the member breaks, in the words in which a violation reports it. */
  readonly constraint: (members: A) => string
}

/** A codec of a request, which tells all about its members. */
export interface RequestCodec<Request> extends t.Type<Request, unknown> {
  /** The page of the operation. */
  readonly source: Source
  /** The members with what is stated of each, first those that must be there. */
  readonly members: ReadonlyArray<Member>
  /** The codec of each member, those that must be there and those that may be. */
  readonly properties: Readonly<Record<'required' | 'optional', t.Props>>
  /** The rules about which members go together. */
  readonly together: ReadonlyArray<Agreement<never>>
  /** Reads the members each by itself, without holding them together. */
  readonly apart: t.Decoder<unknown, object>
}

/** The codec of some request, where it does not matter which. */
export type AnyRequestCodec = t.Mixed & Omit<RequestCodec<object>, keyof t.Mixed>

/** The failure of the member that does not go with the others. */
const disagreement =
  <A extends object>(members: A, context: t.Context) =>
  ({ member, constraint, ...claim }: Agreement<A>): Failure =>
    failure(
      'together',
      constraint(members),
      claim
    )((members as Readonly<Record<string, unknown>>)[member], t.appendContext(context, member, t.unknown))

/**
 * A request: each member by itself, then the members together. Unknown members are dropped and a null is an absent
 * member, as in AWS JSON. `refine`: what is known of the members once they go together.
 */
export const requestCodec = <R extends t.Props, O extends t.Props, Request extends object = Struct<R, O>>(
  name: string,
  stated: StructMembers<R, O> & { readonly source: Source },
  together: ReadonlyArray<Agreement<Struct<R, O>>>,
  refine: (members: Struct<R, O>) => Request
): RequestCodec<Request> => {
  const { source } = stated
  const struct = awsJsonStruct(name, stated)
  const members = struct.members ?? []
  const apart = new t.Type(name, struct.is, discreet(members, struct.validate), t.identity)
  const agrees = (members: Struct<R, O>): boolean =>
    together.every(({ applies, holds }) => !applies(members) || holds(members))

  const validate: t.Validate<unknown, Request> = (u, context) => {
    const read = struct.validate(u, context)
    if (E.isLeft(read)) return read
    const request = read.right
    if (agrees(request)) return t.success(refine(request))
    return t.failures(
      together
        .filter(({ applies, holds }) => applies(request) && !holds(request))
        .map(disagreement(request, context))
    )
  }
  return Object.assign(
    new t.Type<Request, unknown>(
      name,
      (u): u is Request => struct.is(u) && agrees(u),
      discreet(members, validate),
      t.identity
    ),
    { source, members, properties: stated, together, apart }
  )
}
