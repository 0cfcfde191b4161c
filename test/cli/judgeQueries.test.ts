/** The query of docs/judge.md for DuckDB: what it extracts of a trail has the same verdicts as the whole. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { created, hsm, on, record, uses, xks } from '../judge/cloudTrail.js'
import { fileIn, judged, run, temporaryFolder } from './judgeRuns.js'

interface Engine {
  readonly DuckDBInstance: { readonly create: (path: string) => Promise<any> }
}

/** Absent where no binary of it is published for the machine. */
const engine = ((): Engine | undefined => {
  try {
    return createRequire(import.meta.url)('@duckdb/node-api') as Engine
  } catch {
    return undefined
  }
})()

const folder = temporaryFolder()
const file = fileIn(folder)
const hour = 3600
const [, query = ''] = /### DuckDB\n+```sql\n([^`]*)```/.exec(readFileSync('docs/judge.md', 'utf8')) ?? []

const accounts = ['111122223333', '444455556666']
const regions = ['us-east-1', 'eu-west-1']

/** An hour of a trail: much of other services, some of AWS KMS, and what contradicts what came before. */
const eventsOf = (i: number) => [
  ...Array.from({ length: 50 }, (_, j) =>
    record('GetObject', i * hour + j, { eventSource: 's3.amazonaws.com' })
  ),
  record('ListKeys', i * hour),
  record('Decrypt', i * hour, { requestParameters: { keyId: 'a' } }),
  i === 0 ? created(xks, 1, { customKeyStoreType: 'EXTERNAL_KEY_STORE' }) : uses(hsm)('Encrypt', i * hour),
  on(xks)(i % 3 === 1 ? 'ConnectCustomKeyStore' : 'DisconnectCustomKeyStore', i * hour + 2),
  on(hsm)(
    i % 4 === 0 ? 'UpdateCustomKeyStore' : 'GenerateRandom',
    i * hour + 3,
    i % 5 === 0 ? 'CustomKeyStoreNotFoundException' : undefined
  )
]

beforeAll(() => {
  for (const account of accounts) {
    for (const region of regions) {
      for (let i = 0; i < 12; i += 1) {
        const Records = eventsOf(i).map((one) => ({
          ...one,
          recipientAccountId: account,
          awsRegion: region,
          resources: [{ accountId: account }]
        }))
        const name = `AWSLogs/${account}/CloudTrail/${region}/2024/01/01/${String(i).padStart(2, '0')}.json.gz`
        file(name, gzipSync(JSON.stringify({ Records })))
      }
      file(
        `AWSLogs/${account}/CloudTrail-Digest/${region}/2024/01/01/digest.json.gz`,
        gzipSync(JSON.stringify({ digestStartTime: 'a', logFiles: [] }))
      )
    }
  }
})

/** The lines that `judge --json` prints, without the counts of the whole. */
const linesOn = async (...paths: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { stdout } = await run(['--json', ...paths])
  const lines = stdout.trimEnd().split('\n')
  const { stores } = JSON.parse(lines.at(-1)!)
  return [...lines.slice(0, -1), ...stores.map((store: unknown) => JSON.stringify(store))].sort()
}

/** Runs the query with another name of its result, and for a part of the trail. */
const extract = async (name: string, condition = ''): Promise<string> => {
  const result = join(folder, name)
  const sql = query
    .replace("'AWSLogs/", `'${folder}/AWSLogs/`)
    .replace("'stores.jsonl'", `'${result}'`)
    .replace('  ORDER BY', `  ${condition}\n  ORDER BY`)
  const connection = await (await engine!.DuckDBInstance.create(':memory:')).connect()
  await connection.run(sql)
  connection.closeSync()
  return result
}

describe.skipIf(engine === undefined)('the query for DuckDB', () => {
  it('extracts all that the verdicts hang on, and nothing else', async () => {
    const whole = await linesOn(join(folder, 'AWSLogs'))
    expect(whole.length).toBeGreaterThan(8)
    const extracted = await extract('stores.jsonl')
    expect(await linesOn(extracted)).toEqual(whole)
    const { log, stderr } = await judged([extracted])
    expect({ records: log.records, stderr }).toEqual({ records: log.kmsEvents, stderr: '' })
    expect(log.records).toBe(accounts.length * regions.length * 12 * 3)
  })

  it('can be run for parts, by account and Region, or by store', async () => {
    const whole = await linesOn(join(folder, 'AWSLogs'))
    const store = /coalesce\([^]*?\n {4}\)/.exec(query)![0]
    const partitions = [
      accounts.flatMap((account) =>
        regions.map(
          (region) =>
            `AND (record->>'recipientAccountId') = '${account}' AND (record->>'awsRegion') = '${region}'`
        )
      ),
      [0, 1, 2, 3].map((part) => `AND hash(${store}) % 4 = ${String(part)}`)
    ]
    for (const parts of partitions) {
      const lines: Array<string> = []
      for (const [i, part] of parts.entries()) {
        lines.push(...(await linesOn('--allow-empty', await extract(`part${String(i)}.jsonl`, part))))
      }
      expect(lines.sort()).toEqual(whole)
    }
  })
})

describe('the query on the page', () => {
  it('is found', () => {
    expect(query).toMatch(/^COPY \([^]*'AWSLogs\/[^]*'stores\.jsonl'/)
  })
})
