import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { operationNames, operationsByName } from '../operations/index.js'

/** The operations on a store that its type and ConnectionState do not forbid. Other rules may still refuse them. */
export const operationsAllowedUnder =
  (edition: EditionName) =>
  (store: CustomKeyStore): ReadonlyArray<OperationName> =>
    operationNames.filter(
      (name) => operationsByName[edition][name].inState?.every((rule) => rule.holds({ store })) === true
    )

export const operationsAllowed = operationsAllowedUnder(defaultEdition)
