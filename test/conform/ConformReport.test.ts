/** What a report says in numbers, of its checks and of its implementation; made by hand. */
import { describe, expect, it } from 'vitest'
import {
  conforms,
  countOf,
  isCutShort,
  reasonOf,
  reportOf,
  type Check,
  type CheckOutcome
} from '../../src/conform/ConformReport.js'
import { ofStatement, type Difference } from '../../src/conform/Difference.js'
import { outcomeWithout, withoutConsequences } from '../../src/conform/features.js'
import {
  breaksARule,
  eachOnce,
  exchangesShown,
  idOf,
  isDoubtful,
  reportedDeviation,
  wasFleeting
} from '../../src/conform/ReportedDeviation.js'
import { reportHead } from '../../src/conform/ReportHead.js'
import { comparedWith, nameOf, readExpectedFailures } from '../../src/conform/expectedFailures.js'
import { faultsNamed, readReportedFaults } from '../../src/conform/reportedFaults.js'
import { noAnswer, unlessSilent, withoutSilence } from '../../src/conform/silence.js'
import {
  answerIsAwsJson,
  brokenMembersAreRefused,
  describeShowsTheStore
} from '../../src/conform/statements.js'
import { version } from '../../src/conform/version.js'
import { findings, madeReport } from './madeReport.js'

const check = (outcome: CheckOutcome, id = 'a'): Check => ({
  id,
  type: 'AWS_CLOUDHSM',
  says: 'A check.',
  outcome,
  milliseconds: 1
})

const outcomes: ReadonlyArray<CheckOutcome> = [
  { is: 'as documented' },
  { is: 'left open' },
  { is: 'different', faults: ['x'] },
  { is: 'not useful', faults: ['x'] },
  { is: 'not reached', why: 'it never ends' },
  { is: 'not implemented', operation: 'CreateKey' }
]

const difference = ofStatement(describeShowsTheStore, 'the store', 'no store')
const assumed: Difference = { ...difference, standing: 'assumed', assumes: ['A3'] }
const deviation = { operation: 'CreateKey', difference, allowedBy: [] } as const

describe('a report', () => {
  it('counts each outcome, and each broken rule once', () => {
    const more = [...outcomes, ...outcomes.slice(2, 4), ...outcomes.slice(3, 4)].map((one) => check(one))
    const { numbers } = reportOf(madeReport(), { ...findings, checks: more })
    expect(numbers).toEqual({
      checks: {
        'as documented': 1,
        'left open': 1,
        different: 2,
        'not useful': 3,
        'not reached': 1,
        'not implemented': 1
      },
      brokenRules: 2
    })
    expect(countOf({ checks: more }, 'not useful')).toBe(3)
  })

  it('has all that was found, and what it is about', () => {
    const report = reportOf(madeReport(), findings)
    expect(report).toMatchObject({ ...findings, name: 'an emulator', endpoint: 'http://127.0.0.1:8080/' })
  })

  it('conforms where nothing but assumptions are not kept, or what was seen but once', () => {
    const [first, ...others] = findings.faults
    expect(conforms({ faults: [] })).toBe(true)
    expect(conforms({ faults: [first!] })).toBe(false)
    expect(conforms({ faults: others })).toBe(false)
    expect(conforms({ faults: [{ ...first!, untried: undefined as never, reproduced: false }] })).toBe(true)
    expect(conforms({ faults: [{ ...first!, difference: assumed }] })).toBe(true)
  })

  it('is cut short where something that was asked for was blocked', () => {
    expect(isCutShort({ checks: outcomes.map((one) => check(one)) })).toBe(false)
    const blocked = check({ is: 'not reached', why: 'a', blocked: true })
    expect(isCutShort({ checks: [blocked] })).toBe(true)
    expect(isCutShort({ checks: [...outcomes.map((one) => check(one)), blocked] })).toBe(true)
  })

  it('counts no rule that is only assumed among the broken ones', () => {
    const [first] = findings.faults
    const faults = [first!, { ...first!, difference: assumed, address: 'elsewhere' }]
    expect(reportOf(madeReport(), { ...findings, faults }).numbers.brokenRules).toBe(1)
  })
})

it('a check that shows nothing has a reason', () => {
  expect(outcomes.map((outcome) => reasonOf({ outcome }))).toEqual([
    undefined,
    undefined,
    undefined,
    'what was answered may follow from another fault',
    'it never ends',
    'CreateKey is not implemented'
  ])
})

describe('the head of a report', () => {
  const settings = {
    endpoint: 'https://user:pass@kms.example.com:8443/a?b',
    edition: 'developer-guide'
  } as const

  it('names the implementation by its host unless it is told, without credentials', () => {
    expect(reportHead(settings, '2026-01-01T00:00:00.000Z')).toEqual({
      schema: 'urn:kms-custom-key-store:conform-report:1',
      version,
      date: '2026-01-01T00:00:00.000Z',
      name: 'kms.example.com:8443',
      endpoint: 'https://kms.example.com:8443/a?b',
      edition: 'developer-guide'
    })
  })

  it('has the name and the version that it is told', () => {
    const head = reportHead({ ...settings, name: 'mine', implementationVersion: '2' }, 'a date')
    expect(head).toMatchObject({ name: 'mine', implementationVersion: '2', date: 'a date' })
    expect(reportHead({ ...settings, implementationVersion: undefined }, '')).not.toHaveProperty(
      'implementationVersion'
    )
  })

  it('calls what has no address unnamed', () => {
    expect(reportHead({ ...settings, endpoint: 'no address' }, '')).toMatchObject({
      name: 'unnamed',
      endpoint: 'unnamed'
    })
  })
})

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

