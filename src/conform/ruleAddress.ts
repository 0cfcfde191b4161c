import type { OperationName } from '../exceptions/documentedExceptions.js'
import { memberStatements } from '../codec/memberFindings.js'
import { operationNames, operations } from '../operations/index.js'
import { workedOutOnce } from '../possible/once.js'
import { ruleAnchor } from '../rules/ruleAnchor.js'
import * as statements from './statements.js'

/** The page with every rule, in the package. */
export const rulesPage = 'docs/rules.md'

/** The section of that page with the statements that belong to no operation. */
export const anyOperation = 'Any operation'

const namesOf = workedOutOnce(
  (operation: OperationName) => operation,
  (operation): ReadonlySet<string> => {
    const { parts, request } = operations[operation]
    const all = [
      ...memberStatements(request),
      ...parts.flatMap(({ rules, follows }) => [...rules, ...follows])
    ]
    return new Set(all.map(({ name }) => name))
  }
)

const isGeneral = (rule: string): boolean => Object.values(statements).some(({ name }) => name === rule)

/** The section that has a rule: that of the operation; or else the one that the rule is from. */
const sectionOf = (operation: OperationName, rule: string): string | undefined => {
  if (namesOf(operation).has(rule)) return operation
  return isGeneral(rule) ? anyOperation : operationNames.find((name) => namesOf(name).has(rule))
}

/** Where docs/rules.md has a rule that an operation breaks. */
export const ruleAddress = (operation: OperationName, rule: string): string => {
  const section = sectionOf(operation, rule)
  return `${rulesPage}#${section === undefined ? operation.toLowerCase() : ruleAnchor(section, rule)}`
}
