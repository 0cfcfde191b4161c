/** A world in which plans are followed: real operations on an account, and what stands behind it with a fault that heals. */
import * as E from 'fp-ts/lib/Either.js'
import * as cks from '../../src/index.js'
import type { Fix, PlanStep } from '../../src/plan/index.js'
import {
  accountId,
  circumstances,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  decoded,
  proxyWith
} from '../fixtures.js'

type Members = Readonly<Record<string, unknown>>

/** How the cluster of a store is while a connection fails with a code. */
const brokenClusters: Readonly<Record<string, cks.CloudHsmCluster | undefined>> = {
  NETWORK_ERRORS: clusterWith({ reachable: false }),
  INVALID_CREDENTIALS: clusterWithKmsuser({ passwordMatches: false }),
  CLUSTER_NOT_FOUND: undefined,
  INSUFFICIENT_CLOUDHSM_HSMS: clusterWithHsmsIn(),
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: clusterWith({
    subnets: clusterWith().subnets.map((subnet) => ({ ...subnet, freeAddresses: 0 }))
  }),
  SUBNET_NOT_FOUND: clusterWith({
    subnets: clusterWith().subnets.map((subnet) => ({ ...subnet, exists: false }))
  }),
  USER_LOCKED_OUT: clusterWithKmsuser({ lockedOut: true }),
  USER_LOGGED_IN: clusterWithKmsuser({ loggedIn: true }),
  USER_NOT_FOUND: clusterWithKmsuser({ exists: false })
}

/** How the proxy is meanwhile. */
const brokenProxies: Readonly<Record<string, Members>> = {
  NETWORK_ERRORS: { networkIsSound: false },
  INVALID_CREDENTIALS: { acceptsCredential: false },
  XKS_PROXY_ACCESS_DENIED: { authorizesKms: false },
  XKS_PROXY_INVALID_CONFIGURATION: { knowsUriPath: false },
  XKS_PROXY_INVALID_RESPONSE: { answersAreValid: false },
  XKS_PROXY_INVALID_TLS_CONFIGURATION: { tlsIsValid: false },
  XKS_PROXY_NOT_REACHABLE: { reachable: false },
  XKS_PROXY_TIMED_OUT: { answersInTime: false }
}

/** How the VPC endpoint service is meanwhile. */
const brokenServices: Readonly<Record<string, Members>> = {
  XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: { acceptanceRequired: true },
  XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: { allowsKms: false }
}

/** What must be updated after the fix, by the type of store and code: by hand, from the guides on troubleshooting. */
export const neededUpdates: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>> = {
  AWS_CLOUDHSM: {
    INTERNAL_ERROR: [],
    NETWORK_ERRORS: [],
    INVALID_CREDENTIALS: [],
    CLUSTER_NOT_FOUND: ['CloudHsmClusterId'],
    INSUFFICIENT_CLOUDHSM_HSMS: [],
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: [],
    SUBNET_NOT_FOUND: ['CloudHsmClusterId'],
    USER_LOCKED_OUT: ['KeyStorePassword'],
    USER_LOGGED_IN: [],
    USER_NOT_FOUND: []
  },
  EXTERNAL_KEY_STORE: {
    INTERNAL_ERROR: [],
    NETWORK_ERRORS: [],
    INVALID_CREDENTIALS: [],
    XKS_PROXY_ACCESS_DENIED: [],
    XKS_PROXY_INVALID_CONFIGURATION: ['XksProxyUriPath'],
    XKS_PROXY_INVALID_RESPONSE: [],
    XKS_PROXY_INVALID_TLS_CONFIGURATION: [],
    XKS_PROXY_NOT_REACHABLE: [],
    XKS_PROXY_TIMED_OUT: [],
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: [],
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: []
  }
}

/** The members that do not set anything outside KMS, where what they tell must be so before: by hand. */
const tellOfOutside: ReadonlyArray<string> = [
  'KeyStorePassword',
  'CloudHsmClusterId',
  'XksProxyAuthenticationCredential',
  'XksProxyUriPath',
  'XksProxyUriEndpoint',
  'XksProxyVpcEndpointServiceName'
]

