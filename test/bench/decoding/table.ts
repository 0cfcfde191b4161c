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

/** Each row, with the contenders in the order of the columns. */
const contendersByRow = everyRequest.map(({ name, valid, requests }) => ({
  row: rowOf(name, valid),
  all: Object.entries(contenders).map(([contender, reader]) => asking(contender, requests, reader[name]))
}))

/** How ours compares with the contenders, for each kind of request, valid and not. */
export const decodingRows: Rows = async (rounds, span) => {
  const [wrong] = wrongReadings()
  if (wrong !== undefined) throw new Error(`Read wrongly: ${wrong}`)
  const rows: Array<Row> = []
  for (const { row, all } of contendersByRow) {
    const speeds = await measure(all, rounds, span)
    const cost = all.map((_, i) => number(1e9 / median(speeds.map((round) => round[i]!))))
    rows.push({ name: row, figures: cost, ratio: ratioTo(1, speeds), atMost: 1 })
  }
  return rows
}

/** Ours, for one row. */
export const readingOf = (row: string): Contender => contendersByRow.find((one) => one.row === row)!.all[0]!

export const decoding = (): Table => ({
  title: 'Reading requests',
  note: 'Nanoseconds a request; the ratio is that to zod. All take the same requests for valid, and collect everything that is wrong. ajv and TypeBox keep the secrets, which the others replace.',
  columns: Object.keys(contenders),
  rows: rowsAlone('reading', 5, 50)
})
