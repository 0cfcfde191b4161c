/** What is true of every history of an account, whatever is asked for, reported or broken in it. More laws are in test/laws/. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { decoded, everyState, verdict } from '../fixtures.js'
import {
  idIn,
  isAccepted,
  keptStores,
  newStores,
  ofEveryHistory,
  ofEveryStep,
  patiently,
  runs,
  storeNamed,
  moreRuns
} from './everyHistory.js'
import { commands, history, reportTo, start, type Command, type Report } from './history.js'
import { answeredBy500, listed } from '../documentation/listedExceptions.js'

/** From state to state, and what alone leads there. */
const arrows: Readonly<Record<string, ReadonlyArray<string>>> = {
  'DISCONNECTED → CONNECTING': ['ConnectCustomKeyStore'],
  'CONNECTING → CONNECTED': ['settle', 'connectionSucceeded'],
  'CONNECTING → FAILED': ['settle', 'connectionFailed'],
  'CONNECTING → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'CONNECTED → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'FAILED → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'DISCONNECTING → DISCONNECTED': ['settle', 'disconnectionCompleted']
}

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

const waitedFor = {
  connectionSucceeded: { in: 'CONNECTING', leadsTo: 'CONNECTED' },
  connectionFailed: { in: 'CONNECTING', leadsTo: 'FAILED' },
  disconnectionCompleted: { in: 'DISCONNECTING', leadsTo: 'DISCONNECTED' }
} as const

const isReport = (command: Command): command is Report => command.does in waitedFor

describe('what KMS reports', () => {
  ofEveryStep(
    '8. a report of another attempt, of a state that is over, or of a code of the other type changes nothing',
    (step) => {
      const { command, before, after } = step
      if (!isReport(command)) return
      const { does, id, attempt, code } = command
      const [was, is] = [storeNamed(before, id), storeNamed(after, id)]
      const isWaitedFor =
        was?.ConnectionState === waitedFor[does].in && (attempt === undefined || attempt === was.attempt)
      const codes: ReadonlyArray<string> =
        was?.CustomKeyStoreType === 'AWS_CLOUDHSM' ? any.cloudHsmCodes : any.externalCodes
      if (isWaitedFor && (does !== 'connectionFailed' || codes.includes(code))) {
        expect(is?.ConnectionState).toBe(waitedFor[does].leadsTo)
      } else expect(after).toStrictEqual(before)
    }
  )

  ofEveryHistory('9. a report may be delivered again, at once or at any later time', (steps) => {
    const delivered: Array<Report> = []
    for (const { command, before, after } of steps) {
      if (isReport(command)) {
        const present = storeNamed(before, command.id)?.attempt ?? -1
        const attempt = command.attempt ?? present
        // KMS reports nothing of an attempt that has not begun.
        if (attempt <= present) delivered.push({ ...command, attempt })
      }
      for (const report of delivered) {
        const id = decoded(cks.CustomKeyStoreId, report.id)
        expect(cks.reported(id, reportTo(report))(after)).toStrictEqual(after)
      }
    }
  })

  test('10. a store is settled if and only if nothing can be ended in it', patiently, () => {
    fc.assert(
      fc.property(any.store, any.backing, (store, facts) => {
        expect(cks.isSettled(store)).toBe(cks.settle(facts)(store).ConnectionState === store.ConnectionState)
        expect(cks.isSettled(cks.settle(facts)(store))).toBe(true)
      })
    )
  })
})

/** A command without a failure of KMS. */
const ask = (does: cks.Operation, CustomKeyStoreId: string): Command => ({
  does,
  request: { CustomKeyStoreId }
})

describe('recovery', () => {
  const repaired = { does: 'changeInfrastructure', facts: any.soundInfrastructure } as const

  const reachable = fc.tuple(any.editionName, start, commands).map(([edition, account, what]) => ({
    edition,
    account: history(edition, account, what).at(-1)?.after ?? account
  }))

  test('11. once the backing stores are repaired, every store can be CONNECTED', patiently, () => {
    fc.assert(
      fc.property(reachable, ({ edition, account }) => {
        for (const { CustomKeyStoreId: id, ConnectionState: state } of account.stores) {
          const settle = { does: 'settle', id } as const
          const isDown = state === 'DISCONNECTED' || state === 'DISCONNECTING'
          const steps = history(edition, account, [
            repaired,
            ...(isDown ? [settle] : [ask('DisconnectCustomKeyStore', id), settle]),
            ask('ConnectCustomKeyStore', id),
            settle
          ])
          expect(steps.map(({ answer }) => verdict(answer))).toStrictEqual(steps.map(() => 'accepted'))
          expect(storeNamed(steps.at(-1)!.after, id)?.ConnectionState).toBe('CONNECTED')
        }
      }),
      runs
    )
  })

  test('12. every store can be deleted, once its keys have gone and not before', patiently, () => {
    fc.assert(
      fc.property(reachable, ({ edition, account }) => {
        for (const { CustomKeyStoreId: id, ConnectionState: state } of account.stores) {
          const keys = account.keys.filter((key) => key.CustomKeyStoreId === id)
          const settle = { does: 'settle', id } as const
          const isDown = state === 'DISCONNECTED' || state === 'DISCONNECTING'
          const down = history(edition, account, [
            ...(isDown ? [] : [ask('DisconnectCustomKeyStore', id)]),
            settle,
            ask('DeleteCustomKeyStore', id)
          ])
          expect(verdict(down.at(-1)!.answer)).toBe(
            keys.length === 0 ? 'accepted' : 'CustomKeyStoreHasCMKsException'
          )
          const wait = Array.from({ length: 100 }, () => ({ does: 'waitForDeletions' }) as const)
          const gone = history(edition, down.at(-1)!.after, [
            ...keys.map(({ KeyId }) => ({ does: 'scheduleKeyDeletion', KeyId }) as const),
            ...wait,
            ask('DeleteCustomKeyStore', id)
          ])
          expect(storeNamed(gone.at(-1)!.after, id)).toBeUndefined()
        }
      }),
      runs
    )
  })
})

describe('these laws', () => {
  test(
    'the histories reach every state, arrow, code and exception, and every operation accepted',
    patiently,
    () => {
      const reached = new Set<string>()
      const world = fc.tuple(any.editionName, start, commands)
      for (const [edition, account, what] of fc.sample(world, { seed: 1, numRuns: 1500 })) {
        for (const step of history(edition, account, what)) {
          reached.add(verdict(step.answer)).add(`${step.command.does} ${verdict(step.answer)}`)
          for (const { was, is } of keptStores(step)) {
            reached.add(is.ConnectionState).add(`${was.ConnectionState} → ${is.ConnectionState}`)
            if (is.ConnectionState === 'FAILED' && was.ConnectionState === 'CONNECTING') {
              reached.add(is.ConnectionErrorCode)
            }
          }
        }
      }
      const answers = Object.entries(listed).flatMap(([does, names]) =>
        ['accepted', ...names.filter((name) => !answeredBy500.includes(name))].map(
          (name) => `${does} ${name}`
        )
      )
      const codes = [...any.cloudHsmCodes, ...any.externalCodes]
      const all = [...everyState, ...Object.keys(arrows), ...codes, ...answers, ...answeredBy500]
      expect(all.filter((wanted) => !reached.has(wanted))).toStrictEqual([])
    }
  )
})
