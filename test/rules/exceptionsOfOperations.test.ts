/** Each operation refuses with the exceptions that its page lists, and with no other. */
import { describe, expect, it } from 'vitest'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'
import { connectRules } from '../../src/operations/connect.js'
import { createCloudHsmKeyRules } from '../../src/operations/createCloudHsmKey.js'
import { createCloudHsmKeyStoreRules } from '../../src/operations/createCloudHsmKeyStore.js'
import { createExternalKeyRules } from '../../src/operations/createExternalKey.js'
import { createExternalKeyStoreRules } from '../../src/operations/createExternalKeyStore.js'
import { deleteRules } from '../../src/operations/delete.js'
import { describeRules } from '../../src/operations/describe.js'
import { disconnectRules } from '../../src/operations/disconnect.js'
import { generateRandomRules } from '../../src/operations/generateRandom.js'
import { manageKeyRules } from '../../src/operations/manageKey.js'
import { updateRules } from '../../src/operations/update.js'
import { useKeyRules } from '../../src/operations/useKey.js'
import { listedForKeys, listedForStores } from '../documentation/listedExceptions.js'

/** An account looks the store up and refuses an unknown one, before there is a store to hold rules against. */
const refusedByAccount = 'CustomKeyStoreNotFoundException'
/** It looks a key up as well. */
const unknownKey = 'NotFoundException'
/** The update of a member that does not go with the store: no page lists the error. */
const notListed = 'ValidationException'

type Refusing = ReadonlyArray<{ readonly otherwise: string }>
const refusalsOf = (...lists: ReadonlyArray<Refusing>) =>
  [...new Set(lists.flat().map((rule) => rule.otherwise))].sort()

describe('the exceptions of an operation', () => {
  it.each(Object.entries(listedForStores))('%s are those that its page lists', (operation, names) => {
    const declared: ReadonlyArray<string> = documentedExceptions[operation as keyof typeof listedForStores]
    expect([...declared].sort()).toEqual([...names].sort())
  })

  const editions = [
    'exception-text-2022',
    'operation-page-2022',
    'exception-text-2026',
    'operation-page-2026',
    'developer-guide'
  ] as const

  it.each(editions)('are each answered by some rule, and no other, under %s', (edition) => {
    const reached: Record<keyof typeof listedForStores, ReadonlyArray<string>> = {
      CreateCustomKeyStore: refusalsOf(createCloudHsmKeyStoreRules, createExternalKeyStoreRules),
      DescribeCustomKeyStores: refusalsOf(describeRules),
      ConnectCustomKeyStore: refusalsOf(connectRules(edition), [{ otherwise: refusedByAccount }]),
      DisconnectCustomKeyStore: refusalsOf(disconnectRules(edition), [{ otherwise: refusedByAccount }]),
      UpdateCustomKeyStore: refusalsOf(updateRules(edition), [{ otherwise: refusedByAccount }]),
      DeleteCustomKeyStore: refusalsOf(deleteRules(edition), [{ otherwise: refusedByAccount }]),
      CreateKey: refusalsOf(createCloudHsmKeyRules(edition), createExternalKeyRules(edition), [
        { otherwise: refusedByAccount }
      ]),
      GenerateRandom: refusalsOf(generateRandomRules(edition), [{ otherwise: refusedByAccount }])
    }
    for (const [operation, names] of Object.entries(listedForStores)) {
      const expected = operation === 'UpdateCustomKeyStore' ? [...names, notListed] : names
      expect([operation, reached[operation as keyof typeof listedForStores]]).toEqual([
        operation,
        expected.sort()
      ])
    }
  })

  it('are, for the use of a key, those about its state, its backing key store and KMS itself', () => {
    expect(refusalsOf(useKeyRules, [{ otherwise: unknownKey }])).toEqual([...listedForKeys.useKey].sort())
  })

  it.each(['ScheduleKeyDeletion', 'CancelKeyDeletion', 'EnableKey', 'DisableKey'] as const)(
    'are, for %s, those about the state of the key and KMS itself',
    (operation) => {
      const reached = refusalsOf(manageKeyRules(operation), [{ otherwise: unknownKey }])
      expect(reached).toEqual([...listedForKeys.enableKey].sort())
    }
  )
})
