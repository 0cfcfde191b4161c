/** Runs of the command `judge` on logs in a folder of their own, or on standard input. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { on } from '../judge/cloudTrail.js'
import { ended, type Ended } from './ended.js'

/** A folder that goes with the tests of a file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const fileIn =
  (folder: string) =>
  (name: string, content: string | Buffer): string => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
    return path
  }

/** A stream that gives its content in pieces of so many bytes. */
export const stream = (content: string | Buffer, length = 65_536): AsyncIterable<Buffer> => {
  const bytes = Buffer.from(content)
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
      bytes.subarray(i * length, (i + 1) * length)
    )
  )
}

export const run = (args: ReadonlyArray<string>, input: string | Buffer | AsyncIterable<Buffer> = '') =>
  ended(['judge', ...args], typeof input === 'string' || Buffer.isBuffer(input) ? stream(input) : input)

const hour = 3600

/** A log with one contradiction, and the verdict on it. */
export const contradictoryOn = (store: string) => [
  on(store)('CreateKey', 0),
  on(store)('DeleteCustomKeyStore', hour)
]
export const found = ['DeleteCustomKeyStore validConnectionState']

export const jsonl = (log: ReadonlyArray<unknown>): string =>
  log.map((one) => `${JSON.stringify(one)}\n`).join('')

/** The JSON that the command has printed: the verdicts in short, and what it says of the log. */
export const told = ({ code, stdout, stderr }: Ended) => {
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const log = lines.at(-1)
  return {
    code,
    stderr,
    log,
    verdicts: lines.slice(0, -1).map(({ event, rule }) => `${event.operation} ${rule}`)
  }
}

export const judged = async (
  args: ReadonlyArray<string>,
  input: string | Buffer | AsyncIterable<Buffer> = ''
) => told(await run(['--json', ...args], input))
