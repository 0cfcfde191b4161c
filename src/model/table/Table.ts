import { compareValues, entryAt, treeOf, visit, type Node, type Tree, type Value } from './Tree.js'

/** By which values entries of a list are looked up: any number of values for each entry, each once. */
type Indexes<A, Name extends string> = Readonly<Record<Name, (entry: A) => ReadonlyArray<Value>>>

/**
 * A list that is never changed, and is looked up by values. A list with one entry more, less or another costs as little as
 * a look-up, since nothing is copied. An index is made when it is first asked for, and is carried over from then on.
 */
export interface Table<A, Name extends string> {
  readonly indexes: Indexes<A, Name>
  readonly size: number
  /** By position: a number that is in the order of the list, and that an entry never changes. */
  readonly entries: Tree<A>
  /** After that of every entry. */
  readonly nextPosition: number
  readonly made: Map<Name, Tree<true>>
  /** The list as an array, once somebody has looked at it. */
  array: ReadonlyArray<A> | undefined
}

export type Placed<A> = readonly [position: number, entry: A]

/** Lists of one kind, as tables. */
export interface Tables<A, Name extends string> {
  /** An array that is read again, or is long and was made of a table, is known. */
  readonly tableOf: (array: ReadonlyArray<A>) => Table<A, Name>
  /** The table of entries in the order of their positions. */
  readonly tableAt: (placed: ReadonlyArray<Placed<A>>) => Table<A, Name>
  readonly arrayOf: (table: Table<A, Name>) => ReadonlyArray<A>
}

/** In entries. It takes less to make a table of so short an array again than to remember it. */
const short = 32

export const isShort = ({ size }: { readonly size: number }): boolean => size <= short

export type TableOf<T> = T extends Tables<infer A, infer Name> ? Table<A, Name> : never

export const tables = <A, Name extends string>(indexes: Indexes<A, Name>): Tables<A, Name> => {
  const known = new WeakMap<ReadonlyArray<A>, Table<A, Name>>()

  const tableAt = (placed: ReadonlyArray<Placed<A>>): Table<A, Name> => ({
    indexes,
    size: placed.length,
    entries: treeOf(placed.map(([value, entry]) => ({ value, position: 0, entry }))),
    nextPosition: (placed[placed.length - 1]?.[0] ?? -1) + 1,
    made: new Map(),
    array: undefined
  })

  const tableOf = (array: ReadonlyArray<A>): Table<A, Name> => {
    const before = known.get(array)
    if (before !== undefined && before.size === array.length) return before
    const table = { ...tableAt(array.map((entry, position) => [position, entry])), array }
    known.set(array, table)
    return table
  }

  const arrayOf = (table: Table<A, Name>): ReadonlyArray<A> => {
    if (table.array !== undefined) return table.array
    const array: Array<A> = []
    visit(table.entries, ({ entry }) => array.push(entry) > 0)
    table.array = array
    if (!isShort(table)) known.set(array, table)
    return array
  }

  return { tableOf, tableAt, arrayOf }
}

export const entryOf = <A, Name extends string>(table: Table<A, Name>, position: number): A =>
  entryAt(table.entries as Node<A>, position, 0)

/** The positions of all entries in the order of their values, and where these are the same in that of the list. */
export const indexOf = <A, Name extends string>(table: Table<A, Name>, name: Name): Tree<true> => {
  if (table.made.has(name)) return table.made.get(name)
  const places: Array<{ readonly value: Value; readonly position: number; readonly entry: true }> = []
  visit(table.entries, ({ value: position, entry }) => {
    for (const value of table.indexes[name](entry))
      places.push({ value, position: position as number, entry: true })
    return true
  })
  // Those of one value stay in the order of the list, in which they were visited.
  places.sort((a, b) => compareValues(a.value, b.value))
  const index = treeOf(places)
  table.made.set(name, index)
  return index
}
