import * as t from 'io-ts'

/**
 * What backs a custom key store: an AWS CloudHSM cluster, or an external key store proxy. Never changes.
 *
 * @see API_CustomKeyStoresListEntry
 */
export const CustomKeyStoreType = t.keyof(
  { AWS_CLOUDHSM: null, EXTERNAL_KEY_STORE: null },
  'CustomKeyStoreType'
)
export type CustomKeyStoreType = t.TypeOf<typeof CustomKeyStoreType>

export const customKeyStoreTypes = [
  'AWS_CLOUDHSM',
  'EXTERNAL_KEY_STORE'
] as const satisfies ReadonlyArray<CustomKeyStoreType>
