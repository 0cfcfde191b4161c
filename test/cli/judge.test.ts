/** The command `judge`: the forms in which logs come, what it prints and how it ends. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/cli/judge.js'
import { progressOn } from '../../src/cli/judgeProgress.js'
import { isListOfRecords } from '../../src/judge/logs/beginnings.js'
import { decoded } from '../../src/judge/logs/encodings.js'
import { logScanner } from '../../src/judge/logs/logScanner.js'
import type { Found } from '../../src/judge/logs/Scan.js'
import { plain } from '../../src/cli/style.js'
import { program } from './built.js'
import { contradictoryOn, fileIn, found, judged, jsonl, run, stream, temporaryFolder } from './judgeRuns.js'
import { hsm, on, record, uses, xks } from '../judge/cloudTrail.js'

const folder = temporaryFolder()
const file = fileIn(folder)

const does = on(hsm)
const hour = 3600

const contradictory = contradictoryOn(hsm)
const harmless = [record('DescribeKey', 0), uses(xks)('Decrypt', hour), { eventSource: 's3.amazonaws.com' }]

/** The values of a stream, whether or not they are records. */
const values = async (input: AsyncIterable<Buffer>) => {
  const { feed, end } = logScanner()
  const all: Array<Found> = []
  for await (const text of decoded(input)) all.push(...feed(text))
  return [...all, ...end()].map(({ value }) => (E.isRight(value) ? value.right : 'broken'))
}

