/** What is believed of an account after single answers: which store, what is known of it, and what is not any longer. */
import { describe, expect, it } from 'vitest'
import {
  abandoned,
  afterwards,
  asImplemented,
  forgotten,
  forgottenKey,
  isKnown,
  nothingBelieved,
  remembered,
  subject,
  whileUnsure,
  withFaulty,
  withImplemented,
  type Belief
} from '../../src/conform/Belief.js'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import type { Account } from '../../src/model/Account.js'
import { accountId, accountWith, cloudHsmKey, cloudHsmStore, externalStore, withKeys } from '../fixtures.js'

const hsm = cloudHsmStore('CONNECTED')
const xks = externalStore('DISCONNECTED')
const connecting = cloudHsmStore('CONNECTING')
const id = hsm.CustomKeyStoreId
const other = xks.CustomKeyStoreId
const key = cloudHsmKey()
const account = withKeys(key)(accountWith(hsm, xks))

const believing = (...possible: ReadonlyArray<Account>): Belief => ({
  ...nothingBelieved(accountId, 'eu-central-1'),
  possible
})
const belief = believing(account)

const exchange = (
  operation: OperationName,
  request: Members,
  reply: EndpointReply = { output: {} }
): Exchange => ({
  operation,
  request,
  reply
})
const refusal: EndpointReply = { exception: 'NotFoundException', message: '' }
const connect = exchange('ConnectCustomKeyStore', { CustomKeyStoreId: id })
const look = (request: Members, reply?: EndpointReply) => exchange('DescribeCustomKeyStores', request, reply)

const ids = ({ possible }: Belief) =>
  possible.map(({ stores }) => stores.map(({ CustomKeyStoreId: store }) => store))

describe('the store that a request is about', () => {
  it('is named by its id, or by one of its keys', () => {
    expect(subject(belief, connect)).toBe(id)
    expect(subject(belief, exchange('Encrypt', { KeyId: key.KeyId }))).toBe(id)
    expect(subject(belief, exchange('Encrypt', { KeyId: 'unknown' }))).toBeUndefined()
    for (const request of [{}, { CustomKeyStoreId: 7 }, { KeyId: 7 }]) {
      expect(subject(belief, exchange('Encrypt', request))).toBeUndefined()
    }
    expect(subject(believing(), exchange('Encrypt', { KeyId: key.KeyId }))).toBeUndefined()
  })

  it('is known where some account has it, and it is not doubtful', () => {
    expect([isKnown(belief, id), isKnown(belief, 'cks-other')]).toEqual([true, false])
    expect(isKnown(believing(accountWith(), account), id)).toBe(true)
    expect(isKnown({ ...belief, suspects: new Map([[id, 'a fault']]) }, id)).toBe(false)
    expect(isKnown({ ...belief, suspects: new Map([[id, 'a fault']]) }, other)).toBe(true)
  })
})

describe('what is told apart', () => {
  it('is that no connection of a store can succeed', () => {
    const faulty = withFaulty(other)(withFaulty(id)(belief))
    expect([...faulty.faulty]).toEqual([id, other])
    expect(faulty.possible).toBe(belief.possible)
  })

  it('is which operations an endpoint has', () => {
    const after = (reply: EndpointReply) => [...withImplemented(belief, exchange('Encrypt', {}, reply))]
    expect(after({ output: {} })).toEqual(['Encrypt'])
    expect(after(refusal)).toEqual(['Encrypt'])
    expect(after({ unreadable: 'a' })).toEqual([])
    expect(after({ notImplemented: 'a', status: 501 })).toEqual([])
    const missing = exchange('Encrypt', {}, { notImplemented: 'a', status: 501 })
    expect(asImplemented(belief, missing)).toBe(missing)
    expect(asImplemented({ ...belief, implemented: new Set(['Encrypt']) }, missing).reply).toEqual({
      unreadable: 'a'
    })
    expect(asImplemented({ ...belief, implemented: new Set(['Encrypt']) }, connect)).toBe(connect)
  })
})

