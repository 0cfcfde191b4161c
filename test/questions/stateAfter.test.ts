import { describe, expect, it } from 'vitest'
import { editionNames } from '../../src/editions/editions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { stateAfterUnder, type StateOperation } from '../../src/questions/stateAfter.js'
import { under } from '../../src/under.js'

/** Names that every object has, though nobody gave them to it. */
const inherited = Object.getOwnPropertyNames(Object.prototype)
const names = ['', 'connected', 'CONNECTED ', '0', ...inherited]

const ofState = operationNames.filter(
  (name) => (operationsByName['exception-text-2022'][name].inState ?? []).length > 0
) as ReadonlyArray<StateOperation>

/** Callers without types can pass them: no answer about them would be true. */
describe.each(editionNames)('under %s', (edition) => {
  const stateAfter = stateAfterUnder(edition)

  it.each(ofState)('%s says of what is no state that it is none', (operation) => {
    for (const state of [...names, undefined, null, 7, {}]) {
      expect(() => stateAfter(operation)(state as never)).toThrow(
        new RegExp(`^stateAfter\\('${operation}'\\) takes one of DISCONNECTED, CONNECTING, .*, not `)
      )
    }
  })

  it('says of what is no operation on a store in a state that it is none', () => {
    for (const name of [...names, 'Connect', 'Encrypt', 'DescribeCustomKeyStores', undefined]) {
      expect(() => stateAfter(name as never)).toThrow(
        /^stateAfter takes one of ConnectCustomKeyStore, .*, GenerateRandom, not /
      )
    }
  })
})

it('an edition that is none is named with those that there are', () => {
  expect(() => under('2026' as never)).toThrow(
    "under takes one of exception-text-2022, operation-page-2022, exception-text-2026, operation-page-2026, developer-guide, not '2026'"
  )
  expect(() => under(undefined as never)).toThrow(/not undefined$/)
})
