import { isRight, type Either } from 'fp-ts/lib/Either.js'
import {
  CreateCustomKeyStoreRequest,
  CreateKeyRequest,
  CustomKeyStoreIdRequest,
  decode,
  DescribeCustomKeyStoresRequest,
  GenerateRandomRequest,
  UpdateCustomKeyStoreRequest
} from '../../../src/index.js'
import { ratioTo } from '../comparison.js'
import { asking, measure, median } from '../measure.js'
import { number, type Row, type Table } from '../Table.js'
import type { Reader, RequestName } from './limits.js'
import { everyRequest } from './load.js'
import { byAjv, byTypeBox } from './typebox.js'
import { byValibot } from './valibot.js'
import { byZod } from './zod.js'

const readers: Readonly<Record<RequestName, (input: unknown) => Either<unknown, unknown>>> = {
  CreateCustomKeyStore: decode(CreateCustomKeyStoreRequest),
  UpdateCustomKeyStore: decode(UpdateCustomKeyStoreRequest),
  CreateKey: decode(CreateKeyRequest),
  CustomKeyStoreId: decode(CustomKeyStoreIdRequest),
  DescribeCustomKeyStores: decode(DescribeCustomKeyStoresRequest),
  GenerateRandom: decode(GenerateRandomRequest)
}
const byLibrary = Object.fromEntries(
  Object.entries(readers).map(([name, read]) => [name, (input: unknown) => isRight(read(input))])
) as unknown as Reader

/** This library first, then zod, which it is held to. */
export const contenders: Readonly<Record<string, Reader>> = {
  'this library': byLibrary,
  zod: byZod,
  valibot: byValibot,
  ajv: byAjv,
  TypeBox: byTypeBox
}

/** What a contender takes for valid and is not, or the other way round. */
export const wrongReadings = (): ReadonlyArray<string> =>
  everyRequest.flatMap(({ name, valid, requests }) =>
    Object.entries(contenders).flatMap(([contender, reader]) =>
      requests
        .filter((request) => reader[name](request) !== valid)
        .map((request) => `${contender}, ${name}: ${JSON.stringify(request)}`)
    )
  )

/** As users know the requests. */
const shown = (name: RequestName): string =>
  name === 'CustomKeyStoreId' ? 'Connect, Disconnect, Delete' : name.replace(/CustomKeyStores?/, '')

/** How ours compares with the contenders that are named, for each kind of request, valid and not. */
export const decodingRows = async (
  names: ReadonlyArray<string>,
  rounds: number,
  span: number
): Promise<ReadonlyArray<Row>> => {
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

export const decoding = async (): Promise<Table> => ({
  title: 'Reading requests',
  note: 'Nanoseconds a request; the ratio is that to zod. All take the same requests for valid, and collect everything that is wrong. ajv and TypeBox keep the secrets, which the others replace.',
  columns: Object.keys(contenders),
  rows: await decodingRows(Object.keys(contenders), 5, 50)
})
