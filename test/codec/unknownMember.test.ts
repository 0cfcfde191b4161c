import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { noInfrastructure, withInfrastructureChange } from '../../src/account/InfrastructureChange.js'
import { closedStruct } from '../../src/codec/closedStruct.js'
import { report } from '../../src/codec/decode.js'
import { codecInside, memberNames, oneOfMembers } from '../../src/codec/unknownMember.js'
import { XksProxy } from '../../src/model/XksProxy.js'
import * as t from 'io-ts'
import { violationsOf } from './violationsOf.js'

describe('the names of members', () => {
  const known = ['tlsIsValid', 'answersInTime', 'reachable', 'hsms']

  it.each([
    ['tlsValid', 'tlsIsValid'],
    ['TLSISVALID', 'tlsIsValid'],
    ['answerInTime', 'answersInTime'],
    ['hsm', 'hsms'],
    ['reachabel', 'reachable']
  ])('are told with the one that %s is near to', (name, meant) => {
    expect(oneOfMembers(name, known)).toBe(
      `Member must be one of: tlsIsValid, answersInTime, reachable, hsms; did you mean ${meant}?`
    )
  })

  it.each(['', 'x', 'certificate', 'a'.repeat(100_000), '__proto__'])(
    'are told alone where none is near: %#',
    (name) => {
      expect(oneOfMembers(name, known)).toBe(
        'Member must be one of: tlsIsValid, answersInTime, reachable, hsms'
      )
    }
  )
})

describe('the name that was probably meant', () => {
  const meant = (name: string, ...known: ReadonlyArray<string>) =>
    /did you mean (.*)\?$/.exec(oneOfMembers(name, known))?.[1]

  it('is the nearest, and of two that are as near the first', () => {
    expect(meant('answersInTime', 'answersOnTimes', 'answersInTimes', 'answersTime')).toBe('answersInTimes')
    expect(meant('abcd', 'abce', 'abcf')).toBe('abce')
  })

  it.each([
    ['sms', 'hsms'],
    ['xhsms', 'hsms'],
    ['hsms', 'hsm'],
    ['ab', 'ba'.slice(1)]
  ])('of %s is %s, one letter away', (name, known) => {
    expect(meant(name, known)).toBe(known)
  })

  it('is none that is too far for the shorter of the two', () => {
    expect(meant('hsms', 'hsmsab')).toBeUndefined()
    expect(meant('hsmsab', 'hsms')).toBeUndefined()
    expect(meant('abchsms', 'hsms')).toBeUndefined()
    expect(meant('hsms', 'abchsms')).toBeUndefined()
    expect(meant('reachable', 'reachab')).toBe('reachab')
  })

  it('is looked for among up to 40 characters', () => {
    expect(meant('a'.repeat(40), 'a'.repeat(41))).toBe('a'.repeat(41))
    expect(meant('a'.repeat(41), 'a'.repeat(40))).toBeUndefined()
  })
})

it('what is no record has no members', () => {
  expect([memberNames(undefined), memberNames(t.string)]).toEqual([[], []])
  expect([codecInside(undefined, 'a'), codecInside(t.string, 'a')]).toEqual([undefined, undefined])
})

describe('a closed record', () => {
  const Closed = closedStruct('Closed', { left: t.string }, { right: t.boolean })

  it('shows of an unknown member whether it is true or false, and nothing else', () => {
    const constraint = 'Member must be one of: left, right; did you mean right?'
    const refused = (value: unknown) => violationsOf(Closed, { left: 'a', rigt: value })
    expect(refused(false)).toEqual([{ path: 'rigt', received: 'false', constraint }])
    for (const secret of ['secret', 5, { a: 1 }]) {
      expect(refused(secret)).toEqual([{ path: 'rigt', received: "'(redacted)'", constraint }])
    }
  })
})

describe('a change of the infrastructure', () => {
  const proxy = { uriEndpoint: 'https://xks.example.com', uriPath: '/kms/xks/v1' }
  const changed = (change: unknown): ReadonlyArray<string> => {
    const result = withInfrastructureChange(change)(noInfrastructure)
    return E.isLeft(result) ? report(result.left) : []
  }

  it('under a misspelt name is answered with the names of that place', () => {
    const names = [...Object.keys(XksProxy.properties!.required), 'deniedKeys', 'deniedPrincipals', 'exists']
    expect(changed({ proxies: [{ ...proxy, tlsValid: false }] })).toEqual([
      `proxies.0.tlsValid: Member must be one of: ${names.join(', ')}; did you mean tlsIsValid?; received false`
    ])
    expect(changed({ clusters: [{ clusterId: 'cluster-a', kmsuser: { lockdOut: 'yes' } }] })).toEqual([
      'clusters.0.kmsuser.lockdOut: Member must be one of: exists, loggedIn, lockedOut, passwordMatches, nextPasswordMatches; did you mean lockedOut?; received (redacted)'
    ])
    const hsms = [{ availabilityZone: 'a', state: 'ACTIVE', kmsuser: { exist: true } }]
    expect(changed({ clusters: [{ clusterId: 'cluster-a', hsms }] })).toEqual([
      'clusters.0.hsms.0.kmsuser.exist: Member must be one of: exists, loggedIn; did you mean exists?; received true'
    ])
    const externalKeys = { 'key-1': { keySpec: 'AES_256', keyUsage: [], keyStatus: 'ENABLED', keyState: 1 } }
    expect(changed({ proxies: [{ ...proxy, externalKeys }] })).toEqual([
      'proxies.0.externalKeys.key-1.keyState: Member must be one of: keySpec, keyUsage, keyStatus; did you mean keyStatus?; received (redacted)'
    ])
    expect(changed({ cluster: [] })).toEqual([
      'cluster: Member must be one of: clusters, proxies, vpcEndpointServices; did you mean clusters?; received (redacted)'
    ])
  })

  it('shows numbers and booleans of members that it knows', () => {
    expect(changed({ proxies: [{ ...proxy, tlsIsValid: 0 }] })).toEqual([
      'proxies.0.tlsIsValid: Member must be a valid boolean; received 0'
    ])
  })
})
