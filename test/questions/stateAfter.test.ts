import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { editionNames } from '../../src/editions/editions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { stateAfterUnder, type StateOperation } from '../../src/questions/stateAfter.js'

/** Names that every object has, though nobody gave them to it. */
const inherited = Object.getOwnPropertyNames(Object.prototype)
const names = ['', 'connected', 'CONNECTED ', '0', ...inherited]

const ofState = operationNames.filter(
  (name) => operationsByName['exception-text-2022'][name].inState !== undefined
) as ReadonlyArray<StateOperation>

const invalid = { name: 'CustomKeyStoreInvalidStateException' }

describe.each(editionNames)('under %s', (edition) => {
  const stateAfter = stateAfterUnder(edition)

  it.each(ofState)('%s is refused in what is no state', (operation) => {
    for (const state of names) expect(stateAfter(operation)(state as never)).toMatchObject({ left: invalid })
  })

  it('what is no operation is refused in every state', () => {
    for (const name of names) {
      const result = stateAfter(name as never)('CONNECTED')
      expect(E.isLeft(result) && result.left).toMatchObject(invalid)
    }
  })
})
