import { operations } from '../../operations/index.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { sources } from '../../sources.js'

/** The addresses of an operation: its rules, where docs/rules.md is at `rules`; and its page at AWS. */
export const operationLinks = (rules: string, operation: OperationName) => ({
  rules: `${rules}#${operation.toLowerCase()}`,
  aws: sources[operations[operation].source].url
})

/** The place on the page of an implementation, of a rule that it does not keep, and of a check. */
export const places = {
  column: (column: number): string => `i${String(column + 1)}`,
  rule: (column: number, rule: number): string => `i${String(column + 1)}-r${String(rule + 1)}`,
  check: (check: number): string => `c${String(check + 1)}`
}
