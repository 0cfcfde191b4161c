/** The tree behind the tables of an account, against a sorted list: in order, balanced, and shared with the tree before. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  compareValues,
  entryAt,
  treeOf,
  visit,
  visitFrom,
  withEntry,
  withoutEntry,
  type Node,
  type Tree,
  type Value
} from '../../src/model/table/Tree.js'

type Place = readonly [value: string, position: number]

const inOrder = ([v, p]: Place, [w, q]: Place): number => (v < w ? -1 : v > w ? 1 : p - q)

const placesOf = (tree: Tree<unknown>): ReadonlyArray<Place> => {
  const places: Array<Place> = []
  visit(tree, ({ value, position }) => places.push([value as string, position]) > 0)
  return places
}

/** The height of a tree in which every node tells its own, and no two branches differ by more than one. */
const heightOf = (tree: Tree<unknown>): number => {
  if (tree === undefined) return 0
  const [left, right] = [heightOf(tree.left), heightOf(tree.right)]
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1)
  expect(tree.height).toBe(1 + Math.max(left, right))
  return tree.height
}

const place = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 30 }))

interface Change {
  readonly at: Place
  readonly entry: number | undefined
}

const change: fc.Arbitrary<Change> = fc.record({ at: place, entry: fc.option(fc.nat(), { nil: undefined }) })
const changes = fc.array(change, { maxLength: 120 })

/** The tree and, by text, the entries after a change; what is not there is not taken away. */
const changed = ([tree, entries]: Kept, { at: [value, position], entry }: Change): Kept => {
  const key = JSON.stringify([value, position])
  if (entry !== undefined) return [withEntry(tree, value, position, entry), new Map(entries).set(key, entry)]
  if (!entries.has(key)) return [tree, entries]
  const left = new Map(entries)
  left.delete(key)
  return [withoutEntry(tree as Node<number>, value, position), left]
}

type Kept = readonly [Tree<number>, ReadonlyMap<string, number>]
const empty: Kept = [undefined, new Map()]

const placesIn = (entries: ReadonlyMap<string, number>): ReadonlyArray<Place> =>
  [...entries.keys()].map((key) => JSON.parse(key) as Place).sort(inOrder)

describe('a tree after any changes', () => {
  it('has its entries in order, is balanced, and finds each', () => {
    fc.assert(
      fc.property(changes, (history) => {
        const [tree, entries] = history.reduce(changed, empty)
        expect(placesOf(tree)).toEqual(placesIn(entries))
        heightOf(tree)
        for (const [value, position] of placesIn(entries)) {
          const entry = entries.get(JSON.stringify([value, position]))
          expect(entryAt(tree as Node<number>, value, position)).toBe(entry)
        }
      })
    )
  })

  it('is visited from a place on, for as long as it is asked to', () => {
    fc.assert(
      fc.property(changes, place, fc.nat(10), (history, from, most) => {
        const [tree, entries] = history.reduce(changed, empty)
        const seen: Array<Place> = []
        const isOver = !visitFrom(tree, ...from, ({ value, position }) => {
          seen.push([value as string, position])
          return seen.length <= most
        })
        const later = placesIn(entries).filter((each) => inOrder(each, from) >= 0)
        expect(seen).toEqual(later.slice(0, most + 1))
        expect(isOver).toBe(later.length > most)
      })
    )
  })

  it('is compared with what it was: each entry that differs, once and in order', () => {
    fc.assert(
      fc.property(changes, changes, (first, then) => {
        const before = first.reduce(changed, empty)
        const after = then.reduce(changed, before)
        const told: Array<unknown> = []
        compare(before[0], after[0], (...each) => told.push(each))
        const all = placesIn(new Map([...before[1], ...after[1]]))
        const expected = all.flatMap((each) => {
          const [old, now] = [before[1], after[1]].map((of) => of.get(JSON.stringify(each)))
          return old === now ? [] : [[each[0], old, now]]
        })
        expect(told).toEqual(expected)
      })
    )
  })
})

it('a tree of what is in order is balanced', () => {
  for (let size = 0; size < 40; size += 1) {
    const tree = treeOf(
      Array.from({ length: size }, (_, position) => ({ value: 'a', position, entry: true }))
    )
    heightOf(tree)
    expect(placesOf(tree)).toEqual(Array.from({ length: size }, (_, position) => ['a', position]))
  }
})

it('changes nothing of the tree before, and shares all but one path with it', () => {
  const tree = treeOf(Array.from({ length: 31 }, (_, position) => ({ value: 'a', position, entry: 0 })))
  const nodes = (of: Tree<number>): ReadonlyArray<Node<number>> =>
    of === undefined ? [] : [of, ...nodes(of.left), ...nodes(of.right)]
  const known = new Set(nodes(tree))
  const copied = (of: Tree<number>) => nodes(of).filter((node) => !known.has(node)).length
  expect(copied(withEntry(tree, 'a', 0, 1))).toBe(5)
  expect(copied(withEntry(tree, 'a', 15, 1))).toBe(1)
  expect(placesOf(tree)).toHaveLength(31)
})

describe('values', () => {
  const ordered: ReadonlyArray<Value> = [-1, 0, 2, 10, [1, 'b'], [2, 'a'], [2, 'b'], '', '10', '2', 'a']

  it('are in one order, whatever they are', () => {
    for (const [i, a] of ordered.entries()) {
      for (const [j, b] of ordered.entries()) expect(Math.sign(compareValues(a, b))).toBe(Math.sign(i - j))
    }
  })
})
