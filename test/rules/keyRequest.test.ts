import { describe, expect, it } from 'vitest'
import {
  arnsInPolicyAreValid,
  policyIsWellFormed,
  statementsHavePrincipals,
  tagsAreValid
} from '../../src/rules/keyRequest.js'
import type { Claim } from '../../src/Claim.js'
import { createCloudHsmKeyRequest } from '../fixtures.js'

type Subject = { readonly request: ReturnType<typeof createCloudHsmKeyRequest> }

const verdictOf = (claim: Claim<Subject>, members: object): boolean | 'does not apply' => {
  const subject = { request: createCloudHsmKeyRequest({ ...members }) }
  return claim.applies(subject) ? claim.holds(subject) : 'does not apply'
}

describe('a key policy', () => {
  it.each([
    ['{}', true],
    [' { "Version": "2012-10-17", "Statement": [] }\n', true],
    ['[]', false],
    ['null', false],
    ['"{}"', false],
    ['1', false],
    ['{', false],
    ['{}{}', false],
    ['['.repeat(131_072), false]
  ])('is a JSON object, or not: %j', (Policy, holds) => {
    expect(verdictOf(policyIsWellFormed, { Policy })).toBe(holds)
  })

  it.each([
    ['arn:aws:iam::111122223333:root', true],
    ['arn:aws:kms:us-east-1:111122223333:key/1234abcd', true],
    ['arn:aws-cn:s3:::bucket/*', true],
    ['arn:aws:iam::111122223333:role/a:b', true],
    ['*', true],
    ['not an arn:', true],
    ['arn:', false],
    ['arn:aws:iam', false],
    ['arn:aws:iam::111122223333', false],
    ['arn:aws:iam::111122223333:', false],
    ['arn::iam::111122223333:root', false],
    ['arn:aws:::111122223333:root', false]
  ])('has valid ARNs, or not: %s', (AWS, holds) => {
    const Policy = JSON.stringify({ Statement: [{ Principal: { AWS: ['*', AWS] } }] })
    expect(verdictOf(arnsInPolicyAreValid, { Policy })).toBe(holds)
  })

  it.each([
    ['*', true],
    ['', false],
    [{ AWS: '*' }, true],
    [{ Service: ['a', 'b'] }, true],
    [{ AWS: ['a', ''] }, false],
    [{ AWS: { AWS: 'a' } }, false],
    [{}, false],
    [['a'], true],
    [[], false],
    [1, false],
    [undefined, false]
  ])('has a principal in each statement, or not: %j', (Principal, holds) => {
    expect(
      verdictOf(statementsHavePrincipals, { Policy: JSON.stringify({ Statement: [{ Principal }] }) })
    ).toBe(holds)
  })

  it('may be as deep as it can be long', () => {
    const Policy = `{"Statement":{"Principal":${'['.repeat(65_000)}${']'.repeat(65_000)}}}`
    expect(verdictOf(statementsHavePrincipals, { Policy })).toBe(false)
  })

  it('need not be there', () => {
    expect(verdictOf(policyIsWellFormed, {})).toBe('does not apply')
    expect(verdictOf(arnsInPolicyAreValid, {})).toBe('does not apply')
  })
})

describe('tags', () => {
  it.each([
    [[], true],
    [['a', 'A', 'b'], true],
    [['my:aws:key', 'aws'], true],
    [['a', 'b', 'a'], false],
    [['aws:a'], false],
    [['a', 'AWS:b'], false]
  ])('are valid, or not: %j', (keys, holds) => {
    const Tags = keys.map((TagKey) => ({ TagKey, TagValue: '' }))
    expect(verdictOf(tagsAreValid, { Tags })).toBe(holds)
  })

  it('need not be there', () => {
    expect(verdictOf(tagsAreValid, {})).toBe(true)
  })
})
