import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { noInfrastructure, withInfrastructureChange } from '../account/InfrastructureChange.js'
import { closedStruct } from '../codec/closedStruct.js'
import { decode, report, type Violation } from '../codec/decode.js'
import { secondsADay } from '../codec/Duration.js'
import type { EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import { ServiceFailure, type BackingKeyStore } from '../model/BackingKeyStore.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { healthyInfrastructure, type Infrastructure } from '../model/Infrastructure.js'
import type { KeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import { accountBefore } from '../possible/before.js'
import { exampleRequestOrNewName } from '../possible/exampleRequests.js'
import { enabledKey } from '../possible/exampleKeys.js'
import {
  clusterId,
  goodCircumstances,
  keyId,
  path,
  serviceName,
  uriEndpoint,
  type Kind
} from '../possible/examples.js'
import { triedIn, type Tried } from '../possible/tried.js'
import type { Read } from './commandLine.js'

type Members = Readonly<Record<string, unknown>>

/** What `explain` is asked about, besides the operation and the edition. */
export interface AskedCase {
  readonly kind: Kind
  readonly state: ConnectionState
  /** Members in place of those of a good request. */
  readonly request?: Members | undefined
  /** What is not in order behind the store that the request or the store names. */
  readonly facts?: unknown
  /** How many keys are in the store that are not pending deletion. */
  readonly keys?: number | undefined
  /** In how many days each key that is pending deletion will be gone. */
  readonly pending?: ReadonlyArray<number> | undefined
}

const orAbsent = t.union([t.UnknownRecord, t.null])
const Facts = closedStruct(
  'Facts',
  {},
  { cluster: orAbsent, proxy: orAbsent, vpcEndpointService: orAbsent, failure: ServiceFailure }
)
type Facts = t.TypeOf<typeof Facts>

/** What the members of `--facts` are about, as the request names it, or else the store. */
const namedBy = (request: Members) => {
  const name = (member: string, ofStore: string): unknown => request[member] ?? ofStore
  return {
    cluster: { clusterId: name('CloudHsmClusterId', clusterId) },
    proxy: {
      uriEndpoint: name('XksProxyUriEndpoint', uriEndpoint),
      uriPath: name('XksProxyUriPath', path)
    },
    vpcEndpointService: { serviceName: name('XksProxyVpcEndpointServiceName', serviceName) }
  }
}

/** Puts the name of the member before a path that begins in a list of infrastructure. */
const at =
  (member: string) =>
  (violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> =>
    violations.map((each) => ({ ...each, path: each.path.replace(/^\w+\.0/, member) }))

/** The things behind stores with what is not in order; `null` where there is none. */
const backing = (facts: Facts, request: Members): E.Either<ReadonlyArray<Violation>, BackingKeyStore> => {
  const named = namedBy(request)
  const change = (member: keyof typeof named, list: string) =>
    pipe(
      noInfrastructure,
      withInfrastructureChange(
        facts[member] === null ? {} : { [list]: [{ ...named[member], ...facts[member] }] }
      ),
      E.mapLeft(at(member))
    )
  return pipe(
    E.Do,
    E.apS('clusters', change('cluster', 'clusters')),
    E.apS('proxies', change('proxy', 'proxies')),
    E.apS('services', change('vpcEndpointService', 'vpcEndpointServices')),
    E.map(({ clusters, proxies, services }) => ({
      cluster: clusters.clusters[0],
      proxy: proxies.proxies[0],
      vpcEndpointService: services.vpcEndpointServices[0]
    }))
  )
}

/** Whatever else is named is healthy. */
const infrastructureWith = (request: Members, found: BackingKeyStore): Infrastructure => {
  const { cluster, proxy, vpcEndpointService } = namedBy(request)
  return {
    cluster: (id) => (id === cluster.clusterId ? found.cluster : healthyInfrastructure.cluster(id)),
    proxy: (endpoint, path) =>
      endpoint === proxy.uriEndpoint && path === proxy.uriPath
        ? found.proxy
        : healthyInfrastructure.proxy(endpoint, path),
    vpcEndpointService: (name) =>
      name === vpcEndpointService.serviceName
        ? found.vpcEndpointService
        : healthyInfrastructure.vpcEndpointService(name)
  }
}

/** A good request of the operation with other members; an update is one of the given members alone. */
const requestOf = (operation: OperationName, { kind, request }: AskedCase): Members => {
  const good = exampleRequestOrNewName(operation, kind)
  if (request === undefined) return good
  const { NewCustomKeyStoreName: _, ...others } = good
  return { ...others, ...request }
}

const keyNumber = (n: number): KeyId =>
  n === 0 ? keyId : (`00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as KeyId)

/** The account with the keys that are asked for; the first of them is the one that requests are about. */
const withKeys = (account: Account, { kind, keys, pending }: AskedCase): Account => {
  if (keys === undefined && pending === undefined) return account
  const example = account.keys[0] ?? enabledKey(kind)
  const numbered = (n: number): KmsKey => {
    const KeyId = keyNumber(n)
    return { ...example, KeyId, Arn: example.Arn.replace(keyId, KeyId) }
  }
  const usable = Array.from({ length: keys ?? 0 }, (_, n) => numbered(n))
  const goingAway = (pending ?? []).map((days, n) => ({
    ...numbered(usable.length + n),
    DeletionDate: goodCircumstances.now + days * secondsADay
  }))
  return { ...account, keys: [...usable, ...goingAway] }
}

/** The case, to be tried under any edition; or what is wrong with the facts. */
export const caseOf = (operation: OperationName, asked: AskedCase): Read<(edition: EditionName) => Tried> => {
  const request = requestOf(operation, asked)
  const account = withKeys(accountBefore(operation, asked.kind, asked.state), asked)
  return pipe(
    decode(Facts)(asked.facts ?? {}),
    E.chain((facts) =>
      pipe(
        backing(facts, request),
        E.map((found) => ({
          ...goodCircumstances,
          infrastructure: infrastructureWith(request, found),
          failure: facts.failure
        }))
      )
    ),
    E.bimap(
      (violations) => `--facts: ${report(violations).join('; ')}`,
      (given) => (edition) => triedIn(given)(edition, operation, request)(account)
    )
  )
}
