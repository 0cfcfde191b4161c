import { expect, it } from 'vitest'
import { editionNames, elsewhere, type EditionName } from '../../src/editions/editions.js'

/** What each edition makes of a case, in the order of their names. */
const made = (...each: ReadonlyArray<string>) => {
  const of = (edition: EditionName) => each[editionNames.indexOf(edition)] ?? ''
  return elsewhere(of, (is) => is)
}

const [first, second, third, fourth, fifth] = editionNames

it('what editions make of a case is told together for those that make the same of it', () => {
  expect(made('a', 'b', 'c', 'b', 'a')('exception-text-2022')).toEqual([
    { is: 'b', editions: [second, fourth] },
    { is: 'c', editions: [third] }
  ])
  expect(made('a', 'b', 'c', 'b', 'a')('developer-guide')).toEqual(
    made('a', 'b', 'c', 'b', 'a')('exception-text-2022')
  )
  expect(made('a', 'b', 'a', 'a', 'c')(second ?? 'developer-guide')).toEqual([
    { is: 'a', editions: [first, third, fourth] },
    { is: 'c', editions: [fifth] }
  ])
})

it('nothing is told where all editions make the same of a case', () => {
  expect(made('a', 'a', 'a', 'a', 'a')('exception-text-2026')).toEqual([])
})
