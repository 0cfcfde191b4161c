import { describe, expect, it } from 'vitest'
import {
  connectionErrorCode,
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted,
  settle
} from '../../src/connection/process.js'
import {
  allStores,
  behindStore,
  cloudHsmStore,
  clusterWithKmsuser,
  externalStore,
  proxyWith
} from '../fixtures.js'

const otherThan = (state: string) => allStores.filter((store) => store.ConnectionState !== state)

describe('a report of success', () => {
  it('connects a store that is CONNECTING', () => {
    expect(connectionSucceeded(3)(cloudHsmStore('CONNECTING'))).toEqual(cloudHsmStore('CONNECTED'))
    expect(connectionSucceeded(3)(externalStore('CONNECTING'))).toEqual(externalStore('CONNECTED'))
  })

  it.each([2, 4, 0, NaN])('of attempt %d is not about the present one, and changes nothing', (attempt) => {
    const store = cloudHsmStore('CONNECTING')
    expect(connectionSucceeded(attempt)(store)).toBe(store)
  })

  it('changes nothing of a store in another state', () => {
    for (const store of otherThan('CONNECTING')) expect(connectionSucceeded(3)(store)).toBe(store)
  })
})

describe('a report of failure', () => {
  it('gives the store its error code', () => {
    expect(connectionFailed(3, 'USER_LOGGED_IN')(cloudHsmStore('CONNECTING'))).toEqual(
      cloudHsmStore('FAILED', { ConnectionErrorCode: 'USER_LOGGED_IN' })
    )
    expect(connectionFailed(3, 'XKS_PROXY_ACCESS_DENIED')(externalStore('CONNECTING'))).toEqual(
      externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode: 'XKS_PROXY_ACCESS_DENIED' })
    )
  })

  it.each(['INTERNAL_ERROR', 'NETWORK_ERRORS', 'INVALID_CREDENTIALS'] as const)(
    'may have the code %s for either type of store',
    (code) => {
      expect(connectionFailed(3, code)(cloudHsmStore('CONNECTING')).ConnectionState).toBe('FAILED')
      expect(connectionFailed(3, code)(externalStore('CONNECTING')).ConnectionState).toBe('FAILED')
    }
  )

  it('changes nothing when the type of store cannot have the code', () => {
    const hsm = cloudHsmStore('CONNECTING')
    expect(connectionFailed(3, 'XKS_PROXY_TIMED_OUT')(hsm)).toBe(hsm)
    const external = externalStore('CONNECTING')
    expect(connectionFailed(3, 'CLUSTER_NOT_FOUND')(external)).toBe(external)
  })

  it.each([2, 4])('of attempt %d is not about the present one, and changes nothing', (attempt) => {
    const store = externalStore('CONNECTING')
    expect(connectionFailed(attempt, 'INTERNAL_ERROR')(store)).toBe(store)
  })

  it('changes nothing of a store in another state, a FAILED one included', () => {
    for (const store of otherThan('CONNECTING')) {
      expect(connectionFailed(3, 'INTERNAL_ERROR')(store)).toBe(store)
    }
  })
})

describe('a report of a disconnection', () => {
  it('disconnects a store that is DISCONNECTING', () => {
    expect(disconnectionCompleted(3)(externalStore('DISCONNECTING'))).toEqual(externalStore('DISCONNECTED'))
  })

  it('of another attempt, or of a store in another state, changes nothing', () => {
    const store = externalStore('DISCONNECTING')
    expect(disconnectionCompleted(2)(store)).toBe(store)
    for (const other of otherThan('DISCONNECTING')) expect(disconnectionCompleted(3)(other)).toBe(other)
  })
})

describe('a process that is left to itself', () => {
  it('ends in CONNECTED where nothing is at fault', () => {
    for (const store of [cloudHsmStore('CONNECTING'), externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')]) {
      expect(connectionErrorCode(behindStore(store))(store)).toBeUndefined()
      expect(settle(behindStore(store))(store)).toEqual({ ...store, ConnectionState: 'CONNECTED' })
    }
  })

  it('ends in FAILED with the first thing at fault', () => {
    const cluster = clusterWithKmsuser({ lockedOut: true, passwordMatches: false })
    expect(settle({ cluster })(cloudHsmStore('CONNECTING'))).toEqual(
      cloudHsmStore('FAILED', { ConnectionErrorCode: 'USER_LOCKED_OUT' })
    )
    const proxy = proxyWith({ answersInTime: false, answersAreValid: false })
    expect(settle({ proxy })(externalStore('CONNECTING'))).toEqual(
      externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' })
    )
  })

  it('ends in DISCONNECTED, whatever stands behind the store', () => {
    expect(settle({})(cloudHsmStore('DISCONNECTING'))).toEqual(cloudHsmStore('DISCONNECTED'))
  })

  it('is none in the states that last', () => {
    const settledStores = allStores.filter(
      (store) => !['CONNECTING', 'DISCONNECTING'].includes(store.ConnectionState)
    )
    expect(settledStores).toHaveLength(9)
    for (const store of settledStores) expect(settle({ failure: 'KMSInternalException' })(store)).toBe(store)
  })
})
