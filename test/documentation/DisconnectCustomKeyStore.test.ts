/** The statements of the documents about DisconnectCustomKeyStore, apart from the states in which it is valid. Written by hand. */
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import { settled } from '../../src/account/process.js'
import { disconnectionCompleted } from '../../src/connection/process.js'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { operations } from '../../src/operations/index.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { disconnect } from '../../src/operations/disconnect.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  endOf,
  stateAfter,
  storesIn,
  unknownId,
  verdict,
  withKeys
} from '../fixtures.js'

const request = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: cloudHsmId })

describe('DisconnectCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html', () => {
  it.each(['CONNECTING', 'CONNECTED', 'FAILED'] as const)(
    'starts to disconnect a store that is %s',
    (state) => {
      expect(storesIn(state).map((store) => stateAfter(disconnect({})(store)))).toEqual([
        'DISCONNECTING',
        'DISCONNECTING',
        'DISCONNECTING'
      ])
    }
  )

  it('ends, by itself and some time later, in DISCONNECTED', () => {
    expect(storesIn('DISCONNECTING').map((store) => endOf({}, store))).toEqual([
      'DISCONNECTED',
      'DISCONNECTED',
      'DISCONNECTED'
    ])
    expect(disconnectionCompleted(3)(cloudHsmStore('DISCONNECTING')).ConnectionState).toBe('DISCONNECTED')
    expect(operations.DisconnectCustomKeyStore.answersBeforeItIsDone).toBe(true)
  })

  it('takes the ConnectionErrorCode of a FAILED store away', () => {
    for (const store of storesIn('FAILED')) {
      expect(listEntry(store)).toHaveProperty('ConnectionErrorCode')
      expect(listEntry(accepted(disconnect({})(store)))).not.toHaveProperty('ConnectionErrorCode')
    }
  })

  it('is possible while the store holds KMS keys, enabled ones too, which stay', () => {
    const before = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
    const [, after] = accepted(account.disconnect(circumstances)(request)(before))
    expect(after.keys).toEqual([cloudHsmKey()])
  })

  it('needs nothing of the backing key store, whose absence it does not notice', () => {
    for (const store of storesIn('CONNECTED')) expect(verdict(disconnect({})(store))).toBe('accepted')
  })

  it('answers a JSON object without properties', () => {
    const before = accountWith(cloudHsmStore('CONNECTED'))
    const [answer, after] = accepted(account.disconnect(circumstances)(request)(before))
    expect(answer).toEqual({})
    expect(settled(circumstances, cloudHsmId)(after).stores[0]!.ConnectionState).toBe('DISCONNECTED')
  })

  it('answers CustomKeyStoreNotFoundException when there is no store with the id', () => {
    const unknown = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: unknownId })
    const before = accountWith(...storesIn('CONNECTED'))
    expect(verdict(account.disconnect(circumstances)(unknown)(before))).toBe(
      'CustomKeyStoreNotFoundException'
    )
  })

  it('answers KMSInternalException when something fails inside KMS', () => {
    expect(verdict(disconnect({ failure: 'KMSInternalException' })(cloudHsmStore('CONNECTED')))).toBe(
      'KMSInternalException'
    )
  })
})
