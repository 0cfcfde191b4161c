/** What the documents say of descriptions, tags and policies of KMS keys in custom key stores. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import { accountWith, cloudHsmKey, cloudHsmStore, everyState, externalStore, withKeys } from '../fixtures.js'
import { ask, errorOf } from '../protocol/endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`
const account = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
const pending = withKeys(cloudHsmKey({ DeletionDate: 1_900_000_000 }))(account)
const inState = (state: (typeof everyState)[number]): Account =>
  withKeys(cloudHsmKey())(accountWith(cloudHsmStore(state)))

const tag = (TagKey: string, TagValue = '') => ({ TagKey, TagValue })
const many = (count: number, first = 'k') =>
  Array.from({ length: count }, (_, i) => tag(`${first}${String(i).padStart(2, '0')}`))
const tagged = (Tags: ReadonlyArray<object>, before = account) =>
  ask(before, 'TagResource', { KeyId, Tags }).after
const tagsOf = (of: Account) => ask(of, 'ListResourceTags', { KeyId }).body.Tags

const requests = {
  UpdateKeyDescription: { KeyId, Description: 'new' },
  TagResource: { KeyId, Tags: [tag('a')] },
  UntagResource: { KeyId, TagKeys: ['a'] },
  ListResourceTags: { KeyId },
  GetKeyPolicy: { KeyId },
  PutKeyPolicy: { KeyId, Policy: '{}' },
  ListKeyPolicies: { KeyId }
} as const

describe('Key states of AWS KMS keys, https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html', () => {
  it.each(Object.entries(requests))('%s works in whatever state the store is', (operation, request) => {
    for (const state of everyState) expect(errorOf(inState(state), operation, request)).toBe('accepted')
  })

  it.each([
    ['UpdateKeyDescription', 'KMSInvalidStateException'],
    ['TagResource', 'KMSInvalidStateException'],
    ['UntagResource', 'KMSInvalidStateException'],
    ['ListResourceTags', 'accepted'],
    ['GetKeyPolicy', 'accepted'],
    ['PutKeyPolicy', 'accepted'],
    ['ListKeyPolicies', 'accepted']
  ] as const)('%s on a key pending deletion: %s', (operation, verdict) => {
    expect(errorOf(pending, operation, requests[operation])).toBe(verdict)
  })
})

describe('UpdateKeyDescription, https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html', () => {
  it('replaces the description, which DescribeKey shows; by id or ARN of the key', () => {
    for (const name of [KeyId, Arn]) {
      const { body, after } = ask(account, 'UpdateKeyDescription', { KeyId: name, Description: 'new' })
      expect(body).toEqual({})
      expect(ask(after, 'DescribeKey', { KeyId }).body.KeyMetadata.Description).toBe('new')
    }
    const { after } = ask(account, 'UpdateKeyDescription', { KeyId, Description: '' })
    expect(ask(after, 'DescribeKey', { KeyId }).body.KeyMetadata.Description).toBe('')
  })

  it('answers NotFoundException where there is no such key', () => {
    expect(errorOf(account, 'UpdateKeyDescription', { KeyId: 'other', Description: '' })).toBe(
      'NotFoundException'
    )
  })

  it('needs a description of at most 8192 characters', () => {
    expect(errorOf(account, 'UpdateKeyDescription', { KeyId })).toBe('ValidationException')
    expect(errorOf(account, 'UpdateKeyDescription', { KeyId, Description: 'x'.repeat(8193) })).toBe(
      'ValidationException'
    )
  })
})

describe('TagResource, https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html', () => {
  it('adds tags, and replaces the value of a tag with the same tag key; keys differ by case', () => {
    const once = tagged([tag('Purpose', 'Test'), tag('Owner', 'me')])
    const twice = tagged([tag('Purpose', 'Real'), tag('purpose', 'small')], once)
    expect(tagsOf(twice)).toEqual([tag('Owner', 'me'), tag('Purpose', 'Real'), tag('purpose', 'small')])
  })

  it('refuses tags that are not valid with TagException', () => {
    expect(errorOf(account, 'TagResource', { KeyId, Tags: [tag('aws:a')] })).toBe('TagException')
    expect(errorOf(account, 'TagResource', { KeyId, Tags: [tag('a'), tag('a', 'b')] })).toBe('TagException')
  })

  it('answers KMSInternalException when KMS fails, and lists no DependencyTimeoutException', () => {
    const failing = (failure: 'KMSInternalException' | 'DependencyTimeoutException') =>
      errorOf(account, 'TagResource', { KeyId, Tags: [] }, { failure })
    expect(failing('KMSInternalException')).toBe('KMSInternalException')
    expect(failing('DependencyTimeoutException')).toBe('accepted')
  })
})

describe('UntagResource, https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html', () => {
  it('removes the tags with the tag keys, and says nothing of those that are not there', () => {
    const { body, after } = ask(tagged([tag('a'), tag('b')]), 'UntagResource', { KeyId, TagKeys: ['a', 'c'] })
    expect(body).toEqual({})
    expect(tagsOf(after)).toEqual([tag('b')])
    expect(errorOf(account, 'UntagResource', { KeyId, TagKeys: ['a'] })).toBe('accepted')
  })
})

describe('ListResourceTags, https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html', () => {
  it('lists no tags of a key without any, and those with which a key was created', () => {
    expect(ask(account, 'ListResourceTags', { KeyId }).body).toEqual({ Tags: [], Truncated: false })
    const request = {
      CustomKeyStoreId: cloudHsmStore('CONNECTED').CustomKeyStoreId,
      Origin: 'AWS_CLOUDHSM',
      Tags: [tag('Purpose', 'Test')]
    }
    const made = ask(accountWith(cloudHsmStore('CONNECTED')), 'CreateKey', request)
    expect(ask(made.after, 'ListResourceTags', { KeyId: made.body.KeyMetadata.KeyId }).body.Tags).toEqual(
      request.Tags
    )
  })

  it.each([
    [undefined, 50],
    [7, 7]
  ])('goes through all tags by pages: Limit %s', (Limit, longest) => {
    const full = tagged(many(50))
    const keys: Array<string> = []
    let Marker: string | undefined
    do {
      const { Tags, Truncated, NextMarker } = ask(full, 'ListResourceTags', { KeyId, Limit, Marker }).body
      keys.push(...Tags.map(({ TagKey }: { TagKey: string }) => TagKey))
      expect(Tags.length).toBeLessThanOrEqual(longest)
      expect(Truncated).toBe(NextMarker !== undefined)
      Marker = NextMarker
    } while (Marker !== undefined)
    expect(keys).toEqual(many(50).map(({ TagKey }) => TagKey))
  })

  it('answers InvalidMarkerException to a marker of another form', () => {
    for (const Marker of ['a', '0', '01', '-1', '1000', 'k00']) {
      expect(errorOf(account, 'ListResourceTags', { KeyId, Marker })).toBe('InvalidMarkerException')
    }
  })
})

describe('GetKeyPolicy, https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html', () => {
  it('shows the policy with which the key was created, and its name', () => {
    const Policy = '{ "Statement": [] }'
    const CustomKeyStoreId = cloudHsmStore('CONNECTED').CustomKeyStoreId
    const made = ask(account, 'CreateKey', { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM', Policy })
    const { KeyId: id } = made.body.KeyMetadata
    for (const request of [{ KeyId: id }, { KeyId: id, PolicyName: 'default' }]) {
      expect(ask(made.after, 'GetKeyPolicy', request).body).toEqual({ Policy, PolicyName: 'default' })
    }
  })
})

describe('Default key policy, https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html', () => {
  it('lets the account do everything with the key', () => {
    const { Policy } = ask(account, 'GetKeyPolicy', { KeyId }).body
    expect(JSON.parse(Policy)).toEqual({
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [
        {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*'
        }
      ]
    })
  })
})

describe('PutKeyPolicy, https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html', () => {
  const put = (Policy: string) => errorOf(account, 'PutKeyPolicy', { KeyId, Policy })

  it('replaces the policy, which is shown as it was given', () => {
    const Policy = '{"Version":"2012-10-17", "Statement":[]}'
    const { body, after } = ask(account, 'PutKeyPolicy', { KeyId, Policy })
    expect(body).toEqual({})
    expect(ask(after, 'GetKeyPolicy', { KeyId }).body.Policy).toBe(Policy)
  })

  it('refuses a policy that is not well formed, an ARN that is not valid, and other characters', () => {
    expect(put('no JSON')).toBe('MalformedPolicyDocumentException')
    expect(put('{"Statement":[{"Principal":{"AWS":"arn:aws"}}]}')).toBe('InvalidArnException')
    expect(put('{"Id":"\u0100"}')).toBe('ValidationException')
    expect(put('')).toBe('ValidationException')
  })

  it('refuses one of more than 32 KB with LimitExceededException, as the quotas say', () => {
    const ofSize = (size: number) => `{"Id":"${'x'.repeat(size - 9)}"}`
    expect(put(ofSize(32_768))).toBe('accepted')
    expect(put(ofSize(32_769))).toBe('LimitExceededException')
  })

  it('refuses one that is longer than the page allows with LimitExceededException too', () => {
    expect(put('x'.repeat(131_073))).toBe('LimitExceededException')
  })

  it.each(['{"Effect":"Allow"}', '{"Principal":""}', '{"Principal":{"AWS":[]}}', '{"Principal":null}'])(
    'refuses the statement %s, which names no principal',
    (statement) => {
      expect(put(`{"Statement":[${statement}]}`)).toBe('MalformedPolicyDocumentException')
    }
  )
})

describe('ListKeyPolicies, https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html', () => {
  it('lists the one name that there is', () => {
    expect(ask(account, 'ListKeyPolicies', { KeyId, Limit: 1 }).body).toEqual({
      PolicyNames: ['default'],
      Truncated: false
    })
    expect(errorOf(account, 'ListKeyPolicies', { KeyId: 'none' })).toBe('NotFoundException')
  })
})

describe('CreateKey, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html', () => {
  it('gives a key of an external key store the tags and the policy of the request', () => {
    const store = externalStore('CONNECTED')
    const given = { Tags: [tag('a', 'b')], Policy: '{ "Statement": [] }' }
    const external = {
      CustomKeyStoreId: store.CustomKeyStoreId,
      Origin: 'EXTERNAL_KEY_STORE',
      XksKeyId: 'key-1'
    }
    const { body, after } = ask(accountWith(store), 'CreateKey', { ...external, ...given })
    const { KeyId: id } = body.KeyMetadata
    expect(ask(after, 'ListResourceTags', { KeyId: id }).body.Tags).toEqual(given.Tags)
    expect(ask(after, 'GetKeyPolicy', { KeyId: id }).body.Policy).toBe(given.Policy)
  })
})
