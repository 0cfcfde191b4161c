import * as E from 'fp-ts/lib/Either.js'
import { identity } from 'fp-ts/lib/function.js'
import { accountWith, storeMadeBy, tried } from './tried.js'
import { defaultEdition, editionNames, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import type { KmsKey } from '../model/KmsKey.js'
import { operationsByName } from '../operations/index.js'
import { keeps } from '../rules/Rule.js'
import { exampleRequest } from './exampleRequests.js'
import { exampleStore, type Kind } from './examples.js'
import { workedOutOnce } from './once.js'
import { belongings, keyIn, keyStatesWhileConnected, type KeyStateWhileConnected } from './exampleKeys.js'

/** Whether there is no store before an operation, as it makes one. */
export const makesStore = workedOutOnce(
  (operation: OperationName) => operation,
  (operation) => storeMadeBy(operation) !== undefined
)

const rulesInState = (operation: OperationName, edition: EditionName = defaultEdition) =>
  operationsByName[edition][operation].inState

/** Whether what stands behind a store can matter to an operation: it is about the store itself, or looks there. */
export const canMindFaults = (operation: OperationName): boolean =>
  rulesInState(operation) !== undefined ||
  operationsByName[defaultEdition][operation].parts.some(({ rules }) =>
    rules.some(({ outside }) => outside === 'backing key store')
  )

/** The two that last until somebody acts come first. */
const preferred: ReadonlyArray<ConnectionState> = [
  ...new Set<ConnectionState>(['DISCONNECTED', 'CONNECTED', ...connectionStates])
]

const isValidIn =
  (operation: OperationName) =>
  (state: ConnectionState): boolean =>
    editionNames.every((edition) => {
      const rules = rulesInState(operation, edition)
      return customKeyStoreTypes.some(
        (type) =>
          rules !== undefined && keeps(rules)({ store: { CustomKeyStoreType: type, ConnectionState: state } })
      )
    })

/**
 * The state of the store in which a case lets an operation begin: one in which it is valid in every edition. The state of
 * a key shows in a CONNECTED store only.
 */
const goodState = (operation: OperationName): ConnectionState =>
  preferred.find(isValidIn(operation)) ?? 'CONNECTED'

/** Whether an operation is accepted, given the state of the key and what else the account has. */
const isAcceptedWith =
  (operation: OperationName) =>
  (state: KeyStateWhileConnected, belonging: (account: Account) => Account): boolean => {
    const account = accountWith([exampleStore('AWS_CLOUDHSM', 'CONNECTED')], [keyIn[state]('AWS_CLOUDHSM')])
    const request = exampleRequest(operation, 'AWS_CLOUDHSM')
    return E.isRight(tried(defaultEdition, operation, request)(belonging(account)).result)
  }

/** The state of the key in which an operation on it is accepted. */
export const goodKeyState = (operation: OperationName): KeyStateWhileConnected =>
  keyStatesWhileConnected.find((state) =>
    belongings.some((belonging) => isAcceptedWith(operation)(state, belonging))
  ) ?? 'Enabled'

/** The account with what else an operation needs to be accepted: as a rule nothing. */
export const withBelongings: (operation: OperationName) => (account: Account) => Account = workedOutOnce(
  (operation: OperationName) => operation,
  (operation) =>
    belongings.find((belonging) =>
      keyStatesWhileConnected.some((state) => isAcceptedWith(operation)(state, belonging))
    ) ?? identity
)

/** The keys before an operation: one that suits it, unless it is about a store. */
const keysBefore = (operation: OperationName, kind: Kind): ReadonlyArray<KmsKey> =>
  makesStore(operation) || rulesInState(operation) !== undefined ? [] : [keyIn[goodKeyState(operation)](kind)]

/** The account before an operation, with what the operation needs. */
export const accountBefore = (
  operation: OperationName,
  kind: Kind,
  state: ConnectionState = goodState(operation)
): Account =>
  withBelongings(operation)(
    accountWith(makesStore(operation) ? [] : [exampleStore(kind, state)], keysBefore(operation, kind))
  )
