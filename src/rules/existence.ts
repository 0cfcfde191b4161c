import { about, claim } from '../Claim.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'

/** The account has the store that the request names. */
export const storeExists = claim<
  { readonly store?: CustomKeyStore | undefined },
  { readonly store: CustomKeyStore }
>({
  name: 'storeExists',
  says: 'A custom key store with the id of the request must exist in the account and Region.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
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

/** A KeyId that begins as an ARN is the ARN of a key or of an alias. */
export const keyArnIsValid = claim<{ readonly keyId?: string | undefined }>({
  name: 'keyArnIsValid',
  says: 'An ARN that names a KMS key must be well formed.',
  source: 'API_ScheduleKeyDeletion',
  onEachPage: true,
  assumes: ['A90'],
  ...about(({ keyId }: { readonly keyId?: string | undefined }) =>
    keyId?.startsWith('arn:') === true ? keyId : undefined
  )((arn) => resourceArn.test(arn))
})

/** The account has the key that the request names. */
export const keyExists = claim<PerhapsKey, { readonly key: KmsKey; readonly store: CustomKeyStore }>({
  name: 'keyExists',
  says: 'The KMS key that the request names must exist in the account and Region.',
  source: 'API_ScheduleKeyDeletion',
  onEachPage: true,
  holds: ({ key, store }) => key !== undefined && store !== undefined
})

/** The request names the key in one of the ways in which its operation allows it. */
export const keyIsNamedByIdOrArn = claim<{ readonly keyId?: string | undefined }>({
  name: 'keyIsNamedByIdOrArn',
  says: 'A KMS key must be named by its id or its ARN, and not by an alias.',
  source: 'API_ScheduleKeyDeletion',
  onEachPage: true,
  assumes: ['A75'],
  ...about(({ keyId }: { readonly keyId?: string | undefined }) => keyId)(
    (name) => !name.startsWith('alias/') && !name.includes(':alias/')
  )
})
