/** What the documents say of grants on KMS keys in custom key stores. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import { GrantId } from '../../src/model/Grant.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  everyState,
  externalKey,
  externalStore,
  withKeys
} from '../fixtures.js'
import { ask as asked, errorOf } from '../protocol/endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const otherId = '66666666-7777-8888-9999-000000000000'
const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`
const request = { KeyId, GranteePrincipal: role('one'), Operations: ['Encrypt', 'Decrypt'] }

const account = withKeys(
  cloudHsmKey(),
  externalKey()
)(accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED')))
const keyWith = (changes: object) => withKeys(cloudHsmKey({ ...changes }))(account)

const ids = Array.from({ length: 200 }, (_, i) => `g${String(i).padStart(3, '0')}`)
const granted = (before: Account, id: string, members: object = {}) =>
  asked(before, 'CreateGrant', { ...request, ...members }, { newGrantId: decoded(GrantId, id) })
const one = granted(account, 'g1').after
const listed = (of: Account, members: object = {}) =>
  asked(of, 'ListGrants', { KeyId, ...members }).body.Grants.map(({ GrantId: id }: { GrantId: string }) => id)

describe('Key states of AWS KMS keys, https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html', () => {
  it('grants are made, listed, revoked and retired in whatever state the store is', () => {
    for (const state of everyState) {
      const { after } = granted(withKeys(cloudHsmKey())(accountWith(cloudHsmStore(state))), 'g1')
      expect(listed(after)).toEqual(['g1'])
      expect(errorOf(after, 'RevokeGrant', { KeyId, GrantId: 'g1' })).toBe('accepted')
      expect(errorOf(after, 'RetireGrant', { KeyId, GrantId: 'g1' })).toBe('accepted')
    }
  })

  it('CreateGrant is refused while the key is disabled or pending deletion, the others are not', () => {
    const grants = one.keys[0]!.Grants!
    const disabled = keyWith({ enabled: false, Grants: grants })
    const pending = keyWith({ DeletionDate: 1_900_000_000, Grants: grants })
    expect(errorOf(disabled, 'CreateGrant', request)).toBe('DisabledException')
    expect(errorOf(pending, 'CreateGrant', request)).toBe('KMSInvalidStateException')
    for (const of of [disabled, pending]) {
      expect(listed(of)).toEqual(['g1'])
      expect(errorOf(of, 'RevokeGrant', { KeyId, GrantId: 'g1' })).toBe('accepted')
      expect(errorOf(of, 'RetireGrant', { KeyId, GrantId: 'g1' })).toBe('accepted')
    }
  })
})

describe('CreateGrant, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html', () => {
  it('makes a new grant with each request without a name', () => {
    const { after } = granted(one, 'g2')
    expect(listed(after)).toEqual(['g1', 'g2'])
  })

  it('makes one grant of the same request with a name, and another of a request that differs', () => {
    const Constraints = { EncryptionContextSubset: { a: '1', b: '2' } }
    const again = { EncryptionContextSubset: { b: '2', a: '1' } }
    const first = granted(account, 'g1', { Name: 'mine', Constraints })
    const second = granted(first.after, 'g2', { Name: 'mine', Constraints: again })
    expect(second.body.GrantId).toBe('g1')
    expect(second.after).toEqual(first.after)
    expect(granted(first.after, 'g2', { Name: 'mine' }).body.GrantId).toBe('g2')
    expect(granted(first.after, 'g2', { Name: 'other', Constraints }).body.GrantId).toBe('g2')
  })

  it('returns another token with every request, even of the same grant, and all of them can be used', () => {
    const first = granted(account, 'g:1', { Name: 'mine' })
    const second = granted(first.after, 'g:2', { Name: 'mine' })
    const third = granted(second.after, 'g:3', { Name: 'mine' })
    const answers = [first, second, third].map(({ body }) => body)
    expect(answers.map(({ GrantId: id }) => id)).toEqual(['g:1', 'g:1', 'g:1'])
    const tokens = answers.map(({ GrantToken }) => GrantToken)
    expect(new Set(tokens).size).toBe(3)
    for (const GrantToken of tokens) {
      const { after } = asked(third.after, 'RetireGrant', { GrantToken })
      expect(listed(after)).toEqual([])
    }
  })

  it('answers ValidationException where the key does not support what the grant permits', () => {
    for (const name of ['Sign', 'Verify', 'GetPublicKey', 'GenerateMac', 'VerifyMac', 'DeriveSharedSecret']) {
      expect(errorOf(account, 'CreateGrant', { ...request, Operations: ['Encrypt', name] })).toBe(
        'ValidationException'
      )
    }
    const all = ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'DescribeKey']
    const more = ['GenerateDataKeyWithoutPlaintext', 'CreateGrant', 'RetireGrant']
    expect(errorOf(account, 'CreateGrant', { ...request, Operations: [...all, ...more] })).toBe('accepted')
    expect(errorOf(account, 'CreateGrant', { ...request, Operations: ['ScheduleKeyDeletion'] })).toBe(
      'ValidationException'
    )
  })

  it('answers DryRunOperationException to a dry run, once all else is well', () => {
    expect(errorOf(account, 'CreateGrant', { ...request, DryRun: true })).toBe('DryRunOperationException')
    expect(errorOf(account, 'CreateGrant', { ...request, KeyId: 'none', DryRun: true })).toBe(
      'NotFoundException'
    )
  })
})

describe('Resource quotas, https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html', () => {
  it('a key has at most 50,000 grants', () => {
    const grant = one.keys[0]!.Grants![0]!
    const full = keyWith({ Grants: Array.from({ length: 50_000 }, () => grant) })
    expect(errorOf(full, 'CreateGrant', request)).toBe('LimitExceededException')
    expect(errorOf(full, 'CreateGrant', request, { grantQuota: 50_001 })).toBe('accepted')
  })
})

describe('ListGrants, https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html', () => {
  it('shows the grant with the ARN of the key, and the account that made it', () => {
    const { after } = granted(account, 'g1', { Name: 'mine', RetiringPrincipal: role('two') })
    expect(asked(after, 'ListGrants', { KeyId: Arn }).body).toEqual({
      Grants: [
        {
          KeyId: Arn,
          GrantId: 'g1',
          Name: 'mine',
          CreationDate: 1_800_000_000,
          GranteePrincipal: role('one'),
          RetiringPrincipal: role('two'),
          IssuingAccount: 'arn:aws:iam::111122223333:root',
          Operations: ['Encrypt', 'Decrypt']
        }
      ],
      Truncated: false
    })
  })

  it('shows those with an id or a grantee principal', () => {
    const { after } = granted(one, 'g2', { GranteePrincipal: role('two') })
    expect(listed(after, { GrantId: 'g2' })).toEqual(['g2'])
    expect(listed(after, { GranteePrincipal: role('one') })).toEqual(['g1'])
    expect(listed(after, { GranteePrincipal: role('one'), GrantId: 'g2' })).toEqual([])
  })

  it.each([
    [undefined, 50],
    [7, 7],
    [1000, 100]
  ])('goes through all grants by pages: Limit %s', (Limit, longest) => {
    const full = ids.reduce((before, id) => granted(before, id).after, account)
    const seen: Array<string> = []
    let Marker: string | undefined
    do {
      const { body } = asked(full, 'ListGrants', { KeyId, Limit, Marker })
      seen.push(...body.Grants.map(({ GrantId: id }: { GrantId: string }) => id))
      expect(body.Grants.length).toBeLessThanOrEqual(longest)
      expect(body.Truncated).toBe(body.NextMarker !== undefined)
      if (body.Truncated) expect(body.Grants).toHaveLength(longest)
      Marker = body.NextMarker
    } while (Marker !== undefined)
    expect(seen).toEqual(ids)
  })

  it('answers InvalidMarkerException to a marker of another form', () => {
    expect(errorOf(one, 'ListGrants', { KeyId, Marker: 'g1' })).toBe('InvalidMarkerException')
  })
})

it('a key that never had a grant has none in the list, and one with a short id is listed', () => {
  expect(listed(account)).toEqual([])
  expect(listed(granted(account, '0').after)).toEqual(['0'])
})

describe('RevokeGrant, https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html', () => {
  it('deletes the grant of the key, and of no other key', () => {
    const { body, after } = asked(one, 'RevokeGrant', { KeyId, GrantId: 'g1' })
    expect([body, listed(after)]).toEqual([{}, []])
    expect(errorOf(one, 'RevokeGrant', { KeyId: otherId, GrantId: 'g1' })).toBe('NotFoundException')
    expect(errorOf(one, 'RevokeGrant', { KeyId, GrantId: 'g1', DryRun: true })).toBe(
      'DryRunOperationException'
    )
  })
})

describe('RetireGrant, https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html', () => {
  it('deletes the grant that the token names', () => {
    const { body, after } = granted(account, 'g1')
    const retired = asked(after, 'RetireGrant', { GrantToken: body.GrantToken })
    expect([retired.body, listed(retired.after)]).toEqual([{}, []])
    expect(errorOf(retired.after, 'RetireGrant', { GrantToken: body.GrantToken })).toBe('NotFoundException')
  })

  it('deletes the grant with an id on a key, and on no other key', () => {
    expect(listed(asked(one, 'RetireGrant', { KeyId: Arn, GrantId: 'g1' }).after)).toEqual([])
    expect(errorOf(one, 'RetireGrant', { KeyId: otherId, GrantId: 'g1' })).toBe('NotFoundException')
    expect(errorOf(one, 'RetireGrant', { KeyId: 'none', GrantId: 'g1' })).toBe('NotFoundException')
  })

  it.each([
    ['RevokeGrant', { KeyId, GrantId: 'g2' }],
    ['RetireGrant', { KeyId: Arn, GrantId: 'g2' }],
    ['RetireGrant', { GrantToken: granted(account, 'g2').body.GrantToken }]
  ])('and RevokeGrant leave the other grants of the key: %s %o', (name, named) => {
    const three = ['one', 'two', 'three'].reduce(
      (before, who, i) => granted(before, `g${String(i + 1)}`, { GranteePrincipal: role(who) }).after,
      account
    )
    expect(listed(three)).toEqual(['g1', 'g2', 'g3'])
    expect(listed(asked(three, name, named).after)).toEqual(['g1', 'g3'])
  })

  it('answers InvalidGrantTokenException to what is no grant token', () => {
    expect(errorOf(one, 'RetireGrant', { GrantToken: 'g1' })).toBe('InvalidGrantTokenException')
  })
})

describe('ListRetirableGrants, https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html', () => {
  it('shows the grants on all keys that a principal may retire', () => {
    const RetiringPrincipal = role('two')
    const first = granted(one, 'g3', { RetiringPrincipal }).after
    const both = granted(first, 'g2', { RetiringPrincipal, KeyId: otherId }).after
    const { Grants } = asked(both, 'ListRetirableGrants', { RetiringPrincipal }).body
    expect(Grants.map((grant: { GrantId: string; KeyId: string }) => [grant.GrantId, grant.KeyId])).toEqual([
      ['g2', externalKey().Arn],
      ['g3', Arn]
    ])
    expect(asked(both, 'ListRetirableGrants', { RetiringPrincipal: role('one') }).body.Grants).toEqual([])
    expect(errorOf(both, 'ListRetirableGrants', { RetiringPrincipal, Marker: 'g1' })).toBe(
      'InvalidMarkerException'
    )
  })
})
