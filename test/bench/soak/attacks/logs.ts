/** Attacks on `judge` by logs: what it does not know, what it cannot read, what is broken, and how it grows. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { created, hsm, on, record } from '../../../judge/cloudTrail.js'
import { expects, type Attack } from './Attack.js'

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
  /** The most memory that it had at once, in MB. */
  readonly memory: number
}

const tellsMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\nMB ${process.resourceUsage().maxRSS/1024}`))'

const programs = (folder: string, program: string) => {
  const judged = (input: string | Buffer, ...args: ReadonlyArray<string>): Promise<Ended> =>
    new Promise((done, fail) => {
      const begun = performance.now()
      const child = spawn(process.execPath, ['--import', tellsMemory, program, 'judge', '--json', ...args])
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
      child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
      child.stdin.on('error', () => undefined).end(input)
      child.on('error', fail).on('close', (code) => {
        const memory = Number(/MB ([\d.]+)/.exec(stderr)?.[1])
        done({ code, stdout, stderr, seconds: (performance.now() - begun) / 1_000, memory })
      })
    })
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
    return path
  }
  return { folder, program, judged, file }
}

type Programs = ReturnType<typeof programs>

const jsonl = (log: ReadonlyArray<unknown>): string => log.map((one) => `${JSON.stringify(one)}\n`).join('')

const contradictory = [on(hsm)('CreateKey', 0), on(hsm)('DeleteCustomKeyStore', 3_600)]

/** The contradiction was found, whatever else is in the log. */
const isFound = ({ code, stdout, stderr }: Ended, what: string): void =>
  expects(code === 1 && stdout.includes('validConnectionState'), `${what}: ${String(code)} ${stderr}`)

const unknown = async ({ judged }: Programs): Promise<string> => {
  const logs = ['{"hello":"world"}', '[1,2,3]', 'no log', '', '{"Records":[]}', '<html></html>']
  for (const log of logs) {
    const { code } = await judged(log, '-')
    expects(code === 2, `${log}: exit code ${String(code)}`)
  }
  return `${String(logs.length)} of them, exit code 2`
}

const wrapped = async ({ judged }: Programs): Promise<string> => {
  const [first, last] = contradictory.map((one) => JSON.stringify(one))
  const forms: Readonly<Record<string, string | Buffer>> = {
    CloudTrail: JSON.stringify({ Records: contradictory }),
    'lookup-events': JSON.stringify({ Events: [{ CloudTrailEvent: first }, { CloudTrailEvent: last }] }),
    EventBridge: jsonl(
      contradictory.map((detail) => ({
        source: 'aws.kms',
        'detail-type': 'AWS API Call via CloudTrail',
        detail
      }))
    ),
    array: JSON.stringify(contradictory, undefined, 2),
    'UTF-16': Buffer.from(`\ufeff${jsonl(contradictory)}`, 'utf16le'),
    gzip: gzipSync(jsonl(contradictory)),
    'late Records': JSON.stringify({ note: 'x'.repeat(3 * 2 ** 20), Records: contradictory })
  }
  for (const [form, log] of Object.entries(forms)) isFound(await judged(log, '-'), form)
  return Object.keys(forms).join(', ')
}

const folders = async ({ folder, judged, file, program }: Programs): Promise<string> => {
  file('tree/z.json', jsonl(contradictory))
  symlinkSync(join(folder, 'tree'), join(folder, 'link'))
  spawnSync('mkfifo', [join(folder, 'tree/a.json')])
  isFound(await judged('', join(folder, 'link')), 'a link and a pipe')
  if (process.getuid?.() !== 0) return 'a link and a pipe'
  file('closed/z.json', jsonl(contradictory))
  file('closed/secret/a.json', jsonl(contradictory))
  cpSync(dirname(program), folder, { recursive: true })
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'closed/secret'), 0)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'main.cjs'), 'judge', join(folder, 'closed')],
    { uid: 65_534, gid: 65_534, cwd: '/', encoding: 'utf8' }
  )
  expects(status === 1 && stderr.includes('EACCES'), `${String(status)} ${stderr}`)
  return 'a link, a pipe and a closed folder'
}

const dates = async ({ judged }: Programs): Promise<string> => {
  const wrong = [17_000_000_000_000_000, -1, '9000-01-01T00:00:00Z', 'yesterday', null]
  const log = wrong.map((eventTime) => ({ ...contradictory[0], eventTime }))
  isFound(await judged(jsonl([...log, ...contradictory]), '-'), 'dates')
  return `${String(wrong.length)} dates told, the others judged`
}

const cut = async ({ judged }: Programs): Promise<string> => {
  const noise = Array.from({ length: 2_000 }, (_, i) =>
    record('ListKeys', i, { eventID: String(Math.sin(i)) })
  )
  const whole = gzipSync(jsonl([...contradictory, ...noise]))
  const broken: Readonly<Record<string, Buffer>> = {
    'cut short': whole.subarray(0, whole.length - 30),
    'followed by other bytes': Buffer.concat([whole, Buffer.from('trailing')]),
    'with a wrong checksum': Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)])
  }
  for (const [how, log] of Object.entries(broken)) isFound(await judged(log, '-'), how)
  return Object.keys(broken).join(', ')
}

/** Twice as much takes about twice as long; what is quadratic takes four times as long. */
const isLinear = async (judge: (size: number) => Promise<Ended>, size: number): Promise<string> => {
  const [some, more] = [await judge(size), await judge(4 * size)]
  expects(
    more.seconds < 8 * some.seconds + 2,
    `${some.seconds.toFixed(1)} s, four times as much ${more.seconds.toFixed(1)} s`
  )
  return `${some.seconds.toFixed(1)} s, four times as much ${more.seconds.toFixed(1)} s, ${more.memory.toFixed(0)} MB`
}

const nested = ({ judged }: Programs): Promise<string> =>
  isLinear(async (size) => {
    const ended = await judged('{"eventVersion":'.repeat(size), '-')
    expects(ended.code === 2, `exit code ${String(ended.code)}`)
    return ended
  }, 32_768)

const brokenLines = ({ judged, file }: Programs): Promise<string> =>
  isLinear(async (size) => {
    const ended = await judged('', file('broken.json', '{"eventVersion":"1.08",\n'.repeat(size)))
    expects(ended.code === 2 && ended.memory < 400, `${String(ended.code)}, ${ended.memory.toFixed(0)} MB`)
    return ended
  }, 150_000)

const manyStores = ({ judged, file }: Programs): Promise<string> =>
  isLinear(async (size) => {
    const ids = Array.from({ length: size }, (_, i) => `cks-${i.toString(16).padStart(17, '0')}`)
    const log = file(
      'stores.json',
      jsonl([
        ...ids.map((id, i) => ({ ...created(id, i), eventID: `a${id}` })),
        ...ids.map((id, i) => ({ ...on(id)('ConnectCustomKeyStore', size + i), eventID: `b${id}` }))
      ])
    )
    const ended = await judged('', log)
    expects(ended.code === 0 && ended.memory < 300, `${String(ended.code)}, ${ended.memory.toFixed(0)} MB`)
    return ended
  }, 25_000)

const slashes = async ({ judged }: Programs): Promise<string> => {
  const log = ['a/b', 'a'].map((customKeyStoreId, i) =>
    record('DeleteCustomKeyStore', i, {
      requestParameters: { customKeyStoreId },
      awsRegion: i === 0 ? 'c' : 'b/c'
    })
  )
  const { stdout } = await judged(jsonl(log), '-')
  expects(stdout.includes('"store":"a/b"') && stdout.includes('"store":"a"'), stdout)
  return 'two stores'
}

/** Runs an attack with a folder of its own, which goes with it. */
const inFolder = (program: string, run: (programs: Programs) => Promise<string>) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attacks-'))
  return run(programs(folder, program)).finally(() => rmSync(folder, { recursive: true, force: true }))
}

const rows: ReadonlyArray<
  readonly [row: number, what: string, run: (programs: Programs) => Promise<string>]
> = [
  [3, 'a hundred thousand stores', manyStores],
  [4, 'closed folders, links and pipes', folders],
  [5, 'dates that no clock has', dates],
  [6, 'a line that nests without end', nested],
  [7, 'what is no log', unknown],
  [7, 'what a log is wrapped in', wrapped],
  [8, 'broken lines by the hundred thousand', brokenLines],
  [8, 'gzip that is cut, broken or followed', cut],
  [8, 'ids with a slash', slashes]
]

export const logs = (program: string): ReadonlyArray<Attack> =>
  rows.map(([row, what, run]) => ({ row, tool: 'judge', what, run: inFolder(program, run) }))
