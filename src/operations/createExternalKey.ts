import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CreateKeyException } from '../exceptions/documentedExceptions.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { ExternalKmsKey } from '../model/KmsKey.js'
import type { CreateExternalKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { validConnectionState } from '../rules/connectionState.js'
import type { EditionName } from '../editions/editions.js'
import {
  keyQuotaIsNotReached,
  originIsTheTypeOfStore,
  xksKeyEncryptsAndDecrypts,
  xksKeyExists,
  xksKeyIsAes256,
  xksKeyIsEnabled,
  xksKeyIsFree
} from '../rules/keysInStore.js'
import { proxySupportsRequest } from '../rules/proxy.js'
import { enforce, unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'
import type { CreateKeyFacts } from './createKey.js'
import { keyMayBeInStore } from './keyRequirements.js'
import { proxyServesKeys } from './proxyRequirements.js'

/** @assumes A23, A43 */
export const createExternalKeyRules = (edition: EditionName) =>
  [
    ...keyMayBeInStore,
    unless(originIsTheTypeOfStore('EXTERNAL_KEY_STORE'), 'UnsupportedOperationException'),
    unless(validConnectionState(edition, 'CreateKey'), 'CustomKeyStoreInvalidStateException'),
    unless(xksKeyIsFree, 'XksKeyAlreadyInUseException'),
    ...proxyServesKeys.map((claim) =>
      unless(claim, 'CustomKeyStoreInvalidStateException', { source: 'xks-troubleshooting', assumes: 'A43' })
    ),
    unless(proxySupportsRequest, 'UnsupportedOperationException', {
      source: 'xks-troubleshooting',
      assumes: 'A23'
    }),
    unless(xksKeyExists, 'XksKeyNotFoundException'),
    unless(xksKeyIsAes256, 'XksKeyInvalidConfigurationException'),
    unless(xksKeyIsEnabled, 'XksKeyInvalidConfigurationException'),
    unless(xksKeyEncryptsAndDecrypts, 'XksKeyInvalidConfigurationException'),
    unless(keyQuotaIsNotReached, 'LimitExceededException'),
    unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

/** What the rules look at. */
export const givenExternalKey = (
  { proxy, keys, keysOfAccount, keyQuota, failure }: CreateKeyFacts,
  request: CreateExternalKeyRequest,
  store: CustomKeyStore
) => ({
  request,
  store,
  proxy,
  keys,
  keysOfAccount,
  keyQuota,
  failure,
  configuration: isExternal(store) ? store.XksProxyConfiguration : undefined,
  xksKeyId: request.XksKeyId
})

/** Creates a KMS key that stands for a key of the external key manager. */
export const createExternalKeyUnder = (edition: EditionName) => {
  const allow = enforce(createExternalKeyRules(edition))
  return (facts: CreateKeyFacts) =>
    (request: CreateExternalKeyRequest) =>
    (store: CustomKeyStore): E.Either<CreateKeyException, ExternalKmsKey> =>
      pipe(
        givenExternalKey(facts, request, store),
        allow,
        E.map(() => ({
          KeyId: facts.KeyId,
          Arn: facts.Arn,
          CustomKeyStoreId: request.CustomKeyStoreId,
          Description: request.Description ?? '',
          CreationDate: facts.CreationDate,
          enabled: true,
          Origin: 'EXTERNAL_KEY_STORE',
          XksKeyConfiguration: { Id: request.XksKeyId }
        }))
      )
}
