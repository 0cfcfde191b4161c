/** The statements of the documents about DeleteCustomKeyStore, apart from the states in which it is valid. Written by hand. */
import { describe, expect, it } from 'vitest'
import { withoutExpiredKeys } from '../../src/account/process.js'
import { account } from '../../src/account/onAccount.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { delete as deleteStore } from '../../src/operations/delete.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  createCloudHsmRequest,
  decoded,
  externalKey,
  externalStore,
  newCustomKeyStoreId,
  storesIn,
  unknownId,
  verdict,
  withKeys
} from '../fixtures.js'

const request = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: cloudHsmId })
const [store] = storesIn('DISCONNECTED')

describe('DeleteCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteCustomKeyStore.html', () => {
  it('deletes a store that is disconnected and holds no KMS keys, and answers a JSON object without properties', () => {
    const before = accountWith(store, externalStore('CONNECTED'))
    const [answer, after] = accepted(account.delete(circumstances)(request)(before))
    expect(answer).toEqual({})
    expect(after.stores).toEqual([externalStore('CONNECTED')])
  })

  it.each([
    ['an enabled key', cloudHsmKey()],
    ['a disabled key', cloudHsmKey({ enabled: false })],
    ['a key pending deletion', cloudHsmKey({ DeletionDate: 1_800_000_001 })]
  ])('answers CustomKeyStoreHasCMKsException when the store holds %s', (_, key) => {
    expect(deleteStore({ keys: [key] })(store)).toMatchObject({
      left: { name: 'CustomKeyStoreHasCMKsException', httpStatus: 400 }
    })
  })

  it('is possible once the waiting period of the keys is over and they are gone', () => {
    const key = cloudHsmKey({ DeletionDate: 1_800_000_001 })
    const before = withKeys(key)(accountWith(store))
    const during = withoutExpiredKeys(1_800_000_000)(before)
    const later = withoutExpiredKeys(1_800_000_001)(before)
    expect(verdict(account.delete(circumstances)(request)(during))).toBe('CustomKeyStoreHasCMKsException')
    expect(verdict(account.delete(circumstances)(request)(later))).toBe('accepted')
  })

  it('does not mind the keys of another store', () => {
    const before = withKeys(externalKey())(accountWith(store, externalStore('CONNECTED')))
    expect(verdict(account.delete(circumstances)(request)(before))).toBe('accepted')
  })

  it('cannot be undone: the store is not found afterwards', () => {
    const [, after] = accepted(account.delete(circumstances)(request)(accountWith(store)))
    expect(verdict(account.connect(circumstances)(request)(after))).toBe('CustomKeyStoreNotFoundException')
    expect(verdict(account.describe(circumstances)(request)(after))).toBe('CustomKeyStoreNotFoundException')
  })

  it('leaves the cluster alone, which can back a new store', () => {
    const [, after] = accepted(account.delete(circumstances)(request)(accountWith(store)))
    const [answer] = accepted(account.create(circumstances)(createCloudHsmRequest())(after))
    expect(answer).toEqual({ CustomKeyStoreId: newCustomKeyStoreId })
  })

  it('answers CustomKeyStoreNotFoundException when there is no store with the id', () => {
    const unknown = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: unknownId })
    expect(verdict(account.delete(circumstances)(unknown)(accountWith(store)))).toBe(
      'CustomKeyStoreNotFoundException'
    )
  })

  it('answers KMSInternalException when something fails inside KMS', () => {
    const failing = deleteStore({ keys: [], failure: 'KMSInternalException' })
    expect(verdict(failing(cloudHsmStore('DISCONNECTED')))).toBe('KMSInternalException')
  })
})
