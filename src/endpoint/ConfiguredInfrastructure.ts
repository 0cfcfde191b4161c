import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  healthyInfrastructure,
  infrastructureOf,
  type Infrastructure,
  type InfrastructureFacts
} from '../model/Infrastructure.js'
import { infrastructureAfter, noInfrastructure } from '../account/InfrastructureChange.js'
import { nameOfEntry } from '../account/infrastructureKinds.js'
import type { Violation } from '../codec/decode.js'

/** The infrastructure as configured. */
export interface ConfiguredInfrastructure {
  /** Clusters, proxies and VPC endpoint services that are listed. */
  readonly facts: InfrastructureFacts
  /** Whether unlisted infrastructure counts as existing and healthy. */
  readonly restIsHealthy: boolean
  /** Names of entries that a change has removed; they do not exist, even if the rest is healthy. */
  readonly gone: ReadonlySet<string>
}

/** How many entries there are, with those that are gone: more are not taken, so that no change takes long. */
const mostEntries = 10_000

const sizeOf = ({ facts, gone }: ConfiguredInfrastructure): number =>
  facts.clusters.length + facts.proxies.length + facts.vpcEndpointServices.length + gone.size

const tooMany: Violation = {
  path: '',
  received: 'a change',
  receivedAs: 'words',
  constraint: `Infrastructure must have at most ${String(mostEntries)} entries, with those that were removed`,
  kind: 'together'
}

/** Names that a change takes away and brings back. */
const goneAfter = (before: ReadonlySet<string>, told: ReadonlyMap<string, boolean>): ReadonlySet<string> => {
  const gone = new Set(before)
  for (const [name, exists] of told) {
    if (exists) gone.delete(name)
    else gone.add(name)
  }
  return gone
}

const afterChange =
  (change: unknown) =>
  (configured: ConfiguredInfrastructure): E.Either<ReadonlyArray<Violation>, ConfiguredInfrastructure> =>
    pipe(
      configured.facts,
      infrastructureAfter(change),
      E.map(({ facts, told }) => ({ ...configured, facts, gone: goneAfter(configured.gone, told) }))
    )

/** Changes some of what stands behind the stores. It may grow up to a bound, unless it began beyond it. */
export const changed =
  (change: unknown) =>
  (configured: ConfiguredInfrastructure): E.Either<ReadonlyArray<Violation>, ConfiguredInfrastructure> =>
    pipe(
      configured,
      afterChange(change),
      E.filterOrElseW(
        (after) => sizeOf(after) <= Math.max(mostEntries, sizeOf(configured)),
        () => [tooMany]
      )
    )

/** Only listed entries exist. Without a list every entry exists and is healthy. */
export const configuredInfrastructure = (
  listed: unknown
): E.Either<ReadonlyArray<Violation>, ConfiguredInfrastructure> =>
  listed === undefined
    ? E.right({ facts: noInfrastructure, restIsHealthy: true, gone: new Set() })
    : afterChange(listed)({ facts: noInfrastructure, restIsHealthy: false, gone: new Set() })

/** Where the account operations look it up. */
export const infrastructureBehind = ({
  facts,
  restIsHealthy,
  gone
}: ConfiguredInfrastructure): Infrastructure => {
  const told = infrastructureOf(facts)
  if (!restIsHealthy) return told
  const unlessGone = <A>(name: string, healthy: A): A | undefined => (gone.has(name) ? undefined : healthy)
  return {
    cluster: (id) =>
      told.cluster(id) ?? unlessGone(nameOfEntry('cluster', id), healthyInfrastructure.cluster(id)),
    proxy: (endpoint, path) =>
      told.proxy(endpoint, path) ??
      unlessGone(nameOfEntry('proxy', endpoint, path), healthyInfrastructure.proxy(endpoint, path)),
    vpcEndpointService: (name) =>
      told.vpcEndpointService(name) ??
      unlessGone(nameOfEntry('service', name), healthyInfrastructure.vpcEndpointService(name))
  }
}
