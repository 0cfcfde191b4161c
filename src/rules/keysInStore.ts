import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { XksKeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import { externalKey, type ExternalKey } from '../model/XksProxy.js'
import type { WithProxy } from './proxy.js'
import { about, claim } from '../Claim.js'

/** The KMS keys of the store, whatever their state. */
export interface WithKeys {
  readonly keys: ReadonlyArray<KmsKey>
}

/** The KMS keys that one account may have in one Region. @see resource-limits */
const defaultKeyQuota = 100_000

/** No KMS key is left in the store; one that is pending deletion is still there. */
export const storeHasNoKeys = claim<WithKeys>({
  name: 'storeHasNoKeys',
  says: 'A custom key store that is deleted must contain no KMS keys; one that is pending deletion counts until it is gone.',
  source: 'API_DeleteCustomKeyStore',
  observed: 'keysPendingDeletionKeepTheStore',
  holds: ({ keys }) => keys.length === 0
})

/** The account may have one more KMS key. */
export const keyQuotaIsNotReached = claim<
  WithKeys & { readonly keysOfAccount?: number | undefined; readonly keyQuota?: number | undefined }
>({
  name: 'keyQuotaIsNotReached',
  says: 'An account has at most its quota of KMS keys in a Region.',
  source: 'resource-limits',
  outside: 'AWS KMS',
  holds: ({ keys, keysOfAccount = keys.length, keyQuota = defaultKeyQuota }) => keysOfAccount < keyQuota
})

/** The origin of the key is the type of the store. */
export const originIsTheTypeOfStore = <T extends CustomKeyStoreType>(origin: T) =>
  claim<
    { readonly store: CustomKeyStore },
    { readonly store: Extract<CustomKeyStore, { readonly CustomKeyStoreType: T }> }
  >({
    name: 'originIsTheTypeOfStore',
    says: 'The origin of a KMS key must be the type of the custom key store that it is created in.',
    source: 'API_CreateKey',
    assumes: ['A39'],
    holds: ({ store }) => store.CustomKeyStoreType === origin
  })

/** A subject of which an external key is a part, for keys that stand for one. */
export interface WithExternalKey extends WithProxy {
  readonly xksKeyId?: XksKeyId | undefined
}

/** No other KMS key of the store stands for the external key. */
export const xksKeyIsFree = claim<WithKeys & WithExternalKey>({
  name: 'xksKeyIsFree',
  says: 'An external key must not be the one of another KMS key in the same external key store.',
  source: 'API_CreateKey',
  concerns: { kind: 'external key' },
  applies: ({ xksKeyId }) => xksKeyId !== undefined,
  holds: ({ keys, xksKeyId }) =>
    keys.every((key) => key.Origin !== 'EXTERNAL_KEY_STORE' || key.XksKeyConfiguration.Id !== xksKeyId)
})

const behindKey = { outside: 'backing key store', concerns: { kind: 'external key' } } as const

const ofExternalKeyId = about(({ xksKeyId }: WithExternalKey) => xksKeyId, behindKey)

const externalKeyOf = ({ xksKeyId, proxy }: WithExternalKey): ExternalKey | undefined =>
  xksKeyId === undefined || proxy === undefined ? undefined : externalKey(proxy, xksKeyId)

/** The proxy knows the external key. */
export const xksKeyExists = claim<WithExternalKey>({
  name: 'xksKeyExists',
  says: 'The external key store proxy must find an external key with the XksKeyId.',
  source: 'API_CreateKey',
  ...ofExternalKeyId((_, subject) => externalKeyOf(subject) !== undefined)
})

const ofExternalKey = about(externalKeyOf, behindKey)

/** The external key is a 256-bit AES key. */
export const xksKeyIsAes256 = claim<WithExternalKey>({
  name: 'xksKeyIsAes256',
  says: 'The external key must be a 256-bit AES symmetric encryption key.',
  source: 'API_CreateKey',
  ...ofExternalKey(({ keySpec }) => keySpec === 'AES_256')
})

/** The external key is enabled. */
export const xksKeyIsEnabled = claim<WithExternalKey>({
  name: 'xksKeyIsEnabled',
  says: 'The external key must be enabled.',
  source: 'API_CreateKey',
  ...ofExternalKey(({ keyStatus }) => keyStatus === 'ENABLED')
})

/** The external key can encrypt and decrypt. */
export const xksKeyEncryptsAndDecrypts = claim<WithExternalKey>({
  name: 'xksKeyEncryptsAndDecrypts',
  says: 'The external key must be configured for encryption and decryption.',
  source: 'API_CreateKey',
  ...ofExternalKey(({ keyUsage }) => keyUsage.includes('ENCRYPT') && keyUsage.includes('DECRYPT'))
})
