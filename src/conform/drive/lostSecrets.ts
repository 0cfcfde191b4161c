import { hidden } from '../secrets.js'
import type { Members } from '../Exchange.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { inventor } from './Inventor.js'
import { isFaultyCreate, type StorePropertiesByType } from './storeProperties.js'

const typeOf = (request: Members): CustomKeyStoreType =>
  request['CustomKeyStoreType'] === 'EXTERNAL_KEY_STORE' ||
  request['XksProxyAuthenticationCredential'] !== undefined
    ? 'EXTERNAL_KEY_STORE'
    : 'AWS_CLOUDHSM'

const filled = (request: Members, from: Members): Members =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, value === hidden ? (from[name] ?? value) : value])
  )

/** A request in which the secrets that a report hides are those of the user again, or made up. */
export const withLostSecrets =
  (storeProperties: StorePropertiesByType) =>
  (request: Members): Members => {
    const type = typeOf(request)
    const { sound, faulty } = storeProperties[type]
    const madeUp = inventor().members(type)
    const asFaulty = filled(request, { ...madeUp, ...faulty })
    return isFaultyCreate(storeProperties, asFaulty) ? asFaulty : filled(request, { ...madeUp, ...sound })
  }
