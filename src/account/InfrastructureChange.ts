import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { CloudHsmCluster, healthyCluster } from '../model/CloudHsmCluster.js'
import { decode, reading, type Violation } from '../codec/decode.js'
import {
  CloudHsmClusterId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'
import { redacted } from '../codec/Redacted.js'
import { struct } from '../codec/struct.js'
import { healthyVpcEndpointService, VpcEndpointService } from '../model/VpcEndpointService.js'
import { healthyProxy, XksProxy } from '../model/XksProxy.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'

type Members = Readonly<Record<string, unknown>>

/** One kind of thing behind stores: how it is named, what it is like without a fault, and how it is read. */
interface Kind<A, Key> {
  readonly key: t.Type<Key, unknown>
  readonly healthy: (key: Key) => A
  readonly isNamedBy: (key: Key) => (a: A) => boolean
  readonly codec: t.Type<A, unknown>
}
const kind = <A, Key>(is: Kind<A, Key>): Kind<A, Key> => is

const clusters = kind({
  key: struct('CloudHsmCluster', { clusterId: asShown(CloudHsmClusterId) }, {}),
  healthy: ({ clusterId }): CloudHsmCluster => healthyCluster(clusterId),
  isNamedBy: (key) => (cluster) => cluster.clusterId === key.clusterId,
  codec: CloudHsmCluster
})

const proxies = kind({
  key: struct(
    'XksProxy',
    { uriEndpoint: asShown(XksProxyUriEndpoint), uriPath: asShown(XksProxyUriPath) },
    {}
  ),
  healthy: ({ uriEndpoint, uriPath }): XksProxy => healthyProxy(uriEndpoint, uriPath),
  isNamedBy: (key) => (proxy) => proxy.uriEndpoint === key.uriEndpoint && proxy.uriPath === key.uriPath,
  codec: XksProxy
})

const vpcEndpointServices = kind({
  key: struct('VpcEndpointService', { serviceName: asShown(XksProxyVpcEndpointServiceName) }, {}),
  healthy: ({ serviceName }): VpcEndpointService => healthyVpcEndpointService(serviceName),
  isNamedBy: (key) => (service) => service.serviceName === key.serviceName,
  codec: VpcEndpointService
})

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

const stranger = (name: string): Violation => ({
  path: name,
  received: redacted,
  receivedAs: 'words',
  constraint: 'Member must be one that the facts have',
  kind: 'unknown member'
})

/** The members of a change that are not there after it, because nothing has a member of that name. */
const strangers = (change: object, after: object): ReadonlyArray<Violation> =>
  Object.entries(change).flatMap(([name, value]: [string, unknown]) => {
    if (!Object.hasOwn(after, name)) return [stranger(name)]
    const inner: unknown = after[name as keyof typeof after]
    return isObject(value) && isObject(inner) ? inside(name)(strangers(value, inner)) : []
  })

const Existence = struct('Existence', {}, { exists: t.boolean })

const changedOne =
  <A extends object, Key>({ key, healthy, isNamedBy, codec }: Kind<A, Key>, change: Members) =>
  (present: ReadonlyArray<A>): E.Either<ReadonlyArray<Violation>, ReadonlyArray<A>> =>
    pipe(
      E.Do,
      E.bind('named', () => decode(key)(change)),
      E.bind('existence', () => decode(Existence)(change)),
      E.bind('after', ({ named }) =>
        decode(codec)(merged((present.find(isNamedBy(named)) ?? healthy(named)) as Members, change))
      ),
      E.chain(({ named, existence: { exists = true }, after }) => {
        const unknown = strangers(change, { ...after, exists })
        if (unknown.length > 0) return E.left(unknown)
        const others = present.filter((a) => !isNamedBy(named)(a))
        return E.right(exists ? [...others, after] : others)
      })
    )

const changedAll =
  <A extends object, Key>(is: Kind<A, Key>, member: string) =>
  (present: ReadonlyArray<A>, changes: ReadonlyArray<Members> = []) =>
    changes.reduce<E.Either<ReadonlyArray<Violation>, ReadonlyArray<A>>>(
      (all, change, i) =>
        pipe(
          all,
          E.chain((entries) =>
            pipe(entries, changedOne(is, change), E.mapLeft(inside(`${member}.${String(i)}`)))
          )
        ),
      E.right(present)
    )

const Changes = struct(
  'InfrastructureChange',
  {},
  {
    clusters: t.readonlyArray(t.UnknownRecord),
    proxies: t.readonlyArray(t.UnknownRecord),
    vpcEndpointServices: t.readonlyArray(t.UnknownRecord)
  }
)

/** No cluster, proxy or VPC endpoint service at all. */
export const noInfrastructure: InfrastructureFacts = { clusters: [], proxies: [], vpcEndpointServices: [] }

const unknownKinds = (change: unknown): ReadonlyArray<Violation> =>
  Object.keys(change as object)
    .filter((name) => !Object.hasOwn(noInfrastructure, name))
    .map(stranger)

/**
 * The facts with changes to some of them, read from plain data of the same form. An entry names a cluster, proxy or VPC
 * endpoint service and gives the members that change; one that is new starts as healthy. `exists: false` removes it. An
 * unknown member is refused.
 */
export const withInfrastructureChange =
  (change: unknown) =>
  (before: InfrastructureFacts): E.Either<ReadonlyArray<Violation>, InfrastructureFacts> =>
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
            E.bind('clusters', () => changedAll(clusters, 'clusters')(before.clusters, changes.clusters)),
            E.bind('proxies', () => changedAll(proxies, 'proxies')(before.proxies, changes.proxies)),
            E.bind('vpcEndpointServices', () =>
              changedAll(vpcEndpointServices, 'vpcEndpointServices')(
                before.vpcEndpointServices,
                changes.vpcEndpointServices
              )
            )
          )
        )
      )
    )