describe('the text', () => {
  it('shows the event, what it contradicts, the rule and its address, and then the store', async () => {
    const { code, stdout, stderr } = await run(['-'], jsonl(contradictory))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toBe(`✗ Contradiction: ${hsm} of account 111122223333 in us-east-1
     2024-01-01T01:00:00Z  DeleteCustomKeyStore  accepted  event DeleteCustomKeyStore at 3600
     The store can only have been CONNECTED, because of
       2024-01-01T00:00:00Z  CreateKey  accepted  event CreateKey at 0
     DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.
     https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html
     So by exception-text-2022, and by every other edition of AWS's text.

2 records; 2 events of 1 custom key store:
  ${hsm} of account 111122223333 in us-east-1: 2 events; at the end deleted; 1 contradiction
`)
  })

  it('tells what may be eventual consistency apart, and that is no contradiction', async () => {
    const { code, stdout } = await run(
      ['-'],
      jsonl([
        does('GenerateRandom', 0),
        does('DisconnectCustomKeyStore', hour),
        { ...does('GenerateRandom', hour + 2), eventID: undefined }
      ])
    )
    expect(code).toBe(0)
    expect(stdout).toContain(`? May be eventual consistency: ${hsm}`)
    expect(stdout).toContain(
      'The store can only have been DISCONNECTED or DISCONNECTING, of type AWS_CLOUDHSM, because of\n'
    )
    expect(stdout).toContain(
      'at the end DISCONNECTED, CONNECTED or DISCONNECTING; 1 that may be eventual consistency\n'
    )
  })

  it('says that a key was there, and until when at least, where that alone forbids the event', async () => {
    const { stdout } = await run(['--edition', 'developer-guide', 'docs/trails'])
    expect(stdout).toContain(`
     2026-03-02T11:40:00Z  DeleteCustomKeyStore  accepted  event 00000000-0000-4000-8000-000000000210
     The store must have held a KMS key, which cannot be gone before 2026-03-09T09:24:00Z, because of
       2026-03-02T09:24:00Z  CreateKey  accepted  event 00000000-0000-4000-8000-000000000204
     A custom key store that is deleted must contain no KMS keys;`)
    expect(stdout).toContain(
      "\n     So by developer-guide (published now), and by every other edition of AWS's text.\n"
    )
    expect(stdout).not.toContain('can only have been')
  })

  it('says which of the editions that allow the event AWS publishes now', async () => {
    const update = does('UpdateCustomKeyStore', hour, undefined, { newCustomKeyStoreName: 'Other' })
    const { stdout } = await run(['-'], jsonl([does('GenerateRandom', 0), update]))
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'So by exception-text-2022. Nothing contradicts it by exception-text-2026 (published now) and operation-page-2026 (published now).'
    )
  })

  it('tells of an event that contradicts itself, and of events that came too late', async () => {
    const log = [
      { ...does('GenerateRandom', 0), additionalEventData: { xksKeyId: 'a' } },
      does('DescribeCustomKeyStores', 2 * hour),
      does('DescribeCustomKeyStores', 3 * hour),
      does('DescribeCustomKeyStores', 1)
    ]
    const { stdout } = await run(['-'], jsonl(log))
    expect(stdout).toContain('It contradicts itself.\n')
    expect(stdout).toContain('; 1 too late to be judged; give a longer --window\n')
    expect((await run(['--window', '99999', '-'], jsonl(log))).stdout).not.toContain('too late')
  })

  it('is harmless to a terminal whatever a log holds', async () => {
    const log = [does('GenerateRandom', 0, '\u001b[2J'), on('\u001b[31m')('GenerateRandom', 0)]
    const { stdout, stderr } = await run(['-'], `${jsonl(log)}{"\u001b[2J`)
    expect(stdout + stderr).not.toContain('\u001b')
  })

  it('says when there is nothing to judge, which is a fault unless it may be', async () => {
    const stdout = '0 records; 0 events of 0 custom key stores.\n'
    expect(await run(['-'], '')).toEqual({
      code: 2,
      stdout,
      stderr: 'No event of AWS KMS was read, so nothing was judged. If that is well, give --allow-empty.\n'
    })
    expect(await run(['--allow-empty', '-'], '')).toEqual({ code: 0, stdout, stderr: '' })
    const ofOthers = jsonl([{ eventSource: 's3.amazonaws.com' }])
    expect(await run(['-'], ofOthers)).toMatchObject({ code: 2, stderr: expect.stringContaining('No event') })
    expect(await run(['-'], jsonl([record('ListKeys', 0)]))).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('a log', () => {
  const list = { Records: contradictory }

  it.each([
    ['a line for each event', jsonl(contradictory)],
    ['lines without an end', jsonl(contradictory).trimEnd()],
    ['lines with carriage returns, and blank ones', jsonl(contradictory).replaceAll('\n', '\r\n\r\n')],
    ['a list of records', JSON.stringify(list)],
    ['a list of records that is laid out', JSON.stringify(list, null, 2)],
    ['a list with a byte order mark', `\ufeff${JSON.stringify(list)}`],
    [
      'a list of records between other members',
      `{"a": ["}", {}], "Records": ${JSON.stringify(contradictory)}, "b": [1]}`
    ],
    [
      'the same over several lines',
      `{\n"a": ["}", {}],\n"Records": ${JSON.stringify(contradictory)},\n"b": [[1]]\n}`
    ],
    ['an array', JSON.stringify(contradictory)],
    ['an array that is laid out', JSON.stringify(contradictory, null, 1)],
    ['events that are laid out', contradictory.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    ['lists one after the other', contradictory.map((one) => JSON.stringify({ Records: [one] })).join('')],
    [
      'all of these',
      `${JSON.stringify({ Records: [] })}\n${jsonl(contradictory.slice(0, 1))}{\n"Records":[]}\n[]\n${jsonl(contradictory.slice(1))}`
    ],
    ['gzip', gzipSync(JSON.stringify(list))],
    ['gzip of lines', gzipSync(jsonl(contradictory))]
  ])('can be %s', async (_, content) => {
    expect(await judged(['-'], content)).toMatchObject({
      code: 1,
      stderr: '',
      verdicts: found,
      log: { records: 2, broken: 0 }
    })
  })

  it('can be a file of any name', async () => {
    const path = file('log.txt', gzipSync(jsonl(contradictory)))
    expect(await judged([path])).toMatchObject({ code: 1, verdicts: found })
  })

  it('can be many, and folders are searched for logs in the order of their names', async () => {
    file('AWSLogs/2024/01/01/a.json.gz', gzipSync(JSON.stringify({ Records: contradictory.slice(0, 1) })))
    const unknown = does('DescribeCustomKeyStores', 2 * hour, 'CustomKeyStoreNotFoundException')
    file('AWSLogs/2024/01/02/b.jsonl', jsonl([contradictory[1], unknown]))
    file('AWSLogs/2024/01/02/c.txt', 'no log')
    file('AWSLogs/2024/01/02/d.NDJSON', jsonl(harmless))
    file('AWSLogs/2024/01/02/e.json', JSON.stringify({ Records: harmless }))
    expect(await judged(['--window', '0', join(folder, 'AWSLogs')])).toMatchObject({
      code: 1,
      stderr: `1 file without the name of a log, not read; name what is to be read: ${join(folder, 'AWSLogs/2024/01/02/c.txt')}\n`,
      verdicts: found,
      log: { records: 9, broken: 0 }
    })
    const [first, second] = contradictory.map((one, i) => file(`part${String(i)}`, jsonl([one])))
    expect(await judged([first!, second!])).toMatchObject({ code: 1, verdicts: found })
  })

  it('can be judged by another edition, and as if answers were never out of date', async () => {
    const rename = does('UpdateCustomKeyStore', 1, undefined, { newCustomKeyStoreName: 'New' })
    const log = jsonl([does('GenerateRandom', 0), rename])
    expect(await judged(['-'], log)).toMatchObject({ code: 0, log: { stores: [{ doubtful: 1 }] } })
    expect(await judged(['--consistent-within', '0', '-'], log)).toMatchObject({
      code: 1,
      verdicts: ['UpdateCustomKeyStore membersAreUpdatable']
    })
    expect(await judged(['--edition', 'exception-text-2026', '-'], log)).toMatchObject({
      code: 0,
      verdicts: []
    })
  })

  it('is judged as it is read', async () => {
    const log = [
      ...contradictory,
      on(xks)('DescribeCustomKeyStores', 2 * hour),
      does('DescribeCustomKeyStores', 9 * hour)
    ]
    const more = [does('ConnectCustomKeyStore', 10 * hour)]
    expect((await judged(['-'], jsonl([...log, ...more]))).verdicts).toEqual([
      ...found,
      'DescribeCustomKeyStores storeExists'
    ])
  })
})

describe('what is broken', () => {
  const [first, second] = contradictory.map((one) => JSON.stringify(one))
  const last = JSON.stringify(record('DescribeKey', 2 * hour))

  it.each([
    [
      'a line',
      `${first!}\n${second!.slice(0, 50)}\n${second!}\n`,
      ['standard input:2: not JSON, at character 51; skipped']
    ],
    ['the last line', `${first!}\n${second!}\n${last.slice(0, 9)}`, ['standard input:3: cut short; skipped']],
    [
      'a line that is no record',
      `${first!}\n\n"a"\n${second!}`,
      ['standard input:3: no record of CloudTrail; skipped']
    ],
    [
      'a line that is no JSON at all',
      `${first!}\n\u0000secret\n${second!}`,
      [expect.stringMatching(/^standard input:2: not JSON.*; skipped$/)]
    ],
    [
      'an event without a time',
      `${first!}\n{"eventSource":"kms.amazonaws.com","eventName":"CreateKey","awsRegion":"a"}\n${second!}`,
      ['standard input:2: eventTime: Member must not be null; received undefined; skipped']
    ],
    [
      'a record of a list',
      `{"Records":[${first!},{"a":b},${second!}]}`,
      ['standard input, record 2: not JSON, at character 6; skipped']
    ],
    [
      'a record that is cut short',
      `{"Records":[${first!},${last.slice(0, 50)},${second!},${last}]}`,
      ['standard input, record 2: not JSON, at character 55; skipped']
    ],
    [
      'a record that lacks its last bracket',
      `{"Records":[${first!},${last.slice(0, -1)},${second!}]}`,
      [expect.stringMatching(/^standard input, record 2: not JSON.*; skipped$/)]
    ],
    [
      'a record that breaks off in a string, at the end of a line',
      `{"Records":[${first!},\n${last.slice(0, 30)}\n,${second!}]}`,
      [expect.stringMatching(/^standard input, record 2: .*; skipped$/)]
    ],
    [
      'the end of a list',
      `{"Records":[${first!},${second!},${last.slice(0, 70)}`,
      ['standard input, record 3: cut short; skipped']
    ],
    [
      'the end of a list, between records',
      `{"Records":[${first!},${second!},`,
      ['standard input, record 3: cut short; skipped']
    ]
  ])('%s is reported with its place and skipped, and nothing else is lost', async (_, input, complaints) => {
    const { code, stderr, verdicts, log } = await judged(['-'], input)
    expect({ code, verdicts, stderr: stderr.trimEnd().split('\n') }).toEqual({
      code: 1,
      verdicts: found,
      stderr: complaints
    })
    expect(log.broken).toBe(1)
  })

  it('never shows what may be a secret', async () => {
    const { stderr } = await judged(['-'], 'secret\n{"Records":[{"a": secret}]}')
    expect(stderr).not.toContain('secret')
    expect(stderr.trimEnd().split('\n')).toHaveLength(3)
  })

  it('is a line that is longer than any event', async () => {
    const long = `{"a":"${'a'.repeat(3 * 1024 * 1024)}"}`
    for (const input of [`${first!}\n${long}\n${second!}\n`, `${first!}\r\n${long}\r\n${second!}`]) {
      const { stderr, verdicts } = await judged(['-'], input)
      expect({ stderr, verdicts }).toEqual({
        stderr: 'standard input:2: longer than any event; skipped\n',
        verdicts: found
      })
    }
  })

  it('is a line that is longer than any event, whose end comes by itself', async () => {
    const long = `{"a":"${'a'.repeat(3 * 1024 * 1024)}"}`
    const pieces = [`${first!}\n`, long, `\n${second!}\n`, long]
    expect(await values(Readable.from(pieces.map((piece) => Buffer.from(piece))))).toEqual([
      contradictory[0],
      'broken',
      contradictory[1],
      'broken'
    ])
  })

  it('is a record that is longer than any event', async () => {
    const long = `{"a":"${'a'.repeat(3 * 1024 * 1024)}"}`
    const lost = `{"a":"${'a'.repeat(9 * 1024 * 1024)}`
    for (const [input, events, broken] of [
      [`{"Records":[${first!},${long},${second!},${last}]}`, 2, 1],
      [`{"Records":[${first!},${lost},${second!}]}`, 2, 1],
      [`[${first!},${lost}`, 1, 1]
    ] as const) {
      const { stderr, log } = await judged(['-'], input)
      expect(stderr).toMatch(/^standard input, record 2: longer than any event; skipped\n/)
      expect(log).toMatchObject({ broken, stores: [{ events }] })
    }
  })

  it('is a record without an end, which many others seem to be part of', async () => {
    const others = Array.from({ length: 9000 }, (_, i) => JSON.stringify(record('DescribeKey', i)))
    const { verdicts, log } = await judged(
      ['-'],
      `{"Records":[${first!},${last.slice(0, -1)},${[...others, second!].join(',')}]}`
    )
    expect(verdicts).toEqual(found)
    expect(log.records - log.broken).toBe(9002)
  })

  it('is gzip that is cut short, of which the beginning is judged', async () => {
    const noise = Array.from({ length: 5000 }, (_, i) =>
      record('DescribeKey', i, { eventID: String(Math.sin(i)) })
    )
    const whole = gzipSync(jsonl([...contradictory, ...noise]))
    const { code, stderr, verdicts } = await judged([file('cut.gz', whole.subarray(0, whole.length - 4000))])
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: found })
    expect(stderr).toMatch(/cut\.gz: cannot be read to its end: the gzip is cut short\n$/)
  })

  it('is a file that cannot be read, and the others are judged', async () => {
    const { code, stderr, verdicts } = await judged([
      join(folder, 'none'),
      file('good', jsonl(contradictory))
    ])
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: found })
    expect(stderr).toMatch(/none: cannot be read to its end: ENOENT/)
  })
})

