/** What is true of the keys in the stores of an account. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect } from 'vitest'
import * as cks from '../../src/index.js'
import { idIn, isAccepted, ofEveryHistory, ofEveryStep, storeNamed, moreRuns } from './everyHistory.js'

describe('keys', () => {
  ofEveryStep(
    '25. a key is created in a CONNECTED store of its origin and stays in it',
    ({ before, after, command }) => {
      for (const key of after.keys) {
        const was = before.keys.find((other) => other.KeyId === key.KeyId)
        const store = storeNamed(after, key.CustomKeyStoreId)
        expect(key.Origin).toBe(store?.CustomKeyStoreType)
        if (was !== undefined) {
          const { enabled: _, DeletionDate: __, ...rest } = was
          expect(key).toMatchObject(rest)
        } else expect([command.does, store?.ConnectionState]).toStrictEqual(['CreateKey', 'CONNECTED'])
      }
    }
  )

  ofEveryStep(
    '26. no two keys of a store stand for the same external key',
    ({ after }) => {
      const outside = after.keys.flatMap((key) =>
        key.Origin === 'EXTERNAL_KEY_STORE' ? [`${key.CustomKeyStoreId} ${key.XksKeyConfiguration.Id}`] : []
      )
      expect(new Set(outside).size).toBe(outside.length)
    },
    moreRuns
  )

  ofEveryStep('27. a key goes only after its waiting period', ({ before, after, command, given }) => {
    for (const key of before.keys) {
      if (after.keys.some((other) => other.KeyId === key.KeyId)) continue
      expect(command.does).toBe('waitForDeletions')
      expect(key.DeletionDate).toBeLessThanOrEqual(given.now)
    }
  })

  ofEveryHistory(
    '28. a key is Unavailable while its store is not CONNECTED, then again as it was last set',
    (steps) => {
      const asSet = new Map<string, 'Enabled' | 'Disabled' | 'PendingDeletion'>()
      for (const key of steps[0]?.before.keys ?? []) {
        asSet.set(
          key.KeyId,
          key.DeletionDate !== undefined ? 'PendingDeletion' : key.enabled ? 'Enabled' : 'Disabled'
        )
      }
      for (const step of steps) {
        const { command, after } = step
        if ('KeyId' in command && isAccepted(step)) {
          if (command.does === 'enableKey') asSet.set(command.KeyId, 'Enabled')
          if (command.does === 'disableKey' || command.does === 'cancelKeyDeletion')
            asSet.set(command.KeyId, 'Disabled')
          if (command.does === 'scheduleKeyDeletion') asSet.set(command.KeyId, 'PendingDeletion')
        }
        for (const { KeyId, CustomKeyStoreId } of after.keys) {
          const set = asSet.get(KeyId) ?? 'Enabled'
          const isUsable = storeNamed(after, CustomKeyStoreId)?.ConnectionState === 'CONNECTED'
          const described = cks.accountKeys.describeKey({ KeyId })(after)
          const expected = set === 'PendingDeletion' || isUsable ? set : 'Unavailable'
          const metadata = E.isRight(described) ? described.right[0].KeyMetadata : undefined
          expect([metadata?.KeyState, metadata?.Enabled]).toStrictEqual([expected, expected === 'Enabled'])
        }
      }
    },
    moreRuns
  )

  ofEveryStep(
    '29. a key is used and random bytes are made in CONNECTED stores only',
    (step) => {
      const { command, before } = step
      if (!isAccepted(step)) return
      if (command.does === 'useKey') {
        const key = before.keys.find((other) => other.KeyId === command.KeyId)
        expect([key?.enabled, key?.DeletionDate]).toStrictEqual([true, undefined])
        expect(storeNamed(before, key?.CustomKeyStoreId)?.ConnectionState).toBe('CONNECTED')
      }
      if (command.does === 'GenerateRandom' && idIn(command) !== undefined && idIn(command) !== null) {
        expect(storeNamed(before, idIn(command))).toMatchObject({
          CustomKeyStoreType: 'AWS_CLOUDHSM',
          ConnectionState: 'CONNECTED'
        })
      }
    },
    moreRuns
  )
})
