import * as E from 'fp-ts/lib/Either.js'
import {
  createKey as createKeyOperation,
  type CreateKeyFacts,
  type CreateKeyRequest,
  type CustomKeyStore
} from '../../../src/index.js'
import type { DecisionOf } from '../Decision.js'
import type { Verdict } from '../library.js'
import { unfitClusterIn } from './cluster.js'
import { refusalIn } from './refusalIn.js'

const refuse = refusalIn(createKeyOperation)

const malformedPolicy = refuse('MalformedPolicyDocumentException', 'policyIsWellFormed')
const policyTooLong = refuse('LimitExceededException', 'policyIsNotTooLong')
const policyTooBig = refuse('LimitExceededException', 'policySizeIsKept')
const noPrincipal = refuse('MalformedPolicyDocumentException', 'statementsHavePrincipals')
const invalidArn = refuse('InvalidArnException', 'arnsInPolicyAreValid')
const wrongTags = refuse('TagException', 'tagsAreValid')
const notSymmetric = refuse('UnsupportedOperationException', 'keySpecIsSymmetricDefault')
const notForEncryption = refuse('UnsupportedOperationException', 'keyUsageIsEncryptDecrypt')
const multiRegion = refuse('UnsupportedOperationException', 'keyIsSingleRegion')
const anotherOrigin = refuse('UnsupportedOperationException', 'originIsTheTypeOfStore')
const notConnected = refuse('CustomKeyStoreInvalidStateException', 'validConnectionState')
const internalFailure = refuse('KMSInternalException', 'kmsSucceeds')
const dependencyTimeout = refuse('DependencyTimeoutException', 'dependenciesAnswerInTime')
const keyQuotaReached = refuse('LimitExceededException', 'keyQuotaIsNotReached')

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

const arns = /"arn:[^"]*"/g
const wellFormedArn = /^"arn:[^:]+:[^:]+:[^:]*:[^:]*:.+"$/

const hasInvalidArn = (policy: string): boolean => {
  const found = policy.match(arns)
  if (found !== null) for (const arn of found) if (!wellFormedArn.test(arn)) return true
  return false
}

const areNames = (value: unknown): boolean => {
  if (typeof value === 'string') return value !== ''
  if (!Array.isArray(value) || value.length === 0) return false
  for (const name of value as ReadonlyArray<unknown>)
    if (typeof name !== 'string' || name === '') return false
  return true
}

const arePrincipals = (value: unknown): boolean => {
  if (areNames(value)) return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const values = Object.values(value)
  return values.length > 0 && values.every(areNames)
}

const lacksPrincipal = (policy: string): boolean => {
  const { Statement } = JSON.parse(policy) as { readonly Statement?: unknown }
  if (Statement === undefined || Statement === null) return false
  const statements: ReadonlyArray<unknown> = Array.isArray(Statement) ? Statement : [Statement]
  return statements.some(
    (one) =>
      typeof one !== 'object' ||
      one === null ||
      !arePrincipals((one as { readonly Principal?: unknown }).Principal)
  )
}

const areWrong = (tags: NonNullable<CreateKeyRequest['Tags']>): boolean => {
  for (const [i, tag] of tags.entries()) {
    if (tag.TagKey.toLowerCase().startsWith('aws:')) return true
    for (let j = 0; j < i; j++) if (tags[j]?.TagKey === tag.TagKey) return true
  }
  return false
}

export const wrongRequest = (request: CreateKeyRequest, store: CustomKeyStore) => {
  if (request.Policy !== undefined) {
    if (request.Policy.length > 131_072) return policyTooLong
    if (Buffer.byteLength(request.Policy) > 32_768) return policyTooBig
    if (!isJsonObject(request.Policy)) return malformedPolicy
    if (lacksPrincipal(request.Policy)) return noPrincipal
    if (hasInvalidArn(request.Policy)) return invalidArn
  }
  if (request.Tags !== undefined && areWrong(request.Tags)) return wrongTags
  const spec = request.KeySpec ?? request.CustomerMasterKeySpec
  if (spec !== undefined && spec !== 'SYMMETRIC_DEFAULT') return notSymmetric
  if (request.KeyUsage !== undefined && request.KeyUsage !== 'ENCRYPT_DECRYPT') return notForEncryption
  if (request.MultiRegion === true) return multiRegion
  return request.Origin === store.CustomKeyStoreType ? undefined : anotherOrigin
}

const noCluster = refuse('CloudHsmClusterInvalidConfigurationException', 'clusterExists')
const notActive = refuse('CloudHsmClusterInvalidConfigurationException', 'clusterIsActive')
const clusterOutOfReach = refuse('CloudHsmClusterInvalidConfigurationException', 'clusterIsReachable')
const unfitCluster = unfitClusterIn(createKeyOperation)

const wrongCluster = ({ cluster }: CreateKeyFacts) => {
  if (cluster === undefined) return noCluster
  if (cluster.state !== 'ACTIVE') return notActive
  return unfitCluster(cluster) ?? (cluster.reachable ? undefined : clusterOutOfReach)
}

