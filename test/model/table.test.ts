import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changes, withAdded, withRemoved, withReplaced } from '../../src/model/table/change.js'
import { entriesAfter, entriesUpTo, entriesWith } from '../../src/model/table/lookUp.js'
import { tables, type Placed } from '../../src/model/table/Table.js'

interface Entry {
  readonly id: string
  readonly date: number
}

const { tableOf, tableAt, arrayOf } = tables({
  id: ({ id }: Entry) => [id],
  date: ({ date }: Entry) => [date],
  place: ({ date, id }: Entry) => [[date, id] as const]
})

const entry = fc.record({
  id: fc.integer({ min: 10, max: 25 }).map((n) => n.toString(36)),
  date: fc.integer({ min: 0, max: 9 })
})
const step = fc.record({ kind: fc.constantFrom('add', 'replace', 'remove'), entry })

type Step = typeof step extends fc.Arbitrary<infer A> ? A : never

const stepped = (array: ReadonlyArray<Entry>, { kind, entry }: Step): ReadonlyArray<Entry> => {
  if (kind === 'add') return [...array, entry]
  if (kind === 'remove') return array.filter(({ id }) => id !== entry.id)
  return array.map((other) => (other.id === entry.id ? entry : other))
}

const stepOn = (table: ReturnType<typeof tableOf>, { kind, entry }: Step) => {
  if (kind === 'add') return withAdded(table, entry)
  if (kind === 'remove') return withRemoved(table, 'id', entry.id)
  return withReplaced(table, 'id', entry.id, entry)
}

const byPlace = (a: Entry, b: Entry): number => a.date - b.date || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

it('a table says the same as an array after any steps, and the one before is as it was', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.array(step, { maxLength: 60 }), entry, (start, steps, { id, date }) => {
      const tablesNow = [tableOf(start)]
      const arrays: Array<ReadonlyArray<Entry>> = [start]
      for (const one of steps) {
        tablesNow.push(stepOn(tablesNow[tablesNow.length - 1]!, one))
        arrays.push(stepped(arrays[arrays.length - 1]!, one))
      }
      tablesNow.forEach((table, i) => {
        const array = arrays[i]!
        expect(arrayOf(table)).toEqual(array)
        expect(table.size).toBe(array.length)
        expect(entriesWith(table, 'id', id)).toEqual(array.filter((one) => one.id === id))
        expect(entriesAfter(table, 'place', [date, id], 3)).toEqual(
          [...array]
            .sort(byPlace)
            .filter((one) => byPlace(one, { id, date }) > 0)
            .slice(0, 3)
        )
        expect(entriesUpTo(table, 'date', date)).toEqual(
          array.filter((one) => one.date <= date).sort((a, b) => a.date - b.date)
        )
      })
    }),
    { numRuns: 200 }
  )
})

it('a list that grew in place is read anew', () => {
  const list: Array<Entry> = [{ id: 'a', date: 1 }]
  expect(entriesWith(tableOf(list), 'id', 'b')).toEqual([])
  list.push({ id: 'b', date: 2 })
  expect(entriesWith(tableOf(list), 'id', 'b')).toEqual([{ id: 'b', date: 2 }])
})

it('the changes between two tables make the one of the other, position by position', () => {
  fc.assert(
    fc.property(
      fc.array(entry),
      fc.array(step, { maxLength: 20 }),
      fc.array(step, { maxLength: 20 }),
      (start, first, later) => {
        const before = first.reduce(stepOn, tableOf(start))
        const after = later.reduce(stepOn, before)
        const rows = new Map(changes(tableOf([]), before).map((one) => [one.position, one.after]))
        for (const { position, before: old, after: now } of changes(before, after)) {
          expect(rows.get(position)).toBe(old)
          expect(now).not.toBe(old)
          if (now === undefined) rows.delete(position)
          else rows.set(position, now)
        }
        const placed = [...rows].sort(([a], [b]) => a - b) as ReadonlyArray<Placed<Entry>>
        const again = tableAt(placed)
        expect(arrayOf(again)).toEqual(arrayOf(after))
        expect(changes(again, after)).toEqual([])
        expect(again.nextPosition).toBeLessThanOrEqual(after.nextPosition)
      }
    )
  )
})

it('an entry with many values that gets one more or less keeps the rest', () => {
  const many = tables({ value: ({ values }: { readonly values: ReadonlyArray<number> }) => values })
  const values = fc.uniqueArray(fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(values, values, values, (other, old, fresh) => {
      const before = many.tableOf([{ values: other }, { values: old }])
      entriesWith(before, 'value', 0)
      const first = old[0]
      if (first === undefined || other.includes(first)) return
      const after = withReplaced(before, 'value', first, { values: fresh })
      for (let n = 0; n <= 9; n += 1) {
        const found = entriesWith(after, 'value', n).map((one) => one.values)
        expect(found).toEqual([other, fresh].filter((one) => one.includes(n)))
      }
    })
  )
})

it('finds nothing by what is no value, which an untyped caller may give', () => {
  const table = tableOf([{ id: 'a', date: 1 }])
  for (const value of [undefined, null, 1, {}, ['a'], Symbol('a'), () => 'a'] as ReadonlyArray<unknown>)
    expect(entriesWith(table, 'id', value as string)).toEqual([])
})

it('entries of one value come in the order of the list, as many as are asked for', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ id: `id${String(i)}`, date: i % 2 }))
  const table = tableOf(many)
  const odd = many.filter(({ date }) => date === 1)
  expect(entriesWith(table, 'date', 1)).toEqual(odd)
  for (const limit of [1, 2, 7]) expect(entriesWith(table, 'date', 1, limit)).toEqual(odd.slice(0, limit))
  expect(entriesWith(table, 'date', 2, 1)).toEqual([])
})
