/** Reports side by side: what is read of them, how checks are marked and grouped, and the badge. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ConformReport } from '../../src/conform/ConformReport.js'
import { brokenIn, rulesOf } from '../../src/conform/matrix/ColumnRule.js'
import { badge, matrixMarkdown, readColumn, type Column } from '../../src/conform/matrix/index.js'
import { countsOf, markOf } from '../../src/conform/matrix/marks.js'
import { groups } from '../../src/conform/matrix/rows.js'
import { deviations, findings, madeReport } from './madeReport.js'

const written = (report: unknown): any => JSON.parse(JSON.stringify(report))

const columnOf = (report: ConformReport): Column => {
  const read = readColumn(written(report))
  if (E.isLeft(read)) throw new Error(read.left)
  return read.right
}

const assumed = deviations.map((deviation) => ({
  ...deviation,
  difference: { ...deviation.difference, standing: 'assumed' as const }
}))

describe('what is read of a report', () => {
  it.each<[string, (report: any) => unknown, string]>([
    ['nothing', () => null, 'no report of conform'],
    ['a list', () => [], 'no report of conform'],
    ['another schema', (report) => ({ ...report, schema: 'urn:other:1' }), 'no report of conform'],
    ['no checks', (report) => ({ ...report, checks: undefined }), 'checks: Member must not be null'],
    ['a date of another form', (report) => ({ ...report, date: 'soon' }), 'date: '],
    ['too many checks', (report) => ({ ...report, checks: Array(5_001).fill(report.checks[0]) }), 'checks: '],
    [
      'an unknown outcome',
      (report) => ({ ...report, checks: [{ ...report.checks[0], outcome: { is: 'fine' } }] }),
      'checks.0.outcome'
    ],
    [
      'an unknown type of store',
      (report) => ({ ...report, checks: [{ ...report.checks[0], type: 'X' }] }),
      'type'
    ],
    ['a fault without a rule', (report) => ({ ...report, faults: [{ id: 'a' }] }), 'faults.0.']
  ])('is told where it has %s', (_, damage, complaint) => {
    const read = readColumn(damage(written(madeReport())))
    expect(read).toEqual(E.left(expect.stringContaining(complaint)))
  })
})

describe('a check', () => {
  const marksOf = (column: Column) => [...column.check.keys()].map((id) => markOf(column, id))

  it('is marked by its outcome, and by whether a rule of AWS is broken', () => {
    expect(marksOf(columnOf(madeReport()))).toEqual(['kept', 'broken', 'left open', 'not reached'])
    expect(marksOf(columnOf(madeReport({ faults: assumed })))[1]).toBe('not as assumed')
    expect(marksOf(columnOf(madeReport({ faults: [] })))[1]).toBe('broken')
    const once = deviations.map((deviation) => ({ ...deviation, reproduced: false, untried: undefined }))
    const column = columnOf(madeReport({ faults: once as unknown as ConformReport['faults'] }))
    expect(marksOf(column)[1]).toBe('not as assumed')
    expect(brokenIn(column)).toBe(0)
    expect(markOf(columnOf(madeReport()), 'constructor')).toBe('not in the report')
  })

  it('is counted once, whatever the report says of its numbers', () => {
    const lying = { ...madeReport(), numbers: { checks: {}, brokenRules: 99 } } as unknown as ConformReport
    const column = columnOf(lying)
    expect(countsOf(column)).toMatchObject({ kept: 1, broken: 1, 'left open': 1, 'not reached': 1 })
    expect(brokenIn(column)).toBe(2)
  })

  it('stands with the operation that it is about, once for all reports', () => {
    const checks = [
      ['AWS_CLOUDHSM/unknown-store/CreateKey', 'about GenerateRandom'],
      ['AWS_CLOUDHSM/UpdateCustomKeyStore (KeyStorePassword)/FAILED', 'x'],
      ['AWS_CLOUDHSM/name-in-use/create', 'CreateCustomKeyStore with the name of another store'],
      ['AWS_CLOUDHSM/deleted', 'A store that was deleted is gone'],
      ['AWS_CLOUDHSM/constructor', '__proto__ toString']
    ].map(([id = '', says = '']) => ({ ...findings.checks[0]!, id, says }))
    const some = columnOf(madeReport({ checks: checks.slice(0, 2) }))
    const all = columnOf(madeReport({ checks }))
    const found = groups([some, all]).map(({ operation, checks: of }) => [
      operation,
      ...of.map(({ id }) => id)
    ])
    expect(found).toEqual([
      ['CreateCustomKeyStore', checks[2]!.id],
      ['UpdateCustomKeyStore', checks[1]!.id],
      ['CreateKey', checks[0]!.id],
      [undefined, checks[3]!.id, checks[4]!.id]
    ])
  })
})

describe('a rule that is not kept', () => {
  it('is told once, with all of its faults and checks', () => {
    const rules = rulesOf(columnOf(madeReport()))
    expect(rules.map(({ rule, faults, seenIn }) => [rule, faults.length, seenIn.length])).toEqual([
      ['answerIsAwsJson', 2, 2],
      ['describeShowsTheStore', 1, 1]
    ])
  })

  it('comes after those of AWS where it is only assumed', () => {
    const faults = [...assumed.slice(0, 1), ...deviations.slice(2)]
    expect(rulesOf(columnOf(madeReport({ faults }))).map(({ isOfAws }) => isOfAws)).toEqual([true, false])
  })

  it('is linked to by what this version knows, never by what a report says', () => {
    const linked = deviations.map((one) => ({ ...one, url: 'javascript:1', address: 'https://evil.example' }))
    const [rule] = rulesOf(columnOf(madeReport({ faults: linked })))
    expect([rule?.anchor, rule?.url]).toEqual([
      'any-operation-answerisawsjson',
      'https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html'
    ])
    const unknown = deviations.map((one) => ({
      ...one,
      operation: 'toString',
      difference: { ...one.difference, source: 'toString' }
    })) as any
    const [other] = rulesOf(columnOf(madeReport({ faults: unknown })))
    expect([other?.anchor, other?.url]).toEqual([undefined, undefined])
  })
})

describe('a badge', () => {
  const of = (changed: Partial<ConformReport>) => badge(columnOf(madeReport(changed)))
  const only = (...numbers: ReadonlyArray<number>) =>
    numbers.map((n, i) => ({ ...findings.checks[n]!, id: `${i}` }))

  it('is red where rules are broken', () => {
    expect(of({})).toEqual({
      schemaVersion: 1,
      label: 'KMS custom key stores',
      message: '2 rules broken',
      color: 'red'
    })
  })

  it.each([
    ['brightgreen', only(0, 2), 'no rule broken in 2 of 2 checks'],
    ['green', only(0, 3), 'no rule broken in 1 of 2 checks'],
    ['yellow', only(0, 3, 3), 'no rule broken in 1 of 3 checks'],
    ['lightgrey', only(3, 3), 'nothing tried'],
    ['lightgrey', [], 'nothing tried']
  ])('is %s by how much could be tried', (color, checks, message) => {
    expect(of({ faults: [], checks })).toMatchObject({ color, message })
  })
})

describe('Markdown', () => {
  const rowsIn = (text: string) => text.split('\n').filter((line) => line.startsWith('|'))
  const cells = (line: string) => line.split('|').length

  it('has each implementation, rule and check', () => {
    const text = matrixMarkdown([columnOf(madeReport()), columnOf(madeReport({ faults: [] }))], 'rules.md')
    expect(text).toContain(
      '| `an emulator` | `1.2.3` | 2026-11-24 | `exception-text-2022` | 2 | 1 | 1 | 1 | 1 |'
    )
    expect(text).toContain(
      '- ✗ `CreateKey`: `answerIsAwsJson`, [rule](rules.md#any-operation-answerisawsjson), [AWS](https://smithy.io/'
    )
    expect(text).toContain('got `nothing`; seen in 2 checks: `AWS_CLOUDHSM/check-1`, `AWS_CLOUDHSM/check-2`')
    expect(text).toContain('| **CreateKey** |  |  |')
    expect(text).toContain('| `AWS_CLOUDHSM/check-4` | – | – |')
  })

  it.each(['|', '` | `', '``` a', 'a`', '\n\n# a', '</details>', '[a](b)', '@a <b>', '\\|', '\u202e', ''])(
    'shows %j as it is',
    (hostile) => {
      const name = `${hostile} <script>`
      const checks = findings.checks.map((check) => ({ ...check, id: `${check.id}${hostile}` }))
      const text = matrixMarkdown([columnOf(madeReport({ name, checks }))], 'rules.md')
      const harmless = matrixMarkdown([columnOf(madeReport({ name: 'a' }))], 'rules.md')
      expect(rowsIn(text).map(cells)).toEqual(rowsIn(harmless).map(cells))
      expect(text.split('\n')).toHaveLength(harmless.split('\n').length)
      const outsideOfCode = text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
      expect(outsideOfCode).not.toMatch(/<script|`|@|\u202e/)
      expect(outsideOfCode.match(/<\/details>/g)).toHaveLength(1)
    }
  )
})
