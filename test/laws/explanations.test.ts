/** Laws of an explanation, compared with the operation that it explains. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { start } from './history.js'
import { namedAfter, namedBy, namedIn, ofStore } from '../named.js'
import { sound } from './outcomes.js'

/** A case of an operation: how it is explained, and how it is answered. */
interface Case {
  readonly explanation: cks.Explanation
  readonly answer: E.Either<{ readonly name: string; readonly rule?: string }, unknown>
}

const read = <A>(codec: t.Type<A, unknown>, operation: cks.OperationName) =>
  rawRequest[operation]
    .map(cks.decode(codec))
    .filter(E.isRight)
    .map(({ right }) => right)

const whole = fc
  .record({ edition: any.editionName, store: any.store, account: start, facts: any.backing })
  .map(({ store, facts, ...given }) => ({ ...given, store, facts: namedBy(facts, store) }))

type OnKey = 'enableKey' | 'disableKey' | 'cancelKeyDeletion' | 'describeKey' | 'useKey'

/** A key of either type, in a store of its type in any state. */
const keyInStore = whole
  .map((given) => ({ ...given, ...keyOf(given.account) }))
  .filter(({ key, store }) => key !== undefined && store !== undefined)

const keyOf = (account: cks.Account) => {
  const [key] = account.keys
  return { key, store: key && cks.storeWithId(account, key.CustomKeyStoreId) }
}

const onKey = (name: OnKey): fc.Arbitrary<Case> =>
  keyInStore.map(({ edition, store, key, facts }) => {
    const operation = cks.under(edition)[name]
    return {
      explanation: operation.explain(namedBy(facts, store!))(store!)(key!),
      answer: operation(namedBy(facts, store!))(store!)(key!)
    }
  })

/** The operations that are called with a request, a store or a key, without an account. */
const cases: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  CreateCustomKeyStore: fc
    .tuple(whole, read(cks.CreateCustomKeyStoreRequest, 'CreateCustomKeyStore'))
    .map(([{ edition, store, account, facts }, request]) => {
      const { create } = cks.under(edition)
      const given = namedIn({ ...facts, ...store, others: account.stores, storeQuota: 3 }, request)
      return { explanation: create.explain(given)(request), answer: create(given)(request) }
    }),
  DescribeCustomKeyStores: fc
    .tuple(whole, read(cks.DescribeCustomKeyStoresRequest, 'DescribeCustomKeyStores'))
    .map(([{ edition, account, facts }, request]) => {
      const { describe } = cks.under(edition)
      return {
        explanation: describe.explain(facts)(request)(account.stores),
        answer: describe(facts)(request)(account.stores)
      }
    }),
  ConnectCustomKeyStore: whole.map(({ edition, store, facts }) => {
    const { connect } = cks.under(edition)
    return { explanation: connect.explain(facts)(store), answer: connect(facts)(store) }
  }),
  DisconnectCustomKeyStore: whole.map(({ edition, store, facts }) => {
    const { disconnect } = cks.under(edition)
    return { explanation: disconnect.explain(facts)(store), answer: disconnect(facts)(store) }
  }),
  UpdateCustomKeyStore: fc
    .tuple(whole, read(cks.UpdateCustomKeyStoreRequest, 'UpdateCustomKeyStore'))
    .map(([{ edition, store, account, facts }, anyRequest]) => {
      const { update } = cks.under(edition)
      const request = ofStore(anyRequest, store)
      const given = namedAfter({ ...facts, others: account.stores }, request, store)
      return { explanation: update.explain(given)(request)(store), answer: update(given)(request)(store) }
    }),
  DeleteCustomKeyStore: whole.map(({ edition, store, account, facts }) => {
    const { delete: deleteStore } = cks.under(edition)
    const given = { ...facts, keys: account.keys }
    return { explanation: deleteStore.explain(given)(store), answer: deleteStore(given)(store) }
  }),
  CreateKey: fc
    .tuple(whole, read(cks.CreateKeyRequest, 'CreateKey'))
    .map(([{ edition, store, account, facts }, anyRequest]) => {
      const { createKey } = cks.under(edition)
      const request = ofStore(anyRequest, store)
      const given = { ...sound(store), ...facts, keys: account.keys, keyQuota: 3 }
      return {
        explanation: createKey.explain(given)(request)(store),
        answer: createKey(given)(request)(store)
      }
    }),
  GenerateRandom: whole.map(({ edition, store, facts }) => {
    const { generateRandom } = cks.under(edition)
    return { explanation: generateRandom.explain(facts)(store), answer: generateRandom(facts)(store) }
  }),
  DescribeKey: onKey('describeKey'),
  EnableKey: onKey('enableKey'),
  DisableKey: onKey('disableKey'),
  CancelKeyDeletion: onKey('cancelKeyDeletion'),
  ScheduleKeyDeletion: keyInStore.map(({ edition, store, key, facts }) => {
    const { scheduleKeyDeletion } = cks.under(edition)
    const given = { ...namedBy(facts, store!), now: 1_700_000_000, PendingWindowInDays: 7 }
    return {
      explanation: scheduleKeyDeletion.explain(given)(store!)(key!),
      answer: scheduleKeyDeletion(given)(store!)(key!)
    }
  }),
  'the use of a key': onKey('useKey')
}

describe('explanations', () => {
  test.each(Object.entries(cases))(
    '35. the first rule that an explanation finds broken is the one that refuses: %s',
    (_, some) => {
      fc.assert(
        fc.property(some, ({ explanation, answer }) => {
          const broken = explanation.rules.find(({ verdict }) => verdict === 'does not hold')
          expect([broken?.otherwise, broken?.rule]).toStrictEqual(
            E.isLeft(answer) ? [answer.left.name, answer.left.rule] : [undefined, undefined]
          )
          if (E.isLeft(answer)) expect(explanation.follows).toStrictEqual([])
        }),
        { numRuns: 200 }
      )
    }
  )
})
