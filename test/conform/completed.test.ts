/** What a list leaves out of the stores that are known. */
import { describe, expect, it } from 'vitest'
import { completed } from '../../src/conform/completed.js'
import type { Exchange } from '../../src/conform/Exchange.js'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { accountWith, cloudHsmStore, externalStore } from '../fixtures.js'

const hsm = cloudHsmStore('FAILED')
const external = externalStore('CONNECTED')
const account = accountWith(hsm, external)

const showing = (entries: unknown, request: Exchange['request'] = {}): Exchange => ({
  operation: 'DescribeCustomKeyStores',
  request,
  reply: { output: { CustomKeyStores: entries, Truncated: false }, status: 200 }
})

const nobody = (): boolean => false

/** What an exchange lacks, and the entries that stand in it then. */
const found = (exchange: Exchange, isDoubtful: Parameters<typeof completed>[2] = nobody) => {
  const { exchange: whole, missing } = completed(account, exchange, isDoubtful)
  const { reply } = whole
  return {
    lacks: missing.map(({ expected }) => expected),
    entries: 'output' in reply ? reply.output['CustomKeyStores'] : undefined
  }
}

const without = (name: string, members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([one]) => one !== name))

describe('an entry', () => {
  it.each([
    'CustomKeyStoreName',
    'ConnectionState',
    'CreationDate',
    'CustomKeyStoreType',
    'CloudHsmClusterId'
  ])('gets %s that it lacks, or that is null', (name) => {
    const whole = listEntry(hsm)
    for (const shown of [without(name, whole), { ...whole, [name]: null }]) {
      expect(found(showing([shown]))).toEqual({ lacks: [`an entry with ${name}`], entries: [whole] })
    }
  })

  it('gets what lacks within a member, by its path, and keeps what is there', () => {
    const whole = listEntry(external)
    const within = { ...external.XksProxyConfiguration, UriPath: undefined, UriEndpoint: 'https://other' }
    expect(found(showing([{ ...whole, XksProxyConfiguration: within, More: 1 }]))).toEqual({
      lacks: ['an entry with XksProxyConfiguration.UriPath'],
      entries: [
        {
          ...whole,
          XksProxyConfiguration: { ...external.XksProxyConfiguration, UriEndpoint: 'https://other' },
          More: 1
        }
      ]
    })
    const text = { ...whole, XksProxyConfiguration: 'a text' }
    expect(found(showing([text]))).toEqual({ lacks: [], entries: [text] })
    const object = { ...whole, CustomKeyStoreName: { a: 1 } }
    expect(found(showing([object]))).toEqual({ lacks: [], entries: [object] })
  })

  it('gets no code, which comes with its state', () => {
    const shown = { ...without('ConnectionErrorCode', listEntry(hsm)) }
    expect(found(showing([shown]))).toEqual({ lacks: [], entries: [shown] })
  })

  it('lacks nothing that the account does not tell either', () => {
    const untold = {
      ...external,
      XksProxyConfiguration: { ...external.XksProxyConfiguration, More: undefined }
    }
    const exchange = showing([listEntry(external)])
    expect(completed(accountWith(untold as typeof external), exchange, nobody).missing).toEqual([])
  })

  it('tells what it lacks', () => {
    const { missing } = completed(account, showing([without('CreationDate', listEntry(hsm))]), nobody)
    expect(missing).toMatchObject([
      {
        rule: 'listedStoreIsWhole',
        expected: 'an entry with CreationDate',
        got: 'an entry without CreationDate'
      }
    ])
  })

  it('of a doubtful store is filled in, and lacks nothing', () => {
    const shown = without('CreationDate', listEntry(hsm))
    expect(
      found(showing([shown, without('ConnectionState', listEntry(external))]), (store) => store === hsm)
    ).toEqual({
      lacks: ['an entry with ConnectionState'],
      entries: [listEntry(hsm), listEntry(external)]
    })
  })

  it('without an id is that of the store which was asked for, where it is the only one', () => {
    const { CustomKeyStoreId: id } = hsm
    const shown = without('CustomKeyStoreId', listEntry(hsm))
    expect(found(showing([shown], { CustomKeyStoreId: id }))).toEqual({
      lacks: ['an entry with CustomKeyStoreId'],
      entries: [listEntry(hsm)]
    })
    const [first, second] = [without('CustomKeyStoreId', listEntry(hsm)), listEntry(external)]
    expect(found(showing([first, second], { CustomKeyStoreId: id }))).toEqual({
      lacks: [],
      entries: [first, second]
    })
    expect(found(showing([shown]))).toEqual({ lacks: [], entries: [shown] })
  })

  it('of an unknown store, or that is no object, stays', () => {
    const entries = [{ CustomKeyStoreId: 'cks-other' }, null, 'a', 7]
    expect(found(showing(entries))).toEqual({ lacks: [], entries })
  })
})

describe('nothing is filled in', () => {
  const shown = without('CreationDate', listEntry(hsm))

  it.each<[string, Exchange]>([
    ['that is no list', showing({ CustomKeyStores: 'none' })],
    ['of another operation', { ...showing([shown]), operation: 'ConnectCustomKeyStore' }],
    ['that is refused', { ...showing([]), reply: { exception: 'NotFoundException', message: '' } }]
  ])('in an answer %s', (_, exchange) => {
    expect(completed(account, exchange, nobody)).toEqual({ exchange, missing: [] })
  })

  it('where no account is known', () => {
    const exchange = showing([shown])
    expect(completed(undefined, exchange, nobody)).toEqual({ exchange, missing: [] })
  })
})
