/**
 * Whether nothing has become much slower: ratios within one run, each with a margin of a quarter or more above what
 * docs/performance.md shows, so that the noise of a busy machine does not cross it. The best of three attempts counts.
 */
import { compared } from './comparison.js'
import { decidingContenders } from './deciding.js'
import { decodingRows } from './decoding/table.js'
import { respondingRows } from './responding.js'
import { number, type Row } from './Table.js'

interface Check {
  readonly name: string
  /** The greatest ratio that passes. */
  readonly limit: number
  readonly rows: () => Promise<ReadonlyArray<Row>>
}

const checks: ReadonlyArray<Check> = [
  { name: 'decide, beside by hand', limit: 2.5, rows: () => compared(decidingContenders, {}, 5, 150) },
  {
    name: 'read requests, beside zod',
    limit: 1.75,
    rows: () => decodingRows(['this library', 'zod'], 5, 20)
  },
  {
    name: 'respond, beside parse and print',
    limit: 6,
    rows: () => respondingRows(['ConnectCustomKeyStore', 'CreateKey'], 5, 50)
  }
]

/** The mean of the rows, as of factors. One row may be noise, all together are not. */
const meanOf = (rows: ReadonlyArray<Row>): number =>
  Math.exp(rows.reduce((sum, { ratio }) => sum + Math.log(ratio!.median), 0) / rows.length)

const attempts = 3

const passes = async ({ name, limit, rows }: Check): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const ratio = meanOf(await rows())
    const verdict = ratio <= limit ? 'passes' : 'too slow'
    console.log(`${name}: ${number(ratio)} times, at most ${number(limit)}: ${verdict}`)
    if (ratio <= limit) return true
  }
  return false
}

/** Whether every check passes. */
export const checked = async (): Promise<boolean> => {
  let all = true
  for (const check of checks) all = (await passes(check)) && all
  return all
}
