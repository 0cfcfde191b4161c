/** In which states the editions of AWS's text let a store be updated, connected and so on. Written by hand, cell by cell. */
import { describe, expect, it } from 'vitest'
import { under } from '../../src/under.js'
import type { ConnectionState } from '../../src/model/ConnectionState.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { defaultEdition } from '../../src/editions/editions.js'
import {
  behindStore,
  cloudHsmStore,
  createCloudHsmKeyRequest,
  createExternalKeyRequest,
  credential,
  everyState,
  externalStore,
  newKeyId,
  storesIn,
  updateRequest,
  verdict
} from '../fixtures.js'
import { namedAfter } from '../named.js'

const names = [
  'exception-text-2022',
  'operation-page-2022',
  'exception-text-2026',
  'operation-page-2026',
  'developer-guide'
] as const

const any = ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const
const D = ['DISCONNECTED'] as const
const CD = ['DISCONNECTED', 'CONNECTED'] as const

const members = {
  NewCustomKeyStoreName: 'another name',
  KeyStorePassword: 'kmsuser-password',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  XksProxyAuthenticationCredential: credential,
  XksProxyUriPath: '/second/kms/xks/v1',
  XksProxyUriEndpoint: 'https://private.example.com',
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234',
  XksProxyVpcEndpointServiceOwner: '111122223333'
}

const storeOf = (type: string, state: ConnectionState): CustomKeyStore =>
  type === 'AWS_CLOUDHSM' ? cloudHsmStore(state) : externalStore(state, 'VPC_ENDPOINT_SERVICE')

/** The states in which an operation is not refused because of the state. */
const statesWhere = (verdictIn: (state: ConnectionState) => string) =>
  everyState.filter((state) => {
    const answer = verdictIn(state)
    expect(['accepted', 'CustomKeyStoreInvalidStateException']).toContain(answer)
    return answer === 'accepted'
  })

describe('UpdateCustomKeyStore in the editions of its text', () => {
  // prettier-ignore
  describe.each([
    ['AWS_CLOUDHSM',       'NewCustomKeyStoreName',            D, D,  CD, CD, D  ],
    ['AWS_CLOUDHSM',       'KeyStorePassword',                 D, D,  D,  D,  D  ],
    ['AWS_CLOUDHSM',       'CloudHsmClusterId',                D, D,  D,  D,  D  ],
    ['EXTERNAL_KEY_STORE', 'NewCustomKeyStoreName',            D, CD, CD, CD, any],
    ['EXTERNAL_KEY_STORE', 'XksProxyAuthenticationCredential', D, CD, D,  CD, any],
    ['EXTERNAL_KEY_STORE', 'XksProxyUriPath',                  D, CD, D,  CD, any],
    ['EXTERNAL_KEY_STORE', 'XksProxyUriEndpoint',              D, D,  D,  D,  D  ],
    ['EXTERNAL_KEY_STORE', 'XksProxyConnectivity',             D, D,  D,  D,  D  ],
    ['EXTERNAL_KEY_STORE', 'XksProxyVpcEndpointServiceName',   D, D,  D,  D,  D  ],
    ['EXTERNAL_KEY_STORE', 'XksProxyVpcEndpointServiceOwner',  D, D,  D,  D,  D  ]
  ] as const)('of a store of type %s may carry %s', (type, member, a, b, c, d, e) => {
    const columns = [a, b, c, d, e] as const
    it.each(names.map((edition, i) => [edition, columns[i]!] as const))('%s: only in %o', (edition, states) => {
      const possible = statesWhere((state) => {
        const store = storeOf(type, state)
        const request = updateRequest(store, { [member]: members[member] })
        const facts = namedAfter({ ...behindStore(store), others: [] }, request, store)
        return verdict(under(edition).update(facts)(request)(store))
      })
      expect(possible).toEqual(states)
    })
  })

  it('follows, unless told otherwise, the exception text on the page of ConnectCustomKeyStore', () => {
    expect(defaultEdition).toBe('exception-text-2022')
  })
})

describe('the other operations in the editions', () => {
  it.each([
    'exception-text-2022',
    'operation-page-2022',
    'exception-text-2026',
    'operation-page-2026'
  ] as const)('%s: Connect is valid in DISCONNECTED, CONNECTING and CONNECTED', (edition) => {
    for (const i of [0, 1, 2] as const) {
      const states = statesWhere((state) => {
        const store = storesIn(state)[i]
        return verdict(under(edition).connect(behindStore(store))(store))
      })
      expect(states).toEqual(['DISCONNECTED', 'CONNECTING', 'CONNECTED'])
    }
  })

  const connectableUnderTheGuide = (i: 0 | 1 | 2) =>
    statesWhere((state) => {
      const store = storesIn(state)[i]
      return verdict(under('developer-guide').connect(behindStore(store))(store))
    })

  it('developer-guide: Connect of an AWS CloudHSM key store is valid unless it is DISCONNECTING or FAILED', () => {
    expect(connectableUnderTheGuide(0)).toEqual(['DISCONNECTED', 'CONNECTING', 'CONNECTED'])
  })

  it('developer-guide: Connect of an external key store is valid in DISCONNECTED only', () => {
    expect(connectableUnderTheGuide(1)).toEqual(['DISCONNECTED'])
    expect(connectableUnderTheGuide(2)).toEqual(['DISCONNECTED'])
  })

  it.each(names)('%s: Disconnect is valid in CONNECTING, CONNECTED and FAILED', (edition) => {
    for (const i of [0, 1, 2] as const) {
      const states = statesWhere((state) => verdict(under(edition).disconnect({})(storesIn(state)[i])))
      expect(states).toEqual(['CONNECTING', 'CONNECTED', 'FAILED'])
    }
  })

  it.each(names)('%s: Delete is valid in DISCONNECTED only', (edition) => {
    for (const i of [0, 1, 2] as const) {
      const states = statesWhere((state) => verdict(under(edition).delete({ keys: [] })(storesIn(state)[i])))
      expect(states).toEqual(['DISCONNECTED'])
    }
  })

  it.each(names)('%s: CreateKey is valid in CONNECTED only', (edition) => {
    for (const i of [0, 1, 2] as const) {
      const states = statesWhere((state) => {
        const store = storesIn(state)[i]
        const request =
          store.CustomKeyStoreType === 'AWS_CLOUDHSM'
            ? createCloudHsmKeyRequest()
            : createExternalKeyRequest({ CustomKeyStoreId: store.CustomKeyStoreId })
        const facts = {
          ...behindStore(store),
          keys: [],
          KeyId: newKeyId,
          Arn: 'arn:aws:kms',
          CreationDate: 1
        }
        return verdict(under(edition).createKey(facts)(request)(store))
      })
      expect(states).toEqual(['CONNECTED'])
    }
  })

  it.each(names)('%s: GenerateRandom in an AWS CloudHSM key store is valid in CONNECTED only', (edition) => {
    const states = statesWhere((state) => verdict(under(edition).generateRandom({})(cloudHsmStore(state))))
    expect(states).toEqual(['CONNECTED'])
  })
})
