/** Laws of the ConnectionState in every history of an account, whatever is asked for, reported or broken in it. */
import { describe, expect } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import {
  arrows,
  idIn,
  isAccepted,
  keptStores,
  moreRuns,
  newStores,
  ofEveryHistory,
  ofEveryStep
} from './everyHistory.js'

describe('ConnectionState', () => {
  ofEveryHistory('1. a FAILED store is never connected without being disconnected first', (steps) => {
    const toBeDisconnected = new Set<string>()
    for (const step of steps) {
      for (const { ConnectionState, CustomKeyStoreId } of step.before.stores) {
        if (ConnectionState === 'FAILED') toBeDisconnected.add(CustomKeyStoreId)
      }
      if (step.command.does === 'DisconnectCustomKeyStore' && isAccepted(step)) {
        toBeDisconnected.delete(String(idIn(step.command)))
      }
      for (const { ConnectionState, CustomKeyStoreId } of step.after.stores) {
        if (ConnectionState.startsWith('CONNECT')) expect(toBeDisconnected).not.toContain(CustomKeyStoreId)
      }
    }
  })

  ofEveryStep(
    '2. there are seven arrows between the states and no other, and each has its own cause',
    (step) => {
      for (const { was, is } of keptStores(step)) {
        if (was.ConnectionState === is.ConnectionState) continue
        const arrow = `${was.ConnectionState} → ${is.ConnectionState}`
        expect(Object.keys(arrows)).toContain(arrow)
        expect(arrows[arrow]).toContain(step.command.does)
        expect(idIn(step.command)).toBe(is.CustomKeyStoreId)
      }
    }
  )

  ofEveryStep(
    '3. a CONNECTED store stays CONNECTED until somebody disconnects it, whatever becomes of its backing store',
    (step) => {
      for (const { was, is } of keptStores(step)) {
        if (was.ConnectionState !== 'CONNECTED' || is.ConnectionState === 'CONNECTED') continue
        expect(step.command.does).toBe('DisconnectCustomKeyStore')
      }
    }
  )

  ofEveryStep('4. a new store is DISCONNECTED and has never been connected', (step) => {
    for (const store of newStores(step)) {
      expect(step.command.does).toBe('CreateCustomKeyStore')
      expect(store).toMatchObject({ ConnectionState: 'DISCONNECTED', attempt: 0 })
    }
  })

  ofEveryStep(
    '5. a store has a ConnectionErrorCode if and only if it is FAILED, and one that its type can have',
    ({ after }) => {
      for (const store of after.stores) {
        const shown = cks.listEntry(store)
        for (const entry of [store, shown]) {
          expect('ConnectionErrorCode' in entry).toBe(store.ConnectionState === 'FAILED')
        }
        if (store.ConnectionState !== 'FAILED') continue
        expect(shown.ConnectionErrorCode).toBe(store.ConnectionErrorCode)
        const possible = store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? any.cloudHsmCodes : any.externalCodes
        expect(possible).toContain(store.ConnectionErrorCode)
      }
    },
    moreRuns
  )

  ofEveryStep(
    '6. a code is the one of the attempt that failed, and never changes',
    (step) => {
      for (const { was, is } of keptStores(step)) {
        if (is.ConnectionState !== 'FAILED') continue
        if (was.ConnectionState === 'FAILED') expect(is.ConnectionErrorCode).toBe(was.ConnectionErrorCode)
        else if (step.command.does === 'connectionFailed')
          expect(is.ConnectionErrorCode).toBe(step.command.code)
      }
    },
    moreRuns
  )

  ofEveryStep(
    '7. an attempt has the number after the one before, and a new one begins with each CONNECTING and DISCONNECTING',
    (step) => {
      for (const { was, is } of keptStores(step)) {
        const begins = was.ConnectionState !== is.ConnectionState && is.ConnectionState.endsWith('ING')
        expect(is.attempt).toBe(was.attempt + (begins ? 1 : 0))
      }
    }
  )
})
