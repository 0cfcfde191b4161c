import { isCloudHsm, type CustomKeyStore, type StoreIn } from '../model/CustomKeyStore.js'
import type { Operation } from '../model/Operation.js'
import { membersUpdatableIn } from '../rules/connectionState.js'
import type { StateBoundOperation } from '../editions/Edition.js'
import { defaultEdition, editions, type EditionName } from '../editions/editions.js'

/** Whether a store stays in its state until somebody acts. */
export const isSettled = (store: CustomKeyStore): store is StoreIn<'CONNECTED' | 'DISCONNECTED' | 'FAILED'> =>
  store.ConnectionState !== 'CONNECTING' && store.ConnectionState !== 'DISCONNECTING'

/** The operations on a store that its type and ConnectionState do not forbid. Other rules may still refuse them. */
export const operationsAllowedUnder =
  (edition: EditionName) =>
  (store: CustomKeyStore): ReadonlyArray<Operation> => {
    const { ConnectionState: state, CustomKeyStoreType: type } = store
    const inState = (operation: StateBoundOperation) => editions[edition].valid[operation][state]
    const allowed: Readonly<Record<Exclude<Operation, 'CreateCustomKeyStore'>, boolean>> = {
      DescribeCustomKeyStores: true,
      ConnectCustomKeyStore: inState('ConnectCustomKeyStore'),
      DisconnectCustomKeyStore: inState('DisconnectCustomKeyStore'),
      UpdateCustomKeyStore: membersUpdatableIn(edition, type, state).length > 0,
      DeleteCustomKeyStore: inState('DeleteCustomKeyStore'),
      CreateKey: inState('CreateKey'),
      GenerateRandom: isCloudHsm(store) && inState('GenerateRandom')
    }
    return (Object.keys(allowed) as ReadonlyArray<keyof typeof allowed>).filter(
      (operation) => allowed[operation]
    )
  }

export const operationsAllowed = operationsAllowedUnder(defaultEdition)
