/** A report as JUnit XML: totals, times, and one failure for a case. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/cli/junit.js'
import type { ConformReport } from '../../src/conform/ConformReport.js'
import { deviations, madeReport } from '../conform/madeReport.js'

const read = (report: ConformReport) => {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    }
  }).parseFromString(junit(report), 'text/xml')
  const all = (name: string) => [...document.getElementsByTagName(name)]
  return { root: document.documentElement!, suites: all('testsuite'), cases: all('testcase'), all }
}

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

describe('a report as JUnit XML', () => {
  it('has the totals of each suite, and of all', () => {
    const { root, suites } = read(madeReport())
    const timestamp = '2026-11-24T09:15:00.000Z'
    expect(attributes(root)).toEqual({
      name: 'kms-custom-key-store conform exception-text-2022: an emulator 1.2.3',
      ...{ tests: '5', failures: '2', errors: '0', skipped: '1', time: '4.100', timestamp }
    })
    expect(suites.map(attributes)).toEqual([
      {
        name: 'AWS_CLOUDHSM',
        ...{ tests: '4', failures: '1', errors: '0', skipped: '1', time: '2.500', timestamp }
      },
      {
        name: 'outside the checks',
        ...{ tests: '1', failures: '1', errors: '0', skipped: '0', time: '1.500', timestamp }
      }
    ])
  })

  it('has the time of each case in seconds', () => {
    const { cases } = read(madeReport())
    expect(cases.map((one) => one.getAttribute('time'))).toEqual([
      '0.250',
      '0.500',
      '0.750',
      '1.000',
      '1.500'
    ])
  })

  it('has one failure for a case that shows several deviations, with all of them in it', () => {
    const { cases, all } = read(madeReport())
    expect(cases.map((one) => one.getElementsByTagName('failure').length)).toEqual([0, 1, 0, 0, 1])
    const [failure, ofHistories] = all('failure')
    expect(failure!.getAttribute('message')).toBe(
      'answerIsAwsJson: expected an id, got nothing; and 1 other deviation'
    )
    expect(failure!.textContent).toContain('Got: nothing.')
    expect(failure!.textContent).toContain('Got: a number.')
    expect(failure!.textContent).toContain(deviations[0]!.url)
    expect(failure!.textContent).toContain('docs/rules.md#any-operation-answerisawsjson')
    expect(ofHistories!.getAttribute('message')).toBe(
      'describeShowsTheStore: expected the store, got no store'
    )
  })

  it('has the random histories as one case, skipped where none ran', () => {
    const name = (report: ConformReport) => read(report).cases.at(-1)!.getAttribute('name')
    expect(name(madeReport())).toBe('7 random histories with seed 3')
    const none = madeReport({ histories: { ran: 0, why: '--histories 0' }, faults: [] })
    expect(name(none)).toBe('random histories')
    expect(
      read(none)
        .all('skipped')
        .map((one) => one.getAttribute('message'))
    ).toEqual(['it never ends', '--histories 0'])
  })

  it('has no failure for what is only assumed', () => {
    const assumed = deviations.map((deviation) => ({
      ...deviation,
      difference: { ...deviation.difference, assumes: ['A5'] as const }
    }))
    expect(read(madeReport({ faults: assumed })).all('failure')).toEqual([])
  })
})