/** The store, its keys and the world around them. */
export interface World {
  readonly account: cks.Account
  /** What the store had failed for at the beginning. */
  readonly code: string
  /** Whether that is put right outside KMS, and whether KMS has been told since of what it must be told. */
  readonly fixed: boolean
  readonly told: boolean
  /** The members updated so far. */
  readonly updated: ReadonlyArray<string>
  /** The members that now may have new values, since what they tell is so. */
  readonly prepared: ReadonlyArray<string>
  readonly keyCreated: boolean
  /** Whether a key has gone whose material KMS could not remove from the cluster. */
  readonly materialLeft: boolean
  readonly now: number
}

export const beginning = (store: cks.CustomKeyStore, keys: ReadonlyArray<cks.KmsKey>): World => {
  const code = store.ConnectionState === 'FAILED' ? store.ConnectionErrorCode : 'INTERNAL_ERROR'
  return {
    account: { AccountId: accountId, Region: '', stores: [store], keys },
    code,
    fixed: code === 'INTERNAL_ERROR',
    told: neededUpdates[store.CustomKeyStoreType]![code]!.length === 0,
    updated: [],
    prepared: [],
    keyCreated: false,
    materialLeft: false,
    now: circumstances.now
  }
}

export const storeIn = (world: World): cks.CustomKeyStore | undefined => world.account.stores[0]

const isHealed = (world: World): boolean => world.fixed && world.told

const soundCluster = clusterWith()
const soundProxy = proxyWith({ externalKeys: 'any' })

/** Whatever the store names exists; it has the fault until that has healed. */
const infrastructureOf = (world: World): cks.Infrastructure => {
  const healed = isHealed(world)
  const store = storeIn(world)
  const certificate = store?.CustomKeyStoreType === 'AWS_CLOUDHSM' ? store.clusterCertificate : ''
  return {
    cluster: (clusterId) => {
      const cluster = healed || !(world.code in brokenClusters) ? soundCluster : brokenClusters[world.code]
      return cluster && { ...cluster, clusterId, certificate }
    },
    proxy: (uriEndpoint, uriPath) => ({
      ...soundProxy,
      uriEndpoint,
      uriPath,
      ...(!healed && brokenProxies[world.code]),
      // Through a service that is broken the proxy cannot be reached.
      ...(!healed && world.code in brokenServices && { reachable: false })
    }),
    vpcEndpointService: (serviceName) => ({
      ...cks.healthyVpcEndpointService(serviceName),
      ...(!healed && brokenServices[world.code])
    })
  }
}

const circumstancesOf = (world: World): cks.Circumstances => ({
  ...circumstances,
  now: world.now,
  infrastructure: infrastructureOf(world)
})

/** What the caller puts in place of a placeholder. */
const values: Members = {
  '<new name>': 'another name',
  '<password of kmsuser>': 'kmsuser-password',
  '<cluster id>': 'cluster-restoredaaaa',
  '<access key id>': 'ZYXWVUTSRQPONMLKJIHG',
  '<secret access key>': 'secret/secret/secret/secret/secret/secret/secret',
  '<path>': '/third/kms/xks/v1',
  '<endpoint>': 'https://other.example.com',
  '<service name>': 'com.amazonaws.vpce.us-east-1.vpce-svc-5678',
  '<account id>': '444455556666',
  '<id of the external key>': 'key-of-the-plan'
}

/** The request with real values; one that is left over would not be read. */
const filledIn = (request: unknown): any =>
  JSON.parse(JSON.stringify(request), (_, value) =>
    typeof value === 'string' && value.startsWith('<') ? values[value] : value
  )

type Outcome = E.Either<string, World>

/** Something that can be done in a world: where it leads, or why it is refused. */
export type Leads = (world: World) => Outcome

const answered = (
  world: World,
  answer: E.Either<{ readonly name: string }, readonly [unknown, cks.Account]>,
  changes: Partial<World> = {}
): Outcome =>
  E.isLeft(answer) ? E.left(answer.left.name) : E.right({ ...world, ...changes, account: answer.right[1] })

const operationsUnder = new Map(
  cks.editionNames.map((edition) => [edition, cks.under(edition).account] as const)
)

