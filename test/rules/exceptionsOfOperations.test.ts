/** Each operation refuses with the exceptions that its page lists, and with no other. */
import { describe, expect, it } from 'vitest'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'
import type { EditionName } from '../../src/editions/editions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { listedForKeys, listedForStores, neverAnswered } from '../documentation/listedExceptions.js'

/** The update of a member that does not go with the store, and a grant that the key does not support: no page lists the error. */
const notListed = 'ValidationException'
/** What the model has no means to bring about, but for a grant to retire: tokens are not looked at. */
const outsideTheModel = 'InvalidGrantTokenException'
const isOutside = (operation: string, name: string): boolean =>
  name === outsideTheModel && operation !== 'RetireGrant'
const listed = { ...listedForStores, ...listedForKeys }
type Name = keyof typeof listed

/** The exceptions of all rules of an operation, those that are never asked for left out. */
const refusalsOf = (edition: EditionName, name: Name): ReadonlyArray<string> => {
  const rules = operationsByName[edition][name].parts.flatMap((part) => part.rules)
  return [...new Set(rules.map((rule) => rule.otherwise))].sort()
}

describe('the exceptions of an operation', () => {
  it.each(Object.entries(listed))('%s are those that its page lists', (operation, names) => {
    expect([...documentedExceptions[operation as Name]].sort()).toEqual([...names].sort())
  })

  it('are known of every operation', () => {
    expect(Object.keys(listed).sort()).toEqual([...operationNames].sort())
  })

  const editions = [
    'exception-text-2022',
    'operation-page-2022',
    'exception-text-2026',
    'operation-page-2026',
    'developer-guide'
  ] as const

  it.each(editions)('are each answered by some rule, and no other, under %s', (edition) => {
    for (const [operation, names] of Object.entries(listedForStores)) {
      const expected = operation === 'UpdateCustomKeyStore' ? [...names, notListed] : [...names]
      expect([operation, refusalsOf(edition, operation as Name)]).toEqual([operation, expected.sort()])
    }
  })

  it.each(editions)('on keys are, under %s, those listed but for what is outside the model', (edition) => {
    for (const [operation, names] of Object.entries(listedForKeys)) {
      const expected = names.filter(
        (name) => !isOutside(operation, name) && neverAnswered[operation]?.includes(name) !== true
      )
      const all = operation === 'CreateGrant' ? [...expected, notListed] : expected
      expect([operation, refusalsOf(edition, operation as Name)]).toEqual([operation, all.sort()])
    }
  })
})
