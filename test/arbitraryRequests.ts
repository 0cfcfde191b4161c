/** Generators of requests as they arrive: most in order, some with a member too many, too few or of the wrong kind. */
import fc, { type Arbitrary } from 'fast-check'
import type * as cks from '../src/index.js'
import {
  accessKeyId,
  accountNumber,
  clusterId,
  endpoint,
  path,
  relatedClusterId,
  serviceName,
  storeId,
  storeName
} from './arbitraries.js'
import * as grants from './arbitraryGrants.js'
import * as keys from './arbitraryKeyRequests.js'
import * as settings from './arbitraryKeySettings.js'
import { refusedInStores, type RefusedInStores } from './refusedInStores.js'

type Raw = Readonly<Record<string, unknown>>

const secretAccessKey = fc.constantFrom(
  'Hidden7+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'Hidden7/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB='
)
const password = fc.constantFrom('Hidden7', 'Hidden7Password', 'hidden7 with spaces')

/** Secrets where they belong and are refused. */
const spoiledSecret = fc.constantFrom<unknown>(
  'Hidden7'.repeat(20),
  ['Hidden7Password'],
  { Hidden7: 'Hidden7Password' },
  { AccessKeyId: 'hidden7', RawSecretAccessKey: 'Hidden7' },
  { AccessKeyId: 'ACCESSKEYIDNUMBERTWO', RawSecretAccessKey: 'Hidden7 '.repeat(6) }
)

const credential = fc.record({ AccessKeyId: accessKeyId, RawSecretAccessKey: secretAccessKey })
const sensitiveMembers = ['KeyStorePassword', 'XksProxyAuthenticationCredential']

/** The request, or one time in ten the request without a member or with a member of the wrong kind. */
const sometimesSpoiled = (raw: Arbitrary<Raw>): Arbitrary<Raw> =>
  fc.oneof(
    { weight: 9, arbitrary: raw },
    {
      weight: 1,
      arbitrary: fc
        .record({ raw, at: fc.nat(9), value: fc.jsonValue({ maxDepth: 1 }), secret: spoiledSecret })
        .map(({ raw, at, value, secret }) => {
          const names = Object.keys(raw)
          const member = names[at % names.length] ?? 'Unknown'
          if (sensitiveMembers.includes(member)) return { ...raw, [member]: secret }
          return at % 2 === 0 ? { ...raw, [member]: value } : { ...raw, KeyStorePassword: secret }
        })
    }
  )

const anchor = fc.oneof(
  { weight: 5, arbitrary: fc.constant('customerCA.crt') },
  { weight: 1, arbitrary: fc.constant('customerCA.crt of another cluster') }
)

const create = fc.oneof(
  fc.record(
    {
      CustomKeyStoreName: storeName,
      CustomKeyStoreType: fc.constant('AWS_CLOUDHSM'),
      CloudHsmClusterId: clusterId,
      TrustAnchorCertificate: anchor,
      KeyStorePassword: password
    },
    {
      requiredKeys: ['CustomKeyStoreName', 'CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword']
    }
  ),
  fc.record({
    CustomKeyStoreName: storeName,
    CustomKeyStoreType: fc.constant('EXTERNAL_KEY_STORE'),
    XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT'),
    XksProxyUriEndpoint: endpoint,
    XksProxyUriPath: path,
    XksProxyAuthenticationCredential: credential
  }),
  fc.record({
    CustomKeyStoreName: storeName,
    CustomKeyStoreType: fc.constant('EXTERNAL_KEY_STORE'),
    XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE'),
    XksProxyUriEndpoint: endpoint,
    XksProxyUriPath: path,
    XksProxyAuthenticationCredential: credential,
    XksProxyVpcEndpointServiceName: serviceName
  })
)

/** Changes to some members, of one type of store mostly. */
const update = fc.oneof(
  fc.record<Raw>({ CustomKeyStoreId: fc.constant('cks-0'), CloudHsmClusterId: relatedClusterId }),
  fc.record(
    {
      CustomKeyStoreId: storeId,
      NewCustomKeyStoreName: storeName,
      KeyStorePassword: password,
      CloudHsmClusterId: clusterId
    },
    { requiredKeys: ['CustomKeyStoreId'] }
  ),
  fc.record(
    {
      CustomKeyStoreId: storeId,
      NewCustomKeyStoreName: storeName,
      XksProxyAuthenticationCredential: credential,
      XksProxyUriPath: path
    },
    { requiredKeys: ['CustomKeyStoreId'] }
  ),
  fc.record(
    {
      CustomKeyStoreId: storeId,
      XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT'),
      XksProxyUriEndpoint: endpoint,
      XksProxyVpcEndpointServiceName: fc.constantFrom('', null)
    },
    { requiredKeys: ['CustomKeyStoreId', 'XksProxyConnectivity', 'XksProxyUriEndpoint'] }
  ),
  fc.record(
    {
      CustomKeyStoreId: storeId,
      XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE'),
      XksProxyUriEndpoint: endpoint,
      XksProxyUriPath: path,
      XksProxyVpcEndpointServiceName: fc.oneof(serviceName, fc.constant('')),
      XksProxyVpcEndpointServiceOwner: accountNumber
    },
    { requiredKeys: ['CustomKeyStoreId', 'XksProxyVpcEndpointServiceName'] }
  )
)

