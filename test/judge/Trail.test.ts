/** The moments that are kept of a store: the fewest from which all that is known follows. */
import { describe, expect, it } from 'vitest'
import { explanation, followed, knownFrom, noGap, type Trail, type TrailStep } from '../../src/judge/Trail.js'
import { by, isImpossible } from '../../src/judge/Knowledge.js'
import { hsm, on, seen, uses } from './cloudTrail.js'

const edition = 'exception-text-2022'
const does = on(hsm)
const hour = 3600
const invalid = 'CustomKeyStoreInvalidStateException'

type Told = Parameters<typeof seen>[0]

/** What happened at an hour. */
const step = (at: number, ...records: ReadonlyArray<(seconds: number) => Told>): TrailStep => ({
  time: 1_704_067_200 + at * hour,
  sightings: records.map((record) => seen(record(at * hour))),
  gap: noGap,
  changed: undefined
})
const operation =
  (name: string, errorCode?: string) =>
  (seconds: number): Told =>
    does(name, seconds, errorCode)

const connect = operation('ConnectCustomKeyStore')
const disconnect = operation('DisconnectCustomKeyStore')
const update = operation('UpdateCustomKeyStore')
const look = operation('DescribeCustomKeyStores')
const random = operation('GenerateRandom')
const createKey = operation('CreateKey')
const refusedConnect = operation('ConnectCustomKeyStore', invalid)
const encrypt = (seconds: number): Told => uses(hsm)('Encrypt', seconds)

const trailOf = (...steps: ReadonlyArray<TrailStep>): Trail =>
  steps.reduce<Trail>((trail, one) => followed(edition, one, trail), [])

const inStates = { states: true, keys: false }
const inKeys = { states: false, keys: true }
const inBoth = { states: true, keys: true }

/** The hours of the moments, with what lies before each. */
const told = (trail: Trail) =>
  trail.map(({ time, sightings, gap }) => [
    (time - 1_704_067_200) / hour,
    sightings.map((one) => one.operation).join(' '),
    gap
  ])

describe('the moments that are kept', () => {
  it('of looks that say the same are the latest', () => {
    expect(told(trailOf(step(0, look), step(1, look), step(2, look)))).toEqual([
      [2, 'DescribeCustomKeyStores', { states: false, keys: false }]
    ])
    expect(told(trailOf(step(0, createKey), step(1, random), step(2, random)))).toEqual([
      [0, 'CreateKey', noGap],
      [2, 'GenerateRandom', noGap]
    ])
  })

  it('leave out looks that show no more than is known', () => {
    expect(told(trailOf(step(0, update), step(1, look), step(2, look)))).toEqual([
      [0, 'UpdateCustomKeyStore', noGap]
    ])
  })

  it('leave out changes from which nothing follows any more, and say so', () => {
    expect(told(trailOf(step(0, update), step(1, connect), step(2, random)))).toEqual([
      [2, 'GenerateRandom', inStates]
    ])
    expect(told(trailOf(step(0, createKey), step(1, createKey)))).toEqual([[1, 'CreateKey', inKeys]])
    expect(told(trailOf(step(0, connect), step(1, createKey), step(2, createKey)))).toEqual([
      [2, 'CreateKey', inBoth]
    ])
    expect(told(trailOf(step(0, createKey), step(1, encrypt)))).toEqual([[1, 'Encrypt', inKeys]])
    expect(told(trailOf(step(0, createKey, look), step(1, createKey)))).toEqual([[1, 'CreateKey', inKeys]])
  })

  it('keep it in mind when still more is left out', () => {
    expect(told(trailOf(step(0, createKey), step(1, encrypt), step(2, createKey)))).toEqual([
      [2, 'CreateKey', inKeys]
    ])
    expect(told(trailOf(step(0, random), step(1, createKey), step(2, encrypt)))).toEqual([
      [0, 'GenerateRandom', noGap],
      [2, 'Encrypt', inKeys]
    ])
    expect(told(trailOf(step(0, random), step(1, createKey), step(2, encrypt), step(3, random)))).toEqual([
      [2, 'Encrypt', inKeys],
      [3, 'GenerateRandom', noGap]
    ])
  })

  it('keep what something follows from', () => {
    expect(told(trailOf(step(0, createKey), step(1, random)))).toEqual([
      [0, 'CreateKey', noGap],
      [1, 'GenerateRandom', noGap]
    ])
    expect(told(trailOf(step(0, random), step(1, disconnect)))).toEqual([
      [0, 'GenerateRandom', noGap],
      [1, 'DisconnectCustomKeyStore', noGap]
    ])
  })

  it('keep the gap before a look that is moved', () => {
    const before = trailOf(step(0, update), step(1, connect), step(2, random))
    expect(told(followed(edition, step(3, random), before))).toEqual([[3, 'GenerateRandom', inStates]])
  })

  it('are not merged where only some of what they show is the same', () => {
    expect(told(trailOf(step(0, look, random), step(1, look, refusedConnect)))).toEqual([
      [0, 'DescribeCustomKeyStores GenerateRandom', noGap],
      [1, 'DescribeCustomKeyStores ConnectCustomKeyStore', noGap]
    ])
  })

  it('are not merged where one of them changed the store', () => {
    expect(told(trailOf(step(0, look, connect), step(1, look, connect)))).toEqual([
      [1, 'DescribeCustomKeyStores ConnectCustomKeyStore', inStates]
    ])
  })

  it('show all that the whole log shows', () => {
    const steps = [
      step(0, update),
      step(1, connect),
      step(2, look),
      step(3, createKey),
      step(4, random),
      step(5, disconnect),
      step(6, look)
    ]
    for (let count = 1; count <= steps.length; count += 1) {
      const some = steps.slice(0, count)
      const at = by(some.at(-1)!.time)
      expect(at(knownFrom(edition)(trailOf(...some)))).toEqual(at(knownFrom(edition)(some)))
    }
  })
})

describe('the explanation of a contradiction', () => {
  it('has the moments, and in them what is needed', () => {
    const trail = [step(0, look), step(1, look, random), step(2, look), step(3, update)]
    expect(isImpossible(knownFrom(edition)(trail))).toBe(true)
    expect(told(explanation(edition, trail))).toEqual([
      [1, 'GenerateRandom', noGap],
      [3, 'UpdateCustomKeyStore', noGap]
    ])
  })

  it('keeps every change of a moment that it has', () => {
    const trail = [step(0, random), step(1, disconnect, look), step(2, random)]
    expect(told(explanation(edition, trail))).toEqual([
      [0, 'GenerateRandom', noGap],
      [1, 'DisconnectCustomKeyStore', noGap],
      [2, 'GenerateRandom', noGap]
    ])
  })
})
