import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { behind, healthyInfrastructure } from '../model/Infrastructure.js'
import type { AssumptionNumber } from '../assumptions.js'
import { assumedEffects, type StateOperation } from '../questions/stateAfter.js'
import { under } from '../under.js'
import { explainUnder, type Finding } from '../questions/explain.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreName } from '../model/identifiers.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { EditionName } from '../editions/editions.js'
import type { Refusal, RefusalName, Standing } from '../rules/Rule.js'
import type { Source } from '../sources.js'
import { account, exampleStore, keyId, storeId, xksKeyId, type Kind } from '../possible/examples.js'

/** What an operation does in one state, and how sure that is. */
export interface Cell {
  /** The state after it; `deleted` where the store is gone; or the exception. */
  readonly outcome:
    | { readonly state: ConnectionState | 'deleted' }
    | { readonly exception: RefusalName; readonly says: string }
  readonly source: Source
  readonly standing: Standing
  readonly assumes?: AssumptionNumber
}

const rename: UpdateCustomKeyStoreRequest = {
  CustomKeyStoreId: storeId,
  NewCustomKeyStoreName: 'NewName' as CustomKeyStoreName
}

const keyRequest = (store: CustomKeyStore): CreateKeyRequest =>
  isCloudHsm(store)
    ? { CustomKeyStoreId: storeId, Origin: 'AWS_CLOUDHSM' }
    : { CustomKeyStoreId: storeId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyId }

const goodFacts = (store: CustomKeyStore) => ({
  ...behind(healthyInfrastructure, store),
  account,
  others: [],
  keys: [],
  KeyId: keyId,
  Arn: '',
  CreationDate: 0
})

interface Run {
  readonly found: ReadonlyArray<Finding>
  readonly after: E.Either<Refusal, CustomKeyStore>
}

/** Runs an operation on a store with good facts: what it finds of each rule, and the state after it. */
const run = (
  edition: EditionName,
  operation: StateOperation,
  store: CustomKeyStore,
  update: UpdateCustomKeyStoreRequest
): Run => {
  const operations = under(edition)
  const explain = explainUnder(edition)
  const facts = goodFacts(store)
  const request = keyRequest(store)
  switch (operation) {
    case 'ConnectCustomKeyStore':
      return { found: explain(operation, store, facts), after: operations.connect(facts)(store) }
    case 'DisconnectCustomKeyStore':
      return { found: explain(operation, store, {}), after: operations.disconnect({})(store) }
    case 'UpdateCustomKeyStore':
      return {
        found: explain(operation, store, { ...facts, request: update }),
        after: operations.update(facts)(update)(store)
      }
    case 'DeleteCustomKeyStore':
      return { found: explain(operation, store, facts), after: operations.delete(facts)(store) }
    case 'CreateKey':
      return {
        found: explain(operation, store, { ...facts, request }),
        after: pipe(
          store,
          operations.createKey(facts)(request),
          E.map(() => store)
        )
      }
    case 'GenerateRandom':
      return { found: explain(operation, store, {}), after: operations.generateRandom({})(store) }
  }
}

const stateRules = ['validConnectionState', 'membersAreUpdatable']

const evidence = (finding: Finding | undefined, assumption: AssumptionNumber | undefined) => {
  const assumes = finding?.assumes ?? assumption
  return {
    source: finding?.source ?? 'API_ConnectCustomKeyStore',
    standing: assumes === undefined ? (finding?.standing ?? 'documented') : 'assumed',
    ...(assumes && { assumes })
  } as const
}

/** What there is to say of each rule of an operation on a store of a kind in a state, with good facts. */
export const findingsInState =
  (edition: EditionName, operation: StateOperation, kind: Kind) =>
  (state: ConnectionState): ReadonlyArray<Finding> =>
    run(edition, operation, exampleStore(kind, state), rename).found

/** What an operation does with a store of a kind in a state, with good facts. */
export const cell =
  (edition: EditionName, operation: StateOperation, kind: Kind, update = rename) =>
  (state: ConnectionState): Cell => {
    const { found, after } = run(edition, operation, exampleStore(kind, state), update)
    return pipe(
      after,
      E.match(
        ({ name, message }): Cell => ({
          outcome: { exception: name, says: message },
          ...evidence(
            found.find(({ verdict }) => verdict === 'does not hold'),
            undefined
          )
        }),
        (store): Cell => ({
          outcome: { state: operation === 'DeleteCustomKeyStore' ? 'deleted' : store.ConnectionState },
          ...evidence(
            found.find(({ rule }) => stateRules.includes(rule)),
            assumedEffects[operation]?.[state]
          )
        })
      )
    )
  }

/** The operations that a ConnectionState can forbid, in the order of the authority. */
export const stateOperations = [
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'UpdateCustomKeyStore',
  'DeleteCustomKeyStore',
  'CreateKey',
  'GenerateRandom'
] as const satisfies ReadonlyArray<StateOperation>

/** A row of the table: an operation in every state. */
export const row = (edition: EditionName, operation: StateOperation, kind: Kind, update = rename) =>
  connectionStates.map(cell(edition, operation, kind, update))
