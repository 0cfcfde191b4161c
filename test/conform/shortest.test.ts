/** The fewest exchanges that explain a deviation. */
import { describe, expect, it } from 'vitest'
import { nothingBelieved } from '../../src/conform/Belief.js'
import type { Exchange } from '../../src/conform/Exchange.js'
import { hear } from '../../src/conform/hear.js'
import { idOf } from '../../src/conform/ReportedDeviation.js'
import { shortest } from '../../src/conform/shortest.js'
import { mostExchanges } from '../../src/conform/Trace.js'
import type { AccountId } from '../../src/index.js'
import { connect, connected, created, disconnect, entry, exchange, hsm, shows, type Told } from './told.js'

const edition = 'exception-text-2022'
const nothing = nothingBelieved('111122223333' as AccountId, 'us-east-1')

const exchanges = (told: ReadonlyArray<Told>): ReadonlyArray<Exchange> => told.map((one) => exchange(...one))

/** The ids of the deviations that some exchanges show, by the exchange. */
const shownBy = (all: ReadonlyArray<Exchange>): ReadonlyArray<string | undefined> => {
  let belief = nothing
  return all.map((exchange) => {
    const heard = hear(edition)(exchange)(belief)
    belief = heard.belief
    return heard.deviation && idOf(heard.deviation)
  })
}

const found = (told: ReadonlyArray<Told>, begun = 0): ReadonlyArray<Exchange> => {
  const all = exchanges(told)
  const ids = shownBy(all).filter((id) => id !== undefined)
  return shortest(edition, nothing, { exchanges: all, begun, id: ids.at(-1)!, ids: new Set(ids) })
}

/** A store beside the one that a deviation is about. */
const other = (n: number): Told => [
  'CreateCustomKeyStore',
  { ...hsm, CustomKeyStoreName: `other ${String(n)}`, CloudHsmClusterId: `cluster-other${String(n)}234567` },
  { CustomKeyStoreId: `cks-other-${String(n)}` }
]
const wrong: Told = ['DeleteCustomKeyStore', { CustomKeyStoreId: 'cks-1' }, {}]

describe('what explains a deviation', () => {
  it('is no more than what is needed for it', () => {
    // It is as wrong to accept it while the store connects.
    expect(found([...connected, wrong])).toEqual(exchanges([created, connect, wrong]))
    expect(
      found([other(1), created, other(2), shows('DISCONNECTED'), connect, shows('CONNECTED'), wrong])
    ).toEqual(exchanges([created, connect, wrong]))
    expect(found([created, disconnect])).toEqual(exchanges([created, disconnect]))
  })

  it('is the deviation alone where that needs nothing before it', () => {
    const long: Told = ['ConnectCustomKeyStore', { CustomKeyStoreId: 'a'.repeat(65) }, {}]
    expect(found([created, connect, shows('CONNECTED'), long])).toEqual(exchanges([long]))
  })

  const key = (KeyId: string): Told => [
    'CreateKey',
    { CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' },
    { KeyMetadata: { KeyId, KeyState: 'Enabled' } }
  ]
  const alias = (TargetKeyId: string): Told => ['CreateAlias', { AliasName: 'alias/a', TargetKeyId }, {}]

  it('shows no deviation that the whole does not show', () => {
    // Two Encrypts show as well that the operation has gone; but the first is a deviation without its key.
    const use = (answered: Told[2]): Told => ['Encrypt', { KeyId: 'key-1', Plaintext: 'AAAA' }, answered]
    const gone = use({ reply: { notImplemented: 'status 501', status: 501 } })
    const told = [...connected, key('key-1'), use({ CiphertextBlob: 'AAAA' }), gone]
    const all = found(told)
    expect(all).toHaveLength(5)
    expect(new Set(shownBy(all))).toEqual(new Set(shownBy(exchanges(told))))
  })

  it('has what was before the check, where the check alone does not explain it', () => {
    expect(found([other(1), ...connected, other(2), wrong], 5)).toEqual(exchanges([created, connect, wrong]))
  })

  it('is found among many exchanges about others', () => {
    const others = Array.from({ length: 400 }, (_, n) => other(n))
    expect(found([...others.slice(200), ...connected, ...others.slice(0, 200), wrong])).toEqual(
      exchanges([created, connect, wrong])
    )
  })

  it('is looked for among what is about other keys too, where an alias was for one', () => {
    const told = [...connected, key('key-1'), key('key-2'), alias('key-1'), alias('key-2')]
    expect(found(told)).toEqual(exchanges(told.filter((one) => one !== connected[2])))
  })

  it('is found among many exchanges about the same store', () => {
    const looks = Array.from({ length: 60 }, () => shows('CONNECTED'))
    expect(found([...connected, ...looks, connect, ...looks, wrong]).length).toBeLessThanOrEqual(5)
  })

  it('is searched for in the whole where it takes too long to find what has to do with it', () => {
    const told = [
      ...connected,
      ...[key('key-1'), key('key-2'), alias('key-1')],
      ...Array.from({ length: 1_000 }, (): Told => [
        'DescribeKey',
        { KeyId: 'key-2' },
        { KeyMetadata: { KeyId: 'key-2', KeyState: 'Enabled' } }
      ]),
      ...[other(1), other(2), other(3), alias('key-2')]
    ]
    const all = found(told)
    expect(all).toHaveLength(mostExchanges)
    expect(all.slice(-4)).toEqual(exchanges(told.slice(-4)))
  })

  it('is cut where it takes too long to find the fewest: the last that a deviation needs', () => {
    const many = Array.from({ length: 1_100 }, (_, n): Told => [
      'UpdateCustomKeyStore',
      { CustomKeyStoreId: 'cks-1', NewCustomKeyStoreName: `name ${String(n)}` },
      {}
    ])
    const name = 'name 1099'
    const look: Told = [
      'DescribeCustomKeyStores',
      { CustomKeyStoreId: 'cks-1' },
      { CustomKeyStores: [entry('DISCONNECTED', { CustomKeyStoreName: name })] }
    ]
    const all = found([created, ...many, look, disconnect])
    expect(all).toHaveLength(mostExchanges)
    expect(all.at(-1)).toEqual(exchanges([disconnect])[0])
  })
})
