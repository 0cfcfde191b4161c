import { describe, expect, it } from 'vitest'
import { accountIn, isPendingDeletion, keyState, KmsKey } from '../../src/model/KmsKey.js'
import { cloudHsmKey, cloudHsmStore, decoded, everyState, externalKey } from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

it('the account in an ARN is its fifth part, and empty where there is none', () => {
  expect(accountIn('arn:aws:kms:us-east-1:111122223333:key/1')).toBe('111122223333')
  expect(accountIn('1234abcd-12ab-34cd-56ef-1234567890ab')).toBe('')
})

describe('a stored key', () => {
  it('is the same after it is written and read', () => {
    for (const key of [cloudHsmKey(), externalKey(), externalKey({ DeletionDate: 1_800_000_000 })]) {
      expect(decoded(KmsKey, JSON.parse(JSON.stringify(KmsKey.encode(key))))).toEqual(key)
    }
  })

  it('is read with what is its owner’s', () => {
    const row: unknown = { ...cloudHsmKey(), owner: 'x', CloudHsmClusterId: 'cluster-abcdefghijk' }
    expect(decoded(KmsKey, row)).toStrictEqual(row)
  })

  it('is read whatever the form of its identifiers', () => {
    expect(cloudHsmKey({ CustomKeyStoreId: '' }).CustomKeyStoreId).toBe('')
    expect(externalKey({ XksKeyConfiguration: { Id: 'a/b' } }).XksKeyConfiguration.Id).toBe('a/b')
  })

  it.each([
    [{ ...cloudHsmKey(), Origin: 'AWS_KMS' }, 'Origin'],
    [{ ...cloudHsmKey(), enabled: 'true' }, 'enabled'],
    [{ ...cloudHsmKey(), DeletionDate: 'soon' }, 'DeletionDate'],
    [{ ...cloudHsmKey(), Origin: 'EXTERNAL_KEY_STORE' }, 'XksKeyConfiguration'],
    [{ ...externalKey(), XksKeyConfiguration: {} }, 'XksKeyConfiguration.Id']
  ])('is refused where it is at fault: %o', (key, path) => {
    expect(pathsOf(KmsKey, key)).toEqual([path])
  })
})

describe('the state of a key', () => {
  const enabled = cloudHsmKey()
  const disabled = cloudHsmKey({ enabled: false })
  const pending = cloudHsmKey({ DeletionDate: 1_800_000_000 })
  const pendingDisabled = cloudHsmKey({ enabled: false, DeletionDate: 0 })

  it.each([
    ['DISCONNECTED', ['Unavailable', 'Unavailable', 'PendingDeletion', 'PendingDeletion']],
    ['CONNECTING', ['Unavailable', 'Unavailable', 'PendingDeletion', 'PendingDeletion']],
    ['CONNECTED', ['Enabled', 'Disabled', 'PendingDeletion', 'PendingDeletion']],
    ['FAILED', ['Unavailable', 'Unavailable', 'PendingDeletion', 'PendingDeletion']],
    ['DISCONNECTING', ['Unavailable', 'Unavailable', 'PendingDeletion', 'PendingDeletion']]
  ] as const)('in a store that is %s', (state, states) => {
    expect(everyState).toContain(state)
    expect([enabled, disabled, pending, pendingDisabled].map(keyState(cloudHsmStore(state)))).toEqual(states)
  })

  it('is pending deletion where there is a date for it', () => {
    expect([enabled, disabled, pending, pendingDisabled].map(isPendingDeletion)).toEqual([
      false,
      false,
      true,
      true
    ])
  })
})
