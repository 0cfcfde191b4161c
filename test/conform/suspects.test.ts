/** What a deviation makes doubtful, and which answers may follow from it. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply, Exchange } from '../../src/conform/Exchange.js'
import {
  isSuspect,
  ofWhatIsOpen,
  suspected,
  withDoubts,
  withHidden,
  withoutSuspects,
  withStoreOpen,
  withSuspects,
  type Suspects
} from '../../src/conform/suspects.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  externalKey,
  externalStore,
  unknownId,
  withKeys
} from '../fixtures.js'
import { exchange } from './told.js'

const hsm = cloudHsmStore('CONNECTED')
const xks = externalStore('CONNECTED')
const [key, other] = [cloudHsmKey(), externalKey()]
const account = withKeys(key, other)(accountWith(hsm, xks))
const nobody = accountWith()

const refusal: EndpointReply = { exception: 'KMSInternalException', message: '' }

const doubtful = (...names: ReadonlyArray<string>): Suspects =>
  new Map(names.map((name) => [name, 'a fault']))
const none: Suspects = new Map()

const ofHsm = [hsm.CustomKeyStoreId, hsm.CustomKeyStoreName, hsm.CloudHsmClusterId]
const ofXks = [xks.CustomKeyStoreId, xks.CustomKeyStoreName, xks.XksProxyConfiguration.UriPath]
/** A store with its keys, without what stands behind it. */
const aroundHsm = [hsm.CustomKeyStoreId, hsm.CustomKeyStoreName, key.KeyId, key.Arn]

describe('a store', () => {
  it('is doubtful by its id, its name, and its cluster or the path of its proxy', () => {
    for (const name of ofHsm) expect(isSuspect(doubtful(name))(hsm)).toBe(true)
    for (const name of ofXks) {
      expect(isSuspect(doubtful(name))(xks)).toBe(true)
      expect(isSuspect(doubtful(name))(hsm)).toBe(false)
    }
    expect(isSuspect(none)(hsm)).toBe(false)
    expect(withoutSuspects(doubtful(hsm.CloudHsmClusterId))(account)).toEqual({ ...account, stores: [xks] })
    expect(withoutSuspects(none)(account)).toEqual(account)
  })
})

describe('an answer may follow from a deviation', () => {
  const origin = (suspects: Suspects, of: Exchange, accounts = [account]) => suspected(suspects, accounts, of)

  it.each([
    'CustomKeyStoreId',
    'CustomKeyStoreName',
    'NewCustomKeyStoreName',
    'CloudHsmClusterId',
    'XksProxyUriPath',
    'XksProxyVpcEndpointServiceName',
    'XksKeyId',
    'KeyId',
    'SourceKeyId',
    'DestinationKeyId',
    'TargetKeyId',
    'AliasName',
    'GrantId'
  ])('by the member %s of its request', (member) => {
    for (const operation of ['ConnectCustomKeyStore', 'Encrypt'] as const) {
      expect(origin(doubtful('x'), exchange(operation, { [member]: 'x' }), [nobody])).toBe('a fault')
      expect(origin(doubtful('y'), exchange(operation, { [member]: 'x' }), [nobody])).toBeUndefined()
    }
  })

  it('by the id of what was made or shown, and by no other member', () => {
    const made = exchange('CreateCustomKeyStore', {}, { CustomKeyStoreId: 'x' })
    expect(origin(doubtful('x'), made)).toBe('a fault')
    const shown = exchange('DescribeKey', {}, { KeyMetadata: { KeyId: 'x' } })
    expect(origin(doubtful('x'), shown)).toBe('a fault')
    expect(origin(doubtful('x'), exchange('Encrypt', { Plaintext: 'x' }))).toBeUndefined()
    expect(origin(doubtful(''), exchange('Encrypt', { KeyId: '' }))).toBeUndefined()
    expect(origin(none, made)).toBeUndefined()
  })

  it('by either name of its key, and by all that its store is named by', () => {
    for (const name of [key.KeyId, key.Arn]) {
      const use = exchange('Encrypt', { KeyId: name })
      for (const suspect of [key.KeyId, key.Arn, ...ofHsm]) {
        expect(origin(doubtful(suspect), use)).toBe('a fault')
        expect(origin(doubtful(suspect), use, [nobody, account])).toBe('a fault')
      }
      for (const suspect of [other.KeyId, ...ofXks]) expect(origin(doubtful(suspect), use)).toBeUndefined()
    }
  })

  it('by all that belongs to its store', () => {
    const connect = exchange('ConnectCustomKeyStore', { CustomKeyStoreId: hsm.CustomKeyStoreId })
    for (const suspect of [...aroundHsm, ...ofHsm]) {
      expect(origin(doubtful(suspect), connect)).toBe('a fault')
      expect(origin(doubtful(suspect), connect, [nobody, account])).toBe('a fault')
    }
    for (const suspect of [other.KeyId, ...ofXks]) expect(origin(doubtful(suspect), connect)).toBeUndefined()
    // A request for a random number names a store, and no key.
    const random = exchange('GenerateRandom', { CustomKeyStoreId: hsm.CustomKeyStoreId, NumberOfBytes: 1 })
    expect(origin(doubtful(key.KeyId), random)).toBe('a fault')
  })

  it('by what is left open too', () => {
    const connect = exchange('ConnectCustomKeyStore', { CustomKeyStoreId: 'x' })
    expect(origin(new Map([['x', ofWhatIsOpen]]), connect)).toBe(ofWhatIsOpen)
  })
})