describe('the failures that are expected', () => {
  const failures = findings.faults.map(nameOf)

  it('are operations and rules', () => {
    expect(failures).toEqual([
      'CreateKey answerIsAwsJson',
      'CreateKey answerIsAwsJson',
      'CreateKey describeShowsTheStore'
    ])
    expect(readExpectedFailures(failures)).toEqual({ _tag: 'Right', right: failures })
    expect(readExpectedFailures(['CreateKey a', 'NoOperation b'])).toEqual({
      _tag: 'Left',
      left: '"NoOperation b" is no operation with a rule, such as "CreateKey storeExists"'
    })
    expect(readExpectedFailures(['CreateKey'])).toMatchObject({ _tag: 'Left' })
    expect(readExpectedFailures({})).toMatchObject({ left: expect.stringContaining('ExpectedFailures') })
    expect(readExpectedFailures([7, 8])).toMatchObject({ left: expect.stringMatching(/^0: .*; 1: /) })
  })

  it('are held against those that were found, each once', () => {
    const of = (...expected: ReadonlyArray<string>) => comparedWith(expected, findings)
    expect(of(...failures)).toEqual({ unexpected: [], stale: [] })
    expect(of()).toEqual({
      unexpected: ['CreateKey answerIsAwsJson', 'CreateKey describeShowsTheStore'],
      stale: []
    })
    expect(of(...failures, 'Encrypt a').stale).toEqual(['Encrypt a'])
  })

  it('are not mended by being seen but once, nor broken by it', () => {
    const [first] = findings.faults
    const { untried: _, ...tried } = first!
    expect(comparedWith([], { faults: [tried] })).toEqual({ unexpected: [], stale: [] })
    expect(comparedWith([nameOf(first!)], { faults: [tried] })).toEqual({ unexpected: [], stale: [] })
  })
})

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

describe('an endpoint from which nothing comes back', () => {
  const silent = reportedDeviation(
    { ...deviation, difference: ofStatement(answerIsAwsJson, 'an answer', 'nothing', noAnswer) },
    'a',
    []
  )
  const other = reportedDeviation(deviation, 'a', [])
  const after = unlessSilent([silent, other], 'it is gone')

  it('breaks no rule by that', () => {
    expect(withoutSilence([silent, other])).toEqual([other])
  })

  it('was not reached by a check that showed nothing else', () => {
    for (const is of ['different', 'not useful'] as const) {
      expect(after(check({ is, faults: [silent.id] })).outcome).toEqual({
        is: 'not reached',
        why: 'it is gone',
        blocked: true
      })
      expect(after(check({ is, faults: [silent.id, other.id] })).outcome).toEqual({ is, faults: [other.id] })
      expect(after(check({ is, faults: [other.id] }))).toEqual(check({ is, faults: [other.id] }))
    }
    for (const outcome of outcomes.filter(({ is }) => is !== 'different' && is !== 'not useful')) {
      expect(after(check(outcome))).toEqual(check(outcome))
    }
  })
})

describe('what only follows from a feature that is not there', () => {
  const consequences = [
    { check: 'a', id: 'x', origin: 'o' },
    { check: 'a', id: 'y', origin: 'o' },
    { check: 'b', id: 'z', origin: 'p' }
  ]

  it('is no deviation of the check', () => {
    const seen = (id: string, seenIn: string) => ({ ...reportedDeviation(deviation, seenIn, []), id })
    expect(
      withoutConsequences(consequences, [seen('x', 'a'), seen('x', 'b'), seen('w', 'a'), seen('z', 'b')])
    ).toEqual([seen('x', 'b'), seen('w', 'a')])
  })

  it('makes a check of no use, unless it shows more', () => {
    const outcomeOf = (id: string, faults: ReadonlyArray<string>) =>
      outcomeWithout(consequences)(check({ is: 'different', faults }, id)).outcome
    expect(outcomeOf('a', ['x', 'y'])).toEqual({ is: 'not useful', faults: ['o'] })
    expect(outcomeOf('a', ['x', 'w'])).toEqual({ is: 'different', faults: ['w'] })
    expect(outcomeOf('b', ['x'])).toEqual({ is: 'different', faults: ['x'] })
    expect(outcomeOf('b', ['z'])).toEqual({ is: 'not useful', faults: ['p'] })
    for (const outcome of outcomes.filter(({ is }) => is !== 'different')) {
      expect(outcomeWithout(consequences)(check(outcome))).toEqual(check(outcome))
    }
  })
})

it('a difference has what its rule assumes, where it does', () => {
  const { name: _, ...stated } = brokenMembersAreRefused
  expect(ofStatement({ ...stated, name: 'a', assumes: ['A3'] }, 'a', 'b').assumes).toEqual(['A3'])
  expect(ofStatement(brokenMembersAreRefused, 'a', 'b')).not.toHaveProperty('assumes')
})

it('a request that is broken is refused by a rule that is implied, and was observed', () => {
  expect(ofStatement(brokenMembersAreRefused, 'a', 'b')).toMatchObject({ kind: 'b', standing: 'implied' })
})
