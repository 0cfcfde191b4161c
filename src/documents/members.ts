import { memberStatements } from '../codec/memberFindings.js'
import type { AnyOperation } from '../operations/index.js'
import { statementsTable } from './statements.js'

/** The statements about members of the request: about each by itself, then about which go together. */
export const membersSection = ({ operation, request }: AnyOperation): ReadonlyArray<string> => {
  const statements = memberStatements(request)
  return statements.length === 0
    ? []
    : ['### Members', '', ...statementsTable(operation, statements, 'Rule'), '']
}
