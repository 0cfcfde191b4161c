/** Laws of the bare machine, the questions and the editions, compared with the operations. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { outcomes } from './outcomes.js'

const isCloudHsmMatter = (operation: string) => operation === 'GenerateRandom'

describe('the bare machine and the questions', () => {
  test('32. the bare machine answers as the operations do on a store without a fault, under every edition', () => {
    const machineAnswers = (edition: cks.EditionName, operation: string, state: cks.ConnectionState) => {
      const after = cks.under(edition).stateAfter(operation as cks.StateOperation)(state)
      return E.isLeft(after) ? after.left.name : after.right
    }
    fc.assert(
      fc.property(any.editionName, any.store, (edition, store) => {
        for (const [operation, outcome] of Object.entries(outcomes(edition, store))) {
          if (isCloudHsmMatter(operation) && cks.isExternal(store)) continue
          const answer = machineAnswers(edition, operation, store.ConnectionState)
          // An edition may let one type of store alone be renamed, or connected again: the machine knows no type.
          const isPerhapsOfTheOther =
            (operation === 'UpdateCustomKeyStore' && cks.isCloudHsm(store)) ||
            (operation === 'ConnectCustomKeyStore' && edition === 'developer-guide' && cks.isExternal(store))
          if (!isPerhapsOfTheOther || outcome !== 'CustomKeyStoreInvalidStateException') {
            expect(answer).toBe(outcome)
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  test('33. the operations allowed are those that a store without a fault accepts, and Describe', () => {
    fc.assert(
      fc.property(any.editionName, any.store, (edition, store) => {
        const accepted = Object.entries(outcomes(edition, store))
          .filter(([, outcome]) => !outcome.endsWith('Exception'))
          .map(([operation]) => operation)
        const allowed = cks.under(edition).operationsAllowed(store)
        expect([...allowed].sort()).toStrictEqual([...accepted, 'DescribeCustomKeyStores'].sort())
      }),
      { numRuns: 300 }
    )
  })

  test('34. editions differ in nothing but Connect and Update, and none is stricter about Update than the default', () => {
    fc.assert(
      fc.property(any.editionName, any.store, (edition, store) => {
        const [here, byDefault] = [outcomes(edition, store), outcomes('exception-text-2022', store)]
        for (const operation of Object.keys(here)) {
          if (operation === 'UpdateCustomKeyStore') {
            if (byDefault[operation] === store.ConnectionState)
              expect(here[operation]).toBe(byDefault[operation])
          } else if (operation !== 'ConnectCustomKeyStore' || edition !== 'developer-guide') {
            expect(here[operation]).toBe(byDefault[operation])
          }
        }
      }),
      { numRuns: 300 }
    )
  })
})
