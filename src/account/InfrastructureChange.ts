import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, reading, type Violation } from '../codec/decode.js'
import { struct } from '../codec/struct.js'
import { codecInside, memberNames, oneOfMembers, shownOfUnknown } from '../codec/unknownMember.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import { clusters, proxies, vpcEndpointServices, type Kind } from './infrastructureKinds.js'

type Members = Readonly<Record<string, unknown>>

/** The members of the change in place of those that were; members of a record one by one. */
const merged = (before: Members, change: Members): Members =>
  Object.fromEntries(
    [...Object.entries(before), ...Object.entries(change)].map(([name, value]) => {
      const inner = Object.hasOwn(before, name) ? before[name] : undefined
      return [name, t.UnknownRecord.is(inner) && t.UnknownRecord.is(value) ? { ...inner, ...value } : value]
    })
  )

const inside =
  (path: string) =>
  (violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> =>
    violations.map((violation) => ({ ...violation, path: `${path}.${violation.path}` }))

const isObject = (u: unknown): u is object => typeof u === 'object' && u !== null

const stranger =
  (known: ReadonlyArray<string>) =>
  ([name, value]: readonly [string, unknown]): Violation => ({
    path: name,
    received: String(shownOfUnknown(value)),
    receivedAs: 'words',
    constraint: oneOfMembers(name, known),
    kind: 'unknown member'
  })

/** The members of a change that are not there after it, because nothing has a member of that name. */
const strangers = (
  change: object,
  after: object,
  codec: t.Mixed | undefined,
  more: ReadonlyArray<string> = []
): ReadonlyArray<Violation> =>
  Object.entries(change).flatMap(([name, value]: [string, unknown]) => {
    if (!Object.hasOwn(after, name)) return [stranger([...memberNames(codec), ...more])([name, value])]
    // What is an object in a change is one after it: the codec has read it.
    const inner = after[name as keyof typeof after] as object
    return isObject(value) ? inside(name)(strangers(value, inner, codecInside(codec, name))) : []
  })

const Existence = struct('Existence', {}, { exists: t.boolean })

/** One entry after a change of it. */
interface ChangedEntry<A> {
  readonly name: string
  readonly exists: boolean
  readonly after: A
}

const changedOne =
  <A extends Key & object, Key>({ key, healthy, nameOf, codec }: Kind<A, Key>, change: Members) =>
  (present: ReadonlyMap<string, A>): E.Either<ReadonlyArray<Violation>, ChangedEntry<A>> =>
    pipe(
      E.Do,
      E.bind('named', () => decode(key)(change)),
      E.bind('existence', () => decode(Existence)(change)),
      E.bind('after', ({ named }) =>
        decode(codec)(merged((present.get(nameOf(named)) ?? healthy(named)) as Members, change))
      ),
      E.chain(({ named, existence: { exists = true }, after }) => {
        const unknown = strangers(change, { ...after, exists }, codec, ['exists'])
        return unknown.length > 0 ? E.left(unknown) : E.right({ name: nameOf(named), exists, after })
      })
    )

/** Entries after all changes of them, and the names of those that were changed, with whether they exist now. */
interface ChangedEntries<A> {
  readonly entries: ReadonlyArray<A>
  readonly told: ReadonlyArray<readonly [name: string, exists: boolean]>
}

/** Changes one entry after the other, in time that is linear in all of them. What is changed comes last. */
const changedAll = <A extends Key & object, Key>(
  is: Kind<A, Key>,
  member: string,
  present: ReadonlyArray<A>,
  changes: ReadonlyArray<Members> = []
): E.Either<ReadonlyArray<Violation>, ChangedEntries<A>> => {
  if (changes.length === 0) return E.right({ entries: present, told: [] })
  const byName = new Map(present.map((entry) => [is.nameOf(entry), entry]))
  const told: Array<readonly [string, boolean]> = []
  for (const [i, change] of changes.entries()) {
    const read = changedOne(is, change)(byName)
    if (E.isLeft(read)) return E.left(inside(`${member}.${String(i)}`)(read.left))
    const { name, exists, after } = read.right
    byName.delete(name)
    if (exists) byName.set(name, after)
    told.push([name, exists])
  }
  return E.right({ entries: [...byName.values()], told })
}

const Changes = struct(
  'InfrastructureChange',
  {},
  {
    clusters: t.readonlyArray(t.UnknownRecord),
    proxies: t.readonlyArray(t.UnknownRecord),
    vpcEndpointServices: t.readonlyArray(t.UnknownRecord)
  }
)

/**
 * No cluster, proxy or VPC endpoint service at all.
 *
 * @example
 * cks.infrastructureOf(cks.noInfrastructure).cluster('cluster-abcdefghijk' as cks.CloudHsmClusterId) //=> undefined
 */
export const noInfrastructure: InfrastructureFacts = { clusters: [], proxies: [], vpcEndpointServices: [] }

const unknownKinds = (change: unknown): ReadonlyArray<Violation> =>
  Object.entries(change as object)
    .filter(([name]) => !Object.hasOwn(noInfrastructure, name))
    .map(stranger(Object.keys(noInfrastructure)))

/** The facts after a change, and the names of the entries that it tells of, with whether they exist now. */
export interface InfrastructureAfter {
  readonly facts: InfrastructureFacts
  readonly told: ReadonlyMap<string, boolean>
}

/** The same as {@link withInfrastructureChange}, and what the change was told of. */
export const infrastructureAfter =
  (change: unknown) =>
  (before: InfrastructureFacts): E.Either<ReadonlyArray<Violation>, InfrastructureAfter> =>
    reading(() =>
      pipe(
        decode(Changes)(change),
        E.filterOrElse(
          () => unknownKinds(change).length === 0,
          () => unknownKinds(change)
        ),
        E.chain((changes) =>
          pipe(
            E.Do,
            E.bind('clusters', () => changedAll(clusters, 'clusters', before.clusters, changes.clusters)),
            E.bind('proxies', () => changedAll(proxies, 'proxies', before.proxies, changes.proxies)),
            E.bind('vpcEndpointServices', () =>
              changedAll(
                vpcEndpointServices,
                'vpcEndpointServices',
                before.vpcEndpointServices,
                changes.vpcEndpointServices
              )
            )
          )
        ),
        E.map(({ clusters, proxies, vpcEndpointServices }) => ({
          facts: {
            clusters: clusters.entries,
            proxies: proxies.entries,
            vpcEndpointServices: vpcEndpointServices.entries
          },
          told: new Map([...clusters.told, ...proxies.told, ...vpcEndpointServices.told])
        }))
      )
    )

/**
 * The facts with changes to some of them, read from plain data of the same form. An entry names a cluster, proxy or VPC
 * endpoint service and gives the members that change; one that is new starts as healthy. `exists: false` removes it. An
 * unknown member is refused.
 *
 * @example
 * const clusterId = 'cluster-abcdefghijk'
 * const changed = cks.withInfrastructureChange({ clusters: [{ clusterId, kmsuser: { exists: false } }] })
 * pipe(changed(cks.noInfrastructure), E.map(({ clusters }) => clusters[0].kmsuser.exists)) //=> E.right(false)
 */
export const withInfrastructureChange =
  (change: unknown) =>
  (before: InfrastructureFacts): E.Either<ReadonlyArray<Violation>, InfrastructureFacts> =>
    pipe(
      before,
      infrastructureAfter(change),
      E.map(({ facts }) => facts)
    )
