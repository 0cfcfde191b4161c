import { inEveryEdition } from '../editions/editions.js'
import { forBothTypes, onlyConnected } from '../editions/ValidStates.js'
import { keyArn, storeOf, withNewKey, type Account } from '../model/Account.js'
import type { BackingKeyStore, WithFailure, WithPrincipal } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { behind } from '../model/Infrastructure.js'
import { keysForExternal } from '../model/inTheWay.js'
import { numberOfKeys } from '../model/listed.js'
import { keyMetadata, type KeyMetadata } from '../model/KeyMetadata.js'
import { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { KeyMetadataResponse } from '../model/responses/KeyMetadata.js'
import type { WithKeys } from '../rules/keysInStore.js'
import { createsCloudHsmKey, type NewCloudHsmKey, type NewKey } from './createCloudHsmKey.js'
import { createsExternalKey, type NewExternalKey } from './createExternalKey.js'
import { either, titled } from './Decision.js'
import { storeIsConnected } from './keyRequirements.js'
import { onStoreAsRequested } from './onStore.js'
import type { AboutStore } from './Stage.js'

/** The facts of a CreateKey: among them the keys of the store, and how many keys the account has in the Region. */
export interface CreateKeyFacts extends BackingKeyStore, WithFailure, WithPrincipal, WithKeys, NewKey {
  readonly keysOfAccount?: number
  /** How many it may have; 100,000 if absent. */
  readonly keyQuota?: number | undefined
}

type Given = Pick<Circumstances, 'infrastructure' | 'failure' | 'principal' | 'keyQuota' | 'newKeyId' | 'now'>

type New = NewCloudHsmKey | NewExternalKey

const isOfCloudHsm = (subject: New): subject is NewCloudHsmKey => subject.request.Origin === 'AWS_CLOUDHSM'

/** Member by member, since V8 takes long to add members to a copy. */
const subject = (facts: CreateKeyFacts, request: CreateKeyRequest, store: CustomKeyStore): New => {
  const { cluster, proxy, failure, principal, keys, keysOfAccount, keyQuota, KeyId, Arn, CreationDate } =
    facts
  return request.Origin === 'AWS_CLOUDHSM'
    ? { request, store, cluster, failure, keys, keysOfAccount, keyQuota, KeyId, Arn, CreationDate }
    : {
        request,
        store,
        configuration: isExternal(store) ? store.XksProxyConfiguration : undefined,
        xksKeyId: request.XksKeyId,
        proxy,
        failure,
        principal,
        keys,
        keysOfAccount,
        keyQuota,
        KeyId,
        Arn,
        CreationDate
      }
}

/**
 * Creates a KMS key, enabled, in a custom key store that is connected. Takes the backing key store, the keys that are
 * there, the time, the new id and ARN; then the request. Returns the key.
 *
 * Store states: CONNECTED. Refused with: CustomKeyStoreNotFoundException, LimitExceededException,
 * MalformedPolicyDocumentException, InvalidArnException, TagException, UnsupportedOperationException,
 * CustomKeyStoreInvalidStateException, CloudHsmClusterInvalidConfigurationException, DependencyTimeoutException,
 * KMSInternalException, XksKeyAlreadyInUseException, XksKeyNotFoundException, XksKeyInvalidConfigurationException.
 *
 * @example
 * const request = { CustomKeyStoreId: store.CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' } as const
 * const created = cks.account.createKey(circumstances)(request)(account)
 * pipe(created, E.map(([{ KeyMetadata }]) => KeyMetadata.KeyState)) //=> E.right('Enabled')
 * @see API_CreateKey
 */
export const createKey = onStoreAsRequested({
  operation: 'CreateKey',
  source: 'API_CreateKey',
  permission: 'kms:CreateKey',
  furtherPermissions: [{ where: 'with Tags', permission: 'kms:TagResource' }],
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['DescribeKey', 'ListKeys', 'ScheduleKeyDeletion'],
  request: CreateKeyRequest,
  response: KeyMetadataResponse,
  validIn: inEveryEdition(forBothTypes(onlyConnected)),
  inState: [storeIsConnected],
  example: ({ key }) =>
    key.Origin === 'AWS_CLOUDHSM'
      ? { Origin: key.Origin }
      : { Origin: key.Origin, XksKeyId: key.XksKeyConfiguration.Id },
  facts: ({
    given,
    request,
    account,
    found: { store }
  }: AboutStore<Given, CreateKeyRequest, Account>): CreateKeyFacts => {
    const { cluster, proxy } = behind(given.infrastructure, store)
    return {
      cluster,
      proxy,
      failure: given.failure,
      principal: given.principal,
      keys: request.Origin === 'EXTERNAL_KEY_STORE' ? keysForExternal(account, store, request.XksKeyId) : [],
      keysOfAccount: numberOfKeys(account),
      keyQuota: given.keyQuota,
      KeyId: given.newKeyId,
      Arn: keyArn(account, given.newKeyId),
      CreationDate: given.now
    }
  },
  subject,
  decides: either(
    isOfCloudHsm,
    titled('AWS_CLOUDHSM', createsCloudHsmKey),
    titled('EXTERNAL_KEY_STORE', createsExternalKey)
  ),
  answer: (key, { account }): readonly [{ readonly KeyMetadata: KeyMetadata }, Account] => [
    { KeyMetadata: keyMetadata(account.AccountId, storeOf(account, key))(key) },
    withNewKey(account, key)
  ]
})
