/** An endpoint for every rule that a run can ask about, which breaks that rule and no other: it is told that rule, or nothing where AWS leaves it open. */
import { describe, expect, it } from 'vitest'
import { documentedExceptions, type OperationName } from '../../../src/exceptions/documentedExceptions.js'
import { operations, type AnyOperation } from '../../../src/operations/index.js'
import { isOpen } from '../../../src/Evidence.js'
import { isItsOwn } from '../../../src/possible/refused.js'
import { leftOpen } from '../../../src/questions/leftOpen.js'
import { isBroken } from '../../../src/rules/findings.js'
import type { Answer } from '../../../src/protocol/index.js'
import { madeUp, ownEndpoint, reportOn } from '../world.js'
import { answering, type Asked } from './recorded.js'

const types = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const
const sound = () => ownEndpoint({ connectionDelay: 0 })

/** Members that break their limits are told by one statement, whichever it is. */
const form = 'brokenMembersAreRefused'
const ofParts = (operation: OperationName): ReadonlySet<string> => {
  const { parts }: AnyOperation = operations[operation]
  return new Set(parts.flatMap(({ rules }) => rules.map(({ name }) => name)))
}
const toldAs = (operation: OperationName, rule: string): string =>
  ofParts(operation).has(rule) ? rule : form

interface Case {
  readonly operation: OperationName
  readonly rule: string
}

/** Every rule by which a whole run is refused. */
const cases = new Map<string, Case>()
/** Every operation that a whole run sees accepted. */
const accepted = new Set<OperationName>()
const recorded = await reportOn(
  answering(sound(), ({ operation, rule }) => {
    if (rule === undefined) accepted.add(operation)
    else cases.set(`${operation} ${rule}`, { operation, rule })
    return undefined
  }),
  { types, storeProperties: madeUp }
)

const answer = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body)
})

/** What came of a run, and the requests that were answered wrongly. */
interface Found {
  readonly faults: ReadonlyArray<string>
  readonly asked: ReadonlyArray<Asked>
}

/** Runs the checks about an operation; every check where none of those comes to a wrong answer. */
const found = async (
  operation: OperationName,
  instead: (asked: Asked) => Answer | undefined
): Promise<Found> => {
  for (const only of [operation, '']) {
    const asked: Array<Asked> = []
    const wrong = answering(sound(), (each) => {
      const answered = instead(each)
      if (answered !== undefined) asked.push(each)
      return answered
    })
    const { faults } = await reportOn(wrong, { types, only, storeProperties: madeUp })
    const told = faults.map(({ operation, difference: { rule } }) => `${operation} ${rule}`)
    if (asked.length > 0) return { faults: [...new Set(told)], asked }
  }
  throw new Error('the rule never came up')
}

const isAsked =
  ({ operation, rule }: Case) =>
  (asked: Asked): boolean =>
    asked.operation === operation && asked.rule === rule

/** What is told of the rules that AWS leaves no doubt about, of requests that break some. */
const certain = (asked: ReadonlyArray<Asked>): Set<string> =>
  new Set(
    asked.flatMap(({ operation, explanation }) =>
      explanation.rules
        .filter((finding) => isBroken(finding) && !isOpen(finding))
        .map(({ rule }) => `${operation} ${toldAs(operation, rule)}`)
    )
  )

/** The exceptions that may speak of what no request shows. */
const ofTheOutside = (operation: OperationName): ReadonlySet<string> => {
  const { parts }: AnyOperation = operations[operation]
  return new Set(
    parts
      .flatMap(({ rules }) => rules.filter((rule) => rule.outside !== undefined))
      .flatMap(({ otherwise, openTo = [] }) =>
        openTo === 'any exception' ? [otherwise] : [otherwise, ...openTo]
      )
  )
}

/** The exceptions of an operation that say something of the request. */
const telling = (operation: OperationName): ReadonlyArray<string> => {
  const outside = ofTheOutside(operation)
  const listed: ReadonlyArray<string> = documentedExceptions[operation]
  return listed.filter((name) => !outside.has(name) && !/Internal|Timeout/.test(name))
}

const mayAnswer = (asked: Asked, name: string): boolean => {
  const { exceptions } = leftOpen(asked.explanation)
  const first = asked.explanation.rules.find(isBroken)
  if (exceptions === 'any exception') return isItsOwn(asked.operation, name)
  return first?.otherwise === name || exceptions.some((one) => one === name)
}

it('finds nothing wrong with the endpoint itself, and asks about many rules', () => {
  expect(recorded.faults).toEqual([])
  expect(cases.size).toBeGreaterThan(170)
})

describe.each([...cases])('%s', (_, broken) => {
  const { operation } = broken

  it('is missed where the request is accepted', async () => {
    const { faults, asked } = await found(operation, (each) =>
      isAsked(broken)(each) ? answer(200, {}) : undefined
    )
    const expected = certain(asked)
    expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
    expect(faults.length > 0).toBe(expected.size > 0)
  })

  it('is missed where another exception answers', async () => {
    const pick = (asked: Asked): string =>
      telling(operation).find((name) => !mayAnswer(asked, name)) ?? 'AlreadyExistsException'
    const { faults, asked } = await found(operation, (each) =>
      isAsked(broken)(each) ? answer(400, { __type: pick(each), message: '' }) : undefined
    )
    const clear = asked.filter((each) => !mayAnswer(each, pick(each)))
    const expected = certain(clear)
    expected.delete(`${operation} ${form}`)
    expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
    expect(faults.length > 0).toBe(expected.size > 0)
  })
})

/** Statements of which a refusal without a reason is told, besides the rules that have the exception. */
const unfounded = ['soundRequestIsAccepted', 'exceptionIsListed', 'createIsIdempotent']

/** The first Describe of a run tells whether there is an endpoint of KMS at all. */
const mayBeRefused = [...accepted].filter((operation) => operation !== 'DescribeCustomKeyStores')

describe.each(mayBeRefused)('%s', (operation) => {
  it.each(telling(operation).slice(0, 2))(
    'is told where it is refused without a reason, with %s',
    async (name) => {
      const { faults } = await found(operation, (asked) =>
        asked.operation === operation && asked.rule === undefined
          ? answer(400, { __type: name, message: '' })
          : undefined
      )
      const { parts }: AnyOperation = operations[operation]
      const rules = parts.flatMap(({ rules }) => rules.filter(({ otherwise }) => otherwise === name))
      const expected = new Set(
        [...rules.map(({ name }) => name), ...unfounded].map((rule) => `${operation} ${rule}`)
      )
      expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
      expect(faults.length).toBeGreaterThan(0)
    }
  )
})
