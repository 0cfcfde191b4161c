import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { under } from '../under.js'
import type { ValidationException } from '../exceptions/commonErrors.js'
import type {
  ConnectException,
  CreateException,
  CreateKeyException,
  DeleteException,
  DescribeException,
  DisconnectException,
  GenerateRandomException,
  UpdateException
} from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { keyMetadata, type KeyMetadata } from '../model/KeyMetadata.js'
import type { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { CustomKeyStoreIdRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import type { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import type { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { DescribeCustomKeyStoresResponse } from '../operations/describe.js'
import { kmsAnswers } from '../operations/kmsAnswers.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { storeExists } from '../rules/listing.js'
import { unless } from '../rules/Rule.js'
import { storeWithId, withNewStore, withoutStore, withStore, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { connectFacts, createFacts, createKeyFacts, deleteFacts, updateFacts } from './facts.js'

/** An operation on an account: refused, or an answer in AWS's form and the account after it. */
export type Answered<X, A> = E.Either<X, readonly [answer: A, account: Account]>

/** What an operation answers that has nothing to say. @assumes A37 */
export type Empty = Readonly<Record<string, never>>
const nothing: Empty = {}

const notFound = unless(storeExists, 'CustomKeyStoreNotFoundException').refusal

/** The store with that id, if it is one of the account. @assumes A33 */
const find = (
  account: Account,
  id: CustomKeyStoreId
): E.Either<Exception<'CustomKeyStoreNotFoundException'>, CustomKeyStore> => {
  const store = storeWithId(account, id)
  return store === undefined ? notFound : E.right(store)
}

/** The operations on the stores of an account, by id or name, under one edition of AWS's text. */
export const accountUnder = (edition: EditionName) => {
  const operations = under(edition)
  return {
    /** @see API_CreateCustomKeyStore */
    create:
      (given: Circumstances) =>
      (request: CreateCustomKeyStoreRequest) =>
      (account: Account): Answered<CreateException, Pick<CustomKeyStoreIdRequest, 'CustomKeyStoreId'>> =>
        pipe(
          request,
          operations.create(createFacts(given, request, account)),
          E.map((store) => [{ CustomKeyStoreId: store.CustomKeyStoreId }, withNewStore(account, store)])
        ),

    /** @see API_DescribeCustomKeyStores */
    describe:
      (given: Circumstances) =>
      (request: DescribeCustomKeyStoresRequest) =>
      (account: Account): Answered<DescribeException, DescribeCustomKeyStoresResponse> =>
        pipe(
          account.stores,
          operations.describe(given)(request),
          E.map((response) => [response, account])
        ),

    /** @see API_ConnectCustomKeyStore */
    connect:
      (given: Circumstances) =>
      (request: CustomKeyStoreIdRequest) =>
      (account: Account): Answered<ConnectException, Empty> =>
        pipe(
          find(account, request.CustomKeyStoreId),
          E.chainW((store) => operations.connect(connectFacts(given, store))(store)),
          E.map((store) => [nothing, withStore(account, store)])
        ),

    /** @see API_DisconnectCustomKeyStore */
    disconnect:
      (given: Circumstances) =>
      (request: CustomKeyStoreIdRequest) =>
      (account: Account): Answered<DisconnectException, Empty> =>
        pipe(
          find(account, request.CustomKeyStoreId),
          E.chainW(operations.disconnect(given)),
          E.map((store) => [nothing, withStore(account, store)])
        ),

    /** @see API_UpdateCustomKeyStore */
    update:
      (given: Circumstances) =>
      (request: UpdateCustomKeyStoreRequest) =>
      (account: Account): Answered<UpdateException | ValidationException, Empty> =>
        pipe(
          find(account, request.CustomKeyStoreId),
          E.chainW((store) => operations.update(updateFacts(given, request, store, account))(request)(store)),
          E.map((store) => [nothing, withStore(account, store)])
        ),

    /** @see API_DeleteCustomKeyStore */
    delete:
      (given: Circumstances) =>
      (request: CustomKeyStoreIdRequest) =>
      (account: Account): Answered<DeleteException, Empty> =>
        pipe(
          find(account, request.CustomKeyStoreId),
          E.chainW((store) => operations.delete(deleteFacts(given, store, account))(store)),
          E.map((store) => [nothing, withoutStore(account, store)])
        ),

    /** @see API_CreateKey */
    createKey:
      (given: Circumstances) =>
      (request: CreateKeyRequest) =>
      (account: Account): Answered<CreateKeyException, { readonly KeyMetadata: KeyMetadata }> =>
        pipe(
          E.Do,
          E.bind('store', () => find(account, request.CustomKeyStoreId)),
          E.bindW('key', ({ store }) =>
            operations.createKey(createKeyFacts(given, store, account))(request)(store)
          ),
          E.map(({ store, key }) => [
            { KeyMetadata: keyMetadata(account.AccountId, store)(key) },
            { ...account, keys: [...account.keys, key] }
          ])
        ),

    /** Without a store the bytes come from KMS itself. @see API_GenerateRandom */
    generateRandom:
      (given: Circumstances) =>
      ({ CustomKeyStoreId: id, NumberOfBytes }: GenerateRandomRequest) =>
      (account: Account): Answered<GenerateRandomException, Pick<GenerateRandomRequest, 'NumberOfBytes'>> => {
        const answer = [{ NumberOfBytes }, account] as const
        if (id === undefined) {
          return pipe(
            kmsAnswers(given),
            E.map(() => answer)
          )
        }
        return pipe(
          find(account, id),
          E.chainW(operations.generateRandom(given)),
          E.map(() => answer)
        )
      }
  }
}

/** The operations on an account under the default edition. */
export const account = accountUnder(defaultEdition)
