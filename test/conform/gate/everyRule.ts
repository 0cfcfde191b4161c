/** For every rule that a run can ask about an endpoint that breaks that rule and no other. */
import { documentedExceptions, type OperationName } from '../../../src/exceptions/documentedExceptions.js'
import type { CustomKeyStoreType } from '../../../src/model/CustomKeyStoreType.js'
import { operations, type AnyOperation } from '../../../src/operations/index.js'
import { isOpen } from '../../../src/Evidence.js'
import { isItsOwn } from '../../../src/possible/refused.js'
import { leftOpen } from '../../../src/questions/leftOpen.js'
import { isBroken } from '../../../src/rules/findings.js'
import type { Answer } from '../../../src/protocol/index.js'
import { madeUp, ownEndpoint, reportOn } from '../world.js'
import { answering, type Asked } from './recorded.js'

const sound = () => ownEndpoint({ connectionDelay: 0 })

/** Members that break their limits are told by one statement, whichever it is. */
export const form = 'brokenMembersAreRefused'
const ofParts = (operation: OperationName): ReadonlySet<string> => {
  const { parts }: AnyOperation = operations[operation]
  return new Set(parts.flatMap(({ rules }) => rules.map(({ name }) => name)))
}
const toldAs = (operation: OperationName, rule: string): string =>
  ofParts(operation).has(rule) ? rule : form

export interface Case {
  readonly operation: OperationName
  readonly rule: string
  /** The first of the types of store with which a whole run comes to it. */
  readonly type: CustomKeyStoreType
}

/** Every rule by which a whole run is refused. */
export const cases = new Map<string, Case>()
/** Every operation that a whole run sees accepted. */
export const accepted = new Set<OperationName>()
const record = (type: CustomKeyStoreType) =>
  reportOn(
    answering(sound(), ({ operation, rule }) => {
      if (rule === undefined) {
        accepted.add(operation)
        return undefined
      }
      const told = toldAs(operation, rule)
      const name = `${operation} ${told}`
      if (!cases.has(name)) cases.set(name, { operation, rule: told, type })
      return undefined
    }),
    { types: [type], storeProperties: madeUp }
  )
export const recorded = [await record('AWS_CLOUDHSM'), await record('EXTERNAL_KEY_STORE')]

export const answer = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body)
})

/** What came of a run, and the requests that were answered wrongly. */
interface Found {
  readonly faults: ReadonlyArray<string>
  readonly asked: ReadonlyArray<Asked>
}

/** Checks in which a rule comes up that none about its operation alone comes to; every check at last. */
const ofSeveral = ['vectors/sequences/', '/name-in-use/', '']

/** Runs the checks about an operation, and others where none of those comes to a wrong answer. */
export const found = async (
  operation: OperationName,
  types: ReadonlyArray<CustomKeyStoreType>,
  instead: (asked: Asked) => Answer | undefined
): Promise<Found> => {
  for (const only of [operation, ...ofSeveral]) {
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

export const isAsked =
  ({ operation, rule }: Pick<Case, 'operation' | 'rule'>) =>
  (asked: Asked): boolean =>
    asked.operation === operation && asked.rule !== undefined && toldAs(operation, asked.rule) === rule

/** What is told of the rules that AWS leaves no doubt about, of requests that break some. */
export const certain = (asked: ReadonlyArray<Asked>): Set<string> =>
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
export const telling = (operation: OperationName): ReadonlyArray<string> => {
  const outside = ofTheOutside(operation)
  const listed: ReadonlyArray<string> = documentedExceptions[operation]
  return listed.filter((name) => !outside.has(name) && !/Internal|Timeout/.test(name))
}

export const mayAnswer = (asked: Asked, name: string): boolean => {
  const { exceptions } = leftOpen(asked.explanation)
  const first = asked.explanation.rules.find(isBroken)
  if (exceptions === 'any exception') return isItsOwn(asked.operation, name)
  return first?.otherwise === name || exceptions.some((one) => one === name)
}
