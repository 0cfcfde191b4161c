import fc, { type Arbitrary } from 'fast-check'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import { cluster, soundCluster } from './clusters.js'
import type { WithFaults } from './faults.js'
import { proxy, soundProxy, soundService, vpcEndpointService } from './proxies.js'
import { clusterIds, endpoints, paths, rarely, serviceNames } from './smallWorld.js'

const addresses = endpoints.flatMap((endpoint) => paths.map((path) => [endpoint, path] as const))

/** Everything that is named in the small world, and without a fault. */
export const soundInfrastructure: InfrastructureFacts = {
  clusters: clusterIds.map(soundCluster),
  proxies: addresses.map(([endpoint, path]) => soundProxy(endpoint, path)),
  vpcEndpointServices: serviceNames.map(soundService)
}

/** Each of some things, or one time in eight not. */
const existing = <A>(all: ReadonlyArray<Arbitrary<A>>): Arbitrary<ReadonlyArray<A>> =>
  fc
    .tuple(
      ...all.map((one) =>
        rarely(
          one.map((value): ReadonlyArray<A> => [value]),
          fc.constant<ReadonlyArray<A>>([])
        )
      )
    )
    .map((lists) => lists.flat())

const anyOfAll: Arbitrary<InfrastructureFacts> = fc.record({
  clusters: existing(clusterIds.map((id) => cluster({ ids: [id] }))),
  proxies: existing(addresses.map((address) => proxy({ addresses: [address] }))),
  vpcEndpointServices: existing(serviceNames.map((name) => vpcEndpointService({ names: [name] })))
})

/** The sound world in which one entry of a list is another one, or missing. */
const withWrong = <K extends keyof InfrastructureFacts>(
  list: K,
  faulty: (at: number) => Arbitrary<InfrastructureFacts[K][number]>
): ReadonlyArray<Arbitrary<InfrastructureFacts>> =>
  soundInfrastructure[list].map((_, at) =>
    rarely(faulty(at), fc.constant(undefined)).map((entry) => ({
      ...soundInfrastructure,
      [list]: soundInfrastructure[list].flatMap((sound, i) => (i === at ? (entry ?? []) : sound))
    }))
  )

const oneFault: Arbitrary<InfrastructureFacts> = fc.oneof(
  { withCrossShrink: true },
  ...withWrong('clusters', (at) => cluster({ faults: 'one', ids: clusterIds.slice(at, at + 1) })),
  ...withWrong('proxies', (at) => proxy({ faults: 'one', addresses: addresses.slice(at, at + 1) })),
  ...withWrong('vpcEndpointServices', (at) =>
    vpcEndpointService({ faults: 'one', names: serviceNames.slice(at, at + 1) })
  )
)

/**
 * All clusters, proxies and VPC endpoint services of the small world, each in order, out of order or missing. `faults: 'one'`:
 * one of them is out of order by one thing, or missing. It is plain data: `infrastructureOf` makes of it what operations take.
 *
 * @example
 * cks.infrastructureOf(one(arbitrary.infrastructure({ faults: 'none' }))) instanceof Object //=> true
 */
export const infrastructure: (options?: WithFaults) => Arbitrary<InfrastructureFacts> = ({
  faults = 'any'
} = {}) => ({ none: fc.constant(soundInfrastructure), one: oneFault, any: anyOfAll })[faults]
