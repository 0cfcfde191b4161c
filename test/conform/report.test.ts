/** The report: its form, what it is called, and its numbers. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { ConformReport } from '../../src/conform/ConformReport.js'
import { eachOnce, reportedDeviation } from '../../src/conform/ReportedDeviation.js'
import { reportHead, reportSchema } from '../../src/conform/ReportHead.js'
import { version } from '../../src/conform/version.js'
import { ofStatement } from '../../src/conform/Difference.js'
import { answerIsAwsJson, describeShowsTheStore } from '../../src/conform/statements.js'
import { plain } from '../../src/cli/style.js'
import { junit } from '../../src/cli/junit.js'
import { reportText } from '../../src/cli/conformReportText.js'
import type { EditionName } from '../../src/index.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { variants } from './variants.js'
import { ownEndpoint, reportInRealTime, reportOn, reportOverHttp } from './world.js'

const schema = JSON.parse(readFileSync('docs/conform-report.schema.json', 'utf8'))
const isValid = new Ajv({ formats: { uri: (text: string) => URL.canParse(text) } }).compile(schema)

/** As whoever reads the JSON has it. */
const written = (report: unknown): any => JSON.parse(JSON.stringify(report))

const deletesWrongly = variants[0]!
const dateOfRun = '2026-11-23T01:02:03.004Z'

let sound: ConformReport
let broken: ConformReport
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(dateOfRun) })
  sound = await reportOverHttp(ownEndpoint({}), {
    types: ['EXTERNAL_KEY_STORE'],
    patience: 30,
    runs: 2
  }).finally(() => void vi.useRealTimers())
  broken = await reportInRealTime(deletesWrongly.make(ownEndpoint({})), {
    types: ['AWS_CLOUDHSM'],
    patience: 30,
    name: 'an emulator',
    implementationVersion: '1.2.3',
    date: '2026-11-24T09:15:00.000Z'
  })
})

describe('docs/conform-report.schema.json', () => {
  it('has the id that reports carry', () => {
    expect(schema.$id).toBe(reportSchema)
    expect(schema.properties.schema.const).toBe(reportSchema)
  })

  it('describes real reports', () => {
    for (const report of [sound, broken]) {
      isValid(written(report))
      expect(isValid.errors).toBeNull()
    }
    expect(sound.histories).toHaveProperty('seed')
    expect(broken.histories).toHaveProperty('why')
    expect(broken.faults).not.toEqual([])
  })

  it.each<[string, (report: any) => void]>([
    ['of another form', (report) => (report.schema = 'urn:other')],
    ['with a date of another form', (report) => (report.date = 'yesterday')],
    ['without a name', (report) => delete report.name],
    ['with an unknown outcome', (report) => (report.checks[0].outcome = { is: 'fine' })],
    ['without a reason', (report) => (report.checks[0].outcome = { is: 'not reached' })],
    ['that does not say what was reproduced', (report) => delete report.faults[0].reproduced],
    ['with commands in one text', (report) => (report.faults[0].commands = 'aws kms')],
    ['with editions without a check', (report) => (report.faults[0].allowedIn = ['developer-guide'])],
    ['with a single seenIn', (report) => (report.faults[0].seenIn = 'one')],
    ['with an address elsewhere', (report) => (report.faults[0].address = 'http://localhost')],
    ['with a rule that is nowhere', (report) => delete report.faults[0].difference.rule],
    ['with half a count', (report) => (report.numbers.brokenRules = 0.5)],
    ['without times', (report) => delete report.checks[0].milliseconds]
  ])('refuses a report %s', (_, damage) => {
    const report = written(broken)
    damage(report)
    expect(isValid(report)).toBe(false)
  })
})

describe('the head of a report', () => {
  it('has what the run was told, and the version of this package', () => {
    expect(broken).toMatchObject({
      schema: reportSchema,
      version: JSON.parse(readFileSync('package.json', 'utf8')).version,
      date: '2026-11-24T09:15:00.000Z',
      name: 'an emulator',
      implementationVersion: '1.2.3',
      edition: 'exception-text-2022'
    })
  })

  it('is called by the host, and never shows its credentials', () => {
    const endpoint = 'http://user:secret@host.example:8080/kms'
    const head = reportHead({ endpoint, edition: 'developer-guide' }, '2026-11-24T09:15:00Z')
    expect(head).toEqual({
      schema: reportSchema,
      version,
      date: '2026-11-24T09:15:00Z',
      name: 'host.example:8080',
      endpoint: 'http://host.example:8080/kms',
      edition: 'developer-guide'
    })
    expect(reportHead({ endpoint: 'secret', edition: 'developer-guide' }, '').name).toBe('unnamed')
  })

  it('has the date of the run, where none was told', () => {
    expect(sound.name).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(sound.date).toBe(dateOfRun)
  })
})

