import { describe, expect, it } from 'vitest'
import {
  Account,
  emptyAccount,
  keyArn,
  keysOf,
  keyWithId,
  keyWithIdOrAlias,
  storeWithId,
  withAlias,
  withKey,
  withNewStore,
  withoutStore,
  withStore
} from '../../src/model/Account.js'
import { AliasName } from '../../src/model/Alias.js'
import {
  accountId,
  accountWith,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  externalKey,
  externalStore,
  newKeyId,
  unknownId,
  withKeys
} from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

const hsm = cloudHsmStore('CONNECTED')
const external = externalStore('FAILED')
const full = withKeys(cloudHsmKey(), externalKey())(accountWith(hsm, external))

describe('an account', () => {
  it('is empty at first', () => {
    expect(emptyAccount(accountId, 'us-east-1')).toEqual({
      AccountId: '111122223333',
      Region: 'us-east-1',
      stores: [],
      keys: []
    })
  })

  it('is the same after it is written and read', () => {
    expect(decoded(Account, JSON.parse(JSON.stringify(Account.encode(full))))).toEqual(full)
  })

  it('is read as it was stored before keys had tags, policies and grants, and accounts aliases', () => {
    const { AccountId, Region, stores, keys } = full
    const stored: unknown = JSON.parse(JSON.stringify({ AccountId, Region, stores, keys }))
    expect(decoded(Account, stored)).toStrictEqual({ AccountId, Region, stores, keys })
  })

  it('is read with all that belongs to a key', () => {
    const belongings = {
      Tags: [{ TagKey: 'a', TagValue: '' }],
      Policy: '{}',
      Grants: [{ GrantId: '1', GranteePrincipal: 'arn', Operations: ['Encrypt'], CreationDate: 1 }]
    }
    const aliases = [{ AliasName: 'alias/a', TargetKeyId: 'key', CreationDate: 1, LastUpdatedDate: 2 }]
    const stored = { ...full, keys: [{ ...cloudHsmKey(), ...belongings }], aliases }
    expect(decoded(Account, JSON.parse(JSON.stringify(stored)))).toStrictEqual(stored)
    expect(pathsOf(Account, { ...stored, aliases: [{ ...aliases[0], AliasName: 1 }] })).toEqual([
      'aliases.0.AliasName'
    ])
  })

  it.each([
    [{ ...full, AccountId: 111122223333 }, ['AccountId']],
    [{ ...full, Region: null }, ['Region']],
    [{ ...full, stores: [hsm, { ...external, attempt: '3' }] }, ['stores.1.attempt']],
    [{ ...full, keys: [{ ...cloudHsmKey(), CreationDate: null }] }, ['keys.0.CreationDate']],
    [{ AccountId: accountId }, ['Region', 'stores', 'keys']],
    [[full], ['']]
  ])('is refused where it is at fault: %#', (account, paths) => {
    expect(pathsOf(Account, account)).toEqual(paths)
  })

  it('finds a store by its id', () => {
    expect(storeWithId(full, cloudHsmId)).toBe(hsm)
    expect(storeWithId(full, unknownId)).toBeUndefined()
  })

  it('finds the keys of a store', () => {
    expect(keysOf(full, hsm)).toEqual([cloudHsmKey()])
    expect(keysOf(full, external)).toEqual([externalKey()])
    expect(keysOf(accountWith(hsm), hsm)).toEqual([])
  })

  it('finds a key by its id or its ARN', () => {
    expect(keyWithId(full, '66666666-7777-8888-9999-000000000000')).toEqual(externalKey())
    expect(keyWithId(full, externalKey().Arn)).toEqual(externalKey())
    expect(keyWithId(full, '66666666')).toBeUndefined()
    expect(keyWithId(full, '')).toBeUndefined()
  })

  it('gives the name of a key among all of AWS', () => {
    expect(keyArn(full, newKeyId)).toBe(
      'arn:aws:kms:eu-central-1:111122223333:key/99999999-9999-9999-9999-999999999999'
    )
  })

  it('takes a new store, but none that it has', () => {
    expect(withNewStore(accountWith(hsm), external).stores).toEqual([hsm, external])
    expect(withNewStore(full, hsm)).toBe(full)
  })

  it('loses a store, and nothing else', () => {
    expect(withoutStore(full, hsm)).toEqual({ ...full, stores: [external] })
  })

  it('changes a store or a key in its place', () => {
    const failed = cloudHsmStore('FAILED')
    expect(withStore(full, failed)).toEqual({ ...full, stores: [failed, external] })
    const disabled = externalKey({ enabled: false })
    expect(withKey(full, disabled)).toEqual({ ...full, keys: [cloudHsmKey(), disabled] })
  })
})

describe('a key of an account by an alias', () => {
  const key = cloudHsmKey()
  const named = withAlias(full, {
    AliasName: decoded(AliasName, 'alias/one'),
    TargetKeyId: key.KeyId,
    CreationDate: 1,
    LastUpdatedDate: 1
  })

  it.each(['alias/one', 'arn:aws:kms:eu-central-1:111122223333:alias/one', key.KeyId, key.Arn])(
    'is found by %s',
    (id) => {
      expect(keyWithIdOrAlias(named, id)).toEqual(key)
    }
  )

  it.each([
    'one',
    'alias/on',
    'alias/one/',
    'x-alias/one',
    'arn:aws:kms:us-east-1:111122223333:alias/one',
    'arn:aws:kms:eu-central-1:444455556666:alias/one',
    `alias/${key.KeyId}`
  ])('is not found by %s', (id) => {
    expect(keyWithIdOrAlias(named, id)).toBeUndefined()
  })
})
