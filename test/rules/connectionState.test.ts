/** The sentences of the rules about states, and of which stores each is a rule. Written by hand. */
import { describe, expect, it } from 'vitest'
import { editionNames } from '../../src/editions/editions.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import {
  membersAreUpdatable,
  updateIsValidAsAWhole,
  updateInOtherStates,
  validConnectionState,
  validConnectionStates
} from '../../src/rules/connectionState.js'
import { cloudHsmStore, externalStore, updateRequest } from '../fixtures.js'

const row = { CONNECTED: false, CONNECTING: false, FAILED: true, DISCONNECTED: true, DISCONNECTING: false }
const [first, second] = ['API_ConnectCustomKeyStore', 'API_UpdateCustomKeyStore'] as const
const [hsm, external] = [cloudHsmStore('DISCONNECTED'), externalStore('DISCONNECTED')]

describe('a rule about the states in which an operation is valid', () => {
  it('names the types of stores that it is about, unless it is about all', () => {
    const said = (...types: ReadonlyArray<'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE'>) =>
      validConnectionState('ConnectCustomKeyStore', row, first, types).says
    const valid = 'ConnectCustomKeyStore is valid only when the ConnectionState'
    expect(said('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE')).toBe(`${valid} is DISCONNECTED or FAILED.`)
    expect(said('AWS_CLOUDHSM')).toBe(`${valid} of an AWS CloudHSM key store is DISCONNECTED or FAILED.`)
    expect(said('EXTERNAL_KEY_STORE')).toBe(`${valid} of an external key store is DISCONNECTED or FAILED.`)
  })

  it('is one where the states and the page are the same for both types', () => {
    const rules = (other: typeof row, source: typeof first | typeof second) =>
      validConnectionStates(
        'ConnectCustomKeyStore',
        { AWS_CLOUDHSM: row, EXTERNAL_KEY_STORE: other },
        { AWS_CLOUDHSM: first, EXTERNAL_KEY_STORE: source }
      )
    const others = { ...row, CONNECTED: true }
    expect(rules(row, first).map(({ source }) => source)).toEqual([first])
    expect(rules(row, second).map(({ source }) => source)).toEqual([first, second])
    expect(rules(others, first).map(({ source }) => source)).toEqual([first, first])
    const [ofHsm, ofExternal] = rules(others, second)
    expect(
      [ofHsm, ofExternal].map((rule) => [hsm, external].map((store) => rule?.applies({ store })))
    ).toEqual([
      [true, false],
      [false, true]
    ])
    expect(ofExternal?.says).toContain('is DISCONNECTED, CONNECTED or FAILED.')
    expect(ofHsm?.concerns).toEqual({ kind: 'custom key store', because: 'state' })
  })
})

describe('the rule that an update is valid as a whole', () => {
  const stated = { source: second, types: ['EXTERNAL_KEY_STORE'] } as const
  const rule = (edition: (typeof editionNames)[number]) => updateIsValidAsAWhole(edition, stated)

  it('is an assumption but for the edition whose text says so', () => {
    expect(editionNames.map((edition) => [edition, rule(edition).assumes ?? []])).toEqual([
      ['exception-text-2022', ['A10']],
      ['operation-page-2022', ['A10']],
      ['exception-text-2026', []],
      ['operation-page-2026', ['A10']],
      ['developer-guide', ['A10']]
    ])
  })

  it('is about the stores of its page, where something of the request may be updated', () => {
    const asked = (store: CustomKeyStore, members: object) =>
      rule('developer-guide').applies({ store, request: updateRequest(store, { ...members }) })
    const name = { NewCustomKeyStoreName: 'another' }
    expect(asked(external, name)).toBe(true)
    expect(asked(hsm, name)).toBe(false)
    const connected = externalStore('CONNECTED')
    expect(asked(connected, name)).toBe(true)
    expect(asked(connected, { XksProxyUriEndpoint: 'https://other.example.com' })).toBe(false)
    expect(rule('developer-guide').concerns).toEqual({ kind: 'custom key store', because: 'state' })
  })
})

it('the rule about the members of an update is about the state of the store', () => {
  const stated = { source: second, types: ['EXTERNAL_KEY_STORE'] } as never
  expect(membersAreUpdatable('developer-guide', stated).concerns).toEqual({
    kind: 'custom key store',
    because: 'state'
  })
})

describe('an update in the states in which no other edition accepts one', () => {
  it('is told of by the developer guide alone', () => {
    expect(editionNames.filter((edition) => updateInOtherStates(edition).length > 0)).toEqual([
      'developer-guide'
    ])
    expect(updateInOtherStates('developer-guide')).toMatchObject([
      {
        name: 'externalStoreIsUpdatedInAnyState',
        says: 'UpdateCustomKeyStore changes the name, proxy credential and proxy URI path of an external key store in any ConnectionState.',
        assumes: ['A44'],
        from: ['CONNECTING', 'FAILED', 'DISCONNECTING'],
        to: 'the same'
      }
    ])
  })
})
