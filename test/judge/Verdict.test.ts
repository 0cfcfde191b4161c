/** Which event of a moment is blamed, how sure that is, and what a verdict cites. */
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../src/Evidence.js'
import { backingIsOfTheType, createdIdIsNew, typeNeverChanges } from '../../src/judge/claims.js'
import { judge, type Verdict } from '../../src/judge/index.js'
import { created, hsm, judged, on, uses } from './cloudTrail.js'

const does = on(hsm)
const hour = 3600

type Log = Parameters<typeof judged>[0]

const verdicts = (...log: Log): ReadonlyArray<Verdict> => judge.verdicts(judged(log))

describe('of events in one second', () => {
  const orders = [
    ['A', 'B', 'C'],
    ['A', 'C', 'B'],
    ['B', 'A', 'C'],
    ['B', 'C', 'A'],
    ['C', 'A', 'B'],
    ['C', 'B', 'A']
  ]

  it.each(orders)('the first by its id is blamed: %s %s %s', (...ids) => {
    const second = ids.map((eventID) => ({ ...does('DisconnectCustomKeyStore', hour), eventID }))
    const [verdict] = verdicts(does('UpdateCustomKeyStore', 0), ...second)
    expect(verdict?.event.eventID).toBe('A')
  })

  it('one without an id comes first', () => {
    const { eventID: _, ...nameless } = does('DisconnectCustomKeyStore', hour)
    const other = { ...nameless, eventID: 'A' }
    for (const second of [
      [nameless, other],
      [other, nameless]
    ]) {
      const [verdict] = verdicts(does('UpdateCustomKeyStore', 0), ...second)
      expect(verdict?.event.eventID).toBeUndefined()
    }
  })
})

describe('a verdict', () => {
  const standingOn = (...log: Log) => verdicts(...log).map(({ standing }) => standing)

  it('may be due to an answer that was out of date, soon after a change', () => {
    const log = [does('GenerateRandom', 0), does('DisconnectCustomKeyStore', hour)]
    expect(standingOn(...log, uses(hsm)('Encrypt', hour + 59))).toEqual(['may be eventual consistency'])
    expect(standingOn(...log, uses(hsm)('Encrypt', hour + 60))).toEqual(['contradiction'])
  })

  it('is not due to that because one change followed soon upon another', () => {
    expect(
      standingOn(created(hsm, 0), does('DeleteCustomKeyStore', 30), does('DescribeCustomKeyStores', hour))
    ).toEqual(['contradiction'])
  })

  it('names the editions that allow it', () => {
    const rename = does('UpdateCustomKeyStore', hour, undefined, { newCustomKeyStoreName: 'a' })
    const [verdict] = verdicts(does('GenerateRandom', 0), rename)
    expect(verdict?.allowedBy).toEqual(expect.arrayContaining(['exception-text-2026', 'operation-page-2026']))
    expect(verdict?.allowedBy).not.toContain('exception-text-2022')
  })

  it('tells what its rule assumes, where it does', () => {
    const [missing] = verdicts(does('DeleteCustomKeyStore', 0), does('DescribeCustomKeyStores', hour))
    expect(missing).toMatchObject({ rule: 'storeExists', assumes: ['A33'] })
    const [other] = verdicts(does('CreateKey', 0), does('DeleteCustomKeyStore', hour))
    expect(other).not.toHaveProperty('assumes')
  })

  it('of events that no edition allows names none', () => {
    expect(verdicts(does('CreateKey', 0), does('DeleteCustomKeyStore', hour))[0]?.allowedBy).toEqual([])
  })
})

describe('what a log can break though no operation enforces it', () => {
  it('is cited with its page', () => {
    const strange = { ...does('GenerateRandom', 0), additionalEventData: { xksKeyId: 'a' } }
    expect(verdicts(strange)[0]).toMatchObject({
      rule: 'typeNeverChanges',
      says: 'The type of a custom key store is given when it is created and never changes.',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html'
    })
    expect(
      verdicts(does('GenerateRandom', 0), does('CreateKey', hour, 'XksKeyAlreadyInUseException'))[0]
    ).toMatchObject({
      rule: 'backingIsOfTheType',
      says: 'An AWS CloudHSM cluster backs AWS CloudHSM key stores only, and an external key is that of a KMS key in an external key store.',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CustomKeyStoresListEntry.html'
    })
    expect(verdicts(does('GenerateRandom', 0), created(hsm, hour))[0]).toMatchObject({
      rule: 'createdIdIsNew',
      source: 'create-keystore'
    })
  })

  it('follows from what AWS says', () => {
    expect([typeNeverChanges, backingIsOfTheType, createdIdIsNew].map(standingOf)).toEqual([
      'implied',
      'implied',
      'implied'
    ])
  })

  it('holds of a store and what is of its type', () => {
    const store = { type: 'AWS_CLOUDHSM', state: 'CONNECTED', keys: false } as const
    for (const { holds } of [typeNeverChanges, backingIsOfTheType]) {
      expect(holds({ store, type: 'AWS_CLOUDHSM' })).toBe(true)
      expect(holds({ store, type: 'EXTERNAL_KEY_STORE' })).toBe(false)
    }
  })
})
