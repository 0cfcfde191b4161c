import { claim } from '../Claim.js'
import type { CloudHsmKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'

/** The store is backed by an AWS CloudHSM cluster. */
export const storeIsCloudHsm = claim<
  { readonly store: { readonly CustomKeyStoreType: CustomKeyStoreType } },
  { readonly store: CloudHsmKeyStore }
>({
  name: 'storeIsCloudHsm',
  says: 'Random bytes can be generated in an AWS CloudHSM key store only, not in an external key store.',
  source: 'API_GenerateRandom',
  assumes: ['A34'],
  holds: ({ store }) => store.CustomKeyStoreType === 'AWS_CLOUDHSM'
})