const seen = (
  operation: OperationName,
  rule: typeof answerIsAwsJson,
  got: string,
  seenIn: string,
  allowedBy: ReadonlyArray<EditionName> = []
) => reportedDeviation({ operation, difference: ofStatement(rule, 'one', got), allowedBy }, seenIn, [])

describe('the numbers of a report', () => {
  it('count each check once', () => {
    for (const { numbers, checks } of [sound, broken]) {
      const total = Object.values(numbers.checks).reduce((sum, n) => sum + n, 0)
      expect(total).toBe(checks.length)
    }
    expect(sound.numbers.brokenRules).toBe(0)
    expect(broken.numbers).toMatchObject({
      brokenRules: 1,
      checks: { different: broken.faults[0]!.seenIn.length }
    })
  })

  it('add up the time of each check to no more than that of the run', () => {
    for (const { checks, milliseconds } of [sound, broken]) {
      const ofChecks = checks.reduce((sum, check) => sum + check.milliseconds, 0)
      expect(checks.every((check) => Number.isInteger(check.milliseconds))).toBe(true)
      expect(ofChecks).toBeGreaterThan(0)
      // Each is rounded by half a millisecond at most.
      expect(ofChecks + milliseconds.histories).toBeLessThanOrEqual(milliseconds.all + checks.length)
    }
  })

  it('name every check that showed a deviation', () => {
    for (const { id, seenIn } of broken.faults) {
      const showing = broken.checks.filter(
        ({ outcome }) => outcome.is === 'different' && outcome.faults.includes(id)
      )
      expect(seenIn).toEqual(showing.map((check) => check.id))
    }
  })
})

it('each deviation is told once, as it was first seen, with all that it was seen in', () => {
  const first = seen('CreateKey', answerIsAwsJson, 'two', 'a')
  const all = eachOnce([
    first,
    seen('CreateKey', describeShowsTheStore, 'two', 'b'),
    seen('CreateKey', answerIsAwsJson, 'two', 'c'),
    seen('CreateKey', answerIsAwsJson, 'two', 'a'),
    seen('DescribeKey', answerIsAwsJson, 'two', 'd')
  ])
  expect(all.map(({ operation, seenIn }) => [operation, seenIn])).toEqual([
    ['CreateKey', ['a', 'c']],
    ['CreateKey', ['b']],
    ['DescribeKey', ['d']]
  ])
  expect(all[0]!.history).toBe(first.history)
})

describe('the remark that another edition allows it', () => {
  it('is made for each check in which that is so, and for all where all are', () => {
    const [first, second] = ['exception-text-2026', 'developer-guide'] as const
    const [fault] = eachOnce([
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'a', [first, second]),
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'b', [second]),
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'c', [second, first]),
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'c', [first, second]),
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'd', [second, first]),
      seen('UpdateCustomKeyStore', answerIsAwsJson, 'two', 'd', [second])
    ])
    expect(fault?.allowedBy).toEqual([second])
    expect(fault?.allowedIn).toEqual({ a: [first, second], b: [second], c: [first, second], d: [second] })
  })

  it('is made of the cells of a whole run', async () => {
    const says = 'Update is accepted when CONNECTED'
    const report = await reportOn(variants.find((one) => one.says === says)!.make(ownEndpoint({})), {
      types: ['EXTERNAL_KEY_STORE'],
      only: 'UpdateCustomKeyStore (',
      patience: 30
    })
    const [fault] = report.faults
    expect(fault?.seenIn.length).toBeGreaterThan(3)
    expect(fault?.allowedBy).toEqual([])
    const idOf = (member: string) => `EXTERNAL_KEY_STORE/UpdateCustomKeyStore (${member})/CONNECTED`
    const namedIn = Object.entries(fault?.allowedIn ?? {}).filter(([, editions]) =>
      editions.includes('exception-text-2026')
    )
    expect(namedIn.map(([id]) => id)).toEqual([idOf('NewCustomKeyStoreName')])
    const text = reportText(plain, report, ['EXTERNAL_KEY_STORE'])
    expect(text).toContain(
      `${idOf('XksProxyUriPath')} (as documented in --edition operation-page-2022, operation-page-2026, developer-guide)\n`
    )
    expect(text).toContain(`${idOf('XksProxyUriEndpoint')}\n`)
    expect(text).not.toContain('As documented in')
    expect(junit(report).match(/^As documented in --edition .*exception-text-2026/gm)).toHaveLength(1)
    expect(junit(report).match(/^As documented in /gm)).toHaveLength(3)
  })
})
