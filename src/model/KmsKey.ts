import * as t from 'io-ts'
import { Moment } from '../codec/Moment.js'
import { asShown } from '../codec/boundedString.js'
import type { CustomKeyStore } from './CustomKeyStore.js'
import { CustomKeyStoreId, KeyId, XksKeyId, type AccountId } from './identifiers.js'
import { Grant } from './Grant.js'
import { kept, struct } from '../codec/struct.js'
import { StoredTag, type Tag } from './Tag.js'
import { taggedUnion } from '../codec/taggedUnion.js'

/** The account in an ARN. */
export const accountIn = (arn: string): AccountId => (arn.split(':')[4] ?? '') as AccountId

/** The states that a KMS key in a custom key store can show. @see key-state */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable'

interface Common {
  readonly KeyId: KeyId
  readonly Arn: string
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly Description: string
  /** Seconds since 1970. */
  readonly CreationDate: number
  /** As the user last set it. The key state depends on the store as well, see {@link keyState}. */
  readonly enabled: boolean
  /** Seconds since 1970; present while the key is pending deletion. */
  readonly DeletionDate?: number
  /** Absent for a key that has never had any. */
  readonly Tags?: ReadonlyArray<Tag>
  /** JSON; absent for a key with the default key policy. */
  readonly Policy?: string
  /** Absent for a key that has never had any. */
  readonly Grants?: ReadonlyArray<Grant>
}

/** A KMS key whose material was made in the AWS CloudHSM cluster of its store, whichever that is now. */
export interface CloudHsmKmsKey extends Common {
  readonly Origin: 'AWS_CLOUDHSM'
}

/** A KMS key that stands for a key of the external key manager. */
export interface ExternalKmsKey extends Common {
  readonly Origin: 'EXTERNAL_KEY_STORE'
  readonly XksKeyConfiguration: { readonly Id: XksKeyId }
}

/** A symmetric encryption KMS key in a custom key store. @see API_KeyMetadata */
export type KmsKey = CloudHsmKmsKey | ExternalKmsKey

const common = {
  KeyId: asShown(KeyId),
  Arn: t.string,
  CustomKeyStoreId: asShown(CustomKeyStoreId),
  Description: t.string,
  CreationDate: Moment,
  enabled: t.boolean
}
const optional = {
  DeletionDate: Moment,
  Tags: t.readonlyArray(StoredTag),
  Policy: t.string,
  Grants: t.readonlyArray(Grant)
}

/**
 * Reads a stored key. Members that are not the model's are kept, and operations keep them.
 *
 * @example
 * cks.KmsKey.is(key) //=> true
 */
export const KmsKey: t.Type<KmsKey, unknown> = taggedUnion('KmsKey', 'Origin', {
  AWS_CLOUDHSM: kept('CloudHsmKmsKey', { ...common, Origin: t.literal('AWS_CLOUDHSM') }, optional),
  EXTERNAL_KEY_STORE: kept(
    'ExternalKmsKey',
    {
      ...common,
      Origin: t.literal('EXTERNAL_KEY_STORE'),
      XksKeyConfiguration: struct('XksKeyConfiguration', { Id: asShown(XksKeyId) }, {})
    },
    optional
  )
})

export const isPendingDeletion = (key: KmsKey): key is KmsKey & { readonly DeletionDate: number } =>
  key.DeletionDate !== undefined

/**
 * The state that a key shows. A store that is not connected makes its keys Unavailable, but for those pending deletion.
 *
 * @example
 * cks.keyState(store)(key) //=> 'Enabled'
 * cks.keyState(external)(key) //=> 'Unavailable'
 * @see fix-keystore
 */
export const keyState =
  (store: CustomKeyStore) =>
  (key: KmsKey): KeyState => {
    if (isPendingDeletion(key)) return 'PendingDeletion'
    if (store.ConnectionState !== 'CONNECTED') return 'Unavailable'
    return key.enabled ? 'Enabled' : 'Disabled'
  }
