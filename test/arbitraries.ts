/** What the tests generate besides what `kms-custom-key-store/arbitraries` has: the parts of its small world one by one. */
import fc, { type Arbitrary } from 'fast-check'
import * as any from '../src/arbitraries/index.js'
import * as world from '../src/arbitraries/smallWorld.js'
import type * as cks from '../src/index.js'

export { soundInfrastructure } from '../src/arbitraries/infrastructure.js'
export { secretMark } from '../src/arbitraries/smallWorld.js'

const someOf = (values: ReadonlyArray<string>): Arbitrary<string> => fc.constantFrom(...values)

export const storeName = someOf(world.storeNames)
export const clusterId = someOf(world.clusterIds)
/** The cluster of the store cks-0, or one that shares a backup history with it. */
export const relatedClusterId = someOf(world.clusterIds.slice(0, 2))
export const endpoint = someOf([...world.endpoints, 'https://ONE.example.com'])
export const path = someOf(world.paths)
export const serviceName = someOf(world.serviceNames)
export const accessKeyId = someOf(world.accessKeyIds)
export const keyId = world.keyId()
export const xksKeyId = someOf(world.xksKeyIds)

export const cluster = any.cluster()
export const proxy = any.proxy()
export const vpcEndpointService = any.vpcEndpointService()
export const infrastructure = any.infrastructure()
export const failure = any.failure()
export const errorCode = any.connectionErrorCode()
export const store = any.store()
export const account = any.account()

/** Whatever may stand behind a store, of either type, and whether KMS fails. */
export const backing: Arbitrary<cks.BackingKeyStore & cks.WithFailure> = fc.record({
  cluster: fc.option(cluster, { nil: undefined }),
  proxy: fc.option(proxy, { nil: undefined }),
  vpcEndpointService: fc.option(vpcEndpointService, { nil: undefined }),
  failure
})

export const cloudHsmCodes = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'SUBNET_NOT_FOUND',
  'USER_LOCKED_OUT',
  'USER_LOGGED_IN',
  'USER_NOT_FOUND'
] as const
export const externalCodes = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'XKS_PROXY_ACCESS_DENIED',
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XKS_PROXY_INVALID_RESPONSE',
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  'XKS_PROXY_NOT_REACHABLE',
  'XKS_PROXY_TIMED_OUT',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'
] as const

export const editionName: Arbitrary<cks.EditionName> = fc.constantFrom(
  'exception-text-2022',
  'operation-page-2022',
  'exception-text-2026',
  'operation-page-2026',
  'developer-guide'
)
