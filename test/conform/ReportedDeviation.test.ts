/** How a deviation is named, told, and counted. */
import { describe, expect, it } from 'vitest'
import { ofStatement } from '../../src/conform/Difference.js'
import {
  breaksARule,
  eachOnce,
  exchangesShown,
  idOf,
  isDoubtful,
  reportedDeviation,
  wasFleeting
} from '../../src/conform/ReportedDeviation.js'
import { describeShowsTheStore } from '../../src/conform/statements.js'
import { assumed, deviation } from './madeReport.js'

describe('a deviation', () => {
  const exchange = (request: object, reply: object) =>
    ({ operation: 'CreateKey', request: { ...request }, reply }) as Parameters<typeof exchangesShown>[0][0]
  const history = [
    exchange({ KeyId: 'a' }, { output: { Plaintext: 'secret', KeyId: 'a' } }),
    exchange({ KeyId: 'b' }, { exception: 'NotFoundException', message: 'no' }),
    exchange({ KeyId: 'b' }, { exception: 'NotFoundException', message: 'no' }),
    exchange({ KeyStorePassword: 'secret' }, { unreadable: 'a page' })
  ]

  it('is named by its operation, its rule, its kind and what the rule says', () => {
    expect(idOf(deviation)).toBe(
      `CreateKey / describeShowsTheStore / no store / ${describeShowsTheStore.says}`
    )
    const kind = ofStatement(describeShowsTheStore, 'the store cks-1', 'cks-2', 'another store')
    expect(idOf({ ...deviation, difference: kind })).toContain(' / another store / ')
  })

  it('is reported with its page, its section and what led to it, without secrets or repetition', () => {
    expect(reportedDeviation({ ...deviation, allowedBy: ['developer-guide'] }, 'a check', history)).toEqual({
      ...deviation,
      allowedBy: ['developer-guide'],
      id: idOf(deviation),
      allowedIn: { 'a check': ['developer-guide'] },
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html',
      address: 'docs/rules.md#any-operation-describeshowsthestore',
      seenIn: ['a check'],
      reproduced: false,
      why: 'it was not looked for again',
      untried: true,
      history: [
        { operation: 'CreateKey', request: { KeyId: 'a' }, answer: { Plaintext: '<secret>', KeyId: 'a' } },
        { operation: 'CreateKey', request: { KeyId: 'b' }, answer: 'NotFoundException' },
        { operation: 'CreateKey', request: { KeyStorePassword: '<secret>' }, answer: 'a page' }
      ],
      commands: []
    })
  })

  it('is shown by requests from which something else may be hidden', () => {
    expect(exchangesShown(history, () => ({})).map(({ request }) => request)).toEqual([{}, {}, {}])
  })

  it('was fleeting where it was looked for again, and did not show itself', () => {
    expect(
      [{ reproduced: false }, { reproduced: true }, {}, { reproduced: false, untried: true } as const].map(
        wasFleeting
      )
    ).toEqual([true, false, false, false])
  })

  it('breaks a rule where AWS states or implies it, and is doubtful where that was seen but once', () => {
    const fleeting = { ...deviation, reproduced: false }
    const open = { ...deviation, difference: assumed }
    expect([deviation, fleeting, open, { ...open, reproduced: false }].map(breaksARule)).toEqual([
      true,
      false,
      false,
      false
    ])
    expect([deviation, fleeting, open, { ...open, reproduced: false }].map(isDoubtful)).toEqual([
      false,
      true,
      false,
      false
    ])
  })

  it('that is seen twice is one, allowed by the editions that allow it wherever it was seen', () => {
    const [both, one] = [['developer-guide', 'exception-text-2026'] as const, ['developer-guide'] as const]
    const sight = (seenIn: string, allowedBy: typeof both | typeof one) =>
      reportedDeviation({ ...deviation, allowedBy }, seenIn, [])
    const other = reportedDeviation({ ...deviation, operation: 'Encrypt' }, 'b', [])
    expect(eachOnce([sight('a', both), other, sight('b', one), sight('b', both)])).toEqual([
      {
        ...sight('a', both),
        allowedBy: one,
        allowedIn: { a: both, b: one },
        seenIn: ['a', 'b']
      },
      other
    ])
    expect(eachOnce([])).toEqual([])
  })
})
