import type { BackingKeyStore, WithFailure, WithPrincipal } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { XksKeyId } from '../model/identifiers.js'
import type { ExternalKmsKey } from '../model/KmsKey.js'
import type { CreateExternalKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { stateIsKept } from '../rules/effects.js'
import { newKeyIsEnabled } from '../rules/keyEffects.js'
import {
  keyQuotaIsNotReached,
  originIsTheTypeOfStore,
  xksKeyEncryptsAndDecrypts,
  xksKeyExists,
  xksKeyIsAes256,
  xksKeyIsEnabled,
  xksKeyIsFree,
  type WithKeys
} from '../rules/keysInStore.js'
import { proxySupportsRequest } from '../rules/proxy.js'
import { unless } from '../rules/Rule.js'
import type { NewKey } from './createCloudHsmKey.js'
import { decision } from './Decision.js'
import { keyMayBeInStore, storeIsConnected } from './keyRequirements.js'
import { kmsAnswers } from './kmsAnswers.js'
import { proxyServesKeys } from './proxyRequirements.js'

/** A key to stand for an external one, with the keys that are in the store and in the account. */
export interface NewExternalKey
  extends NewKey, WithFailure, WithPrincipal, WithKeys, Pick<BackingKeyStore, 'proxy'> {
  readonly request: CreateExternalKeyRequest
  readonly store: CustomKeyStore
  readonly keysOfAccount?: number | undefined
  readonly keyQuota?: number | undefined
  readonly configuration?: XksProxyConfiguration | undefined
  readonly xksKeyId: XksKeyId
}

/** The text of the exception lists only stores that are not connected; the guide adds the faults of the proxy. */
const byTheGuide = { source: 'xks-troubleshooting' } as const
/** Here the specification of the proxy names another exception than the guide. */
const denied = { ...byTheGuide, assumes: ['A121'], openTo: ['KMSInvalidStateException'] } as const

/** Creates a KMS key that stands for a key of the external key manager. */
export const createsExternalKey = decision(
  [
    ...keyMayBeInStore,
    unless(originIsTheTypeOfStore('EXTERNAL_KEY_STORE'), 'UnsupportedOperationException', {
      openTo: 'any exception'
    }),
    storeIsConnected,
    unless(xksKeyIsFree, 'XksKeyAlreadyInUseException'),
    ...proxyServesKeys('CustomKeyStoreInvalidStateException', byTheGuide, { denied }),
    unless(proxySupportsRequest, 'UnsupportedOperationException', {
      source: 'xks-troubleshooting',
      assumes: ['A23'],
      openTo: ['CustomKeyStoreInvalidStateException']
    }),
    unless(xksKeyExists, 'XksKeyNotFoundException'),
    unless(xksKeyIsAes256, 'XksKeyInvalidConfigurationException'),
    unless(xksKeyIsEnabled, 'XksKeyInvalidConfigurationException'),
    unless(xksKeyEncryptsAndDecrypts, 'XksKeyInvalidConfigurationException'),
    unless(keyQuotaIsNotReached, 'LimitExceededException'),
    ...kmsAnswers
  ],
  [newKeyIsEnabled, stateIsKept],
  (_, { request, KeyId, Arn, CreationDate }: NewExternalKey): ExternalKmsKey => ({
    KeyId,
    Arn,
    CustomKeyStoreId: request.CustomKeyStoreId,
    Description: request.Description ?? '',
    CreationDate,
    enabled: true,
    ...(request.Tags && { Tags: request.Tags }),
    ...(request.Policy !== undefined && { Policy: request.Policy }),
    Origin: 'EXTERNAL_KEY_STORE',
    XksKeyConfiguration: { Id: request.XksKeyId }
  })
)
