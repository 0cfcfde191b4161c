/** The operations that need the most facts, tried on the examples of test/fixtures.ts with a few facts changed. */
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import type { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import type { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import { create, type CreateFacts } from '../../src/operations/create.js'
import { createKey, type CreateKeyFacts } from '../../src/operations/createKey.js'
import { update } from '../../src/operations/update.js'
import type { UpdateFacts } from '../../src/operations/updateFacts.js'
import { namedAfter, namedIn, ofStore } from '../named.js'
import { accountId, behindStore, newCustomKeyStoreId, newKeyId, updateRequest } from '../fixtures.js'

type Members = Readonly<Record<string, unknown>>

/** Create, whatever the names of the facts, in an account without other stores by default. */
export const created = (request: CreateCustomKeyStoreRequest, facts: Partial<CreateFacts>) =>
  create(
    namedIn(
      {
        others: [],
        account: accountId,
        CustomKeyStoreId: newCustomKeyStoreId,
        CreationDate: 1_800_000_000,
        ...facts
      },
      request
    )
  )(request)

/** Update of these members, whatever the names of the facts, where nothing is at fault and there is no other store unless told otherwise. */
export const updated = (store: CustomKeyStore, members: Members, facts: Partial<UpdateFacts> = {}) => {
  const request = updateRequest(store, members)
  return update(namedAfter({ ...behindStore(store), others: [], ...facts }, request, store))(request)(store)
}

/** CreateKey as the first key of a store, whichever the request names, where nothing is at fault unless told otherwise. */
export const keyMade = (store: CustomKeyStore, facts: Partial<CreateKeyFacts>, request: CreateKeyRequest) =>
  createKey({
    ...behindStore(store),
    keys: [],
    KeyId: newKeyId,
    Arn: `arn:aws:kms:eu-central-1:111122223333:key/${newKeyId}`,
    CreationDate: 1_800_000_000,
    ...facts
  })(ofStore(request, store))(store)
