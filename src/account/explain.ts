import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { explainUnder, findings, type Findings } from '../questions/explain.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { decode } from '../codec/decode.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Operation } from '../model/Operation.js'
import { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { CustomKeyStoreIdRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { EncryptRequest } from '../model/requests/EncryptRequest.js'
import { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import { KeyIdRequest } from '../model/requests/KeyIdRequest.js'
import { ScheduleKeyDeletionRequest } from '../model/requests/ScheduleKeyDeletionRequest.js'
import { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { kmsAnswersRules } from '../operations/kmsAnswers.js'
import { manageKeyRules } from '../operations/manageKey.js'
import { givenUseKey, useKeyRules } from '../operations/useKey.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { keyExists, type KeyOperation } from '../rules/keyState.js'
import { storeExists } from '../rules/listing.js'
import { unless } from '../rules/Rule.js'
import { keyWithId, storeWithId, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { connectFacts, createFacts, createKeyFacts, deleteFacts, updateFacts, useKeyFacts } from './facts.js'

/** What there is to say of a request on an account; nothing where the request cannot be read. */
type Explain = (given: Circumstances, input: unknown, account: Account) => Findings

const explains = <Request>(
  codec: t.Type<Request, unknown>,
  explain: (given: Circumstances, request: Request, account: Account) => Findings
): Explain => {
  const read = decode(codec)
  return (given, input, account) =>
    pipe(
      read(input),
      E.match(
        () => [],
        (request) => explain(given, request, account)
      )
    )
}

const storeIsThere = [unless(storeExists, 'CustomKeyStoreNotFoundException')] as const
const keyIsThere = [unless(keyExists, 'NotFoundException')] as const

/** First that the store exists, then the rules about it. */
const aboutStore = (
  account: Account,
  id: CustomKeyStoreId,
  rules: (store: CustomKeyStore) => Findings
): Findings => {
  const found = [storeWithId(account, id)].filter((store) => store !== undefined)
  return [
    ...findings(storeIsThere, { request: { CustomKeyStoreId: id }, found }),
    ...found.flatMap((store) => rules(store))
  ]
}

/** First that the key exists, in a store, then the rules about it. */
const aboutKey = (
  account: Account,
  id: string,
  rules: (store: CustomKeyStore, key: KmsKey) => Findings
): Findings => {
  const key = keyWithId(account, id)
  const store = key && storeWithId(account, key.CustomKeyStoreId)
  if (key === undefined || store === undefined) return findings(keyIsThere, {})
  return [...findings(keyIsThere, { key }), ...rules(store, key)]
}

const managesKey = <Request extends KeyIdRequest>(
  codec: t.Type<Request, unknown>,
  operation: KeyOperation
): Explain => {
  const rules = manageKeyRules(operation)
  return explains(codec, ({ failure }, { KeyId }, account) =>
    aboutKey(account, KeyId, (store, key) => findings(rules, { store, key, failure }))
  )
}

/** The operations whose rules can be explained on an account, by their AWS name. */
export type ExplainedOperation = Operation | KeyOperation | 'DescribeKey' | 'Encrypt'

const explanations = (edition: EditionName): Readonly<Record<ExplainedOperation, Explain>> => {
  const explain = explainUnder(edition)
  return {
    CreateCustomKeyStore: explains(CreateCustomKeyStoreRequest, (given, request, account) =>
      explain('CreateCustomKeyStore', request, createFacts(given, request, account))
    ),
    DescribeCustomKeyStores: explains(DescribeCustomKeyStoresRequest, (given, request, { stores }) =>
      explain('DescribeCustomKeyStores', stores, { ...given, request })
    ),
    ConnectCustomKeyStore: explains(CustomKeyStoreIdRequest, (given, { CustomKeyStoreId: id }, account) =>
      aboutStore(account, id, (store) => explain('ConnectCustomKeyStore', store, connectFacts(given, store)))
    ),
    DisconnectCustomKeyStore: explains(CustomKeyStoreIdRequest, (given, { CustomKeyStoreId: id }, account) =>
      aboutStore(account, id, (store) => explain('DisconnectCustomKeyStore', store, given))
    ),
    UpdateCustomKeyStore: explains(UpdateCustomKeyStoreRequest, (given, request, account) =>
      aboutStore(account, request.CustomKeyStoreId, (store) =>
        explain('UpdateCustomKeyStore', store, { ...updateFacts(given, request, store, account), request })
      )
    ),
    DeleteCustomKeyStore: explains(CustomKeyStoreIdRequest, (given, { CustomKeyStoreId: id }, account) =>
      aboutStore(account, id, (store) =>
        explain('DeleteCustomKeyStore', store, deleteFacts(given, store, account))
      )
    ),
    CreateKey: explains(CreateKeyRequest, (given, request, account) =>
      aboutStore(account, request.CustomKeyStoreId, (store) =>
        explain('CreateKey', store, { ...createKeyFacts(given, store, account), request })
      )
    ),
    GenerateRandom: explains(GenerateRandomRequest, (given, { CustomKeyStoreId: id }, account) =>
      id === undefined
        ? findings(kmsAnswersRules, given)
        : aboutStore(account, id, (store) => explain('GenerateRandom', store, given))
    ),

    DescribeKey: explains(KeyIdRequest, (given, { KeyId }, account) =>
      aboutKey(account, KeyId, () => findings(kmsAnswersRules, given))
    ),
    Encrypt: explains(EncryptRequest, (given, { KeyId }, account) =>
      aboutKey(account, KeyId, (store, key) =>
        findings(useKeyRules, givenUseKey(useKeyFacts(given, store), store, key))
      )
    ),
    ScheduleKeyDeletion: managesKey(ScheduleKeyDeletionRequest, 'ScheduleKeyDeletion'),
    CancelKeyDeletion: managesKey(KeyIdRequest, 'CancelKeyDeletion'),
    EnableKey: managesKey(KeyIdRequest, 'EnableKey'),
    DisableKey: managesKey(KeyIdRequest, 'DisableKey')
  }
}

export const explainRequestUnder = (edition: EditionName) => {
  const explain = explanations(edition)
  return (operation: ExplainedOperation) =>
    (given: Circumstances) =>
    (input: unknown) =>
    (account: Account): Findings =>
      explain[operation](given, input, account)
}

/**
 * Every rule that has a say in a request on the stores of an account, in the order in which they are looked at: first
 * that the store or the key exists. Where more than one does not hold, AWS does not say which one answers. Empty where
 * the request cannot be read.
 */
export const explainRequest = explainRequestUnder(defaultEdition)
