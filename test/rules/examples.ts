/** For each rule a subject that it accepts and one that it refuses, by hand. */
import { ListKeysRequest } from '../../src/model/requests/ListKeysRequest.js'
import { Alias } from '../../src/model/Alias.js'
import { Grant } from '../../src/model/Grant.js'
import { CreateGrantRequest } from '../../src/model/requests/GrantRequests.js'
import { DeleteAliasRequest } from '../../src/model/requests/AliasRequests.js'
import { TagResourceRequest, UntagResourceRequest } from '../../src/model/requests/TagResourceRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import type { Claim } from '../../src/Claim.js'
import { unlessFailedOrDisconnecting } from '../../src/editions/ValidStates.js'
import * as aliases from '../../src/rules/aliases.js'
import * as ciphertext from '../../src/rules/ciphertext.js'
import * as cluster from '../../src/rules/cluster.js'
import * as clusterConnection from '../../src/rules/clusterConnection.js'
import * as connectionState from '../../src/rules/connectionState.js'
import * as existence from '../../src/rules/existence.js'
import * as grants from '../../src/rules/grants.js'
import * as keyListing from '../../src/rules/keyListing.js'
import * as keyPolicy from '../../src/rules/keyPolicy.js'
import * as keyRequest from '../../src/rules/keyRequest.js'
import * as keysInStore from '../../src/rules/keysInStore.js'
import * as keyStates from '../../src/rules/keyState.js'
import * as listing from '../../src/rules/listing.js'
import * as notInStores from '../../src/rules/notInStores.js'
import * as otherAccounts from '../../src/rules/otherAccounts.js'
import * as otherStores from '../../src/rules/otherStores.js'
import * as proxies from '../../src/rules/proxy.js'
import * as service from '../../src/rules/service.js'
import * as storeType from '../../src/rules/storeType.js'
import * as tags from '../../src/rules/tags.js'
import * as updateMembers from '../../src/rules/updateMembers.js'
import * as services from '../../src/rules/vpcEndpointService.js'
import {
  accountId,
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  createCloudHsmKeyRequest,
  decoded,
  externalKey,
  externalStore,
  proxyWith,
  proxyWithKey,
  updateRequest,
  vpcEndpointServiceWith
} from '../fixtures.js'

/** A claim about whatever subject. */
export type AnyClaim = Claim<never>

export interface Example {
  readonly claim: AnyClaim
  readonly acceptedBy: unknown
  readonly refusedBy: unknown
}

const example = <A>(claim: Claim<A>, acceptedBy: A, refusedBy: A): Example => ({
  claim,
  acceptedBy,
  refusedBy
})

const hsm = cloudHsmStore('CONNECTED')
const open = externalStore('CONNECTED')
const vpc = externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE')
const others = [hsm, open, vpc]

const withCluster = (changes: Parameters<typeof clusterWith>[0]) => ({ cluster: clusterWith(changes) })
const withKmsuser = (changes: Parameters<typeof clusterWith>[0] & object) => ({
  cluster: clusterWithKmsuser(changes)
})
const withOneHsm = (kmsuser: object) => ({
  cluster: clusterWith({ hsms: clusterWith().hsms.map((hsm, i) => (i === 0 ? { ...hsm, kmsuser } : hsm)) })
})
const fit = { cluster: clusterWith() }
const subnet = (changes: object) => ({
  subnets: [clusterWith().subnets[0], { ...clusterWith().subnets[1], ...changes }]
})
const securityGroup = (changes: object) => ({
  securityGroup: { ...clusterWith().securityGroup, ...changes }
})

const configuration = open.XksProxyConfiguration
const withProxy = (changes: Parameters<typeof proxyWith>[0]) => ({ configuration, proxy: proxyWith(changes) })
const sound = withProxy({})
const throughService = vpc.XksProxyConfiguration
const withService = (changes: Parameters<typeof vpcEndpointServiceWith>[0]) => ({
  configuration: throughService,
  vpcEndpointService: vpcEndpointServiceWith(changes),
  account: accountId
})
const fitService = withService({})

/** A public store at an endpoint. */
const externalAt = (UriEndpoint: typeof configuration.UriEndpoint) => ({
  ...open,
  XksProxyConfiguration: { ...configuration, UriEndpoint }
})

/** A store with a VPC endpoint service, at an endpoint. */
const vpcAt = (UriEndpoint: typeof configuration.UriEndpoint) => ({
  ...vpc,
  XksProxyConfiguration: { ...throughService, UriEndpoint }
})

