/** What the documents say of aliases of KMS keys in custom key stores. Written by hand. */
import { describe, expect, it } from 'vitest'
import { withoutExpiredKeys } from '../../src/account/process.js'
import { Alias } from '../../src/model/Alias.js'
import type { Account } from '../../src/model/Account.js'
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
import { ask, cryptography, errorOf } from '../protocol/endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const otherId = '66666666-7777-8888-9999-000000000000'
const arn = (resource: string) => `arn:aws:kms:eu-central-1:111122223333:${resource}`
const created = 1_800_000_000

const account = withKeys(
  cloudHsmKey(),
  externalKey()
)(accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED')))
const pending = withKeys(cloudHsmKey({ DeletionDate: 1_900_000_000 }), externalKey())(account)

const named = (AliasName: string, TargetKeyId = KeyId, before: Account = account) =>
  ask(before, 'CreateAlias', { AliasName, TargetKeyId }).after
const one = named('alias/one')
const listed = (of: Account, request: object = {}) =>
  ask(of, 'ListAliases', request).body.Aliases.map(
    ({ AliasName, TargetKeyId }: { AliasName: string; TargetKeyId: string }) => [AliasName, TargetKeyId]
  )

describe('Key states of AWS KMS keys, https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html', () => {
  it('aliases are created, updated, deleted and listed in whatever state the store is', () => {
    for (const state of everyState) {
      const before = withKeys(cloudHsmKey())(accountWith(cloudHsmStore(state)))
      const after = named('alias/one', KeyId, before)
      expect(listed(after)).toEqual([['alias/one', KeyId]])
      expect(errorOf(after, 'UpdateAlias', { AliasName: 'alias/one', TargetKeyId: KeyId })).toBe('accepted')
      expect(errorOf(after, 'DeleteAlias', { AliasName: 'alias/one' })).toBe('accepted')
    }
  })

  it('a key pending deletion gets no alias, and loses one to another key', () => {
    const gone = { ...pending, aliases: one.aliases! }
    const request = { AliasName: 'alias/two', TargetKeyId: KeyId }
    expect(errorOf(pending, 'CreateAlias', request)).toBe('KMSInvalidStateException')
    expect(errorOf(gone, 'UpdateAlias', { AliasName: 'alias/one', TargetKeyId: KeyId })).toBe(
      'KMSInvalidStateException'
    )
    expect(errorOf(gone, 'UpdateAlias', { AliasName: 'alias/one', TargetKeyId: otherId })).toBe('accepted')
    expect(errorOf(gone, 'DeleteAlias', { AliasName: 'alias/one' })).toBe('accepted')
    expect(errorOf(gone, 'ListAliases', { KeyId })).toBe('accepted')
  })
})

describe('CreateAlias, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html', () => {
  it('answers nothing; the key by its id or ARN; a key can have several', () => {
    expect(ask(account, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId }).body).toEqual({})
    expect(listed(named('alias/b', arn(`key/${KeyId}`), named('alias/a')))).toEqual([
      ['alias/a', KeyId],
      ['alias/b', KeyId]
    ])
  })

  it('answers AlreadyExistsException to a name that is taken, by whichever key', () => {
    for (const TargetKeyId of [KeyId, otherId]) {
      expect(errorOf(one, 'CreateAlias', { AliasName: 'alias/one', TargetKeyId })).toBe(
        'AlreadyExistsException'
      )
    }
    expect(errorOf(one, 'CreateAlias', { AliasName: 'alias/One', TargetKeyId: KeyId })).toBe('accepted')
  })

  it('answers NotFoundException where there is no such key, and ValidationException to other characters', () => {
    expect(errorOf(account, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: 'none' })).toBe(
      'NotFoundException'
    )
    expect(errorOf(account, 'CreateAlias', { AliasName: 'alias/a b', TargetKeyId: KeyId })).toBe(
      'ValidationException'
    )
  })
})

describe('Resource quotas, https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html', () => {
  const full = Array.from({ length: 50 }, (_, i) => `alias/${String(i)}`).reduce(
    (before, name) => named(name, KeyId, before),
    named('alias/other', otherId)
  )

  it('a key has at most 50 aliases', () => {
    expect(errorOf(full, 'CreateAlias', { AliasName: 'alias/new', TargetKeyId: KeyId })).toBe(
      'LimitExceededException'
    )
    expect(errorOf(full, 'UpdateAlias', { AliasName: 'alias/other', TargetKeyId: KeyId })).toBe(
      'LimitExceededException'
    )
    expect(errorOf(full, 'UpdateAlias', { AliasName: 'alias/1', TargetKeyId: KeyId })).toBe('accepted')
    expect(errorOf(full, 'CreateAlias', { AliasName: 'alias/new', TargetKeyId: otherId })).toBe('accepted')
  })
})

describe('UpdateAlias, https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html', () => {
  it('lets the alias name the other key only', () => {
    const { body, after } = ask(one, 'UpdateAlias', { AliasName: 'alias/one', TargetKeyId: otherId })
    expect(body).toEqual({})
    expect(listed(after)).toEqual([['alias/one', otherId]])
  })

  it('answers NotFoundException where there is no such alias, or no such key', () => {
    expect(errorOf(one, 'UpdateAlias', { AliasName: 'alias/two', TargetKeyId: KeyId })).toBe(
      'NotFoundException'
    )
    expect(errorOf(one, 'UpdateAlias', { AliasName: 'alias/one', TargetKeyId: 'none' })).toBe(
      'NotFoundException'
    )
  })
})

