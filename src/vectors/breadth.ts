import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { storeOf, type Account } from '../model/Account.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { keyState } from '../model/KmsKey.js'
import { operationsByName } from '../operations/index.js'
import { accountBefore, canMindFaults } from '../possible/before.js'
import { keyIn, keyStatesWhileConnected } from '../possible/exampleKeys.js'
import { exampleRequest } from '../possible/exampleRequests.js'
import { everyKind, type Kind } from '../possible/examples.js'
import { workedOutOnce } from '../possible/once.js'
import { tried } from '../possible/tried.js'

/** The states of the stores and keys of an account. */
const statesIn = (account: Account): string =>
  [
    ...account.stores.map((store) => store.ConnectionState),
    ...account.keys.map((key) => keyState(storeOf(account, key))(key))
  ].join()

const changesAState = (operation: OperationName): boolean => {
  const before = accountBefore(operation, 'AWS_CLOUDHSM')
  return keyStatesWhileConnected.some((state) => {
    const account = { ...before, keys: before.keys.map(() => keyIn[state]('AWS_CLOUDHSM')) }
    const { result } = tried(defaultEdition, operation, exampleRequest(operation, 'AWS_CLOUDHSM'))(account)
    return E.isRight(result) && statesIn(result.right[1]) !== statesIn(account)
  })
}

/**
 * Whether few vectors say all of an operation: it neither changes nor shows the state of a store or key, and neither the
 * kind of the store nor what stands behind it decides. Such are those on what belongs to a key, and those that no key in a store allows.
 */
export const isNarrow = workedOutOnce(
  (operation: OperationName) => operation,
  (operation) => {
    const { inState, shows } = operationsByName[defaultEdition][operation]
    return (
      inState === undefined && shows === undefined && !canMindFaults(operation) && !changesAState(operation)
    )
  }
)

/** The kinds of store in which an operation is shown on its own. */
export const kindsShown = (operation: OperationName): ReadonlyArray<Kind> =>
  isNarrow(operation) ? ['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT'] : everyKind

/** The states of a store in which an operation is shown. */
export const statesShown = (operation: OperationName): ReadonlyArray<ConnectionState> =>
  isNarrow(operation) ? ['CONNECTED', 'DISCONNECTED'] : connectionStates

/** The kinds of store, of some, in which an operation is shown with one thing wrong. */
export const kindsAtFault = (operation: OperationName, of: ReadonlyArray<Kind>): ReadonlyArray<Kind> =>
  isNarrow(operation) ? of.slice(0, 1) : of
