/** Every member of every request: whether it must be there, what it must be, and the page that says so. Written by hand. */
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import { memberStatements } from '../../src/codec/memberFindings.js'
import { everyRequest } from '../everyRequest.js'
import { sources } from '../../src/sources.js'

const id64 = 'a string of 1 to 64 characters'
const id2048 = 'a string of 1 to 2048 characters'
const name = 'a string of 1 to 256 characters'
const connectivity = 'one of PUBLIC_ENDPOINT, VPC_ENDPOINT_SERVICE'
const cluster = 'a string of 19 to 24 characters that matches cluster-[2-7a-zA-Z]{11,16}'
const password = 'a string of 7 to 32 characters'
const endpoint = String.raw`a string of 10 to 128 characters that matches ^https://[a-zA-Z0-9.-]+$`
const path = String.raw`a string of 10 to 128 characters that matches ^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$`
const service = String.raw`a string of 20 to 64 characters that matches ^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$`
const owner = 'a string of 12 characters that matches [0-9]{12}'
const marker = String.raw`a string of 1 to 1024 characters that matches [\u0020-\u00FF]*`
const keySpec =
  'one of SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, HMAC_224, HMAC_256, HMAC_384, HMAC_512, SM2, ECC_NIST_EDWARDS25519, ML_DSA_44, ML_DSA_65, ML_DSA_87, ML_KEM_512, ML_KEM_768, ML_KEM_1024'
/** The older name of the member has none of the specs that came later. */
const olderKeySpec =
  'one of SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, HMAC_224, HMAC_256, HMAC_384, HMAC_512, SM2'
const algorithm = 'one of SYMMETRIC_DEFAULT, RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, SM2PKE'
const aliasName = 'a string of 1 to 256 characters that matches ^[a-zA-Z0-9:/_-]+$'
const principal = String.raw`a string of 1 to 256 characters that matches ^[\w+=,.@:/-]+$`
const grantOperation =
  'one of Decrypt, Encrypt, GenerateDataKey, GenerateDataKeyWithoutPlaintext, ReEncryptFrom, ReEncryptTo, Sign, Verify, GetPublicKey, CreateGrant, RetireGrant, DescribeKey, GenerateDataKeyPair, GenerateDataKeyPairWithoutPlaintext, GenerateMac, VerifyMac, DeriveSharedSecret, Encapsulate, Decapsulate'
const grantId = 'a string of 1 to 128 characters'
const message = '1 to 4096 bytes in base64'
const policyName = String.raw`a string of 1 to 128 characters that matches [\w]+`
const region = String.raw`a string of 1 to 32 characters that matches ^([a-z]+-){2,3}\d+$`
const materialId = 'a string of 64 characters that matches ^[a-f0-9]+$'
const signingAlgorithm =
  'one of RSASSA_PSS_SHA_256, RSASSA_PSS_SHA_384, RSASSA_PSS_SHA_512, RSASSA_PKCS1_V1_5_SHA_256, RSASSA_PKCS1_V1_5_SHA_384, RSASSA_PKCS1_V1_5_SHA_512, ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512, SM2DSA, ML_DSA_SHAKE_256, ED25519_SHA_512, ED25519_PH_SHA_512'
const macAlgorithm = 'one of HMAC_SHA_224, HMAC_SHA_256, HMAC_SHA_384, HMAC_SHA_512'
const keyPairSpec =
  'one of RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, SM2, ECC_NIST_EDWARDS25519, ML_KEM_512, ML_KEM_768, ML_KEM_1024'
const policy = String.raw`a string of 1 or more characters that matches [\u0009\u000A\u000D\u0020-\u00FF]+`
const ciphertext = '1 to 6144 bytes in base64'

const credentialPage = 'API_XksProxyAuthenticationCredentialType'
const credential: ReadonlyArray<Row> = [
  ['XksProxyAuthenticationCredential', '', undefined],
  [
    'XksProxyAuthenticationCredential.AccessKeyId',
    'required',
    'a string of 20 to 30 characters that matches ^[A-Z2-7]+$',
    credentialPage
  ],
  [
    'XksProxyAuthenticationCredential.RawSecretAccessKey',
    'required',
    String.raw`a string of 43 to 64 characters that matches ^[a-zA-Z0-9\/+=]+$`,
    credentialPage
  ]
]

