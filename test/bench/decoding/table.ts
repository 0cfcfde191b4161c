import { rowsAlone } from '../alone.js'
import { ratioTo } from '../comparison.js'
import { asking, measure, median } from '../measure.js'
import type { Rows } from '../rows.js'
import { number, type Row, type Table } from '../Table.js'
import { contenders, wrongReadings } from './contenders.js'
import type { RequestName } from './limits.js'
import { everyRequest } from './load.js'

/** As users know the requests. */
const shown = (name: RequestName): string =>
  name === 'CustomKeyStoreId' ? 'Connect, Disconnect, Delete' : name.replace(/CustomKeyStores?/, '')

/** How ours compares with the contenders that are named, for each kind of request, valid and not. */
const rowsOf =
  (names: ReadonlyArray<string>): Rows =>
  async (rounds, span) => {
    const [wrong] = wrongReadings()
    if (wrong !== undefined) throw new Error(`Read wrongly: ${wrong}`)
    const rows: Array<Row> = []
    for (const { name, valid, requests } of everyRequest) {
      const all = names.map((contender) => asking(contender, requests, contenders[contender]![name]))
      const speeds = await measure(all, rounds, span)
      const cost = names.map((_, i) => number(1e9 / median(speeds.map((round) => round[i]!))))
      const kind = valid ? 'valid' : 'invalid'
      rows.push({ name: `${shown(name)}, ${kind}`, figures: cost, ratio: ratioTo(1, speeds), atMost: 1 })
    }
    return rows
  }

export const decodingRows = rowsOf(Object.keys(contenders))

export const rowsBesideZod = rowsOf(['this library', 'zod'])

export const decoding = (): Table => ({
  title: 'Reading requests',
  note: 'Nanoseconds a request; the ratio is that to zod. All take the same requests for valid, and collect everything that is wrong. ajv and TypeBox keep the secrets, which the others replace.',
  columns: Object.keys(contenders),
  rows: rowsAlone('reading', 5, 50)
})
