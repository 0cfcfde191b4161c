import type * as t from 'io-ts'
import { enumeration } from '../codec/enumeration.js'

/** Both types. @example cks.customKeyStoreTypes //=> ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] */
export const customKeyStoreTypes = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const

/**
 * The kind of backing key store: an AWS CloudHSM cluster, or an external key store proxy. Never changes.
 *
 * @example
 * cks.CustomKeyStoreType.is('AWS_CLOUDHSM') //=> true
 * @see API_CustomKeyStoresListEntry
 */
export const CustomKeyStoreType = enumeration(
  'CustomKeyStoreType',
  customKeyStoreTypes,
  'API_CreateCustomKeyStore'
)
export type CustomKeyStoreType = Extract<t.TypeOf<typeof CustomKeyStoreType>, string>
