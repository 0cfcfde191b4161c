/**
 * The name of the place in docs/rules.md that has a statement: of its section, which is mostly an operation, and its own
 * name. It stays the same when statements are added or put into another order.
 */
export const ruleAnchor = (section: string, statement: string): string =>
  `${section}-${statement}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
