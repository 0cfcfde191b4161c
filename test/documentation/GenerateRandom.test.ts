/** What the documents say of GenerateRandom in a custom key store. Written by hand. */
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import { decode } from '../../src/codec/decode.js'
import { operations } from '../../src/operations/index.js'
import { GenerateRandomRequest } from '../../src/model/requests/GenerateRandomRequest.js'
import { generateRandom } from '../../src/operations/generateRandom.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmStore,
  everyState,
  storesIn,
  unknownId,
  verdict
} from '../fixtures.js'

describe('GenerateRandom, https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html', () => {
  const isRead = (NumberOfBytes: unknown) => decode(GenerateRandomRequest)({ NumberOfBytes })._tag === 'Right'

  it('makes 1 to 1024 bytes', () => {
    expect([0, 1, 1024, 1025].map(isRead)).toEqual([false, true, true, false])
  })

  it('makes them in the cluster of an AWS CloudHSM key store, which stays as it is', () => {
    const store = cloudHsmStore('CONNECTED')
    expect(accepted(generateRandom({})(store))).toEqual(store)
  })

  it('makes them in KMS itself, when no store is named', () => {
    const [answer] = accepted(account.generateRandom(circumstances)({ NumberOfBytes: 7 })(accountWith()))
    expect(answer).toEqual({ NumberOfBytes: 7 })
  })

  it.each(everyState)(
    'answers UnsupportedOperationException in an external key store that is %s',
    (state) => {
      const [, ...external] = storesIn(state)
      expect(external.map((store) => verdict(generateRandom({})(store)))).toEqual([
        'UnsupportedOperationException',
        'UnsupportedOperationException'
      ])
    }
  )

  it('answers CustomKeyStoreNotFoundException when there is no store with the id', () => {
    const request = { CustomKeyStoreId: unknownId, NumberOfBytes: 7 }
    const before = accountWith(cloudHsmStore('CONNECTED'))
    expect(verdict(account.generateRandom(circumstances)(request)(before))).toBe(
      'CustomKeyStoreNotFoundException'
    )
  })

  it('answers CustomKeyStoreInvalidStateException when the store is not connected', () => {
    const request = { CustomKeyStoreId: cloudHsmId, NumberOfBytes: 7 }
    const before = accountWith(cloudHsmStore('DISCONNECTED'))
    expect(verdict(account.generateRandom(circumstances)(request)(before))).toBe(
      'CustomKeyStoreInvalidStateException'
    )
  })

  it.each(['DependencyTimeoutException', 'KMSInternalException'] as const)(
    'answers %s, with HTTP status 500, when KMS cannot serve the request, which can be tried again',
    (failure) => {
      expect(generateRandom({ failure })(cloudHsmStore('CONNECTED'))).toMatchObject({
        left: { name: failure, httpStatus: 500, retry: 'helps' }
      })
    }
  )

  it('needs the permission kms:GenerateRandom, and has no use across accounts to speak of', () => {
    expect(operations.GenerateRandom.permission).toBe('kms:GenerateRandom')
    expect(operations.GenerateRandom.crossAccountUse).toBe('not applicable')
  })
})
