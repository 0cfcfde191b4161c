/** How fast `judge` reads a trail, beside a loop that only calls JSON.parse, jq and DuckDB; and how it grows with stores. */
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '../../src/cli/judge.js'
import { plain } from '../../src/cli/style.js'
import { judge as library, type CloudTrailEvent } from '../../src/judge/index.js'
import { median } from './measure.js'
import { number, spreadOf, type Row, type Table } from './Table.js'
import { writeTrail } from './trail.js'

interface Reader {
  readonly name: string
  readonly read: () => Promise<unknown>
}

const rounds = 5
/** Beside the loop of JSON.parse. */
const target = 2
const files = 25
const kms = 'kms.amazonaws.com'

const countOfKms = (records: ReadonlyArray<{ readonly eventSource: string }>): number =>
  records.filter(({ eventSource }) => eventSource === kms).length

const judgingPath = (path: string) => async () => {
  let printed = ''
  const code = await judge.run(['--json', path], {
    input: createReadStream('/dev/null'),
    print: (text) => Promise.resolve(void (printed += text)),
    complain: (text) => void (printed += text),
    style: plain
  })
  if (code !== 0) throw new Error(printed)
}

const parsingLines = (path: string) => async () => {
  let [rest, count] = ['', 0]
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = `${rest}${String(piece)}`.split('\n')
    rest = lines.pop() ?? ''
    count += countOfKms(lines.map((line) => JSON.parse(line)))
  }
  return count
}

const parsingDocuments = (folder: string) => () =>
  Promise.resolve(
    readdirSync(folder).reduce(
      (count, name) => count + countOfKms(JSON.parse(readFileSync(join(folder, name), 'utf8')).Records),
      0
    )
  )

/** jq on the files, where it is installed. */
const jqReaders = (filter: string, paths: ReadonlyArray<string>): ReadonlyArray<Reader> =>
  spawnSync('jq', ['--version']).status === 0
    ? [
        {
          name: 'jq',
          read: () => Promise.resolve(spawnSync('jq', ['-c', filter, ...paths], { maxBuffer: 2 ** 28 }))
        }
      ]
    : []

/** DuckDB, where it is installed. */
const duckReaders = async (query: string): Promise<ReadonlyArray<Reader>> => {
  try {
    const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    return [{ name: 'DuckDB', read: () => connection.runAndReadAll(query) }]
  } catch {
    return []
  }
}

const secondsOf = async ({ read }: Reader): Promise<number> => {
  const begun = performance.now()
  await read()
  return (performance.now() - begun) / 1_000
}

/** The seconds of each reader in each round; a first round is not counted. */
const timed = async (readers: ReadonlyArray<Reader>): Promise<ReadonlyArray<ReadonlyArray<number>>> => {
  const all: Array<ReadonlyArray<number>> = []
  for (let round = 0; round <= rounds; round += 1) {
    const seconds: Array<number> = []
    for (const reader of readers) seconds.push(await secondsOf(reader))
    if (round > 0) all.push(seconds)
  }
  return all
}

/** What judge, the first reader, costs beside each other; the second is the loop, which it is held to. */
const compared = async (
  form: string,
  bytes: number,
  readers: ReadonlyArray<Reader>
): Promise<ReadonlyArray<Row>> => {
  const times = await timed(readers)
  const speed = (i: number): string =>
    `${number(bytes / 1e6 / median(times.map((seconds) => seconds[i]!)))} MB/s`
  return readers.slice(1).map(({ name }, i) => ({
    name: `${name}, ${form}`,
    figures: [speed(0), speed(i + 1)],
    ratio: spreadOf(times.map((seconds) => seconds[0]! / seconds[i + 1]!)),
    atMost: i === 0 ? target : undefined
  }))
}

const eventsTimed = 200_000

const observed = (stores: number): void => {
  let judgement = library.start()
  for (let i = 0; i < 2 * stores; i += 1) {
    const seen: CloudTrailEvent = {
      eventSource: kms,
      eventName: i < stores ? 'ConnectCustomKeyStore' : 'CreateKey',
      eventTime: 1_704_067_200 + (i < stores ? 0 : 3_600),
      awsRegion: 'us-east-1',
      eventID: String(i),
      recipientAccountId: '111122223333',
      requestParameters: { customKeyStoreId: `cks-${String(i % stores).padStart(17, '0')}` }
    }
    judgement = library.observe(seen)(judgement)
  }
}

/** Microseconds for each of two events of so many stores. */
const growth = (stores: number): number => {
  const begun = performance.now()
  const times = eventsTimed / (2 * stores)
  for (let i = 0; i < times; i += 1) observed(stores)
  return ((performance.now() - begun) * 1_000) / eventsTimed
}

const growthRows = (): ReadonlyArray<Row> => {
  growth(100)
  return [100, 10_000, 100_000].map((stores) => ({
    name: `an event, ${stores.toLocaleString('en')} stores`,
    figures: [`${number(growth(stores))} µs`, '']
  }))
}

export const judging = async (): Promise<Table> => {
  const folder = mkdtempSync(join(tmpdir(), 'trail-'))
  try {
    const { documents, lines, bytes } = writeTrail(folder, files)
    const source = `eventSource = '${kms}'`
    const onLines = await compared('lines', bytes, [
      { name: 'judge', read: judgingPath(lines) },
      { name: 'a loop of JSON.parse', read: parsingLines(lines) },
      ...jqReaders(`select(.eventSource == "${kms}")`, [lines]),
      ...(await duckReaders(
        `SELECT json FROM read_json_objects('${lines}') WHERE (json->>'eventSource') = '${kms}'`
      ))
    ])
    const inDocuments = await compared('files of CloudTrail', bytes, [
      { name: 'judge', read: judgingPath(documents) },
      { name: 'a loop of JSON.parse', read: parsingDocuments(documents) },
      ...jqReaders(
        `.Records[] | select(.eventSource == "${kms}")`,
        readdirSync(documents).map((name) => join(documents, name))
      ),
      ...(await duckReaders(
        `SELECT r FROM (SELECT unnest(Records) AS r FROM read_json('${documents}/*.json', columns = {Records: 'STRUCT(eventSource VARCHAR)[]'}, maximum_object_size = 100000000)) WHERE r.${source}`
      ))
    ])
    return {
      title: 'Judging a trail',
      note: `Reading ${number(bytes / 1e6)} MB, an event on each line or in files as CloudTrail writes them; then the time for an event that names one of so many stores.`,
      columns: ['judge', 'other'],
      rows: [...onLines, ...inDocuments, ...growthRows()]
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
