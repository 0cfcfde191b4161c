import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  healthyInfrastructure,
  infrastructureOf,
  type Infrastructure,
  type InfrastructureFacts
} from '../model/Infrastructure.js'
import { noInfrastructure, withInfrastructureChange } from '../account/InfrastructureChange.js'
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

const nameOf = (entry: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([entry['clusterId'], entry['serviceName'], entry['uriEndpoint'], entry['uriPath']])

type Entries = ReadonlyArray<Readonly<Record<string, unknown>>>

/** Names that a change, which has been read, takes away and brings back. */
const goneAfter = (
  before: ReadonlySet<string>,
  change: Readonly<Record<string, Entries>>
): ReadonlySet<string> =>
  new Set(
    Object.values(change)
      .flat()
      .reduce<ReadonlyArray<string>>(
        (gone, entry) => {
          const others = gone.filter((name) => name !== nameOf(entry))
          return entry['exists'] === false ? [...others, nameOf(entry)] : others
        },
        [...before]
      )
  )

/** Changes some of what stands behind the stores. */
export const changed =
  (change: unknown) =>
  (configured: ConfiguredInfrastructure): E.Either<ReadonlyArray<Violation>, ConfiguredInfrastructure> =>
    pipe(
      configured.facts,
      withInfrastructureChange(change),
      E.map((facts) => ({
        ...configured,
        facts,
        gone: goneAfter(configured.gone, change as Readonly<Record<string, Entries>>)
      }))
    )

/** Only listed entries exist. Without a list every entry exists and is healthy. */
export const configuredInfrastructure = (
  listed: unknown
): E.Either<ReadonlyArray<Violation>, ConfiguredInfrastructure> =>
  listed === undefined
    ? E.right({ facts: noInfrastructure, restIsHealthy: true, gone: new Set() })
    : changed(listed)({ facts: noInfrastructure, restIsHealthy: false, gone: new Set() })

/** Where the account operations look it up. */
export const infrastructureBehind = ({
  facts,
  restIsHealthy,
  gone
}: ConfiguredInfrastructure): Infrastructure => {
  const told = infrastructureOf(facts)
  if (!restIsHealthy) return told
  const unlessGone = <A>(entry: Readonly<Record<string, unknown>>, healthy: A): A | undefined =>
    gone.has(nameOf(entry)) ? undefined : healthy
  return {
    cluster: (clusterId) =>
      told.cluster(clusterId) ?? unlessGone({ clusterId }, healthyInfrastructure.cluster(clusterId)),
    proxy: (uriEndpoint, uriPath) =>
      told.proxy(uriEndpoint, uriPath) ??
      unlessGone({ uriEndpoint, uriPath }, healthyInfrastructure.proxy(uriEndpoint, uriPath)),
    vpcEndpointService: (serviceName) =>
      told.vpcEndpointService(serviceName) ??
      unlessGone({ serviceName }, healthyInfrastructure.vpcEndpointService(serviceName))
  }
}