describe('the command line', () => {
  it.each([
    [[], /^FILE is missing: a log, a folder with logs in it .*, or - for standard input\n/],
    [['--edition', 'none', '-'], /^--edition must be one of exception-text-2022, .*, not 'none'\n/],
    [['--window', 'long', '-'], /^--window must be a whole number from 0 to 999999999, not 'long'\n/],
    [
      ['--consistent-within', '-1', '-'],
      /^--consistent-within must be a whole number from 0 to 999999999, not '-1'\n/
    ],
    [
      ['--consistent-within=-1', '-'],
      /^--consistent-within must be a whole number from 0 to 999999999, not '-1'\n/
    ],
    [['--unknown', '-'], /^Unknown option '--unknown'\n/]
  ])('%j is wrong', async (args, complaint) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^kms-custom-key-store judge: /)
    expect(stderr.replace('kms-custom-key-store judge: ', '')).toMatch(complaint)
    expect(stderr).toContain("Run 'kms-custom-key-store judge --help' to see how.\n")
  })

  it('is not what is wrong when the program is', async () => {
    const broken = { input: stream(jsonl(contradictory)), complain: () => undefined, style: plain }
    const print = () => Promise.reject(new TypeError('broken'))
    await expect(judge.run(['-'], { ...broken, print })).rejects.toThrow('broken')
  })

  it('is explained by its help, with an example', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: kms-custom-key-store judge [OPTIONS] FILE...\n')
    expect(stdout).toContain('\nExample:\n  kms-custom-key-store judge AWSLogs/\n')
  })
})

