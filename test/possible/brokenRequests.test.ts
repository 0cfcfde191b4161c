/** Each rule about the members of a request is broken by a request of which nothing else is wrong. */
import { expect, it } from 'vitest'
import { memberRulesOf } from '../../src/account/memberRules.js'
import { operationNames, operations } from '../../src/operations/index.js'
import { brokenRequests, memberRuleNames } from '../../src/possible/brokenRequests.js'
import { everyKind } from '../../src/possible/examples.js'
import { isBroken } from '../../src/rules/findings.js'
import { formVectors } from '../../src/vectors/index.js'

/** Why no request breaks a rule alone, by operation and rule. */
const reasons: Readonly<Record<string, string>> = {}

it('finds a request for every rule, but for those with a reason', () => {
  const missing = operationNames.flatMap((operation) => {
    const found = new Set(
      everyKind.flatMap((kind) => brokenRequests(operation, kind).map(({ rule }) => rule))
    )
    return memberRuleNames(operation).flatMap((rule) => (found.has(rule) ? [] : [`${operation} ${rule}`]))
  })
  expect(missing.sort()).toEqual(Object.keys(reasons).sort())
})

it('finds requests that break the rule and no other', () => {
  for (const operation of operationNames) {
    const rules = memberRulesOf(operations[operation].request)
    for (const { rule, request } of everyKind.flatMap((kind) => brokenRequests(operation, kind))) {
      const broken = rules(request).filter(isBroken)
      expect([operation, ...broken.map((each) => each.rule)]).toEqual([operation, rule])
    }
  }
})

it.each([
  [
    'CreateCustomKeyStore',
    'AWS_CLOUDHSM',
    'KeyStorePasswordIsGivenForCloudHsm',
    'KeyStorePassword',
    undefined
  ],
  [
    'CreateCustomKeyStore',
    'PUBLIC_ENDPOINT',
    'CloudHsmClusterIdIsForCloudHsmOnly',
    'CloudHsmClusterId',
    'cluster-abcdefghijk'
  ],
  ['ListKeys', 'AWS_CLOUDHSM', 'LimitLimit', 'Limit', 0],
  ['CreateGrant', 'AWS_CLOUDHSM', 'OperationsLimit', 'Operations', ['']]
] as const)('of %s for %s breaks %s', (operation, kind, rule, member, value) => {
  const found = brokenRequests(operation, kind).find((each) => each.rule === rule)
  expect(found?.request[member]).toEqual(value)
})

it('has a vector for each of them, in which nothing but requests is needed and each is refused', () => {
  const vectors = formVectors('exception-text-2022')
  const steps = vectors.flatMap(({ expect: seen }) => seen)
  const rules = operationNames.flatMap(memberRuleNames)
  expect(steps.length).toBe(rules.length - Object.keys(reasons).length)
  expect(vectors.flatMap(({ needs }) => needs)).toEqual([])
  expect(new Set(steps.map(({ exception }) => exception?.name))).toEqual(new Set(['ValidationException']))
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
})
