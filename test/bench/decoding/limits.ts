/** What the members of the requests may be, told to every contender alike: least and greatest length, and a pattern. */
export type Limit = readonly [least: number, greatest: number, pattern?: RegExp]

const limit = (...all: Limit): Limit => all

export const limits = {
  storeId: limit(1, 64),
  storeName: limit(1, 256),
  cluster: limit(19, 24, /^cluster-[2-7a-zA-Z]{11,16}$/),
  trustAnchor: limit(1, 5000),
  password: limit(7, 32),
  endpoint: limit(10, 128, /^https:\/\/[a-zA-Z0-9.-]+$/),
  path: limit(10, 128, /^(\/[a-zA-Z0-9/_-]+)?\/kms\/xks\/v\d{1,2}$/),
  service: limit(20, 64, /^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$/),
  account: limit(12, 12, /^[0-9]{12}$/),
  accessKey: limit(20, 30, /^[A-Z2-7]+$/),
  secret: limit(43, 64, /^[a-zA-Z0-9/+=]+$/),
  externalKey: limit(1, 128, /^[a-zA-Z0-9-_.]+$/),
  description: limit(0, 8192),
  policy: limit(1, 131_072),
  tagKey: limit(1, 128),
  tagValue: limit(0, 256),
  marker: limit(1, 1024, /^[\u0020-\u00FF]*$/)
}

export const storeTypes = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const
export const connectivities = ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'] as const
export const origins = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const
export const usages = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'] as const
export const specs = [
  ...['SYMMETRIC_DEFAULT', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256', 'ECC_NIST_P384'],
  ...['ECC_NIST_P521', 'ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519', 'HMAC_224', 'HMAC_256', 'HMAC_384'],
  ...['HMAC_512', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87', 'SM2']
]

export const requestNames = [
  'CreateCustomKeyStore',
  'UpdateCustomKeyStore',
  'CreateKey',
  'CustomKeyStoreId',
  'DescribeCustomKeyStores',
  'GenerateRandom'
] as const
/** The requests of the eight operations. Connect, Disconnect and Delete name a store only, and have one. */
export type RequestName = (typeof requestNames)[number]

/** Whether each request is valid, by one contender. */
export type Reader = Readonly<Record<RequestName, (input: unknown) => boolean>>

type Members = Readonly<Record<string, unknown>>

/** A member that is null is one that is left out. */
const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const clusterMembers = ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword']
const proxyMembers = [
  'XksProxyConnectivity',
  'XksProxyUriEndpoint',
  'XksProxyUriPath',
  'XksProxyAuthenticationCredential'
]
const serviceName = 'XksProxyVpcEndpointServiceName'
const serviceMembers = [serviceName, 'XksProxyVpcEndpointServiceOwner']

const createAgrees = (request: Members): boolean => {
  const has = (member: string): boolean => isGiven(request[member])
  if (request['CustomKeyStoreType'] !== 'EXTERNAL_KEY_STORE')
    return clusterMembers.every(has) && !proxyMembers.some(has) && !serviceMembers.some(has)
  const throughService = request['XksProxyConnectivity'] === 'VPC_ENDPOINT_SERVICE'
  const serviceFits = throughService ? has(serviceName) : !serviceMembers.some(has)
  return proxyMembers.every(has) && !clusterMembers.some(has) && serviceFits
}

const keyAgrees = ({ CustomKeyStoreId, Origin, XksKeyId }: Members): boolean =>
  isGiven(CustomKeyStoreId) &&
  (Origin === 'EXTERNAL_KEY_STORE' ? isGiven(XksKeyId) : Origin === 'AWS_CLOUDHSM' && !isGiven(XksKeyId))

const describeAgrees = ({ CustomKeyStoreId, CustomKeyStoreName }: Members): boolean =>
  !isGiven(CustomKeyStoreId) || !isGiven(CustomKeyStoreName)

/** Whether members fit together, which no contender but ours can state otherwise. */
export const agree: Readonly<Record<'create' | 'key' | 'describe', (request: any) => boolean>> = {
  create: createAgrees,
  key: keyAgrees,
  describe: describeAgrees
}
