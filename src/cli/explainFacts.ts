import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { noInfrastructure, withInfrastructureChange } from '../account/InfrastructureChange.js'
import { closedStruct } from '../codec/closedStruct.js'
import { decode, report, type Violation } from '../codec/decode.js'
import { ServiceFailure, type BackingKeyStore } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import {
  CloudHsmClusterId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'
import { healthyInfrastructure, type Infrastructure } from '../model/Infrastructure.js'
import {
  clusterId,
  goodCircumstances,
  path,
  serviceName,
  uriEndpoint,
  type Kind
} from '../possible/examples.js'

type Members = Readonly<Record<string, unknown>>

const orAbsent = t.union([t.UnknownRecord, t.null])
const Facts = closedStruct(
  'Facts',
  {},
  { cluster: orAbsent, proxy: orAbsent, vpcEndpointService: orAbsent, failure: ServiceFailure }
)
type Facts = t.TypeOf<typeof Facts>

/** What the members of `--facts` are about, as the request names it where it can be read, or else the store. */
const namedBy = (request: Members) => {
  const name = <A extends string>(member: string, codec: t.Type<A, unknown>, ofStore: A): A => {
    const asked = decode(codec)(request[member])
    return E.isRight(asked) ? asked.right : ofStore
  }
  return {
    cluster: { clusterId: name('CloudHsmClusterId', CloudHsmClusterId, clusterId) },
    proxy: {
      uriEndpoint: name('XksProxyUriEndpoint', XksProxyUriEndpoint, uriEndpoint),
      uriPath: name('XksProxyUriPath', XksProxyUriPath, path)
    },
    vpcEndpointService: {
      serviceName: name('XksProxyVpcEndpointServiceName', XksProxyVpcEndpointServiceName, serviceName)
    }
  }
}

type About = keyof ReturnType<typeof namedBy>

/** What stands behind a store of each kind. */
const standsBehind: Readonly<Record<Kind, ReadonlyArray<About>>> = {
  AWS_CLOUDHSM: ['cluster'],
  PUBLIC_ENDPOINT: ['proxy'],
  VPC_ENDPOINT_SERVICE: ['proxy', 'vpcEndpointService']
}

/** Facts that are about nothing behind the store, or about something that nothing names. */
const misfits = (facts: Facts, kind: Kind, request: Members): ReadonlyArray<string> => {
  const named = namedBy(request)
  const behind =
    'XksProxyVpcEndpointServiceName' in request ? standsBehind.VPC_ENDPOINT_SERVICE : standsBehind[kind]
  return (Object.keys(named) as ReadonlyArray<About>).flatMap((about) => {
    const given = facts[about]
    if (given === undefined) return []
    if (!behind.includes(about)) return [`${about}: nothing of that kind stands behind the store`]
    const others = Object.entries(named[about]).filter(
      ([name, value]) => given !== null && Object.hasOwn(given, name) && given[name] !== value
    )
    return others.map(([name, value]) => `${about}.${name}: it is ${value}, unless --request names another`)
  })
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

/** The circumstances in which the facts are so and everything else is in order; or what is wrong with the facts. */
export const circumstancesWith = (
  input: unknown,
  kind: Kind,
  request: Members
): E.Either<ReadonlyArray<string>, Circumstances> =>
  pipe(
    decode(Facts)(input),
    E.mapLeft(report),
    E.chain((facts) => {
      const wrong = misfits(facts, kind, request)
      return wrong.length === 0 ? E.right(facts) : E.left(wrong)
    }),
    E.chain((facts) =>
      pipe(
        backing(facts, request),
        E.bimap(report, (found) => ({
          ...goodCircumstances,
          infrastructure: infrastructureWith(request, found),
          failure: facts.failure
        }))
      )
    )
  )
