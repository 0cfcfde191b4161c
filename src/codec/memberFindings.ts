import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Statement } from '../Evidence.js'
import { decode, type Violation } from './decode.js'
import type { Member } from './Member.js'
import type { Agreement, RequestCodec } from './requestCodec.js'

/** Whether a statement about members is true of a request. */
export interface MemberFinding {
  readonly statement: Statement
  readonly verdict: 'holds' | 'does not hold' | 'does not apply'
}

/**
 * Everything that is stated of the members of a request: of each by itself, then of which go together.
 *
 * @example
 * cks.memberStatements(cks.CustomKeyStoreIdRequest).map(({ says }) => says)
 * //=> ['CustomKeyStoreId must be given.', 'CustomKeyStoreId must be a string of 1 to 64 characters.']
 */
export const memberStatements: (
  codec: Pick<RequestCodec<unknown>, 'members' | 'together'>
) => ReadonlyArray<Statement> = ({ members, together }) => [
  ...members.flatMap(({ requirement, limit }) => [requirement, limit].filter((each) => each !== undefined)),
  ...together
]

type Plain = Readonly<Record<string, unknown>>

/** Stands for a member that cannot be read: it is present, and no limit allows it. */
const unreadable = Symbol('unreadable')

const own = (u: unknown, name: string): unknown =>
  t.UnknownRecord.is(u) && Object.hasOwn(u, name) ? u[name] : undefined

const guarded = <A>(read: () => A): A | typeof unreadable =>
  pipe(
    E.tryCatch(read, (): typeof unreadable => unreadable),
    E.toUnion
  )

/** The members of a request that are there, each read once. A null is an absent member. */
const membersIn = (input: unknown, members: ReadonlyArray<Member>): Plain =>
  Object.fromEntries(
    members
      .filter(({ within }) => within.length === 0)
      .map(({ name }) => [name, guarded(() => own(input, name)) ?? undefined])
  )

/** No list of a request can have more entries. */
const mostEntries = 100

/** The values, and of a list each of its entries. */
const each = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  values.flatMap((value): ReadonlyArray<unknown> =>
    Array.isArray(value) ? (value as ReadonlyArray<unknown>).slice(0, mostEntries) : [value]
  )

const membersNamed = (values: ReadonlyArray<unknown>, name: string): ReadonlyArray<unknown> =>
  each(values)
    .map((value) => own(value, name))
    .filter((value) => value !== undefined)

/** Every occurrence of a member: `places`, the records that can hold it; `values`, its value in those that do. */
const occurrences = (request: Plain, { name, within }: Member) => {
  const places = each(within.reduce(membersNamed, [request]))
  return { places, values: membersNamed(places, name) }
}

type Verdict = MemberFinding['verdict']

const aboutMember = (
  member: Member,
  request: Plain,
  violations: ReadonlyArray<Violation>
): ReadonlyArray<MemberFinding> => {
  const { within, requirement, limit } = member
  const found = guarded(() => occurrences(request, member))
  const { places, values } = found === unreadable ? { places: [unreadable], values: [unreadable] } : found
  const isInsideOfRefused = within.length > 0 && violations.some(({ path }) => path === within.join('.'))

  const isGiven = (): Verdict => {
    if (places.length === 0) return 'does not apply'
    return found !== unreadable && values.length === places.length ? 'holds' : 'does not hold'
  }
  const isWithin = (rule: string): Verdict => {
    if (values.length === 0 || isInsideOfRefused) return 'does not apply'
    return violations.some((broken) => broken.rule === rule || broken.kind === 'unreadable')
      ? 'does not hold'
      : 'holds'
  }
  return [
    ...(requirement ? [{ statement: requirement, verdict: isGiven() }] : []),
    ...(limit ? [{ statement: limit, verdict: isWithin(limit.name) }] : [])
  ]
}

const aboutAll = (agreement: Agreement<never>, members: object | undefined): MemberFinding => {
  const { applies, holds } = agreement as Agreement<unknown>
  const verdict = (): Verdict => {
    if (members === undefined || !applies(members)) return 'does not apply'
    return holds(members) ? 'holds' : 'does not hold'
  }
  return { statement: agreement, verdict: verdict() }
}

/**
 * The findings about the members of a request, in the order of {@link memberStatements}: first about each member alone,
 * then about which go together, if each alone could be read. Total, and in bounded time, for any input.
 *
 * @example
 * const findings = cks.memberFindings(cks.GenerateRandomRequest)({ NumberOfBytes: 2000 })
 * findings.filter(({ verdict }) => verdict === 'does not hold').map(({ statement }) => statement.name)
 * //=> ['NumberOfBytesLimit']
 */
export const memberFindings = (codec: Pick<RequestCodec<unknown>, 'members' | 'together' | 'apart'>) => {
  const { members, together, apart } = codec
  const read = decode(apart)
  return (input: unknown): ReadonlyArray<MemberFinding> => {
    const isRecord = guarded(() => t.UnknownRecord.is(input)) === true
    const request = membersIn(isRecord ? input : {}, members)
    const alone = (name: string) => {
      const result = read({ [name]: request[name] })
      return E.isLeft(result) ? result.left : []
    }
    const violations = new Map(Object.keys(request).map((name) => [name, alone(name)]))
    const all = isRecord ? read(request) : E.left([])
    return [
      ...members.flatMap((member) =>
        aboutMember(member, request, violations.get(member.within[0] ?? member.name) ?? [])
      ),
      ...together.map((agreement) => aboutAll(agreement, E.isRight(all) ? all.right : undefined))
    ]
  }
}
