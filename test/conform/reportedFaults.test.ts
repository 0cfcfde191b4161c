/** How the deviations of a report are read. */
import { describe, expect, it } from 'vitest'
import { faultsNamed, readReportedFaults } from '../../src/conform/reportedFaults.js'
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

  it.each<[string, object, RegExp]>([
    ['another schema', { schema: 'a' }, /schema/],
    ['another edition', { edition: 'a' }, /edition/],
    ['no list', { faults: {} }, /faults/],
    [
      'no rule',
      { faults: [{ ...findings.faults[0], difference: {} }] },
      /: faults\.0\.difference\.rule: [^;]*; received undefined$/
    ],
    [
      'another operation',
      { faults: [{ ...findings.faults[0], history: [{ operation: 'a', request: {}, answer: {} }] }] },
      /operation/
    ],
    [
      'no request',
      { faults: [{ ...findings.faults[0], history: [{ operation: 'Encrypt', answer: {} }] }] },
      /request/
    ],
    [
      'no answer',
      { faults: [{ ...findings.faults[0], history: [{ operation: 'Encrypt', request: {}, answer: 7 }] }] },
      /answer/
    ],
    [
      'too long a history',
      {
        faults: [
          {
            ...findings.faults[0],
            history: Array.from({ length: 501 }, () => ({ operation: 'Encrypt', request: {}, answer: {} }))
          }
        ]
      },
      /list of at most 500 requests/
    ]
  ])('with %s are none', (_, changes, wrong) => {
    const found = read({ ...madeReport(), ...changes })
    expect(found).toMatchObject({
      left: expect.stringMatching(
        /^no report of conform with the schema urn:kms-custom-key-store:conform-report:1: /
      )
    })
    expect(found).toMatchObject({ left: expect.stringMatching(wrong) })
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
