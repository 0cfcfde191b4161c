import { claim } from '../Claim.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Possibility } from './Possibility.js'
import type { Statement } from '../Evidence.js'

/** Statements about custom key stores that no operation has to enforce, and that a log can break all the same. */

interface OfType {
  readonly store: Possibility
  readonly type: CustomKeyStoreType
}

/** The type of a store is given when it is created. */
export const typeNeverChanges = claim<OfType>({
  name: 'typeNeverChanges',
  says: 'The type of a custom key store is given when it is created and never changes.',
  source: 'API_UpdateCustomKeyStore',
  implied: true,
  holds: ({ store, type }) => store.type === type
})

/** Only the type of store that has a cluster, or external keys, can be refused because of them. */
export const backingIsOfTheType = claim<OfType>({
  name: 'backingIsOfTheType',
  says: 'An AWS CloudHSM cluster backs AWS CloudHSM key stores only, and an external key is that of a KMS key in an external key store.',
  source: 'API_CustomKeyStoresListEntry',
  implied: true,
  holds: ({ store, type }) => store.type === type
})

/** A Create returns the id of a new store, or that of the store with all the same properties. */
export const createdIdIsNew: Statement = {
  name: 'createdIdIsNew',
  says: 'CreateCustomKeyStore returns an id that no store has had, or the id of a DISCONNECTED AWS CloudHSM key store with the same properties.',
  source: 'create-keystore',
  implied: true
}