describe('the last exchange about a store', () => {
  const before = [account]
  const settled = [accountWith(hsm)]
  const last = remembered(belief, connect, before, settled)

  it('is remembered by the store, also by a new one', () => {
    expect([...last]).toEqual([[id, { exchange: connect, before }]])
    const create = exchange('CreateCustomKeyStore', {}, { output: { CustomKeyStoreId: 'cks-new' } })
    expect([...remembered(belief, create, before, settled).keys()]).toEqual(['cks-new'])
    expect(remembered(belief, exchange('ListKeys', {}), before, settled)).toBe(belief.last)
  })

  it('is forgotten once the store is seen to be settled in every possible account', () => {
    const shown = look({ CustomKeyStoreId: id })
    const after = (...accounts: ReadonlyArray<Account>) => [
      ...remembered({ ...belief, last }, shown, before, accounts).keys()
    ]
    expect(after(...settled)).toEqual([])
    expect(after(accountWith())).toEqual([])
    expect(after(accountWith(connecting))).toEqual([id])
    expect(after(accountWith(hsm), accountWith(connecting))).toEqual([id])
  })
})

describe('a store that is given up', () => {
  const full: Belief = {
    ...believing(account, account),
    unsure: new Set([id, other]),
    last: new Map([
      [id, { exchange: connect, before: [account] }],
      [other, { exchange: connect, before: [] }]
    ])
  }

  it('is in no possible account any longer, and nothing else is forgotten', () => {
    const after = forgotten(full, id)
    expect(ids(after)).toEqual([[other], [other]])
    expect([...after.unsure]).toEqual([other])
    expect([...after.last.keys()]).toEqual([other])
    expect(forgotten(full, 'cks-none' as typeof id).possible).toEqual(full.possible)
  })

  it('may still be there, so that its names are open', () => {
    const { suspects } = abandoned(full, id)
    expect(suspects.get(id)).toBe('')
    expect(suspects.get(key.KeyId)).toBe('')
    expect(suspects.has(other)).toBe(false)
  })

  it('is not so with one of its keys', () => {
    const after = forgottenKey(believing(account), key.KeyId)
    expect(after.possible.map(({ keys }) => keys)).toEqual([[]])
    expect(ids(after)).toEqual([[id, other]])
  })
})

describe('after an answer that no rule explains', () => {
  it('a store that is shown is as it is shown, and nothing about it is doubtful', () => {
    const unsure = { ...believing(account, account), unsure: new Set([id]) }
    const after = afterwards(unsure, look({ CustomKeyStoreId: id }), connecting)
    expect(after.possible).toHaveLength(1)
    expect(after.possible[0]?.stores.find((store) => store.CustomKeyStoreId === id)).toEqual(connecting)
    expect([...after.unsure]).toEqual([])
  })

  it('one that a list does not show is forgotten, and one that was changed is unsure', () => {
    expect(ids(afterwards(belief, look({ CustomKeyStoreId: id }), undefined))).toEqual([[other]])
    expect([...afterwards(belief, connect, undefined).unsure]).toEqual([id])
    const refused = exchange('ConnectCustomKeyStore', { CustomKeyStoreId: id }, refusal)
    expect(afterwards(belief, refused, undefined)).toBe(belief)
  })

  it('nothing changes where the store is not known, or only a key is shown', () => {
    for (const one of [
      exchange('ListKeys', {}),
      exchange('ConnectCustomKeyStore', { CustomKeyStoreId: 'cks-none' }),
      exchange('DescribeKey', { KeyId: key.KeyId }),
      look({ CustomKeyStoreId: 'cks-none' })
    ]) {
      expect(afterwards(belief, one, undefined)).toBe(belief)
    }
  })
})

describe('while the state of a store is unknown', () => {
  it('only a look at it tells', () => {
    const shown = {
      CustomKeyStoreId: id,
      CustomKeyStoreName: 'hsm store',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA of abcdefghijk',
      CreationDate: 1_700_000_000,
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'INTERNAL_ERROR'
    }
    const seen = look({ CustomKeyStoreId: id }, { output: { CustomKeyStores: [shown] } })
    const [after] = whileUnsure(belief, seen, id).possible
    expect(after?.stores.find((store) => store.CustomKeyStoreId === id)?.ConnectionState).toBe('FAILED')
    expect(ids(whileUnsure(belief, look({ CustomKeyStoreId: id }), id))).toEqual([[other]])
    expect(ids(whileUnsure(belief, look({ CustomKeyStoreId: id }, refusal), id))).toEqual([[other]])
    for (const one of [
      connect,
      look({ CustomKeyStoreId: other }),
      look({}),
      exchange('DescribeKey', { KeyId: id })
    ]) {
      expect(whileUnsure(belief, one, id)).toBe(belief)
    }
  })
})
