import { entryOf, indexOf, type Table } from './Table.js'
import { compareValues, visit, visitFrom, type Value } from './Tree.js'

/** The positions of the entries with a value, in the order of the list: all of them, or the first. */
export const positionsWith = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value,
  limit = Infinity
): ReadonlyArray<number> => {
  const positions: Array<number> = []
  visitFrom(indexOf(table, name), value, 0, (node) => {
    if (compareValues(node.value, value) !== 0) return false
    return positions.push(node.position) < limit
  })
  return positions
}

/** The entries with a value, in the order of the list: all of them, or the first. */
export const entriesWith = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value,
  limit = Infinity
): ReadonlyArray<A> => positionsWith(table, name, value, limit).map((position) => entryOf(table, position))

export const firstWith = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value
): A | undefined => entriesWith(table, name, value, 1)[0]

/** The entries in the order of an index, as many as are asked for: from its beginning, or after a value. */
export const entriesAfter = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value | undefined,
  limit: number
): ReadonlyArray<A> => {
  const entries: Array<A> = []
  const take = ({ position }: { readonly position: number }): boolean =>
    entries.push(entryOf(table, position)) < limit
  if (value === undefined) visit(indexOf(table, name), take)
  else visitFrom(indexOf(table, name), value, Infinity, take)
  return entries
}

/** The entries whose value is not above a limit. */
export const entriesUpTo = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  limit: number
): ReadonlyArray<A> => {
  const entries: Array<A> = []
  visit(indexOf(table, name), ({ value, position }) => {
    if (compareValues(value, limit) > 0) return false
    return entries.push(entryOf(table, position)) > 0
  })
  return entries
}
