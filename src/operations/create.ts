import type * as E from 'fp-ts/lib/Either.js'
import type { CreateException } from '../exceptions/documentedExceptions.js'
import type { BackingKeyStore, Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore, Disconnected } from '../model/CustomKeyStore.js'
import type { AccountId, CustomKeyStoreId } from '../model/identifiers.js'
import type { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { createCloudHsmKeyStore } from './createCloudHsmKeyStore.js'
import { createExternalKeyStore } from './createExternalKeyStore.js'

/** What Create must be told beside the request. */
export interface CreateFacts extends BackingKeyStore, Service {
  /** The stores that the account has in the Region. */
  readonly others: ReadonlyArray<CustomKeyStore>
  /** How many it may have; 10 unless told otherwise. */
  readonly storeQuota?: number
  readonly account?: AccountId
  /** The id for the new store. */
  readonly CustomKeyStoreId: CustomKeyStoreId
  /** Seconds since 1970. */
  readonly CreationDate: number
}

/**
 * Makes a custom key store, which is not connected. Whether the kmsuser password is right shows only at Connect.
 *
 * @see API_CreateCustomKeyStore
 */
export const create =
  (facts: CreateFacts) =>
  (request: CreateCustomKeyStoreRequest): E.Either<CreateException, Disconnected> =>
    request.CustomKeyStoreType === 'AWS_CLOUDHSM'
      ? createCloudHsmKeyStore(facts)(request)
      : createExternalKeyStore(facts)(request)