const keyIn = (members: object) => ({ request: createCloudHsmKeyRequest({ ...members }) })
const withXksKey = (changes: object) => ({
  configuration,
  proxy: proxyWithKey({ ...changes }),
  xksKeyId: externalKey().XksKeyConfiguration.Id
})
const fitXksKey = withXksKey({})

const update = (store: typeof hsm | typeof open, members: object) => ({
  store,
  request: updateRequest(store, { ...members })
})
const listed = (Marker: string) => ({ request: decoded(DescribeCustomKeyStoresRequest, { Marker }) })
const aliasing = (AliasName: string) => decoded(DeleteAliasRequest, { AliasName })
const anAlias = decoded(Alias, {
  AliasName: 'alias/one',
  TargetKeyId: 'key',
  CreationDate: 1,
  LastUpdatedDate: 1
})

const ordinaryKey = { key: { Origin: 'AWS_KMS' } }

const granting = (members: object) => ({
  key: cloudHsmKey(),
  request: decoded(CreateGrantRequest, {
    KeyId: 'key',
    GranteePrincipal: 'arn:aws:iam::111122223333:root',
    Operations: ['Encrypt'],
    ...members
  })
})
const aGrant = decoded(Grant, {
  GrantId: '1',
  GranteePrincipal: 'arn:aws:iam::111122223333:root',
  Operations: ['Encrypt'],
  CreationDate: 1
})

const manyTags = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ TagKey: String(i), TagValue: '' }))
const tagging = (TagKey: string) =>
  decoded(TagResourceRequest, { KeyId: 'key', Tags: [{ TagKey, TagValue: '' }] })
const untagging = (TagKey: string) => decoded(UntagResourceRequest, { KeyId: 'key', TagKeys: [TagKey] })

const keysListed = (Marker: string) => ({
  account: accountWith(),
  request: decoded(ListKeysRequest, { Marker })
})
const arn = cloudHsmKey().Arn
const madeBy = { madeWith: arn, keyId: arn, namedKey: cloudHsmKey() }
const edition = 'exception-text-2022'
const updateIsStated = {
  source: 'API_ConnectCustomKeyStore',
  types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']
} as const

