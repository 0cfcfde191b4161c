/** Each operation on a store of the small world where nothing behind it is at fault. */
import * as E from 'fp-ts/lib/Either.js'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { decoded } from '../fixtures.js'

/** The facts about a store of the small world, without a fault. */
export const sound = (store: cks.CustomKeyStore): cks.CreateKeyFacts & cks.UpdateFacts => ({
  ...cks.behind(cks.infrastructureOf(any.soundInfrastructure), store),
  others: [store],
  keys: [],
  KeyId: decoded(cks.KeyId, 'key-6'),
  Arn: 'arn:aws:kms:us-east-1:111122223333:key/key-6',
  CreationDate: 1_700_000_000
})

export const keyRequest = ({ CustomKeyStoreId, CustomKeyStoreType: Origin }: cks.CustomKeyStore) =>
  decoded(cks.CreateKeyRequest, {
    CustomKeyStoreId,
    Origin,
    ...(Origin === 'EXTERNAL_KEY_STORE' && { XksKeyId: 'outside-0' })
  })

const renaming = ({ CustomKeyStoreId }: cks.CustomKeyStore) =>
  decoded(cks.UpdateCustomKeyStoreRequest, { CustomKeyStoreId, NewCustomKeyStoreName: 'renamed' })

/** Each operation on a store where nothing but its type and state can refuse: the state after it, or the exception. */
export const outcomes = (
  edition: cks.EditionName,
  store: cks.CustomKeyStore
): Readonly<Record<string, string>> => {
  const operations = cks.under(edition)
  const facts = sound(store)
  const outcome = (result: E.Either<{ readonly name: string }, object>) =>
    E.isLeft(result)
      ? result.left.name
      : 'ConnectionState' in result.right
        ? String(result.right.ConnectionState)
        : store.ConnectionState
  return {
    ConnectCustomKeyStore: outcome(operations.connect(facts)(store)),
    DisconnectCustomKeyStore: outcome(operations.disconnect(facts)(store)),
    UpdateCustomKeyStore: outcome(operations.update(facts)(renaming(store))(store)),
    DeleteCustomKeyStore: outcome(operations.delete(facts)(store)),
    CreateKey: outcome(operations.createKey(facts)(keyRequest(store))(store)),
    GenerateRandom: outcome(operations.generateRandom(facts)(store))
  }
}
