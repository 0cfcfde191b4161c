import {
  connectionStates,
  type AccessKeyId,
  type AccountId,
  type CloudHsmClusterId,
  type CloudHsmKeyStore,
  type CustomKeyStore,
  type CustomKeyStoreId,
  type CustomKeyStoreName,
  type ExternalKeyStore,
  type KmsKey,
  type TrustAnchorCertificate,
  type XksProxyConfiguration,
  type XksProxyUriEndpoint,
  type XksProxyUriPath,
  type XksProxyVpcEndpointServiceName
} from '../../src/index.js'

/** Names of the kind that is expected where they are used; whether they are well formed is not decided here. */
export const named = <Name extends string>(name: string) => name as Name

export const account = named<AccountId>('111122223333')
export const clusterId = named<CloudHsmClusterId>('cluster-1a23b4cdefg')
export const relatedClusterId = named<CloudHsmClusterId>('cluster-2a23b4cdefg')
export const certificate = 'certificate of the first cluster'
export const trustAnchor = named<TrustAnchorCertificate>('certificate of the authority')

const address = {
  AccessKeyId: named<AccessKeyId>('ABCDE12345670EXAMPLE'),
  UriEndpoint: named<XksProxyUriEndpoint>('https://myproxy.xks.example.com'),
  UriPath: named<XksProxyUriPath>('/kms/xks/v1')
}
export const publicEndpoint: XksProxyConfiguration = { Connectivity: 'PUBLIC_ENDPOINT', ...address }
const throughService: XksProxyConfiguration = {
  Connectivity: 'VPC_ENDPOINT_SERVICE',
  ...address,
  VpcEndpointServiceName: named<XksProxyVpcEndpointServiceName>(
    'com.amazonaws.vpce.us-east-1.vpce-svc-example1'
  )
}

const identity = (number: number) => ({
  CustomKeyStoreId: named<CustomKeyStoreId>(`cks-${String(number)}234567890abcdef0`),
  CustomKeyStoreName: named<CustomKeyStoreName>(`key store ${String(number)}`),
  CreationDate: 1_700_000_000 + number,
  attempt: number
})

const cloudHsmKeyStore = (number: number): CloudHsmKeyStore => ({
  ...identity(number),
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId:
    number === 1 ? clusterId : named<CloudHsmClusterId>(`cluster-${String(number)}zzzzzzzzzz`),
  TrustAnchorCertificate: trustAnchor,
  clusterCertificate: number === 1 ? certificate : `certificate of cluster ${String(number)}`
})

const externalKeyStore = (number: number, configuration: XksProxyConfiguration): ExternalKeyStore => ({
  ...identity(number),
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConfiguration: configuration
})

const inEveryState = (store: CloudHsmKeyStore | ExternalKeyStore): ReadonlyArray<CustomKeyStore> =>
  connectionStates.map((state): CustomKeyStore => {
    if (state !== 'FAILED') return { ...store, ConnectionState: state }
    return store.CustomKeyStoreType === 'AWS_CLOUDHSM'
      ? { ...store, ConnectionState: state, ConnectionErrorCode: 'INVALID_CREDENTIALS' }
      : { ...store, ConnectionState: state, ConnectionErrorCode: 'XKS_PROXY_NOT_REACHABLE' }
  })

/** A store of each type and connectivity, in each state. */
export const stores: ReadonlyArray<CustomKeyStore> = [
  cloudHsmKeyStore(1),
  externalKeyStore(1, publicEndpoint),
  externalKeyStore(1, throughService)
].flatMap(inEveryState)

const elsewhere = (number: number, configuration: XksProxyConfiguration): XksProxyConfiguration => ({
  ...configuration,
  UriEndpoint: named<XksProxyUriEndpoint>(`https://proxy${String(number)}.xks.example.com`)
})

/** Other stores of the account, which use nothing that the stores above use. */
export const otherStores: ReadonlyArray<CustomKeyStore> = [
  { ...cloudHsmKeyStore(2), ConnectionState: 'CONNECTED' },
  { ...externalKeyStore(3, elsewhere(3, publicEndpoint)), ConnectionState: 'CONNECTED' },
  {
    ...externalKeyStore(4, {
      ...throughService,
      ...elsewhere(4, throughService),
      VpcEndpointServiceName: named<XksProxyVpcEndpointServiceName>(
        'com.amazonaws.vpce.us-east-1.vpce-svc-example4'
      )
    } as XksProxyConfiguration),
    ConnectionState: 'DISCONNECTED'
  },
  { ...cloudHsmKeyStore(5), ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_LOCKED_OUT' }
]

/** A KMS key of each type, in a store. */
export const keys: ReadonlyArray<KmsKey> = ([1, 2] as const).map((number): KmsKey => {
  const common = {
    KeyId: named<KmsKey['KeyId']>(`key-${String(number)}`),
    Arn: `arn:aws:kms:us-east-1:${account}:key/key-${String(number)}`,
    CustomKeyStoreId: identity(1).CustomKeyStoreId,
    Description: '',
    CreationDate: 1_700_000_000,
    enabled: true
  }
  return number === 1
    ? { ...common, Origin: 'AWS_CLOUDHSM' }
    : { ...common, Origin: 'EXTERNAL_KEY_STORE', XksKeyConfiguration: { Id: named('external-key-0') } }
})
