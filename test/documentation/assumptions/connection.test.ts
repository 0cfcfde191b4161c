/** Connecting and disconnecting: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import {
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted,
  settle
} from '../../../src/connection/process.js'
import { externalConnectionNeeds } from '../../../src/connection/needs.js'
import { under } from '../../../src/under.js'
import { isCloudHsm } from '../../../src/model/CustomKeyStore.js'
import { connect } from '../../../src/operations/connect.js'
import { disconnect } from '../../../src/operations/disconnect.js'
import {
  accepted,
  behindStore,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  endOf,
  everyState,
  externalStore,
  proxyWith,
  storesIn,
  verdict,
  vpcProxyWith
} from '../../fixtures.js'

const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')

/** The codes that AWS names for the fault of a need besides the one with which the model fails. */
const alsoNamed = (name: string) => externalConnectionNeeds.find((need) => need.name === name)?.openTo

describe('assumptions', () => {
  const throughVpc = externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')
  const failing = (fault: Readonly<Record<string, unknown>>) =>
    endOf({ ...behindStore(throughVpc), proxy: vpcProxyWith(fault) }, throughVpc)

  it('A108 a certificate for another host is a fault of TLS, where another page calls it one of the service', () => {
    expect(failing({ tlsIsValid: false })).toBe('XKS_PROXY_INVALID_TLS_CONFIGURATION')
    expect(alsoNamed('proxyTlsIsValid')).toEqual(['XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'])
  })

  it('A110 a wrong path makes a connection fail with XKS_PROXY_INVALID_CONFIGURATION, or as well as one that is not reachable', () => {
    expect(failing({ knowsUriPath: false })).toBe('XKS_PROXY_INVALID_CONFIGURATION')
    expect(alsoNamed('proxyKnowsUriPath')).toEqual(['XKS_PROXY_NOT_REACHABLE'])
  })

  it('A111 a fault of the network makes a connection fail with NETWORK_ERRORS, or as well as a proxy that is not reachable', () => {
    expect(failing({ networkIsSound: false })).toBe('NETWORK_ERRORS')
    expect(alsoNamed('proxyNetworkIsSound')).toEqual(['XKS_PROXY_NOT_REACHABLE'])
  })

  it('A118 a late answer makes a connection fail with XKS_PROXY_TIMED_OUT, or as well as a proxy that is not reachable', () => {
    expect(failing({ answersInTime: false })).toBe('XKS_PROXY_TIMED_OUT')
    expect(alsoNamed('proxyAnswersInTime')).toEqual(['XKS_PROXY_NOT_REACHABLE'])
  })

  it('A115 a connection does not ask whether the private DNS name is unique in the Region', () => {
    expect(failing({})).toBe('CONNECTED')
    expect(externalConnectionNeeds.map(({ name }) => name)).not.toContain('vpcEndpointIsFreeInRegion')
  })

  it.each(['CONNECTED', 'CONNECTING'] as const)(
    'A3 Connect on a store that is %s changes nothing',
    (state) => {
      for (const store of storesIn(state)) {
        expect(accepted(connect(behindStore(store))(store))).toEqual(store)
        expect(verdict(under('developer-guide').connect(behindStore(store))(store))).toBe(
          isCloudHsm(store) ? 'accepted' : 'CustomKeyStoreInvalidStateException'
        )
      }
    }
  )

  it('A4 Disconnect on a store that is CONNECTING ends that attempt, whose late report is ignored', () => {
    for (const store of storesIn('CONNECTING')) {
      const disconnecting = accepted(disconnect({})(store))
      expect(disconnecting.ConnectionState).toBe('DISCONNECTING')
      expect(connectionSucceeded(store.attempt)(disconnecting)).toEqual(disconnecting)
      expect(connectionFailed(store.attempt, 'INTERNAL_ERROR')(disconnecting)).toEqual(disconnecting)
    }
  })

  it('A5 Disconnect leads to DISCONNECTING wherever it is valid, and the error code is gone at once', () => {
    for (const state of ['CONNECTING', 'CONNECTED', 'FAILED'] as const) {
      for (const store of storesIn(state)) {
        const disconnecting = accepted(disconnect({})(store))
        expect(disconnecting.ConnectionState).toBe('DISCONNECTING')
        expect(disconnecting).not.toHaveProperty('ConnectionErrorCode')
      }
    }
  })

  it('A6 a disconnection ends in DISCONNECTED, even when KMS and what stands behind the store fail', () => {
    for (const store of storesIn('DISCONNECTING')) {
      expect(endOf({ failure: 'KMSInternalException' }, store)).toBe('DISCONNECTED')
    }
  })

  it('A7 without an active HSM Connect is refused at once; without one later on, the attempt fails', () => {
    const cluster = clusterWithHsmsIn()
    expect(verdict(connect({ cluster })(hsm))).toBe('CloudHsmClusterInvalidConfigurationException')
    expect(endOf({ cluster }, cloudHsmStore('CONNECTING'))).toBe('INSUFFICIENT_CLOUDHSM_HSMS')
  })

  it('A67 a cluster that stops being active or closes its security group while CONNECTING fails the attempt with NETWORK_ERRORS', () => {
    const { securityGroup } = clusterWith()
    for (const fault of [
      { state: 'DEGRADED' },
      { securityGroup: { ...securityGroup, inbound: [] } },
      { securityGroup: { ...securityGroup, outbound: [] } }
    ]) {
      expect(endOf({ cluster: clusterWith(fault) }, cloudHsmStore('CONNECTING'))).toBe('NETWORK_ERRORS')
    }
  })

  it('Connect on a store whose cluster is gone is accepted, and fails with CLUSTER_NOT_FOUND', () => {
    expect(endOf({}, accepted(connect({})(hsm)))).toBe('CLUSTER_NOT_FOUND')
  })

  it('A9 Connect looks at the cluster only where it starts a connection', () => {
    const cluster = clusterWith({ state: 'DELETED', hsms: [], subnets: [] })
    const verdicts = everyState.map((state) => verdict(connect({ cluster })(cloudHsmStore(state))))
    expect(verdicts).toEqual([
      'CloudHsmClusterNotActiveException',
      'accepted',
      'accepted',
      'CustomKeyStoreInvalidStateException',
      'CustomKeyStoreInvalidStateException'
    ])
  })

  it('Connect with every key manager instance unavailable is accepted, and fails with XKS_PROXY_NOT_REACHABLE', () => {
    const proxy = proxyWith({ externalKeyManager: 'UNAVAILABLE' })
    expect(endOf({ proxy }, accepted(connect({})(open)))).toBe('XKS_PROXY_NOT_REACHABLE')
  })

  it('A85 a connection needs kmsuser on every active HSM, and nobody logged in as it on any', () => {
    const ends = (kmsuser: object, state = 'ACTIVE') => {
      const hsms = [
        { availabilityZone: 'eu-central-1a', state: 'ACTIVE' },
        { availabilityZone: 'eu-central-1b', state, kmsuser }
      ]
      return endOf({ cluster: clusterWith({ hsms }) }, cloudHsmStore('CONNECTING'))
    }
    expect(ends({ exists: false })).toBe('USER_NOT_FOUND')
    expect(ends({ loggedIn: true })).toBe('USER_LOGGED_IN')
    expect(ends({})).toBe('CONNECTED')
    expect(ends({ exists: false, loggedIn: true }, 'DEGRADED')).toBe('CONNECTED')
  })

  it('A80 a proxy that turns requests away because of their rate makes a connection fail with XKS_PROXY_NOT_REACHABLE', () => {
    expect(endOf({ proxy: proxyWith({ throttles: true }) }, externalStore('CONNECTING'))).toBe(
      'XKS_PROXY_NOT_REACHABLE'
    )
  })

  it('connecting and disconnecting at any time is limited by the states of the exception text', () => {
    expect(verdict(connect(behindStore(hsm))(cloudHsmStore('FAILED')))).toBe(
      'CustomKeyStoreInvalidStateException'
    )
    expect(verdict(disconnect({})(hsm))).toBe('CustomKeyStoreInvalidStateException')
  })

  it('A46 a report of another attempt, or with a code that the type cannot have, changes nothing', () => {
    const [connecting] = storesIn('CONNECTING')
    const [disconnecting] = storesIn('DISCONNECTING')
    for (const attempt of [2, 4]) {
      expect(connectionSucceeded(attempt)(connecting)).toEqual(connecting)
      expect(connectionFailed(attempt, 'INTERNAL_ERROR')(connecting)).toEqual(connecting)
      expect(disconnectionCompleted(attempt)(disconnecting)).toEqual(disconnecting)
    }
    expect(connectionFailed(3, 'XKS_PROXY_TIMED_OUT')(connecting)).toEqual(connecting)
    expect(connectionFailed(3, 'USER_LOGGED_IN')(externalStore('CONNECTING'))).toEqual(
      externalStore('CONNECTING')
    )
    expect(settle({})(hsm)).toEqual(hsm)
  })
})
