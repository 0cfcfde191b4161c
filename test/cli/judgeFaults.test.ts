/** Faults of the input: each is told, ends with 2 unless there is a contradiction, and nothing after it is lost. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, openSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hsm, on, record, xks } from '../judge/cloudTrail.js'
import { brokenAllOver, findsAround } from './brokenLogs.js'
import { program } from './built.js'
import { contradictoryOn, fileIn, found, judged, jsonl, run, stream, temporaryFolder } from './judgeRuns.js'

const folder = temporaryFolder()
const file = fileIn(folder)

const contradictory = contradictoryOn(hsm)
const noise = Array.from({ length: 400 }, (_, i) =>
  record('ListKeys', i, { eventID: String(Math.sin(i)), requestID: String(Math.cos(i)) })
)

describe('a folder', () => {
  const kept = (name: string) => file(`${name}/z.json`, jsonl(contradictory))

  it('that cannot be read is told, and the others are read', () => {
    kept('closed')
    file('closed/secret/a.json', jsonl(contradictory))
    cpSync(dirname(program), folder, { recursive: true })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed/secret'), 0)
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'main.cjs'), 'judge', join(folder, 'closed')],
      { encoding: 'utf8', cwd: '/', ...asNobody }
    )
    chmodSync(join(folder, 'closed/secret'), 0o755)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/secret: cannot be read: EACCES.*\n$/)
    })
    expect(stdout).toContain('1 contradiction\n')
  })

  it('can be a link, even to a folder in which it lies; each is read once', async () => {
    kept('real/inner')
    symlinkSync(join(folder, 'real'), join(folder, 'real/inner/up'))
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    expect(await judged([join(folder, 'link')])).toMatchObject({
      code: 1,
      stderr: '',
      verdicts: found,
      log: { records: 2 }
    })
  })

  it('can have a link to a file in it', async () => {
    mkdirSync(join(folder, 'links'))
    symlinkSync(file('elsewhere.txt', jsonl(contradictory)), join(folder, 'links/a.json'))
    expect(await judged([join(folder, 'links')])).toMatchObject({ code: 1, stderr: '', verdicts: found })
  })

  it('tells of a link that leads nowhere, and of a pipe, which it does not wait for', async () => {
    file('odd/z.json', jsonl([record('ListKeys', 0)]))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'odd/a.json'))
    spawnSync('mkfifo', [join(folder, 'odd/b.json')])
    const { code, stderr, log } = await judged([join(folder, 'odd')])
    expect({ code, records: log.records }).toEqual({ code: 2, records: 1 })
    expect(stderr).toMatch(
      /a\.json: cannot be read: ENOENT.*\n.*b\.json: is no file; name it, and it is read\n$/
    )
  })

  it('has files without the name of a log, which are told', async () => {
    const names = ['a.md', 'b.csv', 'c.parquet', 'd.txt'].map((name) => file(`named/${name}`, 'no log'))
    for (const name of ['000000.gz', 'stream-1-2024-01-01-00-00-00', 'e.log', 'f.json.gz']) {
      file(`named/${name}`, gzipSync(jsonl([record('ListKeys', 0)])))
    }
    const { code, stderr, log } = await judged([join(folder, 'named')])
    expect({ code, records: log.records }).toEqual({ code: 0, records: 4 })
    expect(stderr).toBe(
      `4 files without the name of a log, not read; name what is to be read: ${names.slice(0, 3).join(', ')}, …\n`
    )
  })
})

describe('gzip', () => {
  const whole = gzipSync(jsonl([...noise, ...contradictory]))
  const fault = (wrong: RegExp, records = 402) => ({
    code: 1,
    verdicts: found,
    stderr: expect.stringMatching(wrong),
    log: expect.objectContaining({ records })
  })
  const unreadable = 'standard input: cannot be read to its end: '

  it('may be followed by something else', async () => {
    for (const rest of [
      'trailing',
      Buffer.from([0x1f, 0x8b]),
      Buffer.from([0x1f, 0x8b, 8, 0xff, ...Array<number>(20).fill(7)]),
      Buffer.alloc(70_000, 'a')
    ]) {
      const bytes = Buffer.concat([whole, Buffer.from(rest)])
      expect(await judged(['-'], bytes)).toEqual(
        fault(
          /^standard input: cannot be read to its end: (something follows the gzip that is none|the gzip is cut short)\n$/
        )
      )
    }
    expect(await judged(['-'], Buffer.concat([whole, Buffer.alloc(600)]))).toMatchObject({ stderr: '' })
  })

  it('may be followed by more gzip, whatever lies between', async () => {
    const [first, second] = contradictory.map((one) => gzipSync(jsonl([one])))
    expect(await judged(['-'], Buffer.concat([first!, second!]))).toMatchObject({
      stderr: '',
      verdicts: found
    })
    expect(await judged(['-'], Buffer.concat([first!, Buffer.from('between'), second!]))).toEqual(
      fault(/^.*something follows the gzip that is none\n$/, 2)
    )
  })

  it('may be cut short anywhere: all that can be unpacked is read', async () => {
    const last = gzipSync(jsonl([...contradictory, ...noise]))
    for (const end of [last.length - 1, last.length - 8, last.length - 9, last.length - 30, 5000]) {
      const { code, verdicts, stderr } = await judged(['-'], last.subarray(0, end))
      expect({ code, verdicts }).toEqual({ code: 1, verdicts: found })
      expect(stderr).toContain(`${unreadable}the gzip is cut short\n`)
    }
    expect(await judged(['-'], whole.subarray(0, -8))).toEqual(fault(/^.*the gzip is cut short\n$/))
    for (const end of [1, 2, 9, 10]) {
      expect(await judged(['-'], whole.subarray(0, end))).toMatchObject({ code: 2 })
    }
  })

  it('may be broken within: what comes before the fault is read, and what comes in other members', async () => {
    const text = jsonl([...contradictory, ...noise])
    const { Z_SYNC_FLUSH: finishFlush } = constants
    const header = whole.subarray(0, 10)
    const noBlock = Buffer.alloc(50, 0xff)
    const broken = Buffer.concat([header, deflateRawSync(text, { finishFlush }), noBlock])
    for (const length of [1_000, 1_000_000]) {
      const bytes = Buffer.concat([broken, gzipSync(jsonl(noise))])
      expect(await judged(['-'], stream(bytes, length))).toEqual(
        fault(/^standard input: cannot be read to its end: the gzip is broken\n$/, 802)
      )
    }
  })

  it('may not fit its checksum', async () => {
    const wrong = Buffer.from(whole)
    wrong.writeUInt32LE(7, wrong.length - 8)
    expect(await judged(['-'], wrong)).toEqual(fault(/the gzip is broken: its checksum does not fit/))
  })

  it('may have every part of a header, and come in pieces of any length', async () => {
    const header = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 3, 0]),
      Buffer.from('abcname\0comment\0xx')
    ])
    const packed = deflateRawSync(jsonl(contradictory))
    const trailer = gzipSync(jsonl(contradictory)).subarray(-8)
    for (const length of [1, 2, 3, 17, 100_000]) {
      expect(await judged(['-'], stream(Buffer.concat([header, packed, trailer]), length))).toMatchObject({
        stderr: '',
        verdicts: found
      })
    }
  })
})

describe('a date', () => {
  it.each([
    [17_000_000_000_000_000, 'Member must be a valid time from 1970 to 9999; received 17000000000000000'],
    [-1, 'Member must be a valid time from 1970 to 9999; received -1'],
    ['9000-01-01T00:00:00Z', 'lies in the future']
  ])('%s is out of range, and the other events are judged', async (eventTime, wrong) => {
    const log = [contradictory[0], { ...contradictory[0], eventTime }, contradictory[1]]
    expect(await judged(['-'], jsonl(log))).toMatchObject({
      code: 1,
      verdicts: found,
      stderr: `standard input:2: eventTime: ${wrong}; skipped\n`,
      log: { broken: 1 }
    })
  })
})

describe('the exit code', () => {
  const sound = jsonl([on(xks)('DescribeCustomKeyStores', 0)])

  it('is 2 where a record is broken or a file cannot be read, and 1 only for a contradiction', async () => {
    expect(await run(['-'], sound)).toMatchObject({ code: 0 })
    expect(await run(['-'], `${sound}{"a":\n${sound}`)).toMatchObject({ code: 2 })
    expect(await run([join(folder, 'none'), '-'], sound)).toMatchObject({ code: 2 })
    expect(await run([join(folder, 'none'), '-'], `${jsonl(contradictory)}{"a":\n`)).toMatchObject({
      code: 1
    })
  })

  it('is 2 where the disk is full, which is told', () => {
    const full = openSync('/dev/full', 'w')
    const log = file('full.json', jsonl(contradictory))
    for (const args of [['judge', log], ['judge', '--json', log], ['--help']]) {
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8'
      })
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^kms-custom-key-store: the output cannot be written: ENOSPC.*\n$/)
      })
    }
    const { status } = spawnSync(process.execPath, [program, 'judge', log], { stdio: ['ignore', full, full] })
    expect(status).toBe(2)
  })
})

describe('what is broken all over hides no event before or after it', () => {
  it.each(brokenAllOver(4096))('%s', (_, broken) => findsAround(broken))
})

describe('a log that ends', () => {
  const [event, end] = contradictory.map((one) => JSON.stringify(one))

  it.each([
    ['in a record within another one', `[${event!},{"eventVersion":[{"eventVersion":[${end!}`],
    ['after a record without a comma, with another in it', `[${event!},{"a":1 "b":${end!}}`],
    ['within what is longer than any event', `${event!}\n${end!}\n{"a":"${'a'.repeat(3 * 1024 * 1024)}`],
    ['after its list', `{"Records":[${event!},${end!}]`],
    ['with brackets that do not fit at its beginning', `{"a":1]\n${event!}\n${end!}`],
    ['after a bracket that closes nothing', `]\n${event!}\n${end!}`]
  ])('%s loses nothing', async (_, log) => {
    expect(await judged(['-'], log)).toMatchObject({ code: 1, verdicts: found, log: { kmsEvents: 2 } })
  })
})

describe('whatever is done to a log', () => {
  it('a zero beside its first bracket does not make it UTF-16', async () => {
    const [first = '', ...others] = jsonl(contradictory).split('')
    for (const text of [
      [first, '\0', ...others],
      ['\0', first, ...others]
    ]) {
      const { log } = await judged(['-'], `${text.join('')}${jsonl(noise)}`)
      expect(log.kmsEvents).toBeGreaterThan(noise.length)
    }
  })

  it('the events before it are found, and those after the next event or line', async () => {
    const log = Array.from({ length: 8 }, (_, i) =>
      record('ListKeys', i, { requestParameters: { 'a"{[': '\\"}]\n' } })
    )
    const layouts = [
      (texts: ReadonlyArray<string>) => texts.map((text) => `${text}\n`).join(''),
      (texts: ReadonlyArray<string>) => `{"Records":[${texts.join(',')}]}`,
      (texts: ReadonlyArray<string>) => `[\n${texts.join(',\n')}\n]`
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.nat(250),
        fc.nat(30),
        fc.constantFrom('', '"', '{', '}', ']', '[', '\\', '\n', '{"', 'x', ',', '\u0000'),
        fc.constantFrom(...layouts),
        fc.integer({ min: 1, max: 300 }),
        async (which, at, cut, damage, layout, length) => {
          const texts = log.map((one) => JSON.stringify(one))
          const hurt = texts.map((text, i) =>
            i === which ? text.slice(0, at + 1) + damage + text.slice(at + 1 + cut) : text
          )
          const { log: summary } = await judged(['-'], stream(layout(hurt), length))
          expect(summary.kmsEvents).toBeGreaterThanOrEqual(7)
        }
      ),
      { numRuns: 150 }
    )
  })
})
