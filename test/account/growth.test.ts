/** An operation looks at as much of a large account as of a small one. Counted, not timed. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { requested } from '../../src/account/requested.js'
import type { Account } from '../../src/model/Account.js'
import type { Circumstances } from '../../src/model/Circumstances.js'
import { healthyInfrastructure } from '../../src/model/Infrastructure.js'
import { healthyProxy } from '../../src/model/XksProxy.js'
import { operations } from '../../src/operations/index.js'
import { effects } from '../../src/replay/Effects.js'
import { withoutExpiredKeys } from '../../src/account/process.js'
import {
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  createExternalRequest,
  externalKey,
  accountId,
  externalStore,
  region
} from '../fixtures.js'
import { lookCounter } from '../lookCounter.js'

const { counted, looksOf } = lookCounter()

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')
const storeId = (i: number): string => `cks-${hexadecimal(i, 17)}`
const keyId = (i: number): string => `00000000-0000-4000-8000-${hexadecimal(i, 12)}`
const arn = (i: number): string => `arn:aws:kms:${region}:${accountId}:key/${keyId(i)}`

const store = (i: number) => {
  const identity = { CustomKeyStoreId: storeId(i), CustomKeyStoreName: `store ${String(i)}`, CreationDate: i }
  if (i % 4 < 2)
    return cloudHsmStore(i % 2 === 0 ? 'CONNECTED' : 'DISCONNECTED', {
      ...identity,
      CloudHsmClusterId: `cluster-${hexadecimal(i, 11)}`,
      clusterCertificate: `certificate ${String(i)}`
    })
  return externalStore(i % 2 === 0 ? 'CONNECTED' : 'DISCONNECTED', 'PUBLIC_ENDPOINT', {
    ...identity,
    XksProxyConfiguration: {
      Connectivity: 'PUBLIC_ENDPOINT',
      AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
      UriEndpoint: 'https://example.com',
      UriPath: `/p${String(i)}/kms/xks/v1`
    }
  })
}

const key = (i: number) => {
  const members = { KeyId: keyId(i), Arn: arn(i), Grants: [] }
  return i % 2 === 0
    ? cloudHsmKey({ ...members, CustomKeyStoreId: storeId(0) })
    : externalKey({
        ...members,
        CustomKeyStoreId: storeId(2),
        XksKeyConfiguration: { Id: `key-${String(i)}` }
      })
}

const size = (n: number): Account => ({
  AccountId: accountId,
  Region: region,
  stores: Array.from({ length: n }, (_, i) => counted(store(i))),
  keys: Array.from({ length: n }, (_, i) => counted(key(i))),
  aliases: Array.from({ length: n }, (_, i) =>
    counted({
      AliasName: `alias/a${String(i)}` as never,
      TargetKeyId: keyId(i) as never,
      CreationDate: 1,
      LastUpdatedDate: 1
    })
  )
})

const given = (i: number): Circumstances => ({
  ...circumstances,
  infrastructure: { ...healthyInfrastructure, proxy: healthyProxy },
  storeQuota: 1e6,
  keyQuota: 1e6,
  newCustomKeyStoreId: `cks-f${hexadecimal(i, 16)}` as never,
  newKeyId: `f0000000-0000-4000-8000-${hexadecimal(i, 12)}` as never
})

/** Requests that an account accepts, once with each number: every one on entries that no other has changed. */
const work: Readonly<Record<string, readonly [keyof typeof operations, (i: number) => object]>> = {
  Connect: ['ConnectCustomKeyStore', (i) => ({ CustomKeyStoreId: storeId(4 * i + 1) })],
  Disconnect: ['DisconnectCustomKeyStore', (i) => ({ CustomKeyStoreId: storeId(4 * i + 4) })],
  Delete: ['DeleteCustomKeyStore', (i) => ({ CustomKeyStoreId: storeId(4 * i + 1) })],
  'Update of a name': [
    'UpdateCustomKeyStore',
    (i) => ({ CustomKeyStoreId: storeId(4 * i + 1), NewCustomKeyStoreName: `new ${String(i)}` })
  ],
  'Update of a proxy': [
    'UpdateCustomKeyStore',
    (i) => ({ CustomKeyStoreId: storeId(4 * i + 3), XksProxyUriPath: `/new${String(i)}/kms/xks/v1` })
  ],
  'Create of an external store': [
    'CreateCustomKeyStore',
    (i) => ({
      ...createExternalRequest('PUBLIC_ENDPOINT', {}),
      CustomKeyStoreName: `created ${String(i)}`,
      XksProxyAuthenticationCredential: {
        AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
        RawSecretAccessKey: 'an/example/of/a/secret/access/key/of/43/characters'
      },
      XksProxyUriEndpoint: 'https://example.com',
      XksProxyUriPath: `/created${String(i)}/kms/xks/v1`
    })
  ],
  Describe: ['DescribeCustomKeyStores', (i) => ({ Limit: 2 + 0 * i })],
  'Describe by name': ['DescribeCustomKeyStores', (i) => ({ CustomKeyStoreName: `store ${String(i)}` })],
  CreateKey: ['CreateKey', () => ({ CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' })],
  'CreateKey of an external key': [
    'CreateKey',
    (i) => ({ CustomKeyStoreId: storeId(2), Origin: 'EXTERNAL_KEY_STORE', XksKeyId: `new-${String(i)}` })
  ],
  ListKeys: ['ListKeys', () => ({ Limit: 2 })],
  DescribeKey: ['DescribeKey', (i) => ({ KeyId: `alias/a${String(i)}` })],
  DisableKey: ['DisableKey', (i) => ({ KeyId: arn(2 * i) })],
  ScheduleKeyDeletion: ['ScheduleKeyDeletion', (i) => ({ KeyId: keyId(i) })],
  CreateAlias: ['CreateAlias', (i) => ({ AliasName: `alias/new${String(i)}`, TargetKeyId: keyId(i) })],
  DeleteAlias: ['DeleteAlias', (i) => ({ AliasName: `alias/a${String(i)}` })],
  ListAliases: ['ListAliases', () => ({ Limit: 2 })],
  ListRetirableGrants: [
    'ListRetirableGrants',
    () => ({ RetiringPrincipal: 'arn:aws:iam::111122223333:role/Example' })
  ]
}

const after = (name: keyof typeof operations, input: object, i: number, account: Account): Account => {
  const read = requested(operations[name])(given(i))(input)(account)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  if (E.isLeft(read.right.result)) throw new Error(read.right.result.left.name)
  return read.right.result.right[1]
}

/** How often a request reads a member of a store, key or alias, once the account knows of an earlier one. */
const readsOf = (work: (i: number, account: Account) => Account, n: number): number => {
  const known = work(0, size(n))
  return looksOf(() => work(1, known))
}

describe('reads no more of an account with 1,000 stores, keys and aliases than of one with 12:', () => {
  it.each(Object.entries(work))('%s', (_, [name, request]) => {
    const once = (i: number, account: Account): Account => after(name, request(i), i, account)
    expect(readsOf(once, 1_000)).toBe(readsOf(once, 12))
  })

  it('what a request did, for a replay', () => {
    const once = (i: number, account: Account): Account => {
      const next = after('CreateKey', { CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' }, i, account)
      effects(account, next, [storeId(0)])
      return next
    }
    expect(readsOf(once, 1_000)).toBe(readsOf(once, 12))
  })

  it('the expiry of keys', () => {
    const once = (i: number, account: Account): Account => withoutExpiredKeys(i)(account)
    expect(readsOf(once, 1_000)).toBe(readsOf(once, 12))
  })
})

describe('an account after an operation', () => {
  const plain = size(12)
  const created = after('CreateKey', { CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' }, 0, plain)

  it('is plain data with arrays', () => {
    expect(Array.isArray(created.keys)).toBe(true)
    expect(created.keys).toHaveLength(13)
    expect(Object.keys(created)).toEqual(Object.keys(plain))
    expect(JSON.parse(JSON.stringify({ ...created }))).toEqual({
      ...JSON.parse(JSON.stringify(plain)),
      keys: JSON.parse(JSON.stringify([...plain.keys, created.keys[12]]))
    })
  })

  it('leaves the arrays that stay the same as they are, and the account before', () => {
    expect(created.stores).toBe(plain.stores)
    expect(created.aliases).toBe(plain.aliases)
    expect(plain.keys).toHaveLength(12)
  })
})
