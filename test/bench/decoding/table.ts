import { rowsAlone } from '../alone.js'
import { ratioTo } from '../comparison.js'
import { asking, measure, median, type Contender } from '../measure.js'
import type { Rows } from '../rows.js'
import { number, type Row, type Table } from '../Table.js'
import { contenders, wrongReadings } from './contenders.js'
import type { RequestName } from './limits.js'
import { everyRequest } from './load.js'

/** The name of a row: a request as users know it. */
const rowOf = (name: RequestName, valid: boolean): string =>
  `${name === 'CustomKeyStoreId' ? 'Connect, Disconnect, Delete' : name.replace(/CustomKeyStores?/, '')}, ${valid ? 'valid' : 'invalid'}`

/** Each row, with those of the contenders that are named. */
const contendersFor = (names: ReadonlyArray<string>) =>
  everyRequest.map(({ name, valid, requests }) => ({
    row: rowOf(name, valid),
    all: names.map((contender) => asking(contender, requests, contenders[contender]![name]))
  }))

/** How ours compares with the contenders that are named, for each kind of request, valid and not. */
const rowsOf =
  (names: ReadonlyArray<string>): Rows =>
  async (rounds, span) => {
    const [wrong] = wrongReadings()
    if (wrong !== undefined) throw new Error(`Read wrongly: ${wrong}`)
    const rows: Array<Row> = []
    for (const { row, all } of contendersFor(names)) {
      const speeds = await measure(all, rounds, span)
      const cost = names.map((_, i) => number(1e9 / median(speeds.map((round) => round[i]!))))
      rows.push({ name: row, figures: cost, ratio: ratioTo(1, speeds), atMost: 1 })
    }
    return rows
  }

/** Ours, for one row. */
export const readingOf = (row: string): Contender =>
  contendersFor(['this library']).find((one) => one.row === row)!.all[0]!

export const decodingRows = rowsOf(Object.keys(contenders))

export const rowsBesideZod = rowsOf(['this library', 'zod'])

export const decoding = (): Table => ({
  title: 'Reading requests',
  note: 'Nanoseconds a request; the ratio is that to zod. All take the same requests for valid, and collect everything that is wrong. ajv and TypeBox keep the secrets, which the others replace.',
  columns: Object.keys(contenders),
  rows: rowsAlone('reading', 5, 50)
})
