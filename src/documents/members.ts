import { memberStatements } from '../codec/memberFindings.js'
import type { AnyOperation } from '../operations/index.js'
import { statementsTable } from './statements.js'

/** What is stated of the members of the request: of each by itself, then of which go together. */
export const membersSection = ({ request }: AnyOperation): ReadonlyArray<string> => {
  const statements = memberStatements(request)
  return statements.length === 0 ? [] : ['### Members', '', ...statementsTable(statements, 'Rule'), '']
}
