import type * as E from 'fp-ts/lib/Either.js'
import type { CreateKeyException } from '../exceptions/documentedExceptions.js'
import type { BackingKeyStore, Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { WithKeys } from '../rules/keysInStore.js'
import { createCloudHsmKeyUnder } from './createCloudHsmKey.js'
import { createExternalKeyUnder } from './createExternalKey.js'

/** What CreateKey must be told beside the request: the keys of the store, and how many the account has in the Region. */
export interface CreateKeyFacts extends BackingKeyStore, Service, WithKeys {
  readonly keysOfAccount?: number
  /** How many it may have; 100,000 unless told otherwise. */
  readonly keyQuota?: number
  /** The id and the ARN for the new key. */
  readonly KeyId: KeyId
  readonly Arn: string
  /** Seconds since 1970. */
  readonly CreationDate: number
}

export const createKeyUnder = (edition: EditionName) => {
  const createCloudHsmKey = createCloudHsmKeyUnder(edition)
  const createExternalKey = createExternalKeyUnder(edition)
  return (facts: CreateKeyFacts) =>
    (request: CreateKeyRequest) =>
    (store: CustomKeyStore): E.Either<CreateKeyException, KmsKey> =>
      request.Origin === 'AWS_CLOUDHSM'
        ? createCloudHsmKey(facts)(request)(store)
        : createExternalKey(facts)(request)(store)
}

/**
 * Creates a KMS key, enabled, in a custom key store that is connected.
 *
 * @see API_CreateKey
 */
export const createKey = createKeyUnder(defaultEdition)