const unserved = 'CustomKeyStoreInvalidStateException'
const unreachable = refuse(unserved, 'proxyIsReachable')
const noNetwork = refuse(unserved, 'proxyNetworkIsSound')
const invalidTls = refuse(unserved, 'proxyTlsIsValid')
const late = refuse(unserved, 'proxyAnswersInTime')
const throttled = refuse(unserved, 'proxyDoesNotThrottle')
const wrongCredential = refuse(unserved, 'proxyAcceptsCredential')
const unauthorized = refuse(unserved, 'proxyAuthorizesKms')
const principalIsDenied = refuse(unserved, 'proxyAuthorizesPrincipal')
const keyIsDenied = refuse(unserved, 'proxyAuthorizesUseOfKey')
const unknownPath = refuse(unserved, 'proxyKnowsUriPath')
const noKeyManager = refuse(unserved, 'externalKeyManagerIsAvailable')
const invalidAnswers = refuse(unserved, 'proxyAnswersAreValid')
const unsupported = refuse('UnsupportedOperationException', 'proxySupportsRequest')
const keyInUse = refuse('XksKeyAlreadyInUseException', 'xksKeyIsFree')
const keyNotFound = refuse('XksKeyNotFoundException', 'xksKeyExists')
const notAes256 = refuse('XksKeyInvalidConfigurationException', 'xksKeyIsAes256')
const notEnabled = refuse('XksKeyInvalidConfigurationException', 'xksKeyIsEnabled')
const noCipher = refuse('XksKeyInvalidConfigurationException', 'xksKeyEncryptsAndDecrypts')

const wrongExternalKey = ({ proxy, keys, principal }: CreateKeyFacts, id: string) => {
  for (const key of keys) {
    if (key.Origin === 'EXTERNAL_KEY_STORE' && key.XksKeyConfiguration.Id === id) return keyInUse
  }
  if (proxy?.reachable !== true) return unreachable
  if (!proxy.networkIsSound) return noNetwork
  if (!proxy.tlsIsValid) return invalidTls
  if (!proxy.answersInTime) return late
  if (proxy.throttles) return throttled
  if (!proxy.acceptsCredential) return wrongCredential
  if (!proxy.authorizesKms) return unauthorized
  if (principal !== undefined && proxy.deniedPrincipals?.includes(principal) === true)
    return principalIsDenied
  if (proxy.deniedKeys === 'any' || proxy.deniedKeys?.includes(id) === true) return keyIsDenied
  if (!proxy.knowsUriPath) return unknownPath
  if (proxy.externalKeyManager === 'UNAVAILABLE') return noKeyManager
  if (!proxy.answersAreValid) return invalidAnswers
  if (!proxy.supportsRequest) return unsupported
  if (proxy.externalKeys === 'any') return undefined
  const key = Object.hasOwn(proxy.externalKeys, id) ? proxy.externalKeys[id] : undefined
  if (key === undefined) return keyNotFound
  if (key.keySpec !== 'AES_256') return notAes256
  if (key.keyStatus !== 'ENABLED') return notEnabled
  return key.keyUsage.includes('ENCRYPT') && key.keyUsage.includes('DECRYPT') ? undefined : noCipher
}

export const wrongBacking = (facts: CreateKeyFacts, request: CreateKeyRequest) => {
  const refusal =
    request.Origin === 'AWS_CLOUDHSM' ? wrongCluster(facts) : wrongExternalKey(facts, request.XksKeyId)
  if (refusal !== undefined) return refusal
  if ((facts.keysOfAccount ?? facts.keys.length) >= (facts.keyQuota ?? 100_000)) return keyQuotaReached
  if (facts.failure === 'DependencyTimeoutException') return dependencyTimeout
  return facts.failure === 'KMSInternalException' ? internalFailure : undefined
}

export const createKey = ({ facts, request, store }: DecisionOf<'CreateKey'>): Verdict => {
  const refusal =
    wrongRequest(request, store) ??
    (store.ConnectionState === 'CONNECTED' ? wrongBacking(facts, request) : notConnected)
  if (refusal !== undefined) return refusal
  const { KeyId, Arn, CreationDate } = facts
  const { CustomKeyStoreId, Description = '', Tags, Policy } = request
  const given = { ...(Tags && { Tags }), ...(Policy !== undefined && { Policy }) }
  if (request.Origin === 'EXTERNAL_KEY_STORE') {
    return E.right({
      KeyId,
      Arn,
      CustomKeyStoreId,
      Description,
      CreationDate,
      enabled: true,
      ...given,
      Origin: request.Origin,
      XksKeyConfiguration: { Id: request.XksKeyId }
    })
  }
  return E.right({
    KeyId,
    Arn,
    CustomKeyStoreId,
    Description,
    CreationDate,
    enabled: true,
    ...given,
    Origin: request.Origin
  })
}
