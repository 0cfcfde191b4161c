/** What an event shows of a store, and what that says of others. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'
import { CloudTrailEvent, isOfKms, kmsEvent } from '../../src/judge/CloudTrailEvent.js'
import {
  changesState,
  changesStore,
  createsKey,
  showsKey,
  sighting,
  sightingEvidence,
  type Sighting
} from '../../src/judge/Sighting.js'
import { operationNames } from '../../src/index.js'
import { event, hsm, on, record, seen, uses } from './cloudTrail.js'

const does = on(hsm)

const isSeen = (members: Parameters<typeof event>[0]): boolean => O.isSome(sighting(event(members)))

describe('an event', () => {
  const read = (eventTime: unknown) => kmsEvent({ ...record('CreateKey', 0), eventTime })

  it('has a time from 1970 to 9999', () => {
    for (const time of [0, 1, 1.5, 253_402_300_799, '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
      expect([time, E.isRight(read(time))]).toEqual([time, true])
    }
    for (const time of [-1, -0.5, 253_402_300_800, NaN, Infinity, null, '1969-12-31T23:59:59Z', {}]) {
      expect(read(time)).toMatchObject({
        left: [{ path: 'eventTime' }]
      })
    }
  })

  it('is told apart from what is none by its time too', () => {
    const sound = event(record('CreateKey', 0))
    expect(CloudTrailEvent.is(sound)).toBe(true)
    for (const eventTime of [0, 253_402_300_799]) {
      expect(CloudTrailEvent.is({ ...sound, eventTime })).toBe(true)
    }
    for (const eventTime of [-1, 253_402_300_800, NaN, '0', undefined]) {
      expect(CloudTrailEvent.is({ ...sound, eventTime })).toBe(false)
    }
  })

  it('says of a wrong time what it should be', () => {
    expect(read(-1)).toMatchObject({
      left: [{ constraint: expect.stringContaining('time from 1970 to 9999') }]
    })
  })

  it('is one of AWS KMS by its source', () => {
    const source = { eventSource: 'kms.amazonaws.com' }
    expect(isOfKms(source)).toBe(true)
    expect(isOfKms(Object.assign(() => 0, source))).toBe(false)
    for (const value of [null, undefined, 7, 'kms.amazonaws.com', {}, [], { eventSource: 'kms' }]) {
      expect([value, isOfKms(value)]).toEqual([value, false])
    }
  })
})

describe('what is seen of a store', () => {
  it('is no more than the event shows', () => {
    expect(seen(does('ConnectCustomKeyStore', 0))).toStrictEqual({
      account: '111122223333',
      region: 'us-east-1',
      store: hsm,
      time: 1_704_067_200,
      operation: 'ConnectCustomKeyStore',
      eventID: 'ConnectCustomKeyStore at 0'
    })
    const bare = { ...does('UpdateCustomKeyStore', 0, 'AccessDenied'), eventID: '' }
    expect(seen(bare)).toStrictEqual({
      account: '111122223333',
      region: 'us-east-1',
      store: hsm,
      time: 1_704_067_200,
      operation: 'UpdateCustomKeyStore',
      refusal: 'AccessDeniedException',
      members: []
    })
  })

  it('is nothing where it has no text for an id', () => {
    for (const customKeyStoreId of ['', 7, null, undefined, {}, ['a']]) {
      expect(isSeen(record('ConnectCustomKeyStore', 0, { requestParameters: { customKeyStoreId } }))).toBe(
        false
      )
    }
    expect(isSeen(record('NoOperation', 0, { requestParameters: { customKeyStoreId: hsm } }))).toBe(false)
  })

  it('has the time of the event, in fractions of a second and after 2038 too', () => {
    for (const time of [0, 1.5, 1_704_067_200, 2_147_483_647, 2_147_483_648, 253_402_300_799]) {
      expect(seen({ ...does('CreateKey', 0), eventTime: time }).time).toBe(time)
    }
  })

  it('has the type of a key that was made, with an empty code for no error', () => {
    const made = does('CreateKey', 0, '', { origin: 'AWS_CLOUDHSM' })
    expect(seen(made)).toMatchObject({ type: 'AWS_CLOUDHSM' })
    expect(seen(made)).not.toHaveProperty('refusal')
    expect(seen(does('CreateKey', 0, 'AccessDenied', { origin: 'AWS_CLOUDHSM' }))).not.toHaveProperty('type')
  })

  it('has the members of an update, whichever way the cluster is named', () => {
    const members = (request: object) =>
      seen(does('UpdateCustomKeyStore', 0, undefined, { ...request })).members
    expect(members({ newCustomKeyStoreName: 'a', keyStorePassword: '***', clusterId: 'b' })).toEqual(
      expect.arrayContaining(['NewCustomKeyStoreName', 'KeyStorePassword', 'CloudHsmClusterId'])
    )
    expect(members({ cloudHsmClusterId: 'b' })).toEqual(['CloudHsmClusterId'])
    expect(members({ newCustomKeyStoreName: null, another: 1 })).toEqual([])
  })
})

describe('of all operations', () => {
  const that = (is: (sighting: Sighting) => boolean, refusal?: string) =>
    operationNames.filter((operation) =>
      is({ ...seen(does('CreateKey', 0)), operation, ...(refusal && { refusal }) })
    )
  const changing = [
    'CreateCustomKeyStore',
    'ConnectCustomKeyStore',
    'DisconnectCustomKeyStore',
    'DeleteCustomKeyStore'
  ]

  it('four change the state of a store, and one makes keys', () => {
    expect([...that(changesState)].sort()).toEqual([...changing].sort())
    expect(that(createsKey)).toEqual(['CreateKey'])
    expect([...that(changesStore)].sort()).toEqual([...changing, 'CreateKey'].sort())
  })

  it('those that use a key show one, and so does CreateKey', () => {
    expect(that(showsKey)).toEqual(expect.arrayContaining(['CreateKey', 'Encrypt', 'Decrypt', 'ReEncrypt']))
    expect(that(showsKey)).not.toContain('GenerateRandom')
    expect(that(showsKey)).not.toContain('DescribeKey')
  })

  it('none does so where it is refused', () => {
    for (const is of [changesState, createsKey, changesStore, showsKey]) {
      expect(that(is, 'AccessDeniedException')).toEqual([])
    }
  })
})

describe('the evidence of a sighting', () => {
  it('is the same for all uses of a key, at any time', () => {
    const use = uses(hsm)
    expect(sightingEvidence(seen(use('Encrypt', 0)))).toBe(sightingEvidence(seen(use('Decrypt', 7))))
  })

  it('is another one for another operation, refusal, type, or set of members', () => {
    const all = [
      seen(does('ConnectCustomKeyStore', 0)),
      seen(does('ConnectCustomKeyStore', 0, 'AccessDenied')),
      seen(does('ConnectCustomKeyStore', 0, 'ThrottlingException')),
      { ...seen(does('ConnectCustomKeyStore', 0)), type: 'AWS_CLOUDHSM' as const },
      seen(does('DisconnectCustomKeyStore', 0)),
      seen(does('UpdateCustomKeyStore', 0)),
      seen(does('UpdateCustomKeyStore', 0, undefined, { newCustomKeyStoreName: 'a' })),
      seen(uses(hsm)('Encrypt', 0)),
      seen(does('GenerateRandom', 0))
    ]
    expect(new Set(all.map(sightingEvidence)).size).toBe(all.length)
  })
})
