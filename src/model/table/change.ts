import { positionsWith } from './lookUp.js'
import { entryOf, type Table } from './Table.js'
import { compare, compareValues, withEntry, withoutEntry, type Node, type Tree, type Value } from './Tree.js'

const none: ReadonlyArray<never> = []

/** The values of two lists without those that they have in common at the beginning and at the end. */
const differing = (
  a: ReadonlyArray<Value>,
  b: ReadonlyArray<Value>
): readonly [ReadonlyArray<Value>, ReadonlyArray<Value>] => {
  const areSame = (i: number, j: number): boolean => compareValues(a[i] as Value, b[j] as Value) === 0
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && areSame(start, start)) start += 1
  if (start === a.length && start === b.length) return [none, none]
  let end = 0
  while (start + end < most && areSame(a.length - 1 - end, b.length - 1 - end)) end += 1
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

/** Every index that has been made, with an entry at a position in place of another. */
const indexed = <A, Name extends string>(
  { indexes, made }: Table<A, Name>,
  position: number,
  before: A | undefined,
  after: A | undefined
): Map<Name, Tree<true>> => {
  const now = new Map(made)
  for (const [name, index] of made) {
    const [old, fresh] = differing(
      before === undefined ? none : indexes[name](before),
      after === undefined ? none : indexes[name](after)
    )
    if (old.length === 0 && fresh.length === 0) continue
    const left = old.reduce<Tree<true>>(
      (tree, value) => withoutEntry(tree as Node<true>, value, position),
      index
    )
    const full = fresh.reduce<Tree<true>>((tree, value) => withEntry(tree, value, position, true), left)
    now.set(name, full)
  }
  return now
}

export const withAdded = <A, Name extends string>(table: Table<A, Name>, entry: A): Table<A, Name> => ({
  indexes: table.indexes,
  size: table.size + 1,
  entries: withEntry(table.entries, table.nextPosition, 0, entry),
  nextPosition: table.nextPosition + 1,
  made: indexed(table, table.nextPosition, undefined, entry),
  array: undefined
})

/** The list with an entry in place of those that have a value, or without these. */
const withInPlace = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value,
  entry: A | undefined
): Table<A, Name> =>
  positionsWith(table, name, value).reduce<Table<A, Name>>(
    (now, position) => ({
      ...now,
      size: entry === undefined ? now.size - 1 : now.size,
      entries:
        entry === undefined
          ? withoutEntry(now.entries as Node<A>, position, 0)
          : withEntry(now.entries, position, 0, entry),
      made: indexed(now, position, entryOf(now, position), entry),
      array: undefined
    }),
    table
  )

/** The list with an entry in place of those that have a value. */
export const withReplaced = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value,
  entry: A
): Table<A, Name> => withInPlace(table, name, value, entry)

/** The list without the entries that have a value. */
export const withRemoved = <A, Name extends string>(
  table: Table<A, Name>,
  name: Name,
  value: Value
): Table<A, Name> => withInPlace(table, name, value, undefined)

/** An entry that one list has and the other has not, or has otherwise at the same position. */
export interface Change<A> {
  readonly position: number
  readonly before: A | undefined
  readonly after: A | undefined
}

/** How two lists differ; it costs little where one was made of the other. */
export const changes = <A, Name extends string>(
  before: Table<A, Name>,
  after: Table<A, Name>
): ReadonlyArray<Change<A>> => {
  const changed: Array<Change<A>> = []
  compare(before.entries, after.entries, (position, old, now) =>
    changed.push({ position: position as number, before: old, after: now })
  )
  return changed
}
