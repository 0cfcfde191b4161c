/** What callers without types are told. */
import { describe, expect, it } from 'vitest'
import * as cks from '../src/index.js'
import { exampleStore } from '../src/possible/examples.js'

const untyped = cks as any
const store = exampleStore('AWS_CLOUDHSM', 'DISCONNECTED')

describe('an argument that no type allows is told', () => {
  it.each<readonly [string, () => unknown, string]>([
    ['no facts', () => untyped.connect()(store), 'ConnectCustomKeyStore takes facts, not undefined'],
    [
      'an Either',
      () => untyped.connect({})({ _tag: 'Right', right: store }),
      'not an Either: take what is in its right'
    ],
    [
      'a refusal',
      () => untyped.connect({})({ _tag: 'Left', left: 'why' }),
      'not an Either: take what is in its right'
    ],
    [
      'a function',
      () => untyped.connect(() => ({}))(store),
      'ConnectCustomKeyStore takes facts, not a function'
    ],
    [
      'a list',
      () => untyped.connect({})([store]),
      'ConnectCustomKeyStore takes a custom key store, not a list'
    ],
    ['an object', () => untyped.connect({})({}), 'takes a custom key store, not an object'],
    [
      'a prototype',
      () => untyped.connect({})(Object.create(store)),
      'takes a custom key store, not an object'
    ],
    [
      'no list of keys',
      () => untyped.delete({})(store),
      'DeleteCustomKeyStore takes facts with a list of keys'
    ],
    [
      'no list of others',
      () => untyped.update({})({ CustomKeyStoreId: store.CustomKeyStoreId })(store),
      'UpdateCustomKeyStore takes facts with a list of others'
    ],
    [
      'no store',
      () => untyped.operationsAllowed(null),
      'operationsAllowed takes a custom key store, not null'
    ],
    [
      'no state',
      () => untyped.stateAfter('CreateKey')(),
      "stateAfter('CreateKey') takes one of DISCONNECTED, "
    ]
  ])('%s', (_, call, complaint) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(complaint)
  })

  it('what only looks like an Either is an object', () => {
    for (const _tag of ['Left', 'Right', 'Store']) {
      expect(() => untyped.connect({})({ _tag })).toThrow('takes a custom key store, not an object')
    }
  })

  it('facts may have a _tag of their own', () => {
    expect(untyped.disconnect({ _tag: 'Facts' })(exampleStore('AWS_CLOUDHSM', 'CONNECTED'))._tag).toBe(
      'Right'
    )
  })
})
