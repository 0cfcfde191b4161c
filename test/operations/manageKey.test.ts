import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { cancelKeyDeletion } from '../../src/operations/cancelKeyDeletion.js'
import { disableKey } from '../../src/operations/disableKey.js'
import { enableKey } from '../../src/operations/enableKey.js'
import { scheduleKeyDeletion } from '../../src/operations/scheduleKeyDeletion.js'
import { cloudHsmKey, cloudHsmStore, verdict } from '../fixtures.js'

const connected = cloudHsmStore('CONNECTED')
const disconnected = cloudHsmStore('DISCONNECTED')
const keys = {
  Enabled: [connected, cloudHsmKey()],
  Disabled: [connected, cloudHsmKey({ enabled: false })],
  Unavailable: [disconnected, cloudHsmKey()],
  PendingDeletion: [disconnected, cloudHsmKey({ DeletionDate: 5 })]
} as const

const schedule = scheduleKeyDeletion({ now: 100, PendingWindowInDays: 7 })
const invalid = 'KMSInvalidStateException'

describe('the management of a key', () => {
  it.each([
    ['Enabled', ['accepted', invalid, 'accepted', 'accepted']],
    ['Disabled', ['accepted', invalid, 'accepted', 'accepted']],
    ['Unavailable', ['accepted', invalid, 'accepted', 'accepted']],
    ['PendingDeletion', [invalid, 'accepted', invalid, invalid]]
  ] as const)('in the state %s', (state, verdicts) => {
    const [store, key] = keys[state]
    const operations = [schedule, cancelKeyDeletion({}), enableKey({}), disableKey({})]
    expect(operations.map((operation) => verdict(operation(store)(key)))).toEqual(verdicts)
  })

  it('changes nothing but what it is about', () => {
    expect(schedule(connected)(cloudHsmKey())).toEqual(E.right(cloudHsmKey({ DeletionDate: 604_900 })))
    expect(disableKey({})(connected)(cloudHsmKey())).toEqual(E.right(cloudHsmKey({ enabled: false })))
    expect(enableKey({})(connected)(cloudHsmKey({ enabled: false }))).toEqual(E.right(cloudHsmKey()))
  })

  it('leaves a key disabled, without a date, when its deletion is cancelled', () => {
    const cancelled = cancelKeyDeletion({})(connected)(cloudHsmKey({ DeletionDate: 5 }))
    expect(cancelled).toEqual(E.right(cloudHsmKey({ enabled: false })))
    expect(E.isRight(cancelled) && 'DeletionDate' in cancelled.right).toBe(false)
  })

  it('is refused where KMS itself fails, after the state of the key', () => {
    for (const failure of ['KMSInternalException', 'DependencyTimeoutException'] as const) {
      expect(verdict(enableKey({ failure })(connected)(cloudHsmKey()))).toBe(failure)
      expect(verdict(cancelKeyDeletion({ failure })(connected)(cloudHsmKey()))).toBe(invalid)
    }
  })
})
