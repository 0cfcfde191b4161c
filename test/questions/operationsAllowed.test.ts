import { describe, expect, it } from 'vitest'
import { isSettled } from '../../src/questions/isSettled.js'
import { operationsAllowed, operationsAllowedUnder } from '../../src/questions/operationsAllowed.js'
import { cloudHsmStore, everyState, externalStore, storesIn } from '../fixtures.js'

const describeIt = 'DescribeCustomKeyStores'

describe('whether a store is settled', () => {
  it.each([
    ['DISCONNECTED', true],
    ['CONNECTING', false],
    ['CONNECTED', true],
    ['FAILED', true],
    ['DISCONNECTING', false]
  ] as const)('%s: %s', (state, settled) => {
    expect(storesIn(state).map(isSettled)).toEqual([settled, settled, settled])
  })
})

describe('the operations that type and state allow', () => {
  it.each([
    ['DISCONNECTED', [describeIt, 'ConnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore']],
    ['CONNECTING', [describeIt, 'ConnectCustomKeyStore', 'DisconnectCustomKeyStore']],
    [
      'CONNECTED',
      [describeIt, 'ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'CreateKey', 'GenerateRandom']
    ],
    ['FAILED', [describeIt, 'DisconnectCustomKeyStore']],
    ['DISCONNECTING', [describeIt]]
  ] as const)('on an AWS CloudHSM key store that is %s', (state, operations) => {
    expect(operationsAllowed(cloudHsmStore(state))).toEqual(operations)
  })

  it('on an external key store are the same without GenerateRandom', () => {
    for (const state of everyState) {
      expect(operationsAllowed(externalStore(state))).toEqual(
        operationsAllowed(cloudHsmStore(state)).filter((operation) => operation !== 'GenerateRandom')
      )
    }
  })

  it('follow the edition', () => {
    const under = operationsAllowedUnder('developer-guide')
    expect(under(externalStore('CONNECTED'))).toEqual([
      describeIt,
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore',
      'CreateKey'
    ])
    expect(under(cloudHsmStore('CONNECTED'))).not.toContain('UpdateCustomKeyStore')
    expect(operationsAllowedUnder('exception-text-2026')(cloudHsmStore('CONNECTED'))).toContain(
      'UpdateCustomKeyStore'
    )
  })
})
