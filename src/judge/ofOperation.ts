import type { EditionName } from '../editions/editions.js'
import type { Statement } from '../Evidence.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationsByName } from '../operations/index.js'

/** The statement as the page of an operation has it, if the operation requires it. */
export const ofOperation = (
  edition: EditionName,
  operation: OperationName,
  statement: Statement
): Statement =>
  operationsByName[edition][operation].parts
    .flatMap(({ rules }) => rules)
    .find(({ name }) => name === statement.name) ?? statement
