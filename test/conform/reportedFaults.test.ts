/** How the deviations of a report are read. */
import { describe, expect, it } from 'vitest'
import { faultsNamed, readReportedFaults } from '../../src/conform/reportedFaults.js'
import { reportSchema } from '../../src/conform/ReportHead.js'
import { findings, madeReport } from './madeReport.js'

describe('the deviations of a report', () => {
  const read = (report: unknown) => readReportedFaults(JSON.parse(JSON.stringify(report)))

  it('are read with their places and exchanges', () => {
    expect(read(madeReport())).toEqual({
      _tag: 'Right',
      right: {
        edition: 'exception-text-2022',
        faults: findings.faults.map(({ id, operation, difference: { rule } }, i) => ({
          id,
          number: i + 1,
          operation,
          rule,
          exchanges: [{ operation: 'CreateKey', request: { KeyId: `k${String(i)}` }, reply: { output: {} } }]
        }))
      }
    })
  })

  it('have answers that are an output, or an exception in whatever spelling', () => {
    const answers = ['notFoundError', 'DisabledException', { a: 1 }]
    const shown = answers.map((answer) => ({ operation: 'Encrypt', request: {}, answer }))
    const [first] = findings.faults
    const found = read(madeReport({ faults: [{ ...first!, history: shown }] }))
    expect(found).toMatchObject({
      right: {
        faults: [
          {
            exchanges: [
              { reply: { exception: 'NotFoundException', writtenAs: 'notFoundError', message: '' } },
              { reply: { exception: 'DisabledException', message: '' } },
              { reply: { output: { a: 1 } } }
            ]
          }
        ]
      }
    })
  })

  const exchange = { operation: 'Encrypt', request: {}, answer: {} }
  const withFault = (changes: object) => ({ faults: [{ ...findings.faults[0], ...changes }] })
  const withShown = (changes: object) => withFault({ history: [{ ...exchange, ...changes }] })
  const shown = 'faults.0.history.0'

  it.each<[string, object, string]>([
    ['another schema', { schema: 'a' }, `schema: Member must be a valid "${reportSchema}"; received 'a'`],
    ['another edition', { edition: 'a' }, "edition: Member must be a valid edition; received 'a'"],
    ['no list', { faults: {} }, 'faults: Member must be a valid list; received an object'],
    ['a number', { faults: [7] }, 'faults.0: Member must be a valid deviation; received 7'],
    [
      'a number for a difference',
      withFault({ difference: 7 }),
      'faults.0.difference: Member must be a valid difference; received 7'
    ],
    [
      'no rule',
      withFault({ difference: {} }),
      'faults.0.difference.rule: Member must not be null; received undefined'
    ],
    [
      'a number in the history',
      withFault({ history: [7] }),
      `${shown}: Member must be a valid exchange; received 7`
    ],
    [
      'another operation',
      withShown({ operation: '__proto__' }),
      `${shown}.operation: Member must be a valid operation; received '__proto__'`
    ],
    [
      'no request',
      withShown({ request: undefined }),
      `${shown}.request: Member must not be null; received undefined`
    ],
    [
      'no answer',
      withShown({ answer: 7 }),
      `${shown}.answer: Member must be a valid UnknownRecord; received 7; ${shown}.answer: Member must be a valid string; received 7`
    ],
    [
      'too long a history',
      withFault({ history: Array.from({ length: 501 }, () => exchange) }),
      'faults.0.history: Member must be a valid list of at most 500 requests; received an array'
    ]
  ])('with %s are none', (_, changes, complaint) => {
    expect(read({ ...madeReport(), ...changes })).toEqual({
      _tag: 'Left',
      left: `no report of conform with the schema ${reportSchema}: ${complaint}`
    })
  })

  it('are not in what is no report', () => {
    expect(readReportedFaults([])).toMatchObject({
      left: expect.stringMatching(/: value: Member must be a valid Report; received an array$/)
    })
  })

  it('may have five hundred exchanges, and three complaints', () => {
    const history = Array.from({ length: 500 }, () => ({ operation: 'Encrypt', request: {}, answer: {} }))
    expect(read({ ...madeReport(), faults: [{ ...findings.faults[0], history }] })).toMatchObject({
      _tag: 'Right'
    })
    expect(read({ ...madeReport(), faults: [{}] })).toMatchObject({
      left: expect.stringMatching(
        /conform-report:1: faults\.0\.id: [^;]*; [^;]*; [^;]*; [^;]*; [^;]*; [^;]*$/
      )
    })
    const wrong = readReportedFaults({})
    expect(wrong).toMatchObject({
      left: expect.stringMatching(
        /schema: [^:]*; received undefined; edition: [^:]*; received undefined; faults: [^:]*; received undefined$/
      )
    })
  })

  it('are named by their id or their number', () => {
    const faults = [
      { id: 'a', number: 1 },
      { id: 'b', number: 2 }
    ].map((one) => ({ ...one, operation: 'Encrypt', rule: 'r', exchanges: [] }))
    expect(faultsNamed(faults, undefined)).toEqual(faults)
    expect(faultsNamed(faults, 'b')).toEqual(faults.slice(1))
    expect(faultsNamed(faults, '1')).toEqual(faults.slice(0, 1))
    expect(faultsNamed(faults, '3')).toEqual([])
  })
})
