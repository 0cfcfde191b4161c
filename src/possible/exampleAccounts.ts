import type { Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { keyIn, keyStatesWhileConnected } from './exampleKeys.js'
import { everyKind, exampleStore, kinds, type Kind } from './examples.js'
import { accountWith } from './tried.js'

/** The example account without stores. */
export const emptyExample: Account = accountWith([])

/** The kinds of store that are of a type. */
const kindsOf = (type: CustomKeyStoreType): ReadonlyArray<Kind> =>
  everyKind.filter((kind) => kinds[kind].CustomKeyStoreType === type)

/** The accounts with one store of a type in a state: of every kind, without a key or with one of whatever life. */
export const exampleAccounts = (
  type: CustomKeyStoreType,
  state: ConnectionState,
  withKey: boolean
): ReadonlyArray<Account> => {
  const keysIn = (kind: Kind) => (withKey ? keyStatesWhileConnected.map((life) => [keyIn[life](kind)]) : [[]])
  return kindsOf(type).flatMap((kind) =>
    keysIn(kind).map((keys) => accountWith([exampleStore(kind, state)], keys))
  )
}
