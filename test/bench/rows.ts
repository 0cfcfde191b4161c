/** Measures the rows of one table, in a process of its own, and prints them as JSON. */
import type { Row } from './Table.js'

/** Measures in so many rounds, in each for so many milliseconds of each contender. */
export type Rows = (rounds: number, span: number) => Promise<ReadonlyArray<Row>>

/** Nothing of one is loaded where another is measured. */
const measured = {
  deciding: async () => (await import('./deciding.js')).decidingRows,
  reading: async () => (await import('./decoding/table.js')).decodingRows,
  responding: async () => (await import('./responding.js')).respondingRows
} satisfies Readonly<Record<string, () => Promise<Rows>>>

export type Measured = keyof typeof measured

const [, , kind, rounds, span] = process.argv
const rows = await measured[kind as Measured]()
console.log(JSON.stringify(await rows(Number(rounds), Number(span))))
