import { isCloudHsm, type CloudHsmKeyStore, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { claim } from './Rule.js'

/** The store is backed by an AWS CloudHSM cluster. @assumes A34 */
export const storeIsCloudHsm = claim<
  { readonly store: CustomKeyStore },
  { readonly store: CloudHsmKeyStore }
>({
  name: 'storeIsCloudHsm',
  says: 'Random bytes can be generated in an AWS CloudHSM key store only, not in an external key store.',
  source: 'API_GenerateRandom',
  assumes: 'A34',
  holds: ({ store }) => isCloudHsm(store)
})
