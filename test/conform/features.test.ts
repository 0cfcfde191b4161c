/** What an endpoint lacks, and what only follows from that. */
import { describe, expect, it } from 'vitest'
import { nothingBelieved } from '../../src/conform/Belief.js'
import type { Exchange } from '../../src/conform/Exchange.js'
import {
  featureOf,
  isPartOf,
  isUnsupported,
  outcomeWithout,
  withoutConsequences
} from '../../src/conform/features.js'
import { reportedDeviation } from '../../src/conform/ReportedDeviation.js'
import type { AccountId } from '../../src/index.js'
import { check, deviation, eachOutcome } from './madeReport.js'
import { connected, connectedXks, heard, withKey, type Told } from './told.js'

const asked = (operation: Exchange['operation'], request: Exchange['request']): Exchange => ({
  operation,
  request,
  reply: { exception: 'UnsupportedOperationException', message: '' }
})

it('an endpoint lacks what it answers so, and nothing else', () => {
  expect(isUnsupported(asked('CreateKey', {}))).toBe(true)
  for (const reply of [
    { exception: 'KMSInternalException', message: '' },
    { output: {} },
    { notImplemented: 'status 501', status: 501 },
    { unreadable: 'a page' }
  ]) {
    expect(isUnsupported({ ...asked('CreateKey', {}), reply })).toBe(false)
  }
})

describe('a feature', () => {
  const nothing = nothingBelieved('111122223333' as AccountId, 'us-east-1')
  const after = (told: ReadonlyArray<Told>) => heard(told).belief
  const byId = { CustomKeyStoreId: 'cks-1' }

  it('of a Create is the kind of store, which is AWS_CLOUDHSM unless it is told', () => {
    const of = (request: object) => featureOf(nothing, asked('CreateCustomKeyStore', { ...request }))
    expect(of({})).toBe('CreateCustomKeyStore AWS_CLOUDHSM ')
    expect(of({ CustomKeyStoreType: 'AWS_CLOUDHSM' })).toBe('CreateCustomKeyStore AWS_CLOUDHSM ')
    const external = { CustomKeyStoreType: 'EXTERNAL_KEY_STORE', XksProxyConnectivity: 'PUBLIC_ENDPOINT' }
    expect(of(external)).toBe('CreateCustomKeyStore EXTERNAL_KEY_STORE PUBLIC_ENDPOINT')
  })

  it('of another operation is that on the kind of its store, by its id or its key', () => {
    expect(featureOf(after(connected), asked('ConnectCustomKeyStore', byId))).toBe(
      'ConnectCustomKeyStore AWS_CLOUDHSM'
    )
    expect(featureOf(after(connectedXks), asked('ConnectCustomKeyStore', byId))).toBe(
      'ConnectCustomKeyStore EXTERNAL_KEY_STORE'
    )
    expect(featureOf(after(withKey), asked('Encrypt', { KeyId: 'key-1' }))).toBe('Encrypt AWS_CLOUDHSM')
  })

  it('where no store is known is what the request says of its kind', () => {
    expect(featureOf(nothing, asked('CreateKey', { Origin: 'EXTERNAL_KEY_STORE' }))).toBe(
      'CreateKey EXTERNAL_KEY_STORE'
    )
    expect(featureOf(nothing, asked('CreateKey', { ...byId, Origin: 'AWS_CLOUDHSM' }))).toBe(
      'CreateKey AWS_CLOUDHSM'
    )
    expect(featureOf(nothing, asked('GenerateRandom', {}))).toBe('GenerateRandom ')
  })

  it('of a store that one possible account has is that of its kind', () => {
    const { belief } = heard(connected)
    const possible = [...nothing.possible, ...belief.possible]
    expect(featureOf({ ...belief, possible }, asked('ConnectCustomKeyStore', byId))).toBe(
      'ConnectCustomKeyStore AWS_CLOUDHSM'
    )
  })

  it('is part of itself, and of each of its operation where its kind is not known', () => {
    expect(isPartOf('CreateKey AWS_CLOUDHSM', 'CreateKey AWS_CLOUDHSM')).toBe(true)
    expect(isPartOf('CreateKey ', 'CreateKey AWS_CLOUDHSM')).toBe(true)
    expect(isPartOf('CreateKey AWS_CLOUDHSM', 'CreateKey ')).toBe(false)
    expect(isPartOf('CreateKey AWS', 'CreateKey AWS_CLOUDHSM')).toBe(false)
    expect(isPartOf('CreateKey ', 'Encrypt AWS_CLOUDHSM')).toBe(false)
  })
})

describe('what only follows from a feature that is not there', () => {
  const consequences = [
    { check: 'a', id: 'x', origin: 'o' },
    { check: 'a', id: 'y', origin: 'o' },
    { check: 'a', id: 'v', origin: 'q' },
    { check: 'b', id: 'z', origin: 'p' }
  ]

  it('is no deviation of the check', () => {
    const seen = (id: string, seenIn: string) => ({ ...reportedDeviation(deviation, seenIn, []), id })
    expect(
      withoutConsequences(consequences, [seen('x', 'a'), seen('x', 'b'), seen('w', 'a'), seen('z', 'b')])
    ).toEqual([seen('x', 'b'), seen('w', 'a')])
  })

  it('makes a check of no use, unless it shows more', () => {
    const outcomeOf = (id: string, faults: ReadonlyArray<string>) =>
      outcomeWithout(consequences)(check({ is: 'different', faults }, id)).outcome
    expect(outcomeOf('a', ['x', 'y'])).toEqual({ is: 'not useful', faults: ['o'] })
    expect(outcomeOf('a', ['v'])).toEqual({ is: 'not useful', faults: ['q'] })
    expect(outcomeOf('a', ['x', 'w'])).toEqual({ is: 'different', faults: ['w'] })
    expect(outcomeOf('b', ['x'])).toEqual({ is: 'different', faults: ['x'] })
    expect(outcomeOf('b', ['z'])).toEqual({ is: 'not useful', faults: ['p'] })
    for (const outcome of eachOutcome.filter(({ is }) => is !== 'different')) {
      expect(outcomeWithout(consequences)(check(outcome))).toEqual(check(outcome))
    }
  })
})
