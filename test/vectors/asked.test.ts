/** Everything that can be asked is asked: which rules the vectors break that need nothing but requests. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { noInfrastructure, withInfrastructureChange } from '../../src/account/InfrastructureChange.js'
import { defaultEdition } from '../../src/editions/editions.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { workedOutOnce } from '../../src/possible/once.js'
import { isReason } from '../../src/possible/refused.js'
import { standIn } from '../../src/possible/sealed.js'
import { play } from '../../src/replay/play.js'
import { newWorld, type World } from '../../src/replay/World.js'
import { isBroken } from '../../src/rules/findings.js'
import { vectorsOf, type Vector } from '../../src/vectors/index.js'
import { casesTold } from '../documents/casesTold.js'

/** Why requests alone cannot break a rule, by operation, rule and what it is looked at of. */
const reasons: Readonly<Record<string, string>> = {
  'ConnectCustomKeyStore validConnectionState':
    'A store in which it does not hold has FAILED, or is DISCONNECTING, which passes.',
  'Decrypt keyExists': 'A key that has made a ciphertext is gone only after seven days.',
  'ReEncrypt keyExists of source key': 'A key that has made a ciphertext is gone only after seven days.'
}

const unfound = 'What is named in such a way is not found either.'

/** Why a rule is broken only together with others, which come after it. */
const neverAlone: Readonly<Record<string, string>> = {
  'CreateKey policyIsNotTooLong': 'A policy with too many characters has too many bytes.',
  'DeleteAlias aliasNameBeginsAsOne': unfound,
  'ListAliases keyArnIsValid': unfound,
  'ListAliases keyIsNamedByIdOrArn': unfound,
  'PutKeyPolicy policyIsNotTooLong': 'A policy with too many characters has too many bytes.',
  'RetireGrant grantTokenIsValid': 'A token that nobody has given is of no grant.',
  'RetireGrant keyArnIsValid': unfound,
  'RetireGrant keyIsNamedByIdOrArn': unfound,
  'UpdateAlias aliasNameBeginsAsOne': unfound,
  'UpdateCustomKeyStore membersBelongToTheTypeOfStore':
    'No edition lets a member of the other type be updated.'
}

const nameOf = (operation: string, rule: string, of?: string): string =>
  `${operation} ${rule}${of === undefined ? '' : ` of ${of}`}`

/** The rules of an operation that nothing but the request and the account decides. */
const rulesOf = workedOutOnce(
  (operation: OperationName) => operation,
  (operation) =>
    operationsByName[defaultEdition][operation].parts
      .flatMap((part) => part.rules)
      .filter(({ outside }) => outside === undefined)
      .map(({ name, of }) => nameOf(operation, name, of))
)

/** A request of a vector, and the rules that it breaks, in their order; or, where it breaks none, those that an assumption waives. */
interface Asked {
  readonly operation: OperationName
  readonly isRefused: boolean
  readonly rules: ReadonlyArray<string>
}

const askedBy = ({ params, flags }: Vector): ReadonlyArray<Asked> => {
  const facts = withInfrastructureChange(params.infrastructure)(noInfrastructure)
  let world: World = {
    ...newWorld({ edition: defaultEdition }),
    account: params.account,
    facts: E.getOrElse(() => noInfrastructure)(facts),
    ...(flags.includes('Ciphertext') && { cryptography: standIn })
  }
  return params.steps.flatMap((step) => {
    const played = play(step, world)
    if (E.isLeft(played)) throw new Error('a vector is not well formed')
    world = played.right.after
    if (!('operation' in step)) return []
    const { operation } = step
    const findings = played.right.explanation?.rules ?? []
    const broken = findings.filter(isBroken)
    const rules = (broken.length > 0 ? broken : findings.filter(isReason))
      .map(({ rule, of }) => nameOf(operation, rule, of))
      .filter((name) => rulesOf(operation).includes(name))
    return [{ operation, isRefused: 'exception' in played.right.happening, rules }]
  })
}

it('every rule that requests can break is broken by a vector that needs nothing else, and alone', () => {
  const asked = vectorsOf(defaultEdition)
    .filter(({ needs }) => needs.length === 0)
    .flatMap(askedBy)
  const accepted = new Set(asked.flatMap(({ operation, isRefused }) => (isRefused ? [] : [operation])))
  /** Of an operation that is never accepted, a rule that refuses first is all that can be asked. */
  const alone = asked
    .filter(({ operation, rules: { length } }) => length === 1 || !accepted.has(operation))
    .flatMap(({ rules: [first] }) => first ?? [])
  const all = [...new Set(operationNames.flatMap(rulesOf))]
  const missing = (found: ReadonlyArray<string>) => all.filter((rule) => !found.includes(rule)).sort()
  expect(all.length).toBe(casesTold('test/vectors/asked.test.ts'))
  expect(missing(asked.flatMap(({ rules }) => rules))).toEqual(Object.keys(reasons).sort())
  expect(missing(alone)).toEqual(Object.keys({ ...reasons, ...neverAlone }).sort())
})
