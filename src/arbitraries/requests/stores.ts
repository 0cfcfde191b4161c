import fc, { type Arbitrary } from 'fast-check'
import {
  accessKeyIds,
  accountIds,
  anchor,
  clusterIds,
  endpoints,
  oneOf,
  passwords,
  paths,
  rarely,
  secretAccessKeys,
  serviceNames,
  storeId,
  storeNames
} from '../smallWorld.js'
import type { Members } from './Members.js'

/** Requests about stores. */

const clusterId = oneOf(clusterIds)
/** The cluster of the first store, or one that shares a backup history with it. */
const relatedClusterId = oneOf(clusterIds.slice(0, 2))
const endpoint = oneOf([...endpoints, 'https://ONE.example.com'])
const path = oneOf(paths)
const serviceName = oneOf(serviceNames)
const storeName = oneOf(storeNames)
const password = oneOf(passwords)
const credential = fc.record({
  AccessKeyId: oneOf(accessKeyIds),
  RawSecretAccessKey: oneOf(secretAccessKeys)
})
const otherAnchor = fc.oneof(
  { withCrossShrink: true },
  { weight: 5, arbitrary: fc.constant(anchor) },
  { weight: 1, arbitrary: fc.constant(`${anchor} of another cluster`) }
)

const external = {
  CustomKeyStoreName: storeName,
  CustomKeyStoreType: fc.constant('EXTERNAL_KEY_STORE'),
  XksProxyUriEndpoint: endpoint,
  XksProxyUriPath: path,
  XksProxyAuthenticationCredential: credential
}

/** A store in a cluster that nothing keeps from being made, if it is the first. */
export const createInCluster: Arbitrary<Members> = fc.record<Members>({
  CustomKeyStoreName: storeName,
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: fc.constant(anchor),
  KeyStorePassword: password
})

/** An external store that nothing keeps from being made, if it is the first. */
export const createOutside: Arbitrary<Members> = fc.record<Members>({
  ...external,
  XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT')
})

export const create: Arbitrary<Members> = fc.oneof(
  { withCrossShrink: true },
  fc.record<Members>(
    {
      CustomKeyStoreName: storeName,
      CustomKeyStoreType: fc.constant('AWS_CLOUDHSM'),
      CloudHsmClusterId: clusterId,
      TrustAnchorCertificate: otherAnchor,
      KeyStorePassword: password
    },
    {
      requiredKeys: ['CustomKeyStoreName', 'CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword']
    }
  ),
  createOutside,
  fc.record<Members>({
    ...external,
    XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE'),
    XksProxyVpcEndpointServiceName: serviceName
  })
)

const changing = (
  members: Readonly<Record<string, Arbitrary<unknown>>>,
  ...required: ReadonlyArray<string>
): Arbitrary<Members> =>
  fc.record<Members>(
    { CustomKeyStoreId: storeId(), ...members },
    { requiredKeys: ['CustomKeyStoreId', ...required] }
  )

/** Changes to some members, of one type of store mostly. */
export const update: Arbitrary<Members> = fc.oneof(
  { withCrossShrink: true },
  changing({ NewCustomKeyStoreName: storeName, KeyStorePassword: password, CloudHsmClusterId: clusterId }),
  fc.record<Members>({ CustomKeyStoreId: fc.constant('cks-0'), CloudHsmClusterId: relatedClusterId }),
  changing({
    NewCustomKeyStoreName: storeName,
    XksProxyAuthenticationCredential: credential,
    XksProxyUriPath: path
  }),
  changing(
    {
      XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT'),
      XksProxyUriEndpoint: endpoint,
      XksProxyVpcEndpointServiceName: fc.constantFrom('', null)
    },
    'XksProxyConnectivity',
    'XksProxyUriEndpoint'
  ),
  changing(
    {
      XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE'),
      XksProxyUriEndpoint: endpoint,
      XksProxyUriPath: path,
      XksProxyVpcEndpointServiceName: rarely(serviceName, fc.constant('')),
      XksProxyVpcEndpointServiceOwner: oneOf(accountIds)
    },
    'XksProxyVpcEndpointServiceName'
  )
)

export const describe: Arbitrary<Members> = fc.oneof(
  { withCrossShrink: true },
  fc.record<Members>({ CustomKeyStoreId: storeId() }),
  fc.record<Members>({ CustomKeyStoreName: storeName }),
  fc.record<Members>(
    {
      Limit: fc.integer({ min: 1, max: 3 }),
      Marker: fc.constantFrom('1600000001/cks-1', 'no marker')
    },
    { requiredKeys: [] }
  )
)

export const named: Arbitrary<Members> = fc.record({ CustomKeyStoreId: storeId() })

export const random: Arbitrary<Members> = fc.record<Members>(
  { CustomKeyStoreId: storeId(), NumberOfBytes: fc.integer({ min: 1, max: 1024 }) },
  { requiredKeys: ['NumberOfBytes'] }
)