/** The member, whether it is required, what it must be if it has a limit, and the page if it is not the operation's. */
type Row = readonly [string, 'required' | '', string | undefined, string?]

const storeId: ReadonlyArray<Row> = [['CustomKeyStoreId', 'required', id64]]
const keyId: ReadonlyArray<Row> = [['KeyId', 'required', id2048]]
const page: ReadonlyArray<Row> = [
  ['Limit', '', 'an integer from 1 to 1000'],
  ['Marker', '', marker]
]
const keyPair: ReadonlyArray<Row> = [
  ['KeyId', 'required', id2048],
  ['KeyPairSpec', 'required', keyPairSpec],
  ['EncryptionContext', '', undefined],
  ['DryRun', '', undefined]
]
const aliasOfKey: ReadonlyArray<Row> = [
  ['AliasName', 'required', aliasName],
  ['TargetKeyId', 'required', id2048]
]
const dataKey: ReadonlyArray<Row> = [
  ['KeyId', 'required', id2048],
  ['KeySpec', '', 'one of AES_256, AES_128'],
  ['NumberOfBytes', '', 'an integer from 1 to 1024'],
  ['EncryptionContext', '', undefined],
  ['DryRun', '', undefined]
]

const stated: Readonly<Record<keyof typeof everyRequest, ReadonlyArray<Row>>> = {
  CreateCustomKeyStore: [
    ['CustomKeyStoreName', 'required', name],
    ['CustomKeyStoreType', '', 'one of AWS_CLOUDHSM, EXTERNAL_KEY_STORE'],
    ['CloudHsmClusterId', '', cluster],
    ['TrustAnchorCertificate', '', 'a string of 1 to 5000 characters'],
    ['KeyStorePassword', '', password],
    ['XksProxyConnectivity', '', connectivity],
    ['XksProxyUriEndpoint', '', endpoint],
    ['XksProxyUriPath', '', path],
    ...credential,
    ['XksProxyVpcEndpointServiceName', '', service],
    ['XksProxyVpcEndpointServiceOwner', '', owner]
  ],
  DescribeCustomKeyStores: [
    ['CustomKeyStoreId', '', id64],
    ['CustomKeyStoreName', '', name],
    ['Limit', '', 'an integer from 1 to 1000'],
    ['Marker', '', marker]
  ],
  ConnectCustomKeyStore: storeId,
  DisconnectCustomKeyStore: storeId,
  UpdateCustomKeyStore: [
    ['CustomKeyStoreId', 'required', id64],
    ['NewCustomKeyStoreName', '', name],
    ['KeyStorePassword', '', password],
    ['CloudHsmClusterId', '', cluster],
    ['XksProxyConnectivity', '', connectivity],
    ['XksProxyUriEndpoint', '', endpoint],
    ['XksProxyUriPath', '', path],
    ...credential,
    ['XksProxyVpcEndpointServiceName', '', `empty, or be ${service}`],
    ['XksProxyVpcEndpointServiceOwner', '', owner]
  ],
  DeleteCustomKeyStore: storeId,
  CreateKey: [
    ['CustomKeyStoreId', '', id64],
    ['Origin', '', 'one of AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE'],
    ['XksKeyId', '', 'a string of 1 to 128 characters that matches ^[a-zA-Z0-9-_.]+$'],
    ['Description', '', 'a string of at most 8192 characters'],
    [
      'Policy',
      '',
      String.raw`a string of 1 or more characters that matches [\u0009\u000A\u000D\u0020-\u00FF]+`
    ],
    ['Tags', '', 'a list of at most 50 entries'],
    ['Tags.TagKey', 'required', 'a string of 1 to 128 characters', 'API_Tag'],
    ['Tags.TagValue', 'required', 'a string of at most 256 characters', 'API_Tag'],
    ['KeySpec', '', keySpec],
    ['CustomerMasterKeySpec', '', olderKeySpec],
    [
      'KeyUsage',
      '',
      'one of ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC, KEY_AGREEMENT, ENCAPSULATE_DECAPSULATE'
    ],
    ['MultiRegion', '', undefined],
    ['BypassPolicyLockoutSafetyCheck', '', undefined]
  ],
  GenerateRandom: [
    ['NumberOfBytes', 'required', 'an integer from 1 to 1024'],
    ['CustomKeyStoreId', '', id64],
    ['Recipient', '', undefined]
  ],
  DescribeKey: keyId,
  ListKeys: [
    ['Limit', '', 'an integer from 1 to 1000'],
    ['Marker', '', marker]
  ],
  EnableKey: keyId,
  DisableKey: keyId,
  ScheduleKeyDeletion: [...keyId, ['PendingWindowInDays', '', 'an integer from 7 to 30']],
  CancelKeyDeletion: keyId,
  UpdateKeyDescription: [...keyId, ['Description', 'required', 'a string of at most 8192 characters']],
  TagResource: [
    ...keyId,
    ['Tags', 'required', 'a list of at most 50 entries'],
    ['Tags.TagKey', 'required', 'a string of 1 to 128 characters', 'API_Tag'],
    ['Tags.TagValue', 'required', 'a string of at most 256 characters', 'API_Tag']
  ],
  UntagResource: [
    ...keyId,
    ['TagKeys', 'required', 'a list whose entries must each be a string of 1 to 128 characters']
  ],
  ListResourceTags: [...keyId, ...page],
  CreateAlias: aliasOfKey,
  UpdateAlias: aliasOfKey,
  DeleteAlias: [['AliasName', 'required', aliasName]],
  ListAliases: [['KeyId', '', id2048], ...page],
  GetKeyPolicy: [...keyId, ['PolicyName', '', policyName]],
  PutKeyPolicy: [
    ...keyId,
    ['Policy', 'required', policy],
    ['PolicyName', '', policyName],
    ['BypassPolicyLockoutSafetyCheck', '', undefined]
  ],
  ListKeyPolicies: [...keyId, ...page],
  CreateGrant: [
    ...keyId,
    ['GranteePrincipal', 'required', principal],
    ['Operations', 'required', `a list whose entries must each be ${grantOperation}`],
    ['RetiringPrincipal', '', principal],
    ['Constraints', '', undefined],
    ['Constraints.EncryptionContextSubset', '', undefined],
    ['Constraints.EncryptionContextEquals', '', undefined],
    [
      'Constraints.SourceArn',
      '',
      'a string of 20 to 512 characters that matches ^arn:aws[a-z0-9-]*:',
      'API_GrantConstraints'
    ],
    ['Name', '', 'a string of 1 to 256 characters that matches ^[a-zA-Z0-9:/_-]+$'],
    ['DryRun', '', undefined]
  ],
  ListGrants: [...keyId, ['GrantId', '', grantId], ['GranteePrincipal', '', principal], ...page],
  RevokeGrant: [...keyId, ['GrantId', 'required', grantId], ['DryRun', '', undefined]],
  RetireGrant: [
    ['GrantToken', '', 'a string of 1 to 8192 characters'],
    ['KeyId', '', id2048],
    ['GrantId', '', grantId],
    ['DryRun', '', undefined]
  ],
  ListRetirableGrants: [['RetiringPrincipal', 'required', principal], ...page],
  EnableKeyRotation: [...keyId, ['RotationPeriodInDays', '', 'an integer from 90 to 2560']],
  DisableKeyRotation: keyId,
  GetKeyRotationStatus: keyId,
  ListKeyRotations: [
    ...keyId,
    ['IncludeKeyMaterial', '', 'one of ALL_KEY_MATERIAL, ROTATIONS_ONLY'],
    ...page
  ],
  RotateKeyOnDemand: keyId,
  GetParametersForImport: [
    ...keyId,
    [
      'WrappingAlgorithm',
      'required',
      'one of RSAES_PKCS1_V1_5, RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, RSA_AES_KEY_WRAP_SHA_1, RSA_AES_KEY_WRAP_SHA_256, SM2PKE'
    ],
    ['WrappingKeySpec', 'required', 'one of RSA_2048, RSA_3072, RSA_4096, SM2']
  ],
  ImportKeyMaterial: [
    ...keyId,
    ['ImportToken', 'required', ciphertext],
    ['EncryptedKeyMaterial', 'required', ciphertext],
    ['ValidTo', '', undefined],
    ['ExpirationModel', '', 'one of KEY_MATERIAL_EXPIRES, KEY_MATERIAL_DOES_NOT_EXPIRE'],
    ['ImportType', '', 'one of NEW_KEY_MATERIAL, EXISTING_KEY_MATERIAL'],
    [
      'KeyMaterialDescription',
      '',
      String.raw`a string of at most 256 characters that matches ^[a-zA-Z0-9:/_\s.-]+$`
    ],
    ['KeyMaterialId', '', materialId]
  ],
  DeleteImportedKeyMaterial: [...keyId, ['KeyMaterialId', '', materialId]],
  ReplicateKey: [
    ...keyId,
    ['ReplicaRegion', 'required', region],
    ['Policy', '', policy],
    ['BypassPolicyLockoutSafetyCheck', '', undefined],
    ['Description', '', 'a string of at most 8192 characters'],
    ['Tags', '', 'a list of at most 50 entries'],
    ['Tags.TagKey', 'required', 'a string of 1 to 128 characters', 'API_Tag'],
    ['Tags.TagValue', 'required', 'a string of at most 256 characters', 'API_Tag']
  ],
  UpdatePrimaryRegion: [...keyId, ['PrimaryRegion', 'required', region]],
  Sign: [
    ...keyId,
    ['Message', 'required', message],
    ['SigningAlgorithm', 'required', signingAlgorithm],
    ['MessageType', '', 'one of RAW, DIGEST, EXTERNAL_MU'],
    ['DryRun', '', undefined]
  ],
  Verify: [
    ...keyId,
    ['Message', 'required', message],
    ['SigningAlgorithm', 'required', signingAlgorithm],
    ['Signature', 'required', ciphertext],
    ['MessageType', '', 'one of RAW, DIGEST, EXTERNAL_MU'],
    ['DryRun', '', undefined]
  ],
  GenerateMac: [
    ...keyId,
    ['Message', 'required', message],
    ['MacAlgorithm', 'required', macAlgorithm],
    ['DryRun', '', undefined]
  ],
  VerifyMac: [
    ...keyId,
    ['Message', 'required', message],
    ['MacAlgorithm', 'required', macAlgorithm],
    ['Mac', 'required', ciphertext],
    ['DryRun', '', undefined]
  ],
  GetPublicKey: keyId,
  DeriveSharedSecret: [
    ...keyId,
    ['KeyAgreementAlgorithm', 'required', 'one of ECDH'],
    ['PublicKey', 'required', '1 to 8192 bytes in base64'],
    ['DryRun', '', undefined],
    ['Recipient', '', undefined]
  ],
  GenerateDataKeyPair: [...keyPair, ['Recipient', '', undefined]],
  GenerateDataKeyPairWithoutPlaintext: keyPair,
  Encrypt: [
    ['KeyId', 'required', id2048],
    ['Plaintext', 'required', '1 to 4096 bytes in base64'],
    ['EncryptionContext', '', undefined],
    ['EncryptionAlgorithm', '', algorithm],
    ['DryRun', '', undefined]
  ],
  Decrypt: [
    ['CiphertextBlob', 'required', ciphertext],
    ['KeyId', '', id2048],
    ['EncryptionContext', '', undefined],
    ['EncryptionAlgorithm', '', algorithm],
    ['DryRun', '', undefined],
    ['Recipient', '', undefined]
  ],
  ReEncrypt: [
    ['CiphertextBlob', 'required', ciphertext],
    ['DestinationKeyId', 'required', id2048],
    ['DestinationEncryptionContext', '', undefined],
    ['DestinationEncryptionAlgorithm', '', algorithm],
    ['SourceKeyId', '', id2048],
    ['SourceEncryptionContext', '', undefined],
    ['SourceEncryptionAlgorithm', '', algorithm],
    ['DryRun', '', undefined]
  ],
  GenerateDataKey: [...dataKey, ['Recipient', '', undefined]],
  GenerateDataKeyWithoutPlaintext: dataKey
}

