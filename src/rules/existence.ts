import { claim } from '../Claim.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'

/** The account has the store that the request names. */
export const storeExists = claim<
  { readonly store?: CustomKeyStore | undefined },
  { readonly store: CustomKeyStore }
>({
  name: 'storeExists',
  says: 'A custom key store with the id or name of the request must exist in the account and Region.',
  source: 'API_ConnectCustomKeyStore',
  assumes: ['A33'],
  holds: ({ store }) => store !== undefined
})

/** A key, and the store in which it is, where the account has them. */
interface PerhapsKey {
  readonly key?: KmsKey | undefined
  readonly store?: CustomKeyStore | undefined
}

/** The account has the key that the request names. */
export const keyExists = claim<PerhapsKey, { readonly key: KmsKey; readonly store: CustomKeyStore }>({
  name: 'keyExists',
  says: 'A KMS key with the id or ARN of the request must exist in the account and Region.',
  source: 'API_ScheduleKeyDeletion',
  holds: ({ key, store }) => key !== undefined && store !== undefined
})