describe('after a deviation', () => {
  const after = (of: Exchange, before = none) => [...withSuspects(before, [account], of, 'new')]
  const named = (names: ReadonlyArray<string>) => names.map((name) => [name, 'new'])

  it('the store of the exchange is doubtful with its keys', () => {
    const { CustomKeyStoreId } = hsm
    const delete_ = exchange('DeleteCustomKeyStore', { CustomKeyStoreId })
    expect(after(delete_)).toEqual(named(aroundHsm))
    const create = exchange('CreateKey', { CustomKeyStoreId }, { KeyMetadata: { KeyId: 'k' } })
    expect(after(create)).toEqual(named([hsm.CustomKeyStoreId, 'k', ...aroundHsm.slice(1)]))
    expect(after(exchange('DescribeCustomKeyStores', { CustomKeyStoreId }))).toEqual(named(aroundHsm))
    const unknown = exchange('DeleteCustomKeyStore', { CustomKeyStoreId: unknownId })
    expect(after(unknown)).toEqual(named([unknownId]))
  })

  it('a store that is made is doubtful with what stands behind it', () => {
    const request = { CustomKeyStoreName: 'n', CloudHsmClusterId: 'c', KeyStorePassword: 'p' }
    const made = exchange('CreateCustomKeyStore', request, { CustomKeyStoreId: 'x' })
    expect(after(made)).toEqual(named(['n', 'c', 'x']))
    // The id that it was answered with is that of a store with keys.
    const again = exchange('CreateCustomKeyStore', {}, { CustomKeyStoreId: hsm.CustomKeyStoreId })
    expect(after(again)).toEqual(named(aroundHsm))
  })

  it('in what a key can do the key is doubtful under both names, and its store is not', () => {
    for (const KeyId of [key.KeyId, key.Arn]) {
      expect(new Set(after(exchange('DisableKey', { KeyId })).map(([name]) => name))).toEqual(
        new Set([key.KeyId, key.Arn])
      )
    }
  })

  it('nothing is doubtful where the operation changes nothing', () => {
    for (const operation of ['DescribeKey', 'Encrypt', 'ListKeys'] as const) {
      expect(after(exchange(operation, { KeyId: key.KeyId }))).toEqual([])
    }
  })

  it('what was doubtful before stays what it was', () => {
    const before = doubtful(key.KeyId, 'else')
    const disable = exchange('DisableKey', { KeyId: key.KeyId })
    expect(after(disable, before)).toEqual([...before, [key.Arn, 'new']])
  })
})

describe('after what cannot be judged', () => {
  const after = (of: Exchange, origin: string, before = none) => [
    ...withDoubts(before, [account], of, origin)
  ]
  const { CustomKeyStoreId } = hsm
  const create = exchange('CreateKey', { CustomKeyStoreId }, { KeyMetadata: { KeyId: 'k' } })
  const update = exchange('UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'n' })

  it('all that it names may follow from the same', () => {
    expect(after(update, 'o')).toEqual(
      [hsm.CustomKeyStoreId, 'n', ...aroundHsm.slice(1)].map((name) => [name, 'o'])
    )
    expect(after(exchange('DisableKey', { KeyId: key.KeyId }), 'o')).toEqual(
      [key.KeyId, key.Arn].map((name) => [name, 'o'])
    )
  })

  it('of a store about which something is open only what was made is doubtful, since a list will show the store', () => {
    expect(after(update, ofWhatIsOpen)).toEqual([])
    expect(after(create, ofWhatIsOpen)).toEqual([['k', ofWhatIsOpen]])
    const made = exchange('CreateCustomKeyStore', { CustomKeyStoreName: 'n' }, { CustomKeyStoreId: 'x' })
    expect(after(made, ofWhatIsOpen)).toEqual([['x', ofWhatIsOpen]])
    expect(after(exchange('DisableKey', { KeyId: key.KeyId }), ofWhatIsOpen)).toEqual(
      [key.KeyId, key.Arn].map((name) => [name, ofWhatIsOpen])
    )
  })

  it('nothing is doubtful that was refused or changes nothing', () => {
    const before = doubtful('else')
    for (const one of [
      { ...update, reply: refusal },
      { ...update, reply: { unreadable: 'a page' } },
      exchange('Encrypt', { KeyId: key.KeyId }),
      exchange('DescribeCustomKeyStores', { CustomKeyStoreId })
    ]) {
      expect(withDoubts(before, [account], one, 'o')).toBe(before)
    }
  })

  it('what was doubtful before stays what it was', () => {
    const found = new Map(after(update, 'o', doubtful('n', 'else')))
    expect([found.get('n'), found.get('else'), found.get(key.Arn)]).toEqual(['a fault', 'a fault', 'o'])
  })
})

it('a store about which all is open is doubtful with its keys and what stands behind it', () => {
  const found = withStoreOpen(doubtful(key.Arn), [nobody, account], hsm.CustomKeyStoreId)
  expect(Object.fromEntries(found)).toEqual({
    ...Object.fromEntries([...aroundHsm, ...ofHsm].map((name) => [name, ofWhatIsOpen])),
    [key.Arn]: 'a fault'
  })
  expect(withStoreOpen(none, [account], unknownId)).toEqual(none)
})

it('stores that a deviation has hidden are doubtful with what stands behind them', () => {
  expect([...withHidden(doubtful('else'), [hsm, xks], 'd')]).toEqual([
    ...[...ofHsm, ...ofXks].map((name) => [name, 'd']),
    ['else', 'a fault']
  ])
  expect([...withHidden(doubtful(hsm.CloudHsmClusterId), [hsm], 'd')].at(-1)).toEqual([
    hsm.CloudHsmClusterId,
    'a fault'
  ])
})
