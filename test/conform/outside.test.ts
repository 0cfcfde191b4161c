/** Which refusals can be due to what stands behind a store, or to AWS KMS itself. */
import { describe, expect, it } from 'vitest'
import type { Members } from '../../src/conform/Exchange.js'
import { isDueToTheOutside } from '../../src/conform/outside.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { accountWith, cloudHsmId, cloudHsmStore, externalStore, publicId } from '../fixtures.js'

const account = accountWith(cloudHsmStore('DISCONNECTED'), externalStore('CONNECTED'))
const can = (operation: OperationName, exception: string, request: Members, of = account) =>
  isDueToTheOutside(
    'exception-text-2022',
    { operation, request, reply: { exception, message: '' } },
    of,
    exception
  )
const byId = { CustomKeyStoreId: cloudHsmId }

describe('a refusal', () => {
  it('by an error that every service of AWS has is, unless it is about the members', () => {
    for (const exception of ['AccessDeniedException', 'ThrottlingException', 'InternalFailure']) {
      expect(can('ConnectCustomKeyStore', exception, byId)).toBe(true)
    }
    expect(can('ConnectCustomKeyStore', 'ValidationException', byId)).toBe(false)
  })

  it('by an exception of what stands behind the store is, where it can be the reason', () => {
    expect(can('ConnectCustomKeyStore', 'CloudHsmClusterNotActiveException', byId)).toBe(true)
    const external = { CustomKeyStoreId: publicId }
    expect(can('ConnectCustomKeyStore', 'CloudHsmClusterNotActiveException', external)).toBe(false)
    expect(can('DisconnectCustomKeyStore', 'CloudHsmClusterNotActiveException', byId)).toBe(false)
    expect(can('ConnectCustomKeyStore', 'CustomKeyStoreNotFoundException', byId)).toBe(false)
    expect(can('ConnectCustomKeyStore', 'NoException', byId)).toBe(false)
  })

  it('of a request that names nothing that exists, or cannot be read, is one of which nothing can be said', () => {
    const notActive = 'CloudHsmClusterNotActiveException'
    expect(can('ConnectCustomKeyStore', notActive, { CustomKeyStoreId: 'cks-other' })).toBe(true)
    expect(can('ConnectCustomKeyStore', notActive, { CustomKeyStoreId: '' })).toBe(true)
  })
})
