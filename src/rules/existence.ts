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

/** A whole ARN: of a key by its id, or of an alias. */
const resourceArn = /^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)\/.+$/

/** What begins as an ARN is the ARN of a key or of an alias. */
export const keyArnIsValid = claim<{ readonly keyId: string }>({
  name: 'keyArnIsValid',
  says: 'An ARN that names a KMS key must be well formed.',
  source: 'API_ScheduleKeyDeletion',
  assumes: ['A90'],
  applies: ({ keyId }) => keyId.startsWith('arn:'),
  holds: ({ keyId }) => resourceArn.test(keyId)
})

/** The account has the key that the request names. */
export const keyExists = claim<PerhapsKey, { readonly key: KmsKey; readonly store: CustomKeyStore }>({
  name: 'keyExists',
  says: 'A KMS key with the id or ARN of the request must exist in the account and Region.',
  source: 'API_ScheduleKeyDeletion',
  holds: ({ key, store }) => key !== undefined && store !== undefined
})
