/** The operations on keys through the protocol. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import {
  accountWith,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  externalKey,
  externalStore,
  withKeys
} from '../fixtures.js'
import { ask, errorOf } from './endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`
const otherId = '66666666-7777-8888-9999-000000000000'

const holding = (...keys: ReadonlyArray<ReturnType<typeof cloudHsmKey>>): Account =>
  withKeys(...keys, externalKey())(accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED')))
const account = holding(cloudHsmKey())
const disabled = holding(cloudHsmKey({ enabled: false }))
const pending = holding(cloudHsmKey({ DeletionDate: 1_800_500_000 }))
const unavailable = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('DISCONNECTED')))

const stateOf = (after: Account): string => ask(after, 'DescribeKey', { KeyId }).body.KeyMetadata.KeyState

describe('DescribeKey', () => {
  it('shows a key by its id and by its ARN', () => {
    const { status, body, after } = ask(account, 'DescribeKey', { KeyId, GrantTokens: ['a'] })
    expect(status).toBe(200)
    expect(body).toEqual({
      KeyMetadata: {
        AWSAccountId: '111122223333',
        KeyId,
        Arn,
        CreationDate: 1_700_001_000,
        Enabled: true,
        Description: 'made in a cluster',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId: cloudHsmId,
        CloudHsmClusterId: 'cluster-abcdefghijk',
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        MultiRegion: false
      }
    })
    expect(after).toBe(account)
    expect(ask(account, 'DescribeKey', { KeyId: Arn }).body).toEqual(body)
  })

  it('shows when a key is to be deleted, in seconds, and that a key of a store that is not connected is unavailable', () => {
    expect(ask(pending, 'DescribeKey', { KeyId }).body.KeyMetadata).toMatchObject({
      KeyState: 'PendingDeletion',
      DeletionDate: 1_800_500_000,
      Enabled: false
    })
    expect(stateOf(unavailable)).toBe('Unavailable')
  })

  it('finds no other key, and no alias', () => {
    expect(errorOf(account, 'DescribeKey', { KeyId: 'key' })).toBe('NotFoundException')
    expect(errorOf(account, 'DescribeKey', { KeyId: 'alias/key' })).toBe('NotFoundException')
    expect(errorOf(account, 'DescribeKey', {})).toBe('ValidationException')
    expect(errorOf(account, 'DescribeKey', { KeyId: '' })).toBe('ValidationException')
    expect(errorOf(account, 'DescribeKey', { KeyId: 'a'.repeat(2048) })).toBe('NotFoundException')
    expect(errorOf(account, 'DescribeKey', { KeyId: 'a'.repeat(2049) })).toBe('ValidationException')
  })

  it('fails with KMS itself', () => {
    expect(errorOf(account, 'DescribeKey', { KeyId }, { failure: 'KMSInternalException' })).toBe(
      'KMSInternalException'
    )
    expect(errorOf(account, 'DescribeKey', { KeyId }, { failure: 'DependencyTimeoutException' })).toBe(
      'DependencyTimeoutException'
    )
  })
})

describe('ListKeys', () => {
  it('shows ids and ARNs, by id', () => {
    expect(ask({ ...account, keys: [...account.keys].reverse() }, 'ListKeys', {}).body).toEqual({
      Keys: [
        { KeyId, KeyArn: Arn },
        { KeyId: otherId, KeyArn: `arn:aws:kms:eu-central-1:111122223333:key/${otherId}` }
      ],
      Truncated: false
    })
    expect(ask(accountWith(), 'ListKeys', {}).body).toEqual({ Keys: [], Truncated: false })
  })

  const many: Account = {
    ...account,
    keys: Array.from({ length: 250 }, (_, i) => {
      const id = `key-${String(i).padStart(3, '0')}`
      return cloudHsmKey({ KeyId: id, Arn: `arn:aws:kms:eu-central-1:111122223333:key/${id}` })
    })
  }

  it.each([
    [undefined, 100],
    [1, 1],
    [70, 70],
    [1000, 250]
  ])('goes through all keys by pages: Limit %s', (Limit, longest) => {
    const ids: Array<string> = []
    let request: object = { Limit }
    for (;;) {
      const { Keys, Truncated, NextMarker } = ask(many, 'ListKeys', request).body
      ids.push(...Keys.map((key: { KeyId: string }) => key.KeyId))
      expect(Keys.length).toBe(Truncated ? longest : 250 % longest || longest)
      expect(typeof NextMarker).toBe(Truncated ? 'string' : 'undefined')
      if (!Truncated) break
      request = { Limit, Marker: NextMarker }
    }
    expect(ids).toEqual(many.keys.map((key) => key.KeyId))
  })

  it('goes on after a key that is gone', () => {
    const { NextMarker } = ask(many, 'ListKeys', { Limit: 10 }).body
    const fewer = { ...many, keys: many.keys.filter((key) => key.KeyId !== 'key-009') }
    expect(ask(fewer, 'ListKeys', { Limit: 1, Marker: NextMarker }).body.Keys).toMatchObject([
      { KeyId: 'key-010' }
    ])
  })

  it('refuses a marker of another form, and limits beyond 1 to 1000', () => {
    expect(errorOf(many, 'ListKeys', { Marker: 'key-009' })).toBe('InvalidMarkerException')
    expect(errorOf(many, 'ListKeys', { Marker: '' })).toBe('ValidationException')
    expect(errorOf(many, 'ListKeys', { Limit: 0 })).toBe('ValidationException')
    expect(errorOf(many, 'ListKeys', { Limit: 1001 })).toBe('ValidationException')
  })

  it('fails with KMS itself', () => {
    expect(errorOf(many, 'ListKeys', {}, { failure: 'KMSInternalException' })).toBe('KMSInternalException')
    expect(errorOf(many, 'ListKeys', {}, { failure: 'DependencyTimeoutException' })).toBe(
      'DependencyTimeoutException'
    )
  })
})

describe('EnableKey and DisableKey', () => {
  it('answer with an empty object', () => {
    const off = ask(account, 'DisableKey', { KeyId })
    expect([off.status, off.body, stateOf(off.after)]).toEqual([200, {}, 'Disabled'])
    const on = ask(disabled, 'EnableKey', { KeyId: Arn })
    expect([on.status, on.body, stateOf(on.after)]).toEqual([200, {}, 'Enabled'])
  })

  it('are refused while the key is pending deletion', () => {
    expect(errorOf(pending, 'EnableKey', { KeyId })).toBe('KMSInvalidStateException')
    expect(errorOf(pending, 'DisableKey', { KeyId })).toBe('KMSInvalidStateException')
  })

  it('are refused when KMS fails, or has no such key', () => {
    expect(errorOf(account, 'EnableKey', { KeyId }, { failure: 'KMSInternalException' })).toBe(
      'KMSInternalException'
    )
    expect(errorOf(account, 'DisableKey', { KeyId: 'other' })).toBe('NotFoundException')
  })
})

describe('ScheduleKeyDeletion', () => {
  it('answers with the state, the days and the moment, 30 days from now without a number', () => {
    const { body, after } = ask(account, 'ScheduleKeyDeletion', { KeyId })
    expect(body).toEqual({
      KeyId: Arn,
      KeyState: 'PendingDeletion',
      DeletionDate: 1_800_000_000 + 30 * 86_400,
      PendingWindowInDays: 30
    })
    expect(stateOf(after)).toBe('PendingDeletion')
  })

  it.each([
    [6, 'ValidationException'],
    [7, 'accepted'],
    [30, 'accepted'],
    [31, 'ValidationException']
  ])('waits 7 to 30 days: %i', (PendingWindowInDays, verdict) => {
    expect(errorOf(account, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays })).toBe(verdict)
  })

  it('is refused when the key is pending deletion already', () => {
    expect(errorOf(pending, 'ScheduleKeyDeletion', { KeyId })).toBe('KMSInvalidStateException')
  })
})

describe('CancelKeyDeletion', () => {
  it('answers with the ARN, and leaves the key disabled', () => {
    const { body, after } = ask(pending, 'CancelKeyDeletion', { KeyId })
    expect(body).toEqual({ KeyId: Arn })
    expect(stateOf(after)).toBe('Disabled')
  })

  it('is refused for any other key', () => {
    expect(errorOf(account, 'CancelKeyDeletion', { KeyId })).toBe('KMSInvalidStateException')
  })
})