const describe = fc.oneof(
  fc.record<Raw>({ CustomKeyStoreId: storeId }),
  fc.record<Raw>({ CustomKeyStoreName: storeName }),
  fc.record<Raw>(
    {
      Limit: fc.integer({ min: 1, max: 3 }),
      Marker: fc.constantFrom('1600000001/cks-1', 'no marker')
    },
    { requiredKeys: [] }
  )
)

const named = fc.record({ CustomKeyStoreId: storeId })

const random = fc.record(
  { CustomKeyStoreId: storeId, NumberOfBytes: fc.integer({ min: 1, max: 1024 }) },
  { requiredKeys: ['NumberOfBytes'] }
)

const refused = (name: RefusedInStores): Arbitrary<Raw> =>
  sometimesSpoiled(keys.keyName.map((KeyId) => ({ KeyId, ...refusedInStores[name] })))

/** For each operation, a request as it arrives. */
export const rawRequest: Readonly<Record<cks.OperationName, Arbitrary<Raw>>> = {
  CreateCustomKeyStore: sometimesSpoiled(create),
  DescribeCustomKeyStores: sometimesSpoiled(describe),
  ConnectCustomKeyStore: sometimesSpoiled(named),
  DisconnectCustomKeyStore: sometimesSpoiled(named),
  UpdateCustomKeyStore: sometimesSpoiled(update),
  DeleteCustomKeyStore: sometimesSpoiled(named),
  CreateKey: sometimesSpoiled(keys.createKey),
  GenerateRandom: sometimesSpoiled(random),

  DescribeKey: sometimesSpoiled(keys.aboutKey),
  ListKeys: sometimesSpoiled(keys.listKeys),
  EnableKey: sometimesSpoiled(keys.aboutKey),
  DisableKey: sometimesSpoiled(keys.aboutKey),
  ScheduleKeyDeletion: sometimesSpoiled(keys.scheduleKeyDeletion),
  CancelKeyDeletion: sometimesSpoiled(keys.aboutKey),
  UpdateKeyDescription: sometimesSpoiled(settings.updateKeyDescription),
  TagResource: sometimesSpoiled(settings.tagResource),
  UntagResource: sometimesSpoiled(settings.untagResource),
  ListResourceTags: sometimesSpoiled(settings.listResourceTags),
  CreateAlias: sometimesSpoiled(settings.alias),
  UpdateAlias: sometimesSpoiled(settings.alias),
  DeleteAlias: sometimesSpoiled(settings.deleteAlias),
  ListAliases: sometimesSpoiled(settings.listAliases),
  GetKeyPolicy: sometimesSpoiled(settings.getKeyPolicy),
  PutKeyPolicy: sometimesSpoiled(settings.putKeyPolicy),
  ListKeyPolicies: sometimesSpoiled(settings.listKeyPolicies),
  CreateGrant: sometimesSpoiled(grants.createGrant),
  ListGrants: sometimesSpoiled(grants.listGrants),
  RevokeGrant: sometimesSpoiled(grants.revokeGrant),
  RetireGrant: sometimesSpoiled(grants.retireGrant),
  ListRetirableGrants: sometimesSpoiled(grants.listRetirableGrants),

  EnableKeyRotation: refused('EnableKeyRotation'),
  DisableKeyRotation: refused('DisableKeyRotation'),
  GetKeyRotationStatus: refused('GetKeyRotationStatus'),
  ListKeyRotations: refused('ListKeyRotations'),
  RotateKeyOnDemand: refused('RotateKeyOnDemand'),
  GetParametersForImport: refused('GetParametersForImport'),
  ImportKeyMaterial: refused('ImportKeyMaterial'),
  DeleteImportedKeyMaterial: refused('DeleteImportedKeyMaterial'),
  ReplicateKey: refused('ReplicateKey'),
  UpdatePrimaryRegion: refused('UpdatePrimaryRegion'),
  Sign: refused('Sign'),
  Verify: refused('Verify'),
  GenerateMac: refused('GenerateMac'),
  VerifyMac: refused('VerifyMac'),
  GetPublicKey: refused('GetPublicKey'),
  DeriveSharedSecret: refused('DeriveSharedSecret'),
  GenerateDataKeyPair: refused('GenerateDataKeyPair'),
  GenerateDataKeyPairWithoutPlaintext: refused('GenerateDataKeyPairWithoutPlaintext'),

  Encrypt: sometimesSpoiled(keys.encrypt),
  Decrypt: sometimesSpoiled(keys.decrypt),
  ReEncrypt: sometimesSpoiled(keys.reEncrypt),
  GenerateDataKey: sometimesSpoiled(keys.generateDataKey),
  GenerateDataKeyWithoutPlaintext: sometimesSpoiled(keys.generateDataKey)
}
