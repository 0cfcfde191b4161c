/** What is known of a store, and how events of one moment add to it. */
import { describe, expect, it } from 'vitest'
import {
  areEqual,
  by,
  eitherKnown,
  isImpossible,
  live,
  nothingKnown,
  type Knowledge
} from '../../src/judge/Knowledge.js'
import { every, listed, possibilities, withKeys, type Possibility } from '../../src/judge/Possibility.js'
import { hsm, on, seen, uses } from './cloudTrail.js'

const does = on(hsm)
const store = (state: Possibility['state'], keys = false): Possibility => ({
  type: 'AWS_CLOUDHSM',
  state,
  keys
})
const known = (some: ReadonlyArray<Possibility>, keysUntil = 0): Knowledge => ({
  possible: possibilities(some),
  keysUntil
})
const states = ({ possible }: Knowledge): ReadonlyArray<string> => [
  ...new Set(listed(possible).map(({ state }) => state))
]

describe('knowledge', () => {
  it('is the same where the same is possible, with keys until the same time', () => {
    const one = known([store('CONNECTED')], 5)
    expect(areEqual(one, known([store('CONNECTED')], 5))).toBe(true)
    expect(areEqual(one, known([store('CONNECTED')], 6))).toBe(false)
    expect(areEqual(one, known([store('FAILED')], 5))).toBe(false)
  })

  it('if one or the other is true is both, with keys until the earlier time; what is impossible adds nothing', () => {
    const [one, other] = [known([store('CONNECTED')], 5), known([store('FAILED')], 9)]
    const both = known([store('CONNECTED'), store('FAILED')], 5)
    expect([eitherKnown(one, other), eitherKnown(other, one)]).toEqual([both, both])
    const impossible = known([], 1)
    expect(isImpossible(impossible)).toBe(true)
    expect([eitherKnown(impossible, other), eitherKnown(other, impossible)]).toEqual([other, other])
  })

  it('at a later time has that KMS went on, and keys until they can be gone', () => {
    const before = known([store('CONNECTING', true)], 100)
    expect(states(by(99)(before))).toEqual(['CONNECTING', 'CONNECTED', 'FAILED'])
    expect(listed(by(99)(before).possible).every(({ keys }) => keys)).toBe(true)
    const after = listed(by(100)(before).possible)
    expect(after.filter(({ keys }) => keys)).toHaveLength(3)
    expect(after.filter(({ keys }) => !keys)).toHaveLength(3)
    expect(by(100)(before).keysUntil).toBe(100)
  })
})

describe('a moment', () => {
  const lived = (
    operations: ReadonlyArray<readonly [operation: string, errorCode?: string]>,
    before: Knowledge = known([store('DISCONNECTED')])
  ) =>
    live('exception-text-2022', {
      time: 1_704_067_200,
      sightings: operations.map(([operation, errorCode], i) => ({
        ...seen(does(operation, 0, errorCode)),
        eventID: String(i)
      }))
    })(before)

  const notFound = 'CustomKeyStoreNotFoundException'

  it('of one event is as that event', () => {
    expect(states(lived([['ConnectCustomKeyStore']]))).toEqual(['CONNECTING'])
    expect(isImpossible(lived([['DisconnectCustomKeyStore']]))).toBe(true)
    expect(lived([])).toEqual(known([store('DISCONNECTED')]))
  })

  it('of several is as they can be ordered', () => {
    expect(states(lived([['DisconnectCustomKeyStore'], ['ConnectCustomKeyStore']]))).toContain(
      'DISCONNECTING'
    )
    expect(isImpossible(lived([['DisconnectCustomKeyStore'], ['DescribeCustomKeyStores']]))).toBe(true)
  })

  const four = [
    ['DescribeCustomKeyStores'],
    ['DescribeCustomKeyStores', 'AccessDenied'],
    ['ConnectCustomKeyStore', 'AccessDenied'],
    ['UpdateCustomKeyStore', 'AccessDenied']
  ] as const

  it('of five different ones still shows what cannot be', () => {
    const five = [...four, ['DescribeCustomKeyStores', notFound]] as const
    expect(isImpossible(lived(five))).toBe(true)
  })

  it('of more shows nothing: the store may have been changed, and keys made in it', () => {
    const six = [
      ...four,
      ['DeleteCustomKeyStore', 'AccessDenied'],
      ['DescribeCustomKeyStores', notFound]
    ] as const
    const after = lived(six, { ...known([store('DISCONNECTED')]), keysUntil: 7 })
    expect(states(after)).toEqual([
      'DISCONNECTED',
      'CONNECTING',
      'CONNECTED',
      'FAILED',
      'DISCONNECTING',
      'deleted'
    ])
    expect(after.possible & withKeys).not.toBe(0)
    expect(after.keysUntil).toBe(0)
  })

  it('has as often as one likes what repeats another event and changes nothing', () => {
    const looks = Array.from({ length: 20 }, () => ['DescribeCustomKeyStores'] as const)
    expect(isImpossible(lived([...looks, ['DescribeCustomKeyStores', notFound]]))).toBe(true)
    // Two changes of one kind are two.
    const twice = [
      ['DisconnectCustomKeyStore'],
      ['ConnectCustomKeyStore'],
      ['DisconnectCustomKeyStore']
    ] as const
    expect(states(lived(twice, known([store('CONNECTED')])))).toContain('DISCONNECTING')
    expect(isImpossible(lived(twice, known([store('DISCONNECTED')])))).toBe(false)
    expect(isImpossible(lived([['DeleteCustomKeyStore'], ['DeleteCustomKeyStore']]))).toBe(true)
  })

  it('leaves a store with a key where one was made', () => {
    const { possible } = lived([['CreateKey']], known([store('CONNECTED'), store('CONNECTED', true)]))
    expect(listed(possible)).toEqual([store('CONNECTED', true)])
  })

  it('shows a key by its use, for seven days', () => {
    const used = seen(uses(hsm)('Encrypt', 0))
    const after = live('exception-text-2022', { time: used.time, sightings: [used] })(nothingKnown)
    expect(after.keysUntil).toBe(used.time + 7 * 86_400)
    expect(after.possible & ~withKeys).toBe(0)
    expect(nothingKnown).toEqual({ possible: every, keysUntil: 0 })
  })
})