const operations = Object.entries(stated) as ReadonlyArray<[keyof typeof everyRequest, ReadonlyArray<Row>]>

describe.each(operations)('%s', (operation, rows) => {
  const { members, source, together } = everyRequest[operation]
  const page = `API_${operation}`

  it('has the members that its page states', () => {
    expect(source).toBe(page)
    expect(members.map((member) => [...member.within, member.name].join('.'))).toEqual(rows.map(([of]) => of))
  })

  it.each(rows.map((row) => [row[0], row] as const))('%s', (_, [place, required, must, elsewhere = page]) => {
    const member = place.split('.').at(-1) ?? ''
    const found = members.find((each) => [...each.within, each.name].join('.') === place)
    expect(found?.required).toBe(required === 'required')
    if (required === 'required') {
      expect(found?.requirement).toMatchObject({
        name: `${member}IsRequired`,
        says: `${member} must be given.`,
        source: elsewhere
      })
    } else expect(found?.requirement).toBeUndefined()
    if (must === undefined) expect(found?.limit).toBeUndefined()
    else {
      expect(found?.limit).toMatchObject({
        name: `${member}Limit`,
        says: `${member} must be ${must}.`,
        source: elsewhere
      })
    }
  })

  it('says everything in one sentence each, under a name of its own, with a page', () => {
    const statements = memberStatements({ members, together })
    for (const { says, source: cited, assumes = [] } of statements) {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(says).not.toMatch(/[.!?] /)
      expect(Object.keys(sources)).toContain(cited)
      expect(Object.keys(assumptions)).toEqual(expect.arrayContaining([...assumes]))
    }
    expect(new Set(statements.map((each) => each.name)).size).toBe(statements.length)
  })
})

