/** Numbers in stored data that nothing could have stored: they are refused where they are read, since nothing checks them later. */
import { describe, expect, it } from 'vitest'
import { Account } from '../../src/model/Account.js'
import { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { KmsKey } from '../../src/model/KmsKey.js'
import { accountWith, allStores, cloudHsmKey, cloudHsmStore, isRead, withKeys } from '../fixtures.js'

const noNumbers = [Number.NaN, Infinity, -Infinity, '1', null]
const noMoments = [...noNumbers, 253_402_300_800, 1.7e16, -1e18]
const noAttempts = [...noNumbers, -5, -0.5, 1.5, 2 ** 53]

describe.each(allStores.map((store) => [store.CustomKeyStoreType, store.ConnectionState, store] as const))(
  'a stored store: %s, %s',
  (_, __, store) => {
    it.each(noAttempts)('with attempt %s is refused', (attempt) => {
      expect(isRead(CustomKeyStore, { ...store, attempt })).toBe(false)
      expect(isRead(Account, accountWith({ ...store, attempt } as never))).toBe(false)
      expect(CustomKeyStore.is({ ...store, attempt })).toBe(false)
    })

    it.each(noMoments)('with CreationDate %s is refused', (CreationDate) => {
      expect(isRead(CustomKeyStore, { ...store, CreationDate })).toBe(false)
      expect(CustomKeyStore.is({ ...store, CreationDate })).toBe(false)
    })

    it.each([0, 1, 1e15])('with attempt %s is read', (attempt) => {
      expect(isRead(CustomKeyStore, { ...store, attempt, CreationDate: 1_700_000_000.123 })).toBe(true)
    })
  }
)

describe('a stored account', () => {
  const grant = {
    GrantId: 'grant-1',
    GranteePrincipal: 'arn:aws:iam::111122223333:role/one',
    Operations: ['Encrypt'],
    CreationDate: 1_700_000_000
  }
  const key = cloudHsmKey()
  const alias = {
    AliasName: 'alias/one',
    TargetKeyId: key.KeyId,
    CreationDate: 1_700_000_000,
    LastUpdatedDate: 1_700_000_000
  }
  const account = { ...withKeys(key)(accountWith(cloudHsmStore('CONNECTED'))), aliases: [alias] }

  it('is read while its dates are dates', () => {
    expect(isRead(Account, { ...account, keys: [{ ...key, Grants: [grant], DeletionDate: 1 }] })).toBe(true)
  })

  it.each(noMoments)('in which a date is %s is refused', (wrong) => {
    for (const changed of [
      { CreationDate: wrong },
      { DeletionDate: wrong },
      { Grants: [{ ...grant, CreationDate: wrong }] }
    ]) {
      expect(isRead(KmsKey, { ...key, ...changed })).toBe(false)
    }
    for (const member of ['CreationDate', 'LastUpdatedDate']) {
      expect(isRead(Account, { ...account, aliases: [{ ...alias, [member]: wrong }] })).toBe(false)
    }
  })
})
