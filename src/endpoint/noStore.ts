import { violationAt, type Violation } from '../codec/decode.js'

/** What is wrong with the id of a store that there is not. */
export const noStore = (id: unknown): Violation =>
  violationAt('CustomKeyStoreId', id, 'limit', 'Member must be the id of a store that there is')
