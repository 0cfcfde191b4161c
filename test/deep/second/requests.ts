import type { Shape, Shapes } from './members.js'

/** The constraints of the members of each request (service-model). */
const string = (min: number, max: number, pattern = /^/): Shape & { readonly is: 'string' } => ({
  is: 'string',
  min,
  max,
  pattern
})
const integer = (min: number, max: number): Shape => ({ is: 'integer', min, max })
const oneOf = (...values: ReadonlyArray<string>): Shape => ({ is: 'enum', values })
const boolean: Shape = { is: 'boolean' }
const map: Shape = { is: 'map' }
const required = { required: true } as const

const id = string(1, 64)
const name = string(1, 256)
const store: Shapes = { CustomKeyStoreId: { ...id, ...required } }
const key: Shapes = { KeyId: { ...string(1, 2048), ...required } }

const cluster = string(19, 24, /cluster-[2-7a-zA-Z]{11,16}/)
/** The service model has no pattern for the password; the guide asks for letters and digits. */
const cloudHsm: Shapes = {
  CloudHsmClusterId: { ...cluster, usual: /^cluster-[2-7a-zA-Z]{11,16}$/ },
  KeyStorePassword: { ...string(7, 32), usual: /^[a-zA-Z0-9]+$/ }
}
const service = string(20, 64, /^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$/)
const external: Shapes = {
  XksProxyConnectivity: oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'),
  XksProxyUriEndpoint: string(10, 128, /^https:\/\/[a-zA-Z0-9.-]+$/),
  XksProxyUriPath: string(10, 128, /^(\/[a-zA-Z0-9/_-]+\/kms\/xks\/v\d{1,2})$|^(\/kms\/xks\/v\d{1,2})$/),
  XksProxyVpcEndpointServiceName: service,
  XksProxyVpcEndpointServiceOwner: string(12, 12, /[0-9]{12}/),
  XksProxyAuthenticationCredential: {
    is: 'structure',
    members: {
      AccessKeyId: { ...string(20, 30, /^[A-Z2-7]+$/), ...required },
      RawSecretAccessKey: { ...string(43, 64, /^[a-zA-Z0-9/+=]+$/), ...required }
    }
  }
}
const tag: Shape = {
  is: 'structure',
  members: { TagKey: { ...string(1, 128), ...required }, TagValue: { ...string(0, 256), ...required } }
}
const common: Shapes = {
  EncryptionContext: map,
  GrantTokens: { is: 'list', of: string(1, 8192), max: 10 },
  DryRun: boolean
}
const algorithm = oneOf('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE')
const dataKey: Shapes = {
  ...key,
  ...common,
  KeySpec: oneOf('AES_256', 'AES_128'),
  NumberOfBytes: integer(1, 1024)
}

export const requests: Readonly<Record<string, Shapes>> = {
  CreateCustomKeyStore: {
    CustomKeyStoreName: { ...name, ...required },
    CustomKeyStoreType: oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
    TrustAnchorCertificate: string(1, 5000),
    ...cloudHsm,
    ...external
  },
  ConnectCustomKeyStore: store,
  DisconnectCustomKeyStore: store,
  DeleteCustomKeyStore: store,
  UpdateCustomKeyStore: {
    ...store,
    NewCustomKeyStoreName: name,
    ...cloudHsm,
    ...external,
    XksProxyVpcEndpointServiceName: { ...service, orEmpty: true }
  },
  DescribeCustomKeyStores: {
    CustomKeyStoreId: id,
    CustomKeyStoreName: name,
    Limit: integer(1, 1000),
    Marker: { ...string(1, 1024), usual: /^[ -\u00FF]*$/ }
  },
  CreateKey: {
    CustomKeyStoreId: id,
    XksKeyId: string(1, 128, /^[a-zA-Z0-9-_.]+$/),
    Origin: oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
    KeyUsage: oneOf('ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'),
    // Their values are among the rules of the operation.
    KeySpec: string(0, Infinity),
    CustomerMasterKeySpec: string(0, Infinity),
    MultiRegion: boolean,
    BypassPolicyLockoutSafetyCheck: boolean,
    Description: string(0, 8192),
    Policy: { ...string(1, Infinity), usual: /^[^]{0,131072}$/ },
    Tags: { is: 'list', of: tag, max: 50 }
  },
  GenerateRandom: {
    CustomKeyStoreId: id,
    NumberOfBytes: { ...integer(1, 1024), ...required }, // A32
    Recipient: { is: 'structure', members: {} }
  },
  DescribeKey: { ...key, GrantTokens: { is: 'list', of: string(1, 8192), max: 10 } },
  EnableKey: key,
  DisableKey: key,
  CancelKeyDeletion: key,
  ScheduleKeyDeletion: { ...key, PendingWindowInDays: integer(7, 30) },
  Encrypt: {
    ...key,
    ...common,
    Plaintext: { is: 'blob', max: 4096, ...required },
    EncryptionAlgorithm: algorithm
  },
  Decrypt: {
    KeyId: string(1, 2048),
    ...common,
    CiphertextBlob: { is: 'blob', max: 6144, ...required },
    EncryptionAlgorithm: algorithm
  },
  GenerateDataKey: dataKey,
  GenerateDataKeyWithoutPlaintext: dataKey
}
