import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { KeyId } from '../../src/model/identifiers.js'
import type { Circumstances } from '../../src/model/Circumstances.js'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import { account as keys } from '../../src/account/onAccount.js'
import { withoutExpiredKeys } from '../../src/account/process.js'
import type { EncryptRequest } from '../../src/model/requests/EncryptRequest.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  externalKey,
  externalStore,
  infrastructureFacts,
  verdict,
  withKeys
} from '../fixtures.js'

const inCluster = { KeyId: cloudHsmKey().KeyId }
const outside = { KeyId: externalKey().Arn as KeyId }
/** Without cryptography an Encrypt only asks whether the key can be used. */
const used = (given: Circumstances) => (request: Pick<EncryptRequest, 'KeyId'>) =>
  keys.encrypt(given)({ ...request, Plaintext: '' })

const stores = accountWith(cloudHsmStore('CONNECTED'), externalStore('FAILED'))
const account = withKeys(cloudHsmKey(), externalKey())(stores)

describe('a key of the account', () => {
  it('is described, by id or ARN, in the state that follows from its store', () => {
    const [first, after] = accepted(keys.describeKey(circumstances)(inCluster)(account))
    expect(first.KeyMetadata).toMatchObject({
      ...inCluster,
      AWSAccountId: '111122223333',
      KeyState: 'Enabled'
    })
    expect(after).toBe(account)
    const [second] = accepted(keys.describeKey(circumstances)(outside)(account))
    expect(second.KeyMetadata).toMatchObject({ Arn: outside.KeyId, KeyState: 'Unavailable' })
  })

  it('is used with what stands behind its store', () => {
    const [key, after] = accepted(used(circumstances)(inCluster)(account))
    expect(key).toEqual({ KeyId: cloudHsmKey().Arn })
    expect(after).toBe(account)
    expect(verdict(used(circumstances)(outside)(account))).toBe('KMSInvalidStateException')
    const infrastructure = infrastructureOf({ ...infrastructureFacts, clusters: [] })
    expect(verdict(used({ ...circumstances, infrastructure })(inCluster)(account))).toBe(
      'KMSInvalidStateException'
    )
  })

  it('is disabled and enabled', () => {
    const disabled = withKeys(cloudHsmKey({ enabled: false }), externalKey())(stores)
    expect(keys.disableKey({})(inCluster)(account)).toEqual(E.right([{}, disabled]))
    expect(keys.enableKey({})(inCluster)(disabled)).toEqual(E.right([{}, account]))
  })

  it('waits for its deletion for 30 days, or for as many as the request says', () => {
    const schedule = keys.scheduleKeyDeletion({ now: 1_800_000_000 })
    const [answer, after] = accepted(schedule(inCluster)(account))
    expect(answer).toEqual({
      KeyId: cloudHsmKey().Arn,
      KeyState: 'PendingDeletion',
      DeletionDate: 1_802_592_000,
      PendingWindowInDays: 30
    })
    expect(after).toEqual(withKeys(cloudHsmKey({ DeletionDate: 1_802_592_000 }), externalKey())(stores))
    const [sooner] = accepted(schedule({ ...inCluster, PendingWindowInDays: 7 })(account))
    expect(sooner).toMatchObject({ DeletionDate: 1_800_604_800, PendingWindowInDays: 7 })
  })

  it('is disabled once its deletion is cancelled', () => {
    const pending = withKeys(cloudHsmKey({ DeletionDate: 1 }), externalKey())(stores)
    expect(keys.cancelKeyDeletion({})(inCluster)(pending)).toEqual(
      E.right([
        { KeyId: cloudHsmKey().Arn },
        withKeys(cloudHsmKey({ enabled: false }), externalKey())(stores)
      ])
    )
  })

  it('is gone when its waiting period is over, and not a second before', () => {
    const pending = withKeys(cloudHsmKey({ DeletionDate: 1000 }), externalKey())(stores)
    expect(withoutExpiredKeys(999)(pending)).toEqual(pending)
    expect(withoutExpiredKeys(1000)(pending)).toEqual(withKeys(externalKey())(stores))
  })

  it('is left as it is by a failure of KMS itself', () => {
    const given = { ...circumstances, failure: 'KMSInternalException' } as const
    const pending = withKeys(cloudHsmKey({ DeletionDate: 1 }))(stores)
    expect([
      verdict(used(given)(inCluster)(account)),
      verdict(keys.enableKey(given)(inCluster)(account)),
      verdict(keys.disableKey(given)(inCluster)(account)),
      verdict(keys.scheduleKeyDeletion(given)(inCluster)(account)),
      verdict(keys.cancelKeyDeletion(given)(inCluster)(pending))
    ]).toEqual(Array(5).fill('KMSInternalException'))
  })
})

describe('a key that the account does not have', () => {
  it.each([
    ['no such key', stores],
    ['a key of no store', withKeys(cloudHsmKey())(accountWith(externalStore('CONNECTED')))]
  ])('is not found: %s', (_, without) => {
    expect([
      verdict(keys.describeKey(circumstances)(inCluster)(without)),
      verdict(used(circumstances)(inCluster)(without)),
      verdict(keys.enableKey({})(inCluster)(without)),
      verdict(keys.disableKey({})(inCluster)(without)),
      verdict(keys.cancelKeyDeletion({})(inCluster)(without)),
      verdict(keys.scheduleKeyDeletion({ now: 0 })(inCluster)(without))
    ]).toEqual(Array(6).fill('NotFoundException'))
  })
})
