/** What is true of an explanation beside the operation that it explains. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { patiently } from './everyHistory.js'
import { start } from './history.js'
import { sound } from './outcomes.js'

/** A case of an operation: how it is explained, and how it is answered. */
interface Case {
  readonly findings: ReadonlyArray<cks.Finding>
  readonly answer: E.Either<{ readonly name: string; readonly rule?: string }, unknown>
}

const read = <A>(codec: t.Type<A, unknown>, operation: cks.Operation) =>
  rawRequest[operation]
    .map(cks.decode(codec))
    .filter(E.isRight)
    .map(({ right }) => right)

const whole = fc.record({ edition: any.editionName, store: any.store, account: start, facts: any.backing })

const cases: Readonly<Record<cks.Operation, fc.Arbitrary<Case>>> = {
  CreateCustomKeyStore: fc
    .tuple(whole, read(cks.CreateCustomKeyStoreRequest, 'CreateCustomKeyStore'))
    .map(([{ edition, store, account, facts }, request]) => {
      const given = { ...facts, ...store, others: account.stores, storeQuota: 3 }
      return {
        findings: cks.explainUnder(edition)('CreateCustomKeyStore', request, given),
        answer: cks.under(edition).create(given)(request)
      }
    }),
  DescribeCustomKeyStores: fc
    .tuple(whole, read(cks.DescribeCustomKeyStoresRequest, 'DescribeCustomKeyStores'))
    .map(([{ edition, account, facts }, request]) => ({
      findings: cks.explainUnder(edition)('DescribeCustomKeyStores', account.stores, { ...facts, request }),
      answer: cks.under(edition).describe(facts)(request)(account.stores)
    })),
  ConnectCustomKeyStore: whole.map(({ edition, store, facts }) => ({
    findings: cks.explainUnder(edition)('ConnectCustomKeyStore', store, facts),
    answer: cks.under(edition).connect(facts)(store)
  })),
  DisconnectCustomKeyStore: whole.map(({ edition, store, facts }) => ({
    findings: cks.explainUnder(edition)('DisconnectCustomKeyStore', store, facts),
    answer: cks.under(edition).disconnect(facts)(store)
  })),
  UpdateCustomKeyStore: fc
    .tuple(whole, read(cks.UpdateCustomKeyStoreRequest, 'UpdateCustomKeyStore'))
    .map(([{ edition, store, account, facts }, request]) => {
      const given = { ...facts, others: account.stores }
      return {
        findings: cks.explainUnder(edition)('UpdateCustomKeyStore', store, { ...given, request }),
        answer: cks.under(edition).update(given)(request)(store)
      }
    }),
  DeleteCustomKeyStore: whole.map(({ edition, store, account, facts }) => ({
    findings: cks.explainUnder(edition)('DeleteCustomKeyStore', store, { ...facts, keys: account.keys }),
    answer: cks.under(edition).delete({ ...facts, keys: account.keys })(store)
  })),
  CreateKey: fc
    .tuple(whole, read(cks.CreateKeyRequest, 'CreateKey'))
    .map(([{ edition, store, account, facts }, request]) => {
      const given = { ...sound(store), ...facts, keys: account.keys, keyQuota: 3 }
      return {
        findings: cks.explainUnder(edition)('CreateKey', store, { ...given, request }),
        answer: cks.under(edition).createKey(given)(request)(store)
      }
    }),
  GenerateRandom: whole.map(({ edition, store, facts }) => ({
    findings: cks.explainUnder(edition)('GenerateRandom', store, facts),
    answer: cks.under(edition).generateRandom(facts)(store)
  }))
}

describe('explanations', () => {
  test.each(Object.entries(cases))(
    '35. the first rule that an explanation finds broken is the one that refuses: %s',
    patiently,
    (_, some) => {
      fc.assert(
        fc.property(some, ({ findings, answer }) => {
          const broken = findings.find((finding) => finding.verdict === 'does not hold')
          expect([broken?.otherwise, broken?.rule]).toStrictEqual(
            E.isLeft(answer) ? [answer.left.name, answer.left.rule] : [undefined, undefined]
          )
        }),
        { numRuns: 200 }
      )
    }
  )
})
