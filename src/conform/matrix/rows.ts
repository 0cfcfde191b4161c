import { operationNames } from '../../operations/index.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { once } from '../../possible/once.js'
import type { Column, ColumnCheck } from './Column.js'

/** The checks of one operation, each in all the reports that have it; without a name those about several. */
export interface Group {
  readonly operation: OperationName | undefined
  readonly checks: ReadonlyArray<ColumnCheck>
}

const namesIn = (text: string): OperationName | undefined => {
  const words = text.split(/[^A-Za-z]/)
  return words.flatMap((word) => operationNames.find((name) => name === word) ?? [])[0]
}

/** The operation that a check is about: the one in its id, or the first that its sentence names. */
const operationOf = ({ id, says }: ColumnCheck): OperationName | undefined => namesIn(id) ?? namesIn(says)

/** Every check of the reports once, by its operation, in the order of the operations and then of the reports. */
export const groups = (columns: ReadonlyArray<Column>): ReadonlyArray<Group> => {
  const checks = once(({ id }: ColumnCheck) => id)(columns.flatMap(({ check }) => [...check.values()]))
  const found = new Map(checks.map((check) => [check.id, operationOf(check)]))
  return [...operationNames, undefined]
    .map((operation) => ({ operation, checks: checks.filter(({ id }) => found.get(id) === operation) }))
    .filter((group) => group.checks.length > 0)
}
