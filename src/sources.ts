/** The pages that the rules cite. A rule names its page by key, so a citation that does not exist does not compile. */

const apiReference = (page: string) => `https://docs.aws.amazon.com/kms/latest/APIReference/${page}.html`
const apiPage = (name: string) => ({
  title: `${name}, AWS KMS API Reference`,
  url: apiReference(`API_${name}`)
})
const developerGuide = (page: string) => `https://docs.aws.amazon.com/kms/latest/developerguide/${page}.html`

const table = {
  // The authority: where another page disagrees with it, the default edition follows this one.
  API_ConnectCustomKeyStore: {
    title: 'ConnectCustomKeyStore, AWS KMS API Reference (wording of December 2022 to spring 2026)',
    url: apiReference('API_ConnectCustomKeyStore')
  },

  API_CancelKeyDeletion: {
    title: 'CancelKeyDeletion, AWS KMS API Reference',
    url: apiReference('API_CancelKeyDeletion')
  },
  API_CreateCustomKeyStore: {
    title: 'CreateCustomKeyStore, AWS KMS API Reference',
    url: apiReference('API_CreateCustomKeyStore')
  },
  API_CreateKey: { title: 'CreateKey, AWS KMS API Reference', url: apiReference('API_CreateKey') },
  API_CustomKeyStoresListEntry: {
    title: 'CustomKeyStoresListEntry, AWS KMS API Reference',
    url: apiReference('API_CustomKeyStoresListEntry')
  },
  API_Decrypt: { title: 'Decrypt, AWS KMS API Reference', url: apiReference('API_Decrypt') },
  API_DeleteCustomKeyStore: {
    title: 'DeleteCustomKeyStore, AWS KMS API Reference',
    url: apiReference('API_DeleteCustomKeyStore')
  },
  API_DescribeCustomKeyStores: {
    title: 'DescribeCustomKeyStores, AWS KMS API Reference',
    url: apiReference('API_DescribeCustomKeyStores')
  },
  API_DescribeKey: { title: 'DescribeKey, AWS KMS API Reference', url: apiReference('API_DescribeKey') },
  API_DisableKey: { title: 'DisableKey, AWS KMS API Reference', url: apiReference('API_DisableKey') },
  API_DisconnectCustomKeyStore: {
    title: 'DisconnectCustomKeyStore, AWS KMS API Reference',
    url: apiReference('API_DisconnectCustomKeyStore')
  },
  API_EnableKey: { title: 'EnableKey, AWS KMS API Reference', url: apiReference('API_EnableKey') },
  API_Encrypt: { title: 'Encrypt, AWS KMS API Reference', url: apiReference('API_Encrypt') },
  API_GenerateDataKey: {
    title: 'GenerateDataKey, AWS KMS API Reference',
    url: apiReference('API_GenerateDataKey')
  },
  API_GenerateRandom: {
    title: 'GenerateRandom, AWS KMS API Reference',
    url: apiReference('API_GenerateRandom')
  },
  API_GenerateDataKeyWithoutPlaintext: {
    title: 'GenerateDataKeyWithoutPlaintext, AWS KMS API Reference',
    url: apiReference('API_GenerateDataKeyWithoutPlaintext')
  },
  API_KeyMetadata: { title: 'KeyMetadata, AWS KMS API Reference', url: apiReference('API_KeyMetadata') },
  API_ListKeys: { title: 'ListKeys, AWS KMS API Reference', url: apiReference('API_ListKeys') },
  API_ReEncrypt: { title: 'ReEncrypt, AWS KMS API Reference', url: apiReference('API_ReEncrypt') },
  API_ScheduleKeyDeletion: {
    title: 'ScheduleKeyDeletion, AWS KMS API Reference',
    url: apiReference('API_ScheduleKeyDeletion')
  },
  API_Tag: { title: 'Tag, AWS KMS API Reference', url: apiReference('API_Tag') },
  API_UpdateCustomKeyStore: {
    title: 'UpdateCustomKeyStore, AWS KMS API Reference (wording since spring 2026)',
    url: apiReference('API_UpdateCustomKeyStore')
  },
  // The page itself shows only its present wording; the service model of that time has the earlier one.
  'UpdateCustomKeyStore-2022': {
    title: 'UpdateCustomKeyStore, botocore 1.34.0 (wording of December 2022 to spring 2026)',
    url: 'https://github.com/boto/botocore/blob/1.34.0/botocore/data/kms/2014-11-01/service-2.json'
  },
  API_XksProxyAuthenticationCredentialType: {
    title: 'XksProxyAuthenticationCredentialType, AWS KMS API Reference',
    url: apiReference('API_XksProxyAuthenticationCredentialType')
  },
  API_AliasListEntry: apiPage('AliasListEntry'),
  API_CreateAlias: apiPage('CreateAlias'),
  API_DeleteAlias: apiPage('DeleteAlias'),
  API_DeleteImportedKeyMaterial: apiPage('DeleteImportedKeyMaterial'),
  API_DeriveSharedSecret: apiPage('DeriveSharedSecret'),
  API_DisableKeyRotation: apiPage('DisableKeyRotation'),
  API_EnableKeyRotation: apiPage('EnableKeyRotation'),
  API_GenerateDataKeyPair: apiPage('GenerateDataKeyPair'),
  API_GenerateDataKeyPairWithoutPlaintext: apiPage('GenerateDataKeyPairWithoutPlaintext'),
  API_GenerateMac: apiPage('GenerateMac'),
  API_GetKeyPolicy: apiPage('GetKeyPolicy'),
  API_GetKeyRotationStatus: apiPage('GetKeyRotationStatus'),
  API_GetParametersForImport: apiPage('GetParametersForImport'),
  API_GetPublicKey: apiPage('GetPublicKey'),
  API_ImportKeyMaterial: apiPage('ImportKeyMaterial'),
  API_ListAliases: apiPage('ListAliases'),
  API_ListKeyPolicies: apiPage('ListKeyPolicies'),
  API_ListKeyRotations: apiPage('ListKeyRotations'),
  API_ListResourceTags: apiPage('ListResourceTags'),
  API_PutKeyPolicy: apiPage('PutKeyPolicy'),
  API_ReplicateKey: apiPage('ReplicateKey'),
  API_RotateKeyOnDemand: apiPage('RotateKeyOnDemand'),
  API_Sign: apiPage('Sign'),
  API_TagResource: apiPage('TagResource'),
  API_UntagResource: apiPage('UntagResource'),
  API_UpdateAlias: apiPage('UpdateAlias'),
  API_UpdateKeyDescription: apiPage('UpdateKeyDescription'),
  API_UpdatePrimaryRegion: apiPage('UpdatePrimaryRegion'),
  API_Verify: apiPage('Verify'),
  API_VerifyMac: apiPage('VerifyMac'),
  API_CreateGrant: apiPage('CreateGrant'),
  API_GrantConstraints: apiPage('GrantConstraints'),
  API_GrantListEntry: apiPage('GrantListEntry'),
  API_ListGrants: apiPage('ListGrants'),
  API_ListRetirableGrants: apiPage('ListRetirableGrants'),
  API_RetireGrant: apiPage('RetireGrant'),
  API_RevokeGrant: apiPage('RevokeGrant'),
  CommonErrors: { title: 'Common Errors, AWS KMS API Reference', url: apiReference('CommonErrors') },

  'accessing-kms': {
    title: 'Accessing AWS KMS, AWS KMS Developer Guide (eventual consistency)',
    url: `${developerGuide('accessing-kms')}#programming-eventual-consistency`
  },
  'connect-keystore': {
    title: 'Connect an AWS CloudHSM key store, AWS KMS Developer Guide',
    url: developerGuide('connect-keystore')
  },
  'create-keystore': {
    title: 'Creating an AWS CloudHSM key store, AWS KMS Developer Guide',
    url: developerGuide('create-keystore')
  },
  'create-xks-keystore': {
    title: 'Creating an external key store, AWS KMS Developer Guide',
    url: developerGuide('create-xks-keystore')
  },
  'disconnect-keystore': {
    title: 'Disconnect an AWS CloudHSM key store, AWS KMS Developer Guide',
    url: developerGuide('disconnect-keystore')
  },
  'fix-keystore': {
    title: 'Troubleshooting a custom key store, AWS KMS Developer Guide',
    url: developerGuide('fix-keystore')
  },
  'key-policy-default': {
    title: 'Default key policy, AWS KMS Developer Guide',
    url: developerGuide('key-policy-default')
  },
  'key-state': {
    title: 'Key states of AWS KMS keys, AWS KMS Developer Guide',
    url: developerGuide('key-state')
  },
  'manage-cmk-keystore': {
    title: 'Use KMS keys in an AWS CloudHSM key store, AWS KMS Developer Guide',
    url: `${developerGuide('manage-cmk-keystore')}#use-cmk-keystore`
  },
  'resource-limits': {
    title: 'Resource quotas, AWS KMS Developer Guide',
    url: developerGuide('resource-limits')
  },
  'update-keystore': {
    title: 'Edit AWS CloudHSM key store settings, AWS KMS Developer Guide',
    url: developerGuide('update-keystore')
  },
  'update-xks-keystore': {
    title: 'Editing external key store properties, AWS KMS Developer Guide',
    url: developerGuide('update-xks-keystore')
  },
  'vpc-connectivity': {
    title: 'Configuring VPC endpoint service connectivity, AWS KMS Developer Guide',
    url: developerGuide('vpc-connectivity')
  },
  'xks-connect-disconnect': {
    title: 'Connecting and disconnecting an external key store, AWS KMS Developer Guide',
    url: developerGuide('xks-connect-disconnect')
  },
  'xks-troubleshooting': {
    title: 'Troubleshooting external key stores, AWS KMS Developer Guide',
    url: developerGuide('xks-troubleshooting')
  },

  'aws-json-1_1': {
    title: 'AWS JSON 1.1 protocol, Smithy 2.0',
    url: 'https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html'
  },
  'xks-proxy-api-spec': {
    title: 'AWS KMS External Key Store Proxy API Specification 1.0.3',
    url: 'https://github.com/aws/aws-kms-xksproxy-api-spec/blob/main/xks_proxy_api_spec.md'
  },
  'service-model': {
    title: 'botocore, KMS service model of API version 2014-11-01 (wording since spring 2026)',
    url: 'https://github.com/boto/botocore/blob/develop/botocore/data/kms/2014-11-01/service-2.json'
  }
} as const satisfies Record<string, { readonly title: string; readonly url: string }>

type Sources = Pick<typeof table, keyof typeof table>

/**
 * Every page cited, by its name at AWS, with its title and address.
 *
 * @example
 * cks.sources.API_CreateKey.title //=> 'CreateKey, AWS KMS API Reference'
 */
export const sources: Sources = table

/** The key of a page in {@link sources}. */
export type Source = Extract<keyof typeof sources, string>
