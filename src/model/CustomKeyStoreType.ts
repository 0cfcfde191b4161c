import type * as t from 'io-ts'
import { enumeration } from '../codec/enumeration.js'

export const customKeyStoreTypes = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const

/**
 * The kind of backing key store: an AWS CloudHSM cluster, or an external key store proxy. Never changes.
 *
 * @see API_CustomKeyStoresListEntry
 */
export const CustomKeyStoreType = enumeration(
  'CustomKeyStoreType',
  customKeyStoreTypes,
  'API_CreateCustomKeyStore'
)
export type CustomKeyStoreType = t.TypeOf<typeof CustomKeyStoreType>
