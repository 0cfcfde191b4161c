/** Requests as they arrive, and accounts that they are sent to. */
import { accountWith, cloudHsmId, cloudHsmStore, externalStore, publicId, vpcId } from '../fixtures.js'

export const empty = accountWith()
export const password = 'Kmsuser-Password'
export const secretAccessKey = 'Secret/Access/Key/Secret/Access/Key/Secret/Access'

export const createCloudHsm = {
  CustomKeyStoreName: 'hsm store',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'customerCA of abcdefghijk',
  KeyStorePassword: password
}
export const createPublic = {
  CustomKeyStoreName: 'public store',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://public.example.com',
  XksProxyUriPath: '/first/kms/xks/v1',
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    RawSecretAccessKey: secretAccessKey
  }
}
export const createVpc = {
  ...createPublic,
  CustomKeyStoreName: 'vpc store',
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyUriEndpoint: 'https://private.example.com',
  XksProxyUriPath: '/second/kms/xks/v1',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
}

export const cloudHsm = { CustomKeyStoreId: cloudHsmId }
export const external = { CustomKeyStoreId: publicId }
export const vpc = { CustomKeyStoreId: vpcId }
export const createCloudHsmKey = { ...cloudHsm, Origin: 'AWS_CLOUDHSM' }
export const createExternalKey = { ...external, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key-1' }

export const disconnected = accountWith(cloudHsmStore('DISCONNECTED'), externalStore('DISCONNECTED'))
export const connected = accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED'))
export const viaVpc = accountWith(externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE'))