describe('DeleteAlias, https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html', () => {
  it('removes the alias and leaves the key; NotFoundException answers where there is none', () => {
    const { body, after } = ask(one, 'DeleteAlias', { AliasName: 'alias/one' })
    expect([body, after.aliases, after.keys]).toEqual([{}, [], account.keys])
    expect(errorOf(after, 'DeleteAlias', { AliasName: 'alias/one' })).toBe('NotFoundException')
  })
})

describe('ListAliases, https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html', () => {
  it('shows ARNs and dates', () => {
    expect(ask(account, 'ListAliases', {}).body).toEqual({ Aliases: [], Truncated: false })
    const { after } = ask(
      one,
      'UpdateAlias',
      { AliasName: 'alias/one', TargetKeyId: otherId },
      { now: 1.9e9 }
    )
    expect(ask(after, 'ListAliases', {}).body).toEqual({
      Aliases: [
        {
          AliasName: 'alias/one',
          AliasArn: arn('alias/one'),
          TargetKeyId: otherId,
          CreationDate: created,
          LastUpdatedDate: 1_900_000_000
        }
      ],
      Truncated: false
    })
  })

  it('shows those of one key, by its id or ARN, and answers NotFoundException to another', () => {
    const both = named('alias/two', otherId, one)
    expect(listed(both, { KeyId: otherId })).toEqual([['alias/two', otherId]])
    expect(listed(both, { KeyId: arn(`key/${KeyId}`) })).toEqual([['alias/one', KeyId]])
    expect(errorOf(both, 'ListAliases', { KeyId: 'none' })).toBe('NotFoundException')
  })

  it.each([
    [undefined, 50],
    [7, 7],
    [1000, 100]
  ])('goes through all aliases by pages: Limit %s', (Limit, longest) => {
    const names = Array.from({ length: 120 }, (_, i) => `alias/${String(i).padStart(3, '0')}`)
    const aliases = names.map((AliasName) => decoded(Alias, { ...one.aliases![0], AliasName }))
    const seen: Array<string> = []
    let Marker: string | undefined
    do {
      const { body } = ask({ ...account, aliases }, 'ListAliases', { Limit, Marker })
      seen.push(...body.Aliases.map(({ AliasName }: { AliasName: string }) => AliasName))
      expect(body.Aliases.length).toBe(body.Truncated ? longest : 120 % longest)
      expect(body.Truncated).toBe(body.NextMarker !== undefined)
      Marker = body.NextMarker
    } while (Marker !== undefined)
    expect(seen).toEqual(names)
  })

  it('goes through those of one key by pages, in the order of their names', () => {
    const aliases = ['c', 'a', 'd', 'b'].map((last) =>
      decoded(Alias, { ...one.aliases![0], AliasName: `alias/${last}` })
    )
    const after = (Marker?: string): ReadonlyArray<string> => {
      const { body } = ask({ ...account, aliases }, 'ListAliases', { KeyId, Limit: 1, Marker })
      const names = body.Aliases.map(({ AliasName }: { AliasName: string }) => AliasName)
      return body.Truncated ? [...names, ...after(body.NextMarker)] : names
    }
    expect(after()).toEqual(['alias/a', 'alias/b', 'alias/c', 'alias/d'])
  })

  it('answers InvalidMarkerException to a marker of another form', () => {
    expect(errorOf(one, 'ListAliases', { Marker: 'one' })).toBe('InvalidMarkerException')
  })
})

describe('ScheduleKeyDeletion, https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html', () => {
  it('a key that is deleted takes its aliases with it', () => {
    const before = { ...pending, aliases: named('alias/two', otherId, one).aliases! }
    expect(listed(withoutExpiredKeys(1_899_999_999)(before))).toHaveLength(2)
    expect(listed(withoutExpiredKeys(1_900_000_000)(before))).toEqual([['alias/two', otherId]])
  })
})

describe('an alias as KeyId', () => {
  const CiphertextBlob = cryptography.encrypt(arn(`key/${KeyId}`), 'AAAA', {})

  it.each([
    ['DescribeKey', (KeyId: string) => ({ KeyId })],
    ['Encrypt', (KeyId: string) => ({ KeyId, Plaintext: 'AAAA' })],
    ['Decrypt', (KeyId: string) => ({ KeyId, CiphertextBlob })],
    ['ReEncrypt', (KeyId: string) => ({ SourceKeyId: KeyId, DestinationKeyId: KeyId, CiphertextBlob })],
    ['GenerateDataKey', (KeyId: string) => ({ KeyId, KeySpec: 'AES_256' })],
    ['GenerateDataKeyWithoutPlaintext', (KeyId: string) => ({ KeyId, KeySpec: 'AES_256' })]
  ] as const)('%s takes its name and its ARN', (operation, request) => {
    for (const name of ['alias/one', arn('alias/one')]) {
      expect(errorOf(one, operation, request(name))).toBe('accepted')
      expect(ask(one, operation, request(name)).body).toEqual(ask(one, operation, request(KeyId)).body)
    }
    for (const name of ['alias/two', arn('alias/two'), 'one']) {
      expect(errorOf(one, operation, request(name))).toBe('NotFoundException')
    }
  })

  it.each([
    ['EnableKey', {}],
    ['DisableKey', {}],
    ['ScheduleKeyDeletion', {}],
    ['CancelKeyDeletion', {}],
    ['UpdateKeyDescription', { Description: '' }],
    ['TagResource', { Tags: [] }],
    ['UntagResource', { TagKeys: [] }],
    ['ListResourceTags', {}],
    ['ListAliases', {}]
  ] as const)('%s does not take it', (operation, members) => {
    for (const name of ['alias/one', arn('alias/one')]) {
      expect(errorOf(one, operation, { KeyId: name, ...members })).toBe('NotFoundException')
    }
  })
})