describe('what is assumed of a limit', () => {
  const assumedOf = (operation: keyof typeof everyRequest, member: string) =>
    everyRequest[operation].members.find((each) => each.name === member)

  it.each([
    ['CreateCustomKeyStore', 'XksProxyUriPath', ['A31']],
    ['CreateCustomKeyStore', 'CustomKeyStoreName', ['A31']],
    ['CreateCustomKeyStore', 'XksProxyConnectivity', undefined],
    ['UpdateCustomKeyStore', 'XksProxyVpcEndpointServiceName', ['A31']],
    ['CreateKey', 'Tags', ['A57']],
    ['Encrypt', 'Plaintext', ['A31']],
    ['GenerateRandom', 'NumberOfBytes', undefined]
  ] as const)('of %s: %s', (operation, member, assumes) => {
    expect(assumedOf(operation, member)?.limit?.assumes).toEqual(assumes)
  })

  it('and that NumberOfBytes is required, for which page and service model disagree', () => {
    expect(assumedOf('GenerateRandom', 'NumberOfBytes')?.requirement?.assumes).toEqual(['A32'])
    expect(assumedOf('ConnectCustomKeyStore', 'CustomKeyStoreId')?.requirement?.assumes).toBeUndefined()
  })
})

describe('the secret members', () => {
  it('are the password, the credential with both its halves, what is to be encrypted or signed, and what is to be imported', () => {
    const secret = operations.flatMap(([operation]) =>
      everyRequest[operation].members.filter((member) => member.secret).map((member) => member.name)
    )
    expect([...new Set(secret)].sort()).toEqual([
      'AccessKeyId',
      'EncryptedKeyMaterial',
      'ImportToken',
      'KeyStorePassword',
      'Message',
      'Plaintext',
      'RawSecretAccessKey',
      'XksProxyAuthenticationCredential'
    ])
  })
})
