import {
  redacted,
  type CreateCustomKeyStoreRequest,
  type CreateKeyRequest,
  type CustomKeyStoreName,
  type UpdateCustomKeyStoreRequest,
  type XksProxyVpcEndpointServiceName
} from '../../src/index.js'
import * as S from './stores.js'

const [{ CustomKeyStoreId }] = S.stores as readonly [(typeof S.stores)[number]]
const credential = { AccessKeyId: S.publicEndpoint.AccessKeyId, RawSecretAccessKey: redacted } as const
const service = S.named<XksProxyVpcEndpointServiceName>('com.amazonaws.vpce.us-east-1.vpce-svc-example1')

const proxyMembers = {
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  CustomKeyStoreName: S.named<CustomKeyStoreName>('key store 1'),
  XksProxyUriEndpoint: S.publicEndpoint.UriEndpoint,
  XksProxyUriPath: S.publicEndpoint.UriPath,
  XksProxyAuthenticationCredential: credential
} as const

/** Every kind of request for a new store. */
export const createRequests: ReadonlyArray<CreateCustomKeyStoreRequest> = [
  {
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CustomKeyStoreName: S.named('key store 1'),
    CloudHsmClusterId: S.clusterId,
    TrustAnchorCertificate: S.trustAnchor,
    KeyStorePassword: redacted
  },
  { ...proxyMembers, XksProxyConnectivity: 'PUBLIC_ENDPOINT' },
  {
    ...proxyMembers,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyVpcEndpointServiceName: service
  },
  {
    ...proxyMembers,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyVpcEndpointServiceName: service,
    XksProxyVpcEndpointServiceOwner: S.account
  }
]

/** Updates that some store takes, in DISCONNECTED. */
export const updateRequests: ReadonlyArray<UpdateCustomKeyStoreRequest> = [
  { CustomKeyStoreId, NewCustomKeyStoreName: S.named('a new name') },
  { CustomKeyStoreId, KeyStorePassword: redacted },
  { CustomKeyStoreId, CloudHsmClusterId: S.relatedClusterId },
  { CustomKeyStoreId, NewCustomKeyStoreName: S.named('a new name'), CloudHsmClusterId: S.relatedClusterId },
  { CustomKeyStoreId, XksProxyUriPath: S.named('/prefix/kms/xks/v1') },
  { CustomKeyStoreId, XksProxyAuthenticationCredential: credential },
  { CustomKeyStoreId, XksProxyUriEndpoint: S.named('https://MyProxy.xks.example.com') },
  {
    CustomKeyStoreId,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyUriEndpoint: S.publicEndpoint.UriEndpoint,
    XksProxyVpcEndpointServiceName: service
  },
  {
    CustomKeyStoreId,
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: S.publicEndpoint.UriEndpoint
  }
]

/** Updates that members together, or the account, forbid. */
export const faultyUpdateRequests: ReadonlyArray<UpdateCustomKeyStoreRequest> = [
  { CustomKeyStoreId },
  { CustomKeyStoreId, NewCustomKeyStoreName: S.named('key store 3') },
  { CustomKeyStoreId, NewCustomKeyStoreName: S.named('key store 1') },
  { CustomKeyStoreId, KeyStorePassword: redacted, XksProxyUriPath: S.publicEndpoint.UriPath },
  { CustomKeyStoreId, XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' },
  { CustomKeyStoreId, XksProxyConnectivity: 'PUBLIC_ENDPOINT' },
  { CustomKeyStoreId, XksProxyVpcEndpointServiceName: '' },
  { CustomKeyStoreId, XksProxyVpcEndpointServiceName: service },
  { CustomKeyStoreId, XksProxyVpcEndpointServiceOwner: S.account },
  { CustomKeyStoreId, XksProxyUriEndpoint: S.named('https://PROXY3.xks.example.com') },
  { CustomKeyStoreId, XksProxyUriEndpoint: S.named('https://proxy4.xks.example.com') },
  {
    CustomKeyStoreId,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyUriEndpoint: S.publicEndpoint.UriEndpoint,
    XksProxyVpcEndpointServiceName: S.named('com.amazonaws.vpce.us-east-1.vpce-svc-example4')
  }
]

const policy = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' }]
  })

const tag = (key: string, value: string): Tag => ({ TagKey: S.named(key), TagValue: S.named(value) })

type Tag = NonNullable<CreateKeyRequest['Tags']>[number]
type Asked = Omit<CreateKeyRequest, 'CustomKeyStoreId' | 'Origin' | 'XksKeyId'>

const ofEachOrigin = (asked: Asked): ReadonlyArray<CreateKeyRequest> => [
  { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM', ...asked },
  { CustomKeyStoreId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: S.named('external-key-1'), ...asked }
]

/** Requests for a key that some store takes, in CONNECTED. */
export const keyRequests: ReadonlyArray<CreateKeyRequest> = [
  ...ofEachOrigin({}),
  ...ofEachOrigin({ Description: 'a key', KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' }),
  ...ofEachOrigin({ Tags: [tag('team', 'blue')], MultiRegion: false }),
  ...ofEachOrigin({ Policy: policy('arn:aws:iam::111122223333:root') })
]

/** Requests for a key that no store takes. */
export const faultyKeyRequests: ReadonlyArray<CreateKeyRequest> = [
  ...ofEachOrigin({ Policy: '[]' }),
  ...ofEachOrigin({ Policy: '{"Version":' }),
  ...ofEachOrigin({ Policy: policy('arn:aws:iam') }),
  ...ofEachOrigin({ Tags: [tag('team', 'blue'), tag('team', 'red')] }),
  ...ofEachOrigin({ Tags: [tag('AWS:team', 'blue')] }),
  ...ofEachOrigin({ KeySpec: 'RSA_2048' }),
  ...ofEachOrigin({ CustomerMasterKeySpec: 'HMAC_256' }),
  ...ofEachOrigin({ KeyUsage: 'SIGN_VERIFY' }),
  ...ofEachOrigin({ MultiRegion: true }),
  { CustomKeyStoreId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: S.named('external-key-0') }
]
