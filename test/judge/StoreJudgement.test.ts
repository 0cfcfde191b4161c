/** What is held of one store while a log is read: what waits, what is known to have changed it, and what comes again. */
import { describe, expect, it } from 'vitest'
import { judge, type Judgement } from '../../src/judge/index.js'
import { hsm, inShort, judged, on, uses } from './cloudTrail.js'

const does = on(hsm)
const hour = 3600
const day = 24 * hour
const start = 1_704_067_200

const storeIn = (judgement: Judgement) => judge.storesOf(judgement)[0]!
const summary = (judgement: Judgement) => judge.summaries(judgement)[0]!

describe('a store', () => {
  it('of one event waits for what may come before it', () => {
    expect(storeIn(judged([does('DescribeCustomKeyStores', 0)]))).toMatchObject({
      place: 0,
      events: 1,
      late: 0,
      contradictions: 0,
      doubtful: 0,
      latest: start,
      judged: -1,
      changes: [],
      trail: [],
      changed: undefined,
      waiting: [{ time: start, sightings: [{ eventID: 'DescribeCustomKeyStores at 0' }] }]
    })
  })

  it('may have been seen at the beginning of 1970', () => {
    const at = (eventTime: number, operation: string) => ({ ...does(operation, eventTime), eventTime })
    const log = [at(0, 'GenerateRandom'), at(1, 'CreateKey')]
    const judgement = judged(log, { window: 0 })
    expect(summary(judgement)).toMatchObject({ events: 2, late: 0, states: ['CONNECTED'] })
    expect(storeIn(judged(log.slice(0, 1)))).toMatchObject({ latest: 0 })
  })
})

describe('what changed a store', () => {
  it('is known by its id, so that it counts once however late it comes again', () => {
    const log = [
      does('UpdateCustomKeyStore', 0),
      does('ConnectCustomKeyStore', hour),
      does('DescribeCustomKeyStores', hour),
      { ...does('DisconnectCustomKeyStore', 2 * hour), eventID: undefined },
      does('CreateKey', 3 * hour, 'AccessDenied'),
      does('DescribeCustomKeyStores', 9 * hour)
    ]
    const judgement = judged(log)
    expect(storeIn(judgement).changes).toEqual(['ConnectCustomKeyStore at 3600'])
    const again = judged([...log, log[1]!])
    expect(summary(again)).toMatchObject({ events: 6, late: 0 })
    expect(summary(judged([...log, log[2]!]))).toMatchObject({ events: 7, late: 1 })
  })

  it('is remembered for the last 256 changes', () => {
    const log = Array.from({ length: 300 }, (_, i) =>
      does(i % 2 === 0 ? 'ConnectCustomKeyStore' : 'DisconnectCustomKeyStore', i * hour)
    )
    const { changes } = storeIn(judged([...log, does('DescribeCustomKeyStores', 999 * hour)]))
    expect(changes).toHaveLength(256)
    expect(changes[255]).toBe('DisconnectCustomKeyStore at 1076400')
  })

  it('has the time of the last change, also where it was looked at in the same second', () => {
    const log = [
      does('UpdateCustomKeyStore', 0),
      does('ConnectCustomKeyStore', hour),
      does('DescribeCustomKeyStores', hour),
      does('DescribeCustomKeyStores', 2 * hour)
    ]
    expect(storeIn(judge.ended(judged(log))).changed).toBe(start + hour)
    expect(storeIn(judge.ended(judged(log.slice(0, 1)))).changed).toBeUndefined()
  })
})

describe('an event that comes late', () => {
  const log = [does('GenerateRandom', 0), does('DescribeCustomKeyStores', 2 * hour)]
  const later = does('DescribeCustomKeyStores', day)

  it('counts where it says something of the store, and only there', () => {
    expect(summary(judged([...log, later, does('ConnectCustomKeyStore', 1, 'AccessDenied')]))).toMatchObject({
      events: 4,
      late: 0
    })
    expect(summary(judged([...log, later, does('UpdateCustomKeyStore', 1)]))).toMatchObject({
      events: 4,
      late: 1
    })
  })

  it('is one of the time up to which all is judged, or of an earlier one', () => {
    const judgement = judged([...log, later])
    const { judged: upTo } = storeIn(judgement)
    expect(upTo).toBe(start + 2 * hour)
    const next = (seconds: number) =>
      summary(judged([...log, later, does('UpdateCustomKeyStore', seconds)])).late
    expect([next(2 * hour - 1), next(2 * hour), next(2 * hour + 1)]).toEqual([1, 1, 0])
  })

  it('leaves nothing known if it changed the store', () => {
    const late = judged([does('UpdateCustomKeyStore', hour), later, does('ConnectCustomKeyStore', 1)])
    expect(summary(late)).toMatchObject({ late: 1, states: { length: 5 } })
    const looked = judged([does('UpdateCustomKeyStore', hour), later, does('UpdateCustomKeyStore', 1)])
    expect(summary(looked)).toMatchObject({ late: 1, states: ['DISCONNECTED'] })
  })
})

