/** Laws of the way back: every store can be connected again, and every store can be deleted. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { verdict } from '../fixtures.js'
import { runs, storeNamed } from './everyHistory.js'
import { commands, history, start, type Command } from './history.js'

/** A command without a failure of KMS. */
const ask = (does: cks.OperationName, CustomKeyStoreId: string): Command => ({
  does,
  request: { CustomKeyStoreId }
})

describe('recovery', () => {
  const repaired = { does: 'changeInfrastructure', facts: any.soundInfrastructure } as const

  const reachable = fc.tuple(any.editionName, start, commands).map(([edition, account, what]) => ({
    edition,
    account: history(edition, account, what).at(-1)?.after ?? account
  }))

  test('11. once the backing stores are repaired, every store can be CONNECTED', () => {
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

  test('12. every store can be deleted, once its keys have gone and not before', () => {
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
            ...keys.map(({ KeyId }) => ({ does: 'ScheduleKeyDeletion', request: { KeyId } }) as const),
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