export const examples: ReadonlyArray<Example> = [
  example<{ readonly cluster?: typeof fit.cluster }>(cluster.clusterExists, fit, {}),
  example(
    cluster.clusterIsRelated,
    { ...withCluster({ clusterId: 'cluster-restored222' }), store: hsm },
    { ...withCluster({ clusterId: 'cluster-restored222', certificate: 'another' }), store: hsm }
  ),
  example(cluster.clusterIsActive, fit, withCluster({ state: 'INITIALIZED' })),
  example(
    cluster.trustAnchorIsTheClusters,
    { ...fit, trustAnchorCertificate: hsm.TrustAnchorCertificate },
    {
      ...withCluster({ trustAnchorCertificate: 'another' }),
      trustAnchorCertificate: hsm.TrustAnchorCertificate
    }
  ),
  example(cluster.clusterHasPrivateSubnetsInTwoZones, fit, withCluster(subnet({ private: false }))),
  example(cluster.clusterSecurityGroupLetsItsTrafficIn, fit, withCluster(securityGroup({ inbound: [] }))),
  example(cluster.clusterSecurityGroupLetsItsTrafficOut, fit, withCluster(securityGroup({ outbound: [] }))),
  example(
    cluster.clusterHasAnActiveHsm,
    { cluster: clusterWithHsmsIn('a') },
    { cluster: clusterWithHsmsIn() }
  ),
  example(
    cluster.clusterHasActiveHsmsInTwoZones,
    { cluster: clusterWithHsmsIn('a', 'b') },
    { cluster: clusterWithHsmsIn('a', 'a') }
  ),

  example(clusterConnection.clusterSubnetsExist, fit, withCluster(subnet({ exists: false }))),
  example(clusterConnection.clusterSubnetsHaveFreeAddresses, fit, withCluster(subnet({ freeAddresses: 0 }))),
  example(clusterConnection.clusterIsReachable, fit, withCluster({ reachable: false })),
  example(clusterConnection.kmsuserExists, fit, withKmsuser({ exists: false })),
  example(clusterConnection.kmsuserExistsOnEveryHsm, fit, withOneHsm({ exists: false })),
  example(clusterConnection.kmsuserIsNotLockedOut, fit, withKmsuser({ lockedOut: true })),
  example(clusterConnection.kmsuserIsNotLoggedIn, fit, withKmsuser({ loggedIn: true })),
  example(clusterConnection.kmsuserPasswordMatches, fit, withKmsuser({ passwordMatches: false })),

  example(
    connectionState.validConnectionState('ConnectCustomKeyStore', unlessFailedOrDisconnecting),
    { store: { CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'DISCONNECTED' } },
    { store: { CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'FAILED' } }
  ),
  example(
    connectionState.someMemberIsUpdatable(edition, updateIsStated),
    { store: { CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'DISCONNECTED' } },
    { store: { CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'CONNECTED' } }
  ),
  example(
    connectionState.membersAreUpdatable(edition, updateIsStated),
    { store: cloudHsmStore('DISCONNECTED'), request: updateRequest(hsm, { NewCustomKeyStoreName: 'new' }) },
    { store: hsm, request: updateRequest(hsm, { NewCustomKeyStoreName: 'new' }) }
  ),

  example(
    connectionState.updateIsValidAsAWhole('operation-page-2022', updateIsStated),
    update(open, { XksProxyUriPath: '/new/kms/xks/v1', NewCustomKeyStoreName: 'new' }),
    update(open, { XksProxyUriPath: '/new/kms/xks/v1', XksProxyUriEndpoint: 'https://new.example.com' })
  ),

  example(ciphertext.ciphertextIsKnown, madeBy, { ...madeBy, madeWith: undefined }),
  example(ciphertext.namedKeyExists, madeBy, { ...madeBy, namedKey: undefined }),
  example(ciphertext.namedKeyMadeCiphertext, madeBy, { ...madeBy, namedKey: externalKey() }),
  example(ciphertext.ciphertextIsSound, { plaintext: 'AAAA' }, { plaintext: undefined }),
  example(ciphertext.externalCiphertextIsSound, { plaintext: 'AAAA' }, { plaintext: undefined }),
  example(ciphertext.algorithmFitsKey, { algorithm: undefined }, { algorithm: 'RSAES_OAEP_SHA_1' }),
  example(ciphertext.isNoDryRun, { dryRun: false }, { dryRun: true }),

  example(existence.storeExists, { store: hsm }, {}),
  example(existence.keyExists, { key: cloudHsmKey(), store: hsm }, { store: hsm }),
  example(
    keyListing.keyMarkerIsValid,
    keysListed(`arn:aws:kms:eu-central-1:${accountId}:key/1`),
    keysListed('made up')
  ),

  example(
    keyRequest.policyIsNotTooLong,
    keyIn({ Policy: 'é'.repeat(131072) }),
    keyIn({ Policy: 'p'.repeat(131073) })
  ),
  example(
    existence.keyArnIsValid,
    { keyId: `arn:aws:kms:eu-central-1:${accountId}:key/1` },
    { keyId: 'arn:aws:kms:eu-central-1:banana' }
  ),
  example(
    keyRequest.statementsHavePrincipals,
    keyIn({ Policy: '{"Statement":[{"Principal":"*"}]}' }),
    keyIn({ Policy: '{"Statement":[{}]}' })
  ),
  example(keyRequest.policyIsWellFormed, keyIn({ Policy: '{}' }), keyIn({ Policy: '[]' })),
  example(
    keyRequest.arnsInPolicyAreValid,
    keyIn({ Policy: '{"AWS":"arn:aws:iam::111122223333:root"}' }),
    keyIn({ Policy: '{"AWS":"arn:aws:iam"}' })
  ),
  example(
    keyRequest.tagsAreValid,
    keyIn({ Tags: [{ TagKey: 'a', TagValue: '' }] }),
    keyIn({ Tags: [{ TagKey: 'aws:a', TagValue: '' }] })
  ),
  example(
    keyRequest.keySpecIsSymmetricDefault,
    keyIn({ KeySpec: 'SYMMETRIC_DEFAULT' }),
    keyIn({ KeySpec: 'RSA_2048' })
  ),
  example(
    keyRequest.keyUsageIsEncryptDecrypt,
    keyIn({ KeyUsage: 'ENCRYPT_DECRYPT' }),
    keyIn({ KeyUsage: 'SIGN_VERIFY' })
  ),
  example(keyRequest.keyIsSingleRegion, keyIn({ MultiRegion: false }), keyIn({ MultiRegion: true })),

  example(keysInStore.storeHasNoKeys, { keys: [] }, { keys: [cloudHsmKey()] }),
  example(
    keysInStore.keyQuotaIsNotReached,
    { keys: [], keysOfAccount: 99_999 },
    { keys: [], keysOfAccount: 100_000 }
  ),
  example(keysInStore.originIsTheTypeOfStore('AWS_CLOUDHSM'), { store: hsm }, { store: open }),
  example(
    keysInStore.xksKeyIsFree,
    { keys: [externalKey({ XksKeyConfiguration: { Id: 'key-2' } })], ...fitXksKey },
    { keys: [externalKey()], ...fitXksKey }
  ),
  example(keysInStore.xksKeyExists, fitXksKey, { ...fitXksKey, proxy: proxyWith({ externalKeys: {} }) }),
  example(keysInStore.xksKeyIsAes256, fitXksKey, withXksKey({ keySpec: 'AES_128' })),
  example(keysInStore.xksKeyIsEnabled, fitXksKey, withXksKey({ keyStatus: 'DISABLED' })),
  example(keysInStore.xksKeyEncryptsAndDecrypts, fitXksKey, withXksKey({ keyUsage: ['ENCRYPT'] })),

  example(
    keyStates.validKeyState('EnableKey', keyStates.unlessPendingDeletion),
    { store: hsm, key: cloudHsmKey() },
    { store: hsm, key: cloudHsmKey({ DeletionDate: 1 }) }
  ),
  example(
    existence.keyIsNamedByIdOrArn,
    { keyId: `arn:aws:kms:eu-central-1:${accountId}:key/alias` },
    { keyId: `arn:aws:kms:eu-central-1:${accountId}:alias/key` }
  ),
  example(
    aliases.aliasNameIsAllowed,
    { request: aliasing('alias/awsome') },
    { request: aliasing('alias/aws/own') }
  ),
  example(aliases.aliasNameBeginsAsOne, { request: aliasing('alias/own') }, { request: aliasing('own') }),
  example(aliases.aliasIsNew, { alias: undefined }, { alias: anAlias }),
  example(aliases.aliasExists, { alias: anAlias }, { alias: undefined }),
  example(aliases.aliasQuotaIsNotReached, { otherAliases: 49 }, { otherAliases: 50 }),
  example(
    aliases.keyOfAliasesExists,
    { request: { KeyId: 'key' }, key: cloudHsmKey() },
    { request: { KeyId: 'key' }, key: undefined }
  ),
  example(
    aliases.aliasMarkerIsValid,
    { request: { Marker: 'alias/one' }, key: undefined },
    { request: { Marker: 'one' }, key: undefined }
  ),
  example(keyPolicy.policyNameIsDefault, { request: {} }, { request: { PolicyName: 'other' } }),
  example(
    keyPolicy.policySizeIsKept,
    { request: { Policy: 'x'.repeat(32_768) } },
    { request: { Policy: 'x'.repeat(32_766) + '\u00e4\u00e4' } }
  ),
  example(notInStores.materialCanBeRotated, ordinaryKey, { key: externalKey() }),
  example(notInStores.rotationsCanBeListed, ordinaryKey, { key: cloudHsmKey() }),
  example(notInStores.materialCanBeImported, ordinaryKey, { key: externalKey() }),
  example(notInStores.keyIsMultiRegion, ordinaryKey, { key: cloudHsmKey() }),
  example(notInStores.keyEncryptsKeyPairs, ordinaryKey, { key: externalKey() }),
  example(notInStores.keySignsAndVerifies, ordinaryKey, { key: cloudHsmKey() }),
  example(notInStores.keyMakesMacs, ordinaryKey, { key: externalKey() }),
  example(notInStores.keyAgrees, ordinaryKey, { key: cloudHsmKey() }),
  example(notInStores.keyHasPublicKey, ordinaryKey, { key: externalKey() }),
  example(
    grants.grantOperationsFitKey,
    granting({ Operations: ['Encrypt'] }),
    granting({ Operations: ['Encrypt', 'Sign'] })
  ),
  example(
    grants.grantConstraintsAreSmall,
    granting({ Constraints: { EncryptionContextSubset: { a: 'x'.repeat(384) } } }),
    granting({ Constraints: { EncryptionContextEquals: { a: 'x'.repeat(385) } } })
  ),
  example(
    grants.grantQuotaIsNotReached,
    { ...granting({}), grantQuota: 1 },
    { ...granting({}), key: cloudHsmKey({ Grants: [aGrant] }), grantQuota: 1 }
  ),
  example(
    grants.grantExists,
    { named: { key: cloudHsmKey(), grants: [aGrant], grant: aGrant }, request: {} },
    { named: undefined, request: {} }
  ),
  example(
    grants.grantOfTokenExists,
    { named: { key: cloudHsmKey(), grants: [aGrant], grant: aGrant }, request: { GrantToken: 'grant:1' } },
    { named: undefined, request: { GrantToken: 'grant:1' } }
  ),
  example(grants.grantTokenIsValid, { request: { GrantToken: 'grant:1' } }, { request: { GrantToken: '1' } }),
  example(grants.grantMarkerIsValid, { request: { Marker: 'after:1' } }, { request: { Marker: '1' } }),
  example(
    tags.tagQuotaIsKept,
    { key: cloudHsmKey({ Tags: manyTags(49) }), request: tagging('new') },
    { key: cloudHsmKey({ Tags: manyTags(50) }), request: tagging('new') }
  ),
  example(tags.tagKeysAreValid, { request: untagging('a') }, { request: untagging('AWS:a') }),
  example(tags.tagMarkerIsValid, { request: { Marker: '50' } }, { request: { Marker: '0' } }),

  example(
    keyStates.keyIsNotPendingDeletion,
    { store: hsm, key: cloudHsmKey() },
    { store: hsm, key: cloudHsmKey({ DeletionDate: 1 }) }
  ),
  example(
    keyStates.keyIsAvailable,
    { store: hsm, key: cloudHsmKey() },
    { store: cloudHsmStore('FAILED'), key: cloudHsmKey() }
  ),
  example(
    keyStates.keyIsEnabled,
    { store: hsm, key: cloudHsmKey() },
    { store: hsm, key: cloudHsmKey({ enabled: false }) }
  ),
  example(
    keyStates.keyMaterialIsInCluster,
    { store: hsm, key: cloudHsmKey(), ...fit },
    { store: hsm, key: cloudHsmKey(), ...withCluster({ lostKeyMaterial: [cloudHsmKey().KeyId] }) }
  ),
  example(listing.markerIsValid, listed('1700000000/cks-1234567890abcdef0'), listed('made up')),

  example(
    otherStores.nameIsFree,
    { others: [open, vpc], name: hsm.CustomKeyStoreName },
    { others, name: hsm.CustomKeyStoreName }
  ),
  example(otherStores.storeQuotaIsNotReached, { others, storeQuota: 4 }, { others, storeQuota: 3 }),
  example(otherStores.clusterIsFree, { others: [open, vpc], ...fit }, { others, ...fit }),
  example(otherStores.proxyUriIsFree, { others: [hsm, vpc], configuration }, { others, configuration }),
  example(
    otherStores.proxyUriEndpointIsFree,
    { others: [hsm, open], configuration: throughService },
    { others: [vpc], configuration: throughService }
  ),
  example(
    otherStores.vpcEndpointIsNoPublicOne,
    { others: [hsm, open, vpc], configuration: throughService },
    { others: [externalAt(throughService.UriEndpoint)], configuration: throughService }
  ),
  example(
    otherStores.vpcEndpointServiceIsFree,
    { others: [hsm, open], configuration: throughService },
    { others: [vpc], configuration: throughService }
  ),

  example(
    otherAccounts.publicEndpointIsNoVpcOneInRegion,
    { configuration, storesOfOtherAccounts: [hsm, open, vpc] },
    { configuration, storesOfOtherAccounts: [vpcAt(configuration.UriEndpoint)] }
  ),
  example(
    otherAccounts.vpcEndpointIsFreeInRegion,
    { configuration: throughService, storesOfOtherAccounts: [hsm, open] },
    { configuration: throughService, storesOfOtherAccounts: [externalAt(throughService.UriEndpoint)] }
  ),
  example(
    otherAccounts.proxyUriIsFreeInRegion,
    { configuration, storesOfOtherAccounts: [hsm, vpc] },
    { configuration, storesOfOtherAccounts: [open] }
  ),
  example(
    otherAccounts.vpcEndpointServiceIsFreeInRegion,
    { configuration: throughService, storesOfOtherAccounts: [hsm, open] },
    { configuration: throughService, storesOfOtherAccounts: [vpcAt(configuration.UriEndpoint)] }
  ),

  example(proxies.proxyIsReachable, sound, withProxy({ reachable: false })),
  example(
    proxies.externalKeyManagerIsAvailable,
    withProxy({ externalKeyManager: 'DEGRADED' }),
    withProxy({ externalKeyManager: 'UNAVAILABLE' })
  ),
  example(proxies.proxyDoesNotThrottle, sound, withProxy({ throttles: true })),
  example(proxies.proxyTlsIsValid, sound, withProxy({ tlsIsValid: false })),
  example(proxies.proxyAnswersInTime, sound, withProxy({ answersInTime: false })),
  example(proxies.proxyAcceptsCredential, sound, withProxy({ acceptsCredential: false })),
  example(proxies.proxyAuthorizesKms, sound, withProxy({ authorizesKms: false })),
  example(
    proxies.proxyAuthorizesPrincipal,
    { ...withProxy({ deniedPrincipals: ['arn:aws:iam::111122223333:user/denied'] }), principal: 'another' },
    {
      ...withProxy({ deniedPrincipals: ['arn:aws:iam::111122223333:user/denied'] }),
      principal: 'arn:aws:iam::111122223333:user/denied'
    }
  ),
  example(
    proxies.proxyAuthorizesUseOfKey,
    { ...withProxy({ deniedKeys: ['another'] }), xksKeyId: externalKey().XksKeyConfiguration.Id },
    { ...withProxy({ deniedKeys: 'any' }), xksKeyId: externalKey().XksKeyConfiguration.Id }
  ),
  example(proxies.proxyKnowsUriPath, sound, withProxy({ knowsUriPath: false })),
  example(proxies.proxyAnswersAreValid, sound, withProxy({ answersAreValid: false })),
  example(proxies.proxySupportsRequest, sound, withProxy({ supportsRequest: false })),
  example(proxies.proxyNetworkIsSound, sound, withProxy({ networkIsSound: false })),

  example(service.kmsSucceeds, {}, { failure: 'KMSInternalException' }),
  example(service.dependenciesAnswerInTime, {}, { failure: 'DependencyTimeoutException' }),
  example(service.keyIsAtHand, {}, { failure: 'KeyUnavailableException' }),

  example(storeType.storeIsCloudHsm, { store: hsm }, { store: open }),

  example(
    updateMembers.membersBelongToTheTypeOfStore,
    update(hsm, { KeyStorePassword: 'kmsuser-password' }),
    update(open, { KeyStorePassword: 'kmsuser-password' })
  ),
  example(
    updateMembers.changeToVpcNamesEndpointAndService,
    update(open, {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: 'https://private.example.com',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
    }),
    update(open, { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' })
  ),
  example(
    updateMembers.changeToPublicNamesEndpoint,
    update(vpc, {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://public.example.com'
    }),
    update(vpc, { XksProxyConnectivity: 'PUBLIC_ENDPOINT' })
  ),
  example(
    updateMembers.endpointChangesWithConnectivity,
    update(vpc, { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: 'https://new.example.com' }),
    update(vpc, {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://private.example.com'
    })
  ),
  example(
    updateMembers.serviceIsNamedForVpcOnly,
    update(vpc, { XksProxyVpcEndpointServiceOwner: '444455556666' }),
    update(open, { XksProxyVpcEndpointServiceOwner: '444455556666' })
  ),

  example(services.vpcEndpointServiceExists, fitService, { ...fitService, vpcEndpointService: undefined }),
  example(services.vpcEndpointServiceAllowsKms, fitService, withService({ allowsKms: false })),
  example(services.vpcEndpointServiceIsAnInterface, fitService, withService({ loadBalancer: 'gateway' })),
  example(services.vpcEndpointServiceIsInTwoZones, fitService, withService({ availabilityZones: ['a'] })),
  example(
    services.vpcEndpointServiceRequiresNoAcceptance,
    fitService,
    withService({ acceptanceRequired: true })
  ),
  example(services.vpcEndpointServiceHasAPrivateDnsName, fitService, withService({ privateDnsName: null })),
  example(
    services.vpcEndpointServiceNameIsInAPublicDomain,
    fitService,
    withService({ privateDnsNameIsPublic: false })
  ),
  example(
    services.vpcEndpointServiceHasTheEndpointsName,
    fitService,
    withService({ privateDnsName: 'other.example.com' })
  ),
  example(
    services.vpcEndpointServiceNameIsVerified,
    fitService,
    withService({ privateDnsNameVerified: false })
  ),
  example(services.vpcEndpointServiceHasTheOwner, fitService, withService({ owner: '444455556666' }))
]