describe('the records of a stream', () => {
  const layouts = [
    (log: ReadonlyArray<unknown>) => JSON.stringify({ Records: log }),
    (log: ReadonlyArray<unknown>) => JSON.stringify({ Records: log }, null, 2),
    (log: ReadonlyArray<unknown>) => JSON.stringify(log),
    (log: ReadonlyArray<unknown>) => log.map((one) => `${JSON.stringify(one)}\n`).join('')
  ]

  it('are the same in whatever pieces and layout they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }), { minKeys: 1 })
        ),
        fc.constantFrom(...layouts),
        fc.integer({ min: 1, max: 40 }),
        async (log, layout, length) => {
          const expected = JSON.parse(JSON.stringify(log)).filter(
            (one: object) => !Object.keys(one).some(isListOfRecords)
          )
          fc.pre(expected.length === log.length)
          expect(await values(stream(layout(log), length))).toEqual(expected)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('are found again after any of them was damaged', async () => {
    const log = Array.from({ length: 6 }, (_, i) =>
      record('DescribeKey', i, { requestParameters: { 'a"{[': '\\"}]' } })
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.nat(200),
        fc.constantFrom('', '"', '{', ']', '\\', '\n'),
        async (which, at, damage) => {
          const texts = log.map((one) => JSON.stringify(one))
          const hurt = texts.map((text, i) => (i === which ? text.slice(0, at + 1) + damage : text))
          const after = await values(stream(`{"Records":[${hurt.join(',')}]}`, 50))
          const others = after.filter((one) => one !== 'broken')
          expect(others).toEqual(expect.arrayContaining(log.slice(0, which)))
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe('progress', () => {
  it('is shown from time to time where a person looks on', () => {
    const written: Array<string> = []
    let now = 0
    const progress = progressOn({ isTTY: true, write: (text) => written.push(text) }, () => now)
    progress.bytes(3 * 1024 * 1024)
    progress.show(5)
    progress.hide()
    now = 250
    progress.show(7)
    progress.show(8)
    progress.hide()
    progress.hide()
    expect(written).toEqual(['\r\u001b[2K3.0 MiB read, 7 records', '\r\u001b[2K'])
  })

  it('is not shown elsewhere', () => {
    const written: Array<string> = []
    let now = 0
    const progress = progressOn({ write: (text) => written.push(text) }, () => (now += 1000))
    progress.bytes(1)
    progress.show(1)
    progress.hide()
    expect(written).toEqual([])
  })
})

describe('a giant log', () => {
  it('of one line takes no more memory than a small one', async () => {
    const padding = 'a'.repeat(2000)
    const length = 16_000
    function* giant() {
      yield '{"Records":['
      for (let i = 0; i < length; i += 1) yield `${JSON.stringify({ ...uses(hsm)('Decrypt', i), padding })},`
      yield `${JSON.stringify(does('DeleteCustomKeyStore', length + hour))}]}`
    }
    const child = spawn(process.execPath, ['--max-old-space-size=24', program, 'judge', '--json', '-'])
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    const ended = new Promise<number | null>((done) => child.on('close', done))
    Readable.from(giant()).pipe(child.stdin)
    expect(await ended).toBe(1)
    const [verdict, log] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(verdict.because).toMatchObject([{ eventID: `Decrypt at ${String(length - 1)}` }])
    expect(log).toMatchObject({ records: length + 1, broken: 0 })
  })
})
