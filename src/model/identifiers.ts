import { boundedString, type Bounded } from '../codec/boundedString.js'

/**
 * The id that KMS gives a custom key store: 1 to 64 characters.
 *
 * @example
 * cks.decode(cks.CustomKeyStoreId)('cks-1') //=> E.right('cks-1')
 * @see API_ConnectCustomKeyStore
 */
export const CustomKeyStoreId = boundedString('CustomKeyStoreId', {
  minLength: 1,
  maxLength: 64,
  source: 'API_ConnectCustomKeyStore'
})
export type CustomKeyStoreId = Bounded<'CustomKeyStoreId'>

/**
 * The name that a user gives a custom key store: 1 to 256 characters. Not a secret.
 *
 * @example
 * cks.CustomKeyStoreName.is('payments') //=> true
 * @see API_CreateCustomKeyStore
 */
export const CustomKeyStoreName = boundedString('CustomKeyStoreName', {
  minLength: 1,
  maxLength: 256,
  source: 'API_CreateCustomKeyStore'
})
export type CustomKeyStoreName = Bounded<'CustomKeyStoreName'>

/**
 * The id of an AWS CloudHSM cluster: `cluster-` and 11 to 16 letters and digits from 2 to 7.
 *
 * @example
 * cks.CloudHsmClusterId.is('cluster-abcdefghijk') //=> true
 * @see API_CreateCustomKeyStore
 */
export const CloudHsmClusterId = boundedString('CloudHsmClusterId', {
  minLength: 19,
  maxLength: 24,
  pattern: 'cluster-[2-7a-zA-Z]{11,16}',
  source: 'API_CreateCustomKeyStore'
})
export type CloudHsmClusterId = Bounded<'CloudHsmClusterId'>

/**
 * The content of customerCA.crt, the certificate that signed the cluster's: 1 to 5,000 characters.
 *
 * @example
 * cks.TrustAnchorCertificate.is('') //=> false
 * @see API_CreateCustomKeyStore
 */
export const TrustAnchorCertificate = boundedString('TrustAnchorCertificate', {
  minLength: 1,
  maxLength: 5000,
  source: 'API_CreateCustomKeyStore'
})
export type TrustAnchorCertificate = Bounded<'TrustAnchorCertificate'>

/**
 * `https://` and a host, without port or path.
 *
 * @example
 * cks.XksProxyUriEndpoint.is('https://xks.example.com') //=> true
 * @see API_CreateCustomKeyStore
 */
export const XksProxyUriEndpoint = boundedString('XksProxyUriEndpoint', {
  minLength: 10,
  maxLength: 128,
  pattern: '^https://[a-zA-Z0-9.-]+$',
  source: 'API_CreateCustomKeyStore'
})
export type XksProxyUriEndpoint = Bounded<'XksProxyUriEndpoint'>

/**
 * An optional prefix, then `/kms/xks/v` and a version.
 *
 * @example
 * cks.XksProxyUriPath.is('/prefix/kms/xks/v1') //=> true
 * @see API_CreateCustomKeyStore
 */
export const XksProxyUriPath = boundedString('XksProxyUriPath', {
  minLength: 10,
  maxLength: 128,
  pattern: String.raw`^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$`,
  source: 'API_CreateCustomKeyStore'
})
export type XksProxyUriPath = Bounded<'XksProxyUriPath'>

/**
 * The name of the VPC endpoint service of a proxy, with the Region in it.
 *
 * @example
 * cks.XksProxyVpcEndpointServiceName.is('com.amazonaws.vpce.us-east-1.vpce-svc-1') //=> true
 * @see API_CreateCustomKeyStore
 */
export const XksProxyVpcEndpointServiceName = boundedString('XksProxyVpcEndpointServiceName', {
  minLength: 20,
  maxLength: 64,
  pattern: String.raw`^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$`,
  source: 'API_CreateCustomKeyStore'
})
export type XksProxyVpcEndpointServiceName = Bounded<'XksProxyVpcEndpointServiceName'>

/**
 * The id of an AWS account: 12 digits.
 *
 * @example
 * cks.AccountId.is('111122223333') //=> true
 * @see API_CreateCustomKeyStore
 */
export const AccountId = boundedString('AccountId', {
  minLength: 12,
  maxLength: 12,
  pattern: '[0-9]{12}',
  source: 'API_CreateCustomKeyStore'
})
export type AccountId = Bounded<'AccountId'>

/**
 * The public half of a proxy credential: 20 to 30 capitals and digits from 2 to 7.
 *
 * @example
 * cks.AccessKeyId.is('ABCDEFGHIJKLMNOPQRST') //=> true
 * @see API_XksProxyAuthenticationCredentialType
 */
export const AccessKeyId = boundedString('AccessKeyId', {
  minLength: 20,
  maxLength: 30,
  pattern: '^[A-Z2-7]+$',
  source: 'API_XksProxyAuthenticationCredentialType'
})
export type AccessKeyId = Bounded<'AccessKeyId'>

/**
 * The id by which the proxy knows an external key: 1 to 128 characters.
 *
 * @example
 * cks.XksKeyId.is('key/1') //=> false
 * @see API_CreateKey
 */
export const XksKeyId = boundedString('XksKeyId', {
  minLength: 1,
  maxLength: 128,
  pattern: '^[a-zA-Z0-9-_.]+$',
  source: 'API_CreateKey'
})
export type XksKeyId = Bounded<'XksKeyId'>

/**
 * The id of a KMS key, without the rest of its ARN.
 *
 * @example
 * cks.KeyId.is('key-1') //=> true
 * @see API_KeyMetadata
 */
export const KeyId = boundedString('KeyId', { minLength: 1, maxLength: 2048, source: 'API_KeyMetadata' })
export type KeyId = Bounded<'KeyId'>
