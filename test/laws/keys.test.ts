/** Laws of the keys in the stores of an account. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import { ListKeysRequest } from '../../src/model/requests/ListKeysRequest.js'
import { accepted, decoded } from '../fixtures.js'
import {
  idIn,
  isAccepted,
  keyIn,
  moreRuns,
  ofEveryHistory,
  ofEveryStep,
  runs,
  storeNamed
} from './everyHistory.js'
import { start, type Step } from './history.js'

/** The operations that encrypt or decrypt, and the members of their answers that name the keys they have used. */
const uses: Readonly<Record<string, ReadonlyArray<string>>> = {
  Encrypt: ['KeyId'],
  Decrypt: ['KeyId'],
  ReEncrypt: ['SourceKeyId', 'KeyId'],
  GenerateDataKey: ['KeyId'],
  GenerateDataKeyWithoutPlaintext: ['KeyId']
}

/** The ARNs of the keys that an accepted operation has used. */
const usedIn = ({ command, answer }: Step): ReadonlyArray<unknown> => {
  const members = E.isRight(answer) ? (answer.right as Readonly<Record<string, unknown>>) : {}
  return (uses[command.does] ?? []).map((member) => members[member])
}

describe('keys', () => {
  ofEveryStep(
    '25. a key is created in a CONNECTED store of its origin and stays in it',
    ({ before, after, command }) => {
      for (const key of after.keys) {
        const was = before.keys.find((other) => other.KeyId === key.KeyId)
        const store = storeNamed(after, key.CustomKeyStoreId)
        expect(key.Origin).toBe(store?.CustomKeyStoreType)
        if (was !== undefined) {
          const {
            enabled: _,
            DeletionDate: __,
            Description: ___,
            Tags: ____,
            Policy: _____,
            Grants: ______,
            ...rest
          } = was
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
        const named = keyIn(step.before, command)
        if (named !== undefined && isAccepted(step)) {
          if (command.does === 'EnableKey') asSet.set(named.KeyId, 'Enabled')
          if (command.does === 'DisableKey' || command.does === 'CancelKeyDeletion')
            asSet.set(named.KeyId, 'Disabled')
          if (command.does === 'ScheduleKeyDeletion') asSet.set(named.KeyId, 'PendingDeletion')
        }
        for (const { KeyId, CustomKeyStoreId } of after.keys) {
          const set = asSet.get(KeyId) ?? 'Enabled'
          const isUsable = storeNamed(after, CustomKeyStoreId)?.ConnectionState === 'CONNECTED'
          const described = cks.account.describeKey({ ...step.given, failure: undefined })({ KeyId })(after)
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
      for (const arn of usedIn(step)) {
        const key = before.keys.find((other) => other.Arn === arn)
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

  ofEveryStep('41. a request about one key changes no other key, and no store', (step) => {
    const named = keyIn(step.before, step.command)
    if (named === undefined) return
    expect(step.after.stores).toBe(step.before.stores)
    for (const [i, was] of step.before.keys.entries()) {
      if (was !== named) expect(step.after.keys[i]).toBe(was)
    }
  })

  ofEveryStep(
    '42. what describes, lists, encrypts, decrypts or makes bytes leaves the account as it is',
    (step) => {
      const reads = [
        'DescribeCustomKeyStores',
        'DescribeKey',
        'ListKeys',
        'ListAliases',
        'GetKeyPolicy',
        'ListKeyPolicies',
        'ListGrants',
        'ListRetirableGrants',
        'ListResourceTags',
        'GenerateRandom',
        ...Object.keys(uses)
      ]
      if (reads.includes(step.command.does)) expect(step.after).toBe(step.before)
    }
  )

  ofEveryStep('53. no two grants have the same id, and no grant ever changes', ({ before, after }) => {
    const grantsOf = ({ keys }: cks.Account) => keys.flatMap(({ Grants = [] }) => Grants)
    const was = new Map(grantsOf(before).map((grant) => [grant.GrantId, grant]))
    expect(new Set(grantsOf(after).map(({ GrantId }) => GrantId)).size).toBe(grantsOf(after).length)
    for (const grant of grantsOf(after)) expect(grant).toStrictEqual(was.get(grant.GrantId) ?? grant)
  })

  ofEveryStep('52. an alias names one key of the account, and no two have the same name', ({ after }) => {
    const aliases = after.aliases ?? []
    expect(new Set(aliases.map(({ AliasName }) => AliasName)).size).toBe(aliases.length)
    for (const { TargetKeyId } of aliases) {
      expect(after.keys.filter(({ KeyId }) => KeyId === TargetKeyId)).toHaveLength(1)
    }
  })

  test('43. the pages of ListKeys, put together, are all the keys, each once, whatever the limit', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 4 }), (account, Limit) => {
        const ids: Array<string> = []
        let Marker: cks.Marker | undefined
        do {
          const request = decoded(ListKeysRequest, { Limit, Marker })
          const [page] = accepted(cks.account.listKeys({})(request)(account))
          expect(page.Keys.length).toBeLessThanOrEqual(Limit)
          ids.push(...page.Keys.map(({ KeyId }) => KeyId))
          Marker = decoded(t.union([cks.Marker, t.undefined]), page.NextMarker)
        } while (Marker !== undefined && ids.length < account.keys.length)
        expect(Marker).toBeUndefined()
        expect(ids).toStrictEqual(account.keys.map(({ KeyId }) => KeyId).sort())
      }),
      runs
    )
  })
})
