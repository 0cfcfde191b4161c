/** What AWS leaves open of a case. By hand, from the documents. */
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { disconnect } from '../../src/operations/disconnect.js'
import { leftOpen } from '../../src/questions/leftOpen.js'
import {
  accountWith,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  externalStore,
  withKeys
} from '../fixtures.js'

it.each([
  // The page says that the state changes: it is accepted, and only the state right after it is open.
  ['CONNECTED', { outcome: false, exceptions: [], assumes: ['A5'] }],
  ['FAILED', { outcome: true, exceptions: [], assumes: ['A5'] }],
  ['CONNECTING', { outcome: true, exceptions: [], assumes: ['A4', 'A5'] }],
  ['DISCONNECTED', { outcome: false, exceptions: [], assumes: [] }]
] as const)('Disconnect of a store that is %s', (state, open) => {
  expect(leftOpen(disconnect.explain({})(cloudHsmStore(state)))).toEqual(open)
})

describe('where more than one rule is broken, each assumption that decides which answers is named', () => {
  const random = (store: cks.CustomKeyStore, failure?: cks.Circumstances['failure']) =>
    leftOpen(cks.generateRandom.explain({ cluster: undefined, failure })(store))

  it('the one on all operations, where no page orders two errors', () => {
    expect(random(cloudHsmStore('FAILED'), 'KMSInternalException')).toEqual({
      outcome: false,
      exceptions: ['KMSInternalException'],
      assumes: ['A1']
    })
  })

  it('in its place the one on the operation', () => {
    expect(random(externalStore('FAILED'))).toEqual({
      outcome: false,
      exceptions: ['CustomKeyStoreInvalidStateException'],
      assumes: ['A34']
    })
  })

  it('the one on the exceptions of a rule besides the one on the order of two', () => {
    const key = cloudHsmKey({ enabled: false })
    const account = withKeys(key)(accountWith(cloudHsmStore('CONNECTED')))
    const encrypt = (failure?: cks.Circumstances['failure']) =>
      leftOpen(
        cks.explainRequest('Encrypt')({ ...circumstances, failure })({ KeyId: key.KeyId, Plaintext: 'AAAA' })(
          account
        )
      )
    expect(encrypt()).toEqual({ outcome: false, exceptions: ['KMSInvalidStateException'], assumes: ['A92'] })
    expect(encrypt('DependencyTimeoutException')).toEqual({
      outcome: false,
      exceptions: ['KMSInvalidStateException', 'DependencyTimeoutException'],
      assumes: ['A92', 'A1']
    })
  })
})
