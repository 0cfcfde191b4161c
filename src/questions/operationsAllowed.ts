import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { operationNames, operationsByName } from '../operations/index.js'
import { keeps } from '../rules/Rule.js'
import { demandStore } from '../wrongArgument.js'

/** The operations on a store that its type and ConnectionState do not forbid. Other rules may still refuse them. */
export const operationsAllowedUnder =
  (edition: EditionName) =>
  (store: CustomKeyStore): ReadonlyArray<OperationName> => {
    demandStore('operationsAllowed', store)
    return operationNames.filter((name) => {
      const { inState } = operationsByName[edition][name]
      return inState !== undefined && keeps(inState)({ store })
    })
  }

/**
 * The operations on a store that its type and ConnectionState do not forbid, by their AWS names. Other rules may
 * still refuse them.
 *
 * @example
 * cks.operationsAllowed(store).includes('CreateKey') //=> true
 * cks.operationsAllowed(external)
 * //=> ['DescribeCustomKeyStores', 'ConnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore']
 */
export const operationsAllowed = operationsAllowedUnder(defaultEdition)
