import type { Kind } from '../possible/examples.js'
import type { HistoryStep } from '../replay/index.js'

/** The kinds of store that the page can begin with, each in words. */
export const kindWords: Readonly<Record<Kind, string>> = {
  AWS_CLOUDHSM: 'AWS CloudHSM key store',
  PUBLIC_ENDPOINT: 'External key store, public endpoint',
  VPC_ENDPOINT_SERVICE: 'External key store, VPC endpoint service'
}

export const kindNames = Object.keys(kindWords) as ReadonlyArray<Kind>

/** The names in every story of the page. They are those of the examples in docs/stories. */
export const clusterId = 'cluster-abcdefghijk'
export const trustAnchor = 'content of customerCA.crt'
export const uriEndpoint = 'https://xks.example.com'
export const uriPath = '/example/kms/xks/v1'
export const serviceName = 'com.amazonaws.vpce.us-east-1.vpce-svc-0example'
export const password = 'kmsPswd1'
export const credential = {
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  RawSecretAccessKey: '0123456789012345678901234567890123456789abc'
}
export const storeName = 'ExampleKeyStore'

const proxy = {
  CustomKeyStoreName: storeName,
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyUriEndpoint: uriEndpoint,
  XksProxyUriPath: uriPath,
  XksProxyAuthenticationCredential: credential
}

/** What a store of each kind is created with. */
export const createRequest: Readonly<Record<Kind, object>> = {
  AWS_CLOUDHSM: {
    CustomKeyStoreName: storeName,
    CloudHsmClusterId: clusterId,
    TrustAnchorCertificate: trustAnchor,
    KeyStorePassword: password
  },
  PUBLIC_ENDPOINT: { ...proxy, XksProxyConnectivity: 'PUBLIC_ENDPOINT' },
  VPC_ENDPOINT_SERVICE: {
    ...proxy,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyVpcEndpointServiceName: serviceName
  }
}

const proxies = [{ uriEndpoint, uriPath }]

const behind: Readonly<Record<Kind, object>> = {
  AWS_CLOUDHSM: { clusters: [{ clusterId, trustAnchorCertificate: trustAnchor }] },
  PUBLIC_ENDPOINT: { proxies },
  VPC_ENDPOINT_SERVICE: { proxies, vpcEndpointServices: [{ serviceName }] }
}

/** The first steps of every story: what stands behind the store, without a fault, and the store. */
export const firstSteps = (kind: Kind): ReadonlyArray<HistoryStep> => [
  { facts: behind[kind] as Record<string, unknown> },
  { operation: 'CreateCustomKeyStore', request: createRequest[kind] as Record<string, unknown> }
]
