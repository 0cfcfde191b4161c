import { canComeOf } from '../connection/process.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'

const cloudHsm = Object.keys(CloudHsmConnectionErrorCode.keys) as ReadonlyArray<CloudHsmConnectionErrorCode>
const external = Object.keys(ExternalConnectionErrorCode.keys) as ReadonlyArray<ExternalConnectionErrorCode>

/** Every ConnectionErrorCode that a store can have. @see API_CustomKeyStoresListEntry */
export const connectionErrorCodesOf = (store: CustomKeyStore): ReadonlyArray<ConnectionErrorCode> =>
  isCloudHsm(store) ? cloudHsm : external.filter((code) => canComeOf(store.XksProxyConfiguration, code))