describe('a window', () => {
  it('lets an event wait until the log is later than it by more than that', () => {
    const waiting = (seconds: number) =>
      storeIn(judged([does('GenerateRandom', 0), does('CreateKey', seconds)], { window: 900 })).waiting.length
    expect([waiting(899), waiting(900), waiting(901)]).toEqual([2, 2, 1])
  })
})

describe('a moment', () => {
  it('knows again what came before among others', () => {
    const log = ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'DescribeCustomKeyStores'].map((name) =>
      does(name, 0)
    )
    const look = { ...log[2]!, eventID: 'another look' }
    const { waiting, events } = storeIn(judged([...log, log[0]!, look]))
    expect([events, waiting[0]!.sightings.length]).toEqual([4, 3])
  })

  it('holds what repeats another event of it once', () => {
    const looks = Array.from({ length: 9 }, (_, i) => ({
      ...does('DescribeCustomKeyStores', 0),
      eventID: String(i)
    }))
    const { waiting, events } = storeIn(judged(looks))
    expect(events).toBe(9)
    expect(waiting.map(({ sightings }) => sightings.length)).toEqual([1])
  })

  it('holds no more than 64 events that change nothing, and one change besides', () => {
    const members = [
      'newCustomKeyStoreName',
      'keyStorePassword',
      'clusterId',
      'xksProxyUriEndpoint',
      'xksProxyUriPath',
      'xksProxyConnectivity',
      'xksProxyVpcEndpointServiceName'
    ]
    const updates = Array.from({ length: 90 }, (_, i) => ({
      ...does(
        'UpdateCustomKeyStore',
        0,
        undefined,
        Object.fromEntries(members.filter((_, bit) => ((i >> bit) & 1) === 1).map((name) => [name, 'a']))
      ),
      eventID: String(i)
    }))
    const connects = Array.from({ length: 9 }, (_, i) => ({
      ...does('ConnectCustomKeyStore', 0),
      eventID: `c${String(i)}`
    }))
    const held = (log: Parameters<typeof judged>[0]) => {
      const { waiting, events } = storeIn(judged(log))
      return [events, waiting[0]?.sightings.length]
    }
    expect(held(updates.slice(0, 64))).toEqual([64, 64])
    expect(held(updates)).toEqual([90, 64])
    expect(held([...updates, ...connects])).toEqual([99, 65])
    expect(held([...connects, ...updates])).toEqual([99, 64])
  })

  it('knows an event of it that comes again by its id', () => {
    const twice = [does('ConnectCustomKeyStore', 0), does('ConnectCustomKeyStore', 0)]
    expect(storeIn(judged(twice))).toMatchObject({ events: 1, waiting: [{ sightings: { length: 1 } }] })
    const nameless = twice.map((one) => ({ ...one, eventID: undefined }))
    expect(storeIn(judged(nameless))).toMatchObject({ events: 2, waiting: [{ sightings: { length: 2 } }] })
  })
})

describe('after a verdict', () => {
  it('on an event that contradicts itself nothing is known', () => {
    const strange = { ...does('GenerateRandom', hour), additionalEventData: { xksKeyId: 'a' } }
    const judgement = judged([
      does('UpdateCustomKeyStore', 0),
      strange,
      does('DisconnectCustomKeyStore', 2 * hour)
    ])
    expect(judge.verdicts(judgement).map(({ event }) => event.operation)).toEqual(['GenerateRandom'])
    expect(summary(judgement)).toMatchObject({ contradictions: 1 })
  })

  it('on each of several events they are counted', () => {
    const judgement = judged([
      does('CreateKey', 0),
      does('DeleteCustomKeyStore', hour),
      does('ConnectCustomKeyStore', 2 * hour),
      uses(hsm)('Encrypt', 3 * hour),
      does('UpdateCustomKeyStore', 4 * hour)
    ])
    expect(summary(judgement).contradictions).toBe(3)
    expect(judge.verdicts(judgement).map(inShort)).toHaveLength(3)
  })
})
