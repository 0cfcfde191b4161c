import { byEdition, defaultEdition } from '../editions/editions.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { exampleStore, kindOf } from '../possible/examples.js'
import { ownWork } from '../possible/ownWork.js'
import { cell, stateOperations, type Cell } from './cells.js'

const word = ({ outcome }: Cell): string => ('state' in outcome ? outcome.state : outcome.exception)

const record = <K extends string, A>(names: ReadonlyArray<K>, of: (name: K) => A): Readonly<Record<K, A>> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, A>

/** Where the work of KMS leads from a state by itself. */
const settlesFrom = (from: ConnectionState): ReadonlyArray<ConnectionState> => {
  const store = exampleStore('AWS_CLOUDHSM', from)
  const ends = Object.values(ownWork).map((does) => does(store).ConnectionState)
  return [...new Set(ends)].filter((to) => to !== from)
}

/**
 * The table of states as plain data, for programs that need nothing else and for other languages. By edition, type of
 * store, operation and state: the state right after the operation, `deleted`, or the exception that refuses it, where
 * everything else is in order. `settles`: where KMS leads a store from a state by itself; nowhere from one that lasts.
 *
 * @example
 * const { AWS_CLOUDHSM } = documents.statesTable().editions['exception-text-2022']
 * AWS_CLOUDHSM.ConnectCustomKeyStore.FAILED
 * //=> 'CustomKeyStoreInvalidStateException'
 */
export const statesTable = () => ({
  defaultEdition,
  settles: record(connectionStates, settlesFrom),
  editions: byEdition((edition) =>
    record(customKeyStoreTypes, (type: CustomKeyStoreType) =>
      record(stateOperations, (operation) =>
        record(connectionStates, (state) => word(cell(edition, operation, kindOf[type])(state)))
      )
    )
  )
})
