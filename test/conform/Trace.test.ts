/** Which of the exchanges that led to a deviation may show it again. */
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../src/conform/Exchange.js'
import { candidates, mostExchanges, withoutRepeatedLooks } from '../../src/conform/Trace.js'
import { aboutAllSince } from '../../src/conform/related.js'
import { exchange } from './told.js'

const create = (id: string): Exchange => exchange('CreateCustomKeyStore', {}, { CustomKeyStoreId: id })
const look = (id: string, state: string): Exchange =>
  exchange(
    'DescribeCustomKeyStores',
    { CustomKeyStoreId: id },
    { CustomKeyStores: [{ CustomKeyStoreId: id, ConnectionState: state }] }
  )
const connect = (id: string): Exchange => exchange('ConnectCustomKeyStore', { CustomKeyStoreId: id })
const key = (id: string, KeyId: string): Exchange =>
  exchange('CreateKey', { CustomKeyStoreId: id }, { KeyMetadata: { KeyId } })
const encrypt = (KeyId: string): Exchange => exchange('Encrypt', { KeyId })
const listAll = exchange('DescribeCustomKeyStores', {}, { CustomKeyStores: [{ CustomKeyStoreId: 'b' }] })

describe('looks at one store in a row', () => {
  it('are only the last of them', () => {
    const [one, two, three, other] = [
      look('a', 'CONNECTING'),
      look('a', 'CONNECTING'),
      look('a', 'CONNECTED'),
      look('b', 'CONNECTED')
    ]
    expect(withoutRepeatedLooks([one, two, three])).toEqual([three])
    expect(withoutRepeatedLooks([one, other, two])).toEqual([one, other, two])
    expect(withoutRepeatedLooks([one, connect('a'), two])).toHaveLength(3)
    expect(withoutRepeatedLooks([listAll, listAll])).toHaveLength(2)
    expect(withoutRepeatedLooks([connect('a'), connect('a')])).toHaveLength(2)
    expect(withoutRepeatedLooks([])).toEqual([])
    const nameless = exchange('DescribeCustomKeyStores', { CustomKeyStoreId: 7 })
    expect(withoutRepeatedLooks([nameless, nameless])).toHaveLength(2)
  })
})

describe('the candidates', () => {
  const [a, b] = [create('a'), create('b')]
  const [connectA, settled, keyA, use] = [connect('a'), look('a', 'CONNECTED'), key('a', 'k'), encrypt('k')]

  it('are what explains it with the looks between, all about the same, and all of the check', () => {
    const all = [b, a, connectA, look('a', 'CONNECTING'), settled, keyA, listAll, use]
    const found = candidates({ all, begun: 6, explaining: [a, connectA, keyA, use] })
    expect(found).toEqual([
      [a, connectA, settled, keyA, use],
      [b, a, connectA, settled, keyA, listAll, use]
    ])
  })

  it('have the look that last showed the store settled, of its key too', () => {
    const again = look('a', 'CONNECTED')
    const all = [a, connectA, settled, keyA, again, use]
    expect(candidates({ all, begun: 0, explaining: [a, connectA, keyA, use] })[0]).toEqual(all)
    // Not one from before what is kept, nor one at another store or while it was on its way.
    const early = [a, settled, connectA, look('b', 'CONNECTED'), look('a', 'CONNECTING'), keyA, use]
    expect(candidates({ all: early, begun: 0, explaining: [a, connectA, keyA, use] })[0]).toEqual([
      a,
      settled,
      connectA,
      keyA,
      use
    ])
  })

  it('have no look that only what is not kept needs', () => {
    const found = candidates({ all: [settled, connectA, keyA], begun: 0, explaining: [connectA, keyA] })
    expect(found[0]).toEqual([connectA, keyA])
    // A store that is made needs none, whatever was done to another one.
    const made = candidates({ all: [a, connectA, settled, b], begun: 0, explaining: [a, connectA, b] })
    expect(made[0]).toEqual([a, connectA, b])
  })

  it('have the look whatever lies between, of other stores, of this one on its way, or of its key', () => {
    const connectB = connect('b')
    for (const between of [[listAll], [look('a', 'CONNECTING'), encrypt('other')]]) {
      const all = [a, connectA, settled, ...between, keyA]
      expect(candidates({ all, begun: 0, explaining: [a, connectA, keyA] })[0]).toEqual([
        a,
        connectA,
        settled,
        keyA
      ])
    }
    const all = [a, b, connectA, settled, connectB, keyA]
    expect(candidates({ all, begun: 0, explaining: [a, b, connectA, connectB, keyA] })[0]).toEqual(all)
    const shown = exchange('DescribeKey', { KeyId: 'k' }, { KeyMetadata: { KeyId: 'k' } })
    const ofKey = [a, connectA, keyA, shown, settled, use]
    expect(candidates({ all: ofKey, begun: 0, explaining: [a, connectA, keyA, use] })[0]).toEqual([
      a,
      connectA,
      keyA,
      settled,
      use
    ])
  })

  it('are different where they are equally many', () => {
    const found = candidates({ all: [b, a, connectA], begun: 2, explaining: [b, connectA] })
    expect(found).toEqual([
      [b, connectA],
      [a, connectA]
    ])
  })

  it('are none without an exchange, where the last one is about nothing', () => {
    expect(candidates({ all: [a, b, listAll], begun: 2, explaining: [listAll] })).toEqual([
      [listAll],
      [b, listAll]
    ])
  })

  it('are each there once', () => {
    const all = [a, connectA]
    expect(candidates({ all, begun: 0, explaining: all })).toEqual([all])
    expect(candidates({ all: [b, a, connectA], begun: 0, explaining: [connectA] })).toEqual([
      [connectA],
      [a, connectA],
      [b, a, connectA]
    ])
  })

  it('are no longer than a deviation needs, and end with what showed it', () => {
    const many = Array.from({ length: mostExchanges + 30 }, () => connect('a'))
    const last = connect('a')
    const found = candidates({ all: [...many, last], begun: 0, explaining: [last] })
    expect(found.map(({ length }) => length)).toEqual([1, mostExchanges])
    expect(found[1]?.at(-1)).toBe(last)
  })
})

describe('all about what a check names or shows', () => {
  it('is what came before about those stores, and the check itself', () => {
    const [a, b, c] = [create('a'), create('b'), create('c')]
    expect(aboutAllSince([a, b, c, connect('c'), listAll, connect('a')], 4)).toEqual([
      a,
      b,
      listAll,
      connect('a')
    ])
  })
})
