/** How the rules of an operation stand, as they are told. */
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { keyArnIsValid } from '../../src/rules/existence.js'
import { accountId, cloudHsmStore, externalStore, updateRequest } from '../fixtures.js'

const rulesOf = (store: cks.CustomKeyStore, members: object) =>
  cks.update.explain({ others: [] })(updateRequest(store, { ...members }))(store).rules

describe('a finding', () => {
  it('says where its rule is looked at, and that a rule is never asked for', () => {
    const rules = rulesOf(externalStore('DISCONNECTED'), { XksProxyUriPath: '/other/kms/xks/v1' })
    const never = rules.filter((finding) => 'neverAsked' in finding)
    expect(never.every(({ neverAsked }) => neverAsked === true)).toBe(true)
    expect(new Set(never.map(({ rule }) => rule))).toEqual(
      new Set(['endpointChangesWithConnectivity', 'proxySupportsRequest'])
    )
    const conditional = rules.filter((finding) => 'where' in finding)
    expect(conditional.length).toBeGreaterThan(0)
    expect(conditional.filter(({ where = [] }) => where.length === 0 || where.includes(''))).toEqual([])
    expect(conditional.length).toBeLessThan(rules.length)
  })

  it('has no such members where its rule is asked of everything', () => {
    const [finding] = cks.delete.explain({ keys: [] })(cloudHsmStore('DISCONNECTED')).rules
    expect(Object.keys(finding ?? {})).toEqual(
      expect.not.arrayContaining(['where', 'neverAsked', 'waived', 'of'])
    )
  })
})

it.each([
  [`arn:aws:kms:eu-central-1:${accountId}:key/1`, true],
  [`arn:aws-us-gov:kms:us-gov-west-1:${accountId}:alias/a/b`, true],
  [`arn:aws:kms:eu-central-1:${accountId}:key/`, false],
  [`arn:aws:kms:eu-central-1:${accountId}:grant/1`, false],
  [`arn:aws:iam:eu-central-1:${accountId}:key/1`, false],
  [`arn:aws:kms:eu-central-1:${accountId}1:key/1`, false],
  [`arn:arn:aws:kms:eu-central-1:${accountId}:key/1`, false],
  [`arn:aws:kms:eu-central-1:${accountId}:key/1\n`, false]
])('the ARN %j of a key is whole: %s', (keyId, isWhole) => {
  expect(keyArnIsValid.applies({ keyId }) && keyArnIsValid.holds({ keyId })).toBe(isWhole)
})