/** Carries out a call of KMS, with the request as it arrives. */
export const perform = (edition: cks.EditionName, operation: string, raw: unknown): Leads => {
  const operations = operationsUnder.get(edition)!
  const arrived = filledIn(raw)
  switch (operation) {
    case 'ConnectCustomKeyStore': {
      const request = decoded(cks.CustomKeyStoreIdRequest, arrived)
      return (world) => answered(world, operations.connect(circumstancesOf(world))(request)(world.account))
    }
    case 'DisconnectCustomKeyStore': {
      const request = decoded(cks.CustomKeyStoreIdRequest, arrived)
      return (world) => answered(world, operations.disconnect(circumstancesOf(world))(request)(world.account))
    }
    case 'DeleteCustomKeyStore': {
      const request = decoded(cks.CustomKeyStoreIdRequest, arrived)
      return (world) => answered(world, operations.delete(circumstancesOf(world))(request)(world.account))
    }
    case 'ScheduleKeyDeletion':
      return (world) =>
        answered(world, operations.scheduleKeyDeletion(circumstancesOf(world))(arrived)(world.account))
    case 'CreateKey': {
      const request = decoded(cks.CreateKeyRequest, arrived)
      return (world) => {
        const answer = operations.createKey(circumstancesOf(world))(request)(world.account)
        return answered(world, answer, { keyCreated: true })
      }
    }
    case 'UpdateCustomKeyStore': {
      const request = decoded(cks.UpdateCustomKeyStoreRequest, arrived)
      const members = Object.keys(request).filter((member) => member !== 'CustomKeyStoreId')
      return (world) => {
        const needed = neededUpdates[storeIn(world)!.CustomKeyStoreType]![world.code]!
        const told = world.told || (world.fixed && needed.every((member) => members.includes(member)))
        // KMS looks at what stands behind the store as it is after the update.
        const after = { ...world, told, updated: [...new Set([...world.updated, ...members])].sort() }
        return answered(after, operations.update(circumstancesOf(after))(request)(world.account))
      }
    }
    default:
      return () => E.left(`no operation ${operation}`)
  }
}

/** What is wrong is put right outside KMS. */
export const fixed = (world: World): World => ({ ...world, fixed: true })

/** KMS ends what it is doing with the store. */
export const settled = (world: World): World => {
  const store = storeIn(world)
  return store === undefined
    ? world
    : { ...world, account: cks.settled(circumstancesOf(world), store.CustomKeyStoreId)(world.account) }
}

/** So many days go by. Keys whose waiting period ends go; KMS removes material only while the store is connected. */
export const later =
  (days: number) =>
  (world: World): World => {
    const now = world.now + days * 86_400
    const account = cks.withoutExpiredKeys(now)(world.account)
    const inCluster = world.account.keys.filter((key) => key.Origin === 'AWS_CLOUDHSM').length
    const left = account.keys.filter((key) => key.Origin === 'AWS_CLOUDHSM').length
    const lost = left < inCluster && storeIn(world)?.ConnectionState !== 'CONNECTED'
    return { ...world, now, account, materialLeft: world.materialLeft || lost }
  }

/** What an update tells though it is not so. */
const untrue = (world: World, request: object): ReadonlyArray<string> =>
  Object.entries(request).flatMap(([member, value]) =>
    tellOfOutside.includes(member) && value !== '' && !world.prepared.includes(member) ? [member] : []
  )

/** What is put right or made ready outside KMS, as the step says. */
const outside = (world: World, { prepares }: Pick<Fix, 'prepares'>): World => {
  const right = neededUpdates[storeIn(world)!.CustomKeyStoreType]![world.code]!
  return prepares === undefined
    ? { ...fixed(world), prepared: [...world.prepared, ...right] }
    : { ...world, prepared: [...world.prepared, prepares] }
}

/**
 * Follows one step of a plan; left where it is refused, where what is waited for does not come, or where an update tells
 * KMS what is not so.
 */
export const follow =
  (edition: cks.EditionName) =>
  (world: World, step: PlanStep): Outcome => {
    if (step.kind === 'operation') {
      const lies = step.operation === 'UpdateCustomKeyStore' ? untrue(world, step.request) : []
      return lies.length > 0
        ? E.left(`not prepared: ${lies.join()}`)
        : perform(edition, step.operation, step.request)(world)
    }
    if (step.kind === 'fix') return E.right(outside(world, step))
    if (step.until === 'the keys are gone') {
      const after = later(step.days!)(world)
      return after.account.keys.length === 0 ? E.right(after) : E.left('keys are left')
    }
    const after = settled(world)
    const state = storeIn(after)?.ConnectionState
    return state === step.until ? E.right(after) : E.left(`${String(state)} instead of ${step.until}`)
  }
