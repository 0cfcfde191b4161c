import { number, type Row, type Table } from './Table.js'

/** One operation: what it costs with each number of stores, keys, accounts or steps, as multiples of the first. */
export interface Curve {
  readonly name: string
  readonly by: 'stores' | 'keys' | 'accounts' | 'steps'
  readonly sizes: ReadonlyArray<number>
  readonly multiples: ReadonlyArray<number>
}

const limit = 2

/** The ratio is the greatest of a curve; the figures are those before the last. */
const rowOf = ({ name, by, sizes, multiples: all }: Curve): Row => {
  const ratio = Math.max(...all)
  return {
    name: `${name}, ${sizes.at(-1)!.toLocaleString('en')} ${by}`,
    figures: [all.slice(0, -1).map(number).join(''), number(all.at(-1)!)],
    ratio: { low: ratio, median: ratio, high: ratio },
    atMost: limit
  }
}

export const growthOf = (all: ReadonlyArray<Curve>): Table => ({
  title: 'Growth',
  note: 'The cost of an operation as a multiple of its cost with 10 stores, keys or accounts: medium is 1,000 stores or 10,000 keys. The best of several rounds counts for each; the ratio is the greater.',
  columns: ['medium', 'large'],
  rows: all.map(rowOf)
})
