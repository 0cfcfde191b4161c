/** An endpoint in place of another, which goes on with what that one has kept. */
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/endpoint/Endpoint.js'
import { clockStands } from './clock.js'
import { ask, created, creation, memory, started } from './memory.js'

clockStands()

const stateOf = (endpoint: Endpoint) => endpoint.accounts()[0]?.stores[0]?.ConnectionState

describe('an endpoint in place of another', () => {
  it('has its accounts, and opens its ciphertexts', () => {
    const { taken, texts } = memory()
    const before = started(taken())
    const CustomKeyStoreId = created(before)
    ask(before, 'ConnectCustomKeyStore', { CustomKeyStoreId })
    const { KeyMetadata } = ask(before, 'CreateKey', { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' })
    const { KeyId } = KeyMetadata as { readonly KeyId: string }
    const { CiphertextBlob } = ask(before, 'Encrypt', { KeyId, Plaintext: 'aGVsbG8=' })
    const after = started(taken())
    expect(after.accounts()).toEqual(before.accounts())
    expect(ask(after, 'Decrypt', { CiphertextBlob })).toMatchObject({ status: 200, Plaintext: 'aGVsbG8=' })
    expect([...texts.values()].join('')).not.toContain('kmsPswd1')
  })

  it('has its infrastructure, quotas, failures and clock', () => {
    const { taken } = memory()
    const before = started(taken(), { keyQuota: 7 })
    before.changeInfrastructure({ clusters: [{ clusterId: 'cluster-abcdefghijk', exists: false }] })
    before.changeQuotas({ storeQuota: 0 })
    before.fail({ error: 'ThrottlingException', times: 2 })
    ask(before, 'ListKeys', {})
    before.advance(1_000_000)
    const after = started(taken())
    expect(ask(after, 'ListKeys', {})['__type']).toBe('ThrottlingException')
    expect(ask(after, 'ListKeys', {}).status).toBe(200)
    expect(ask(after, 'CreateCustomKeyStore', creation)['__type']).toBe('LimitExceededException')
    after.changeQuotas({ storeQuota: 1 })
    expect(ask(after, 'CreateCustomKeyStore', creation)['__type']).toBe('CloudHsmClusterNotFoundException')
    after.changeInfrastructure({ clusters: [{ clusterId: 'cluster-abcdefghijk' }] })
    created(after)
    expect(after.accounts()[0]?.stores[0]?.CreationDate).toBe(Date.now() / 1000 + 1_000_000)
    expect(after.infrastructure()).toEqual(started(taken()).infrastructure())
  })

  it('has failures to come, of each operation as many as are left', () => {
    const { taken } = memory()
    const before = started(taken())
    before.fail({ operation: 'ListKeys', error: 'ThrottlingException', times: 3 })
    before.fail({ operation: 'ListAliases', error: 'AccessDeniedException' })
    ask(before, 'ListKeys', {})
    const after = started(taken())
    const names = (operation: string) => [1, 2, 3].map(() => ask(after, operation, {})['__type'])
    expect(names('ListKeys')).toEqual(['ThrottlingException', 'ThrottlingException', undefined])
    expect(new Set(names('ListAliases'))).toEqual(new Set(['AccessDeniedException']))
    after.recover()
    expect(ask(started(taken()), 'ListAliases', {}).status).toBe(200)
  })

  it('has the stores that it was made with, unless something was kept', () => {
    const { taken } = memory()
    const stores = [{ CustomKeyStoreName: 'seeded' }]
    const before = started(taken(), { stores })
    const { CustomKeyStoreId } = before.accounts()[0]!.stores[0]!
    expect(ask(before, 'DeleteCustomKeyStore', { CustomKeyStoreId }).status).toBe(200)
    const after = started(taken(), { stores })
    expect(after.accounts()).toEqual([])
    after.reset()
    expect(after.accounts()).toMatchObject([{ stores }])
  })

  it('ends an attempt when the other would have, and not before', () => {
    const { taken } = memory()
    const before = started(taken(), { connectionDelay: 60_000 })
    ask(before, 'ConnectCustomKeyStore', { CustomKeyStoreId: created(before) })
    const after = started(taken(), { connectionDelay: 'manual' })
    expect(stateOf(after)).toBe('CONNECTING')
    after.advance(59)
    expect(stateOf(after)).toBe('CONNECTING')
    after.advance(2)
    expect(stateOf(after)).toBe('CONNECTED')
  })

  it('never ends an attempt by itself that the other would not have ended', () => {
    const { taken } = memory()
    const before = started(taken(), { connectionDelay: 'manual' })
    const id = created(before)
    ask(before, 'ConnectCustomKeyStore', { CustomKeyStoreId: id })
    const after = started(taken())
    after.advance(1_000_000)
    expect(stateOf(after)).toBe('CONNECTING')
    after.settle(id)
    expect(stateOf(started(taken()))).toBe('CONNECTED')
  })

  it('ends an attempt in stores with which the other has begun when the other would have', () => {
    const { taken } = memory()
    const before = started(taken(), { connectionDelay: 60_000 })
    before.begin({ stores: [{ CustomKeyStoreId: 'cks-1' }] })
    const after = started(taken(), { connectionDelay: 'manual' })
    ask(after, 'ConnectCustomKeyStore', { CustomKeyStoreId: 'cks-1' })
    after.advance(59)
    expect(stateOf(after)).toBe('CONNECTING')
    after.advance(2)
    expect(stateOf(after)).toBe('CONNECTED')
  })

  it('knows what was reset, deleted or begun', () => {
    const { taken, texts } = memory()
    const before = started(taken())
    const id = created(before)
    ask(before, 'DeleteCustomKeyStore', { CustomKeyStoreId: id })
    expect([...texts.keys()]).toEqual(['settings'])
    created(before)
    const [account] = before.accounts()
    before.reset()
    expect(started(taken()).accounts()).toEqual([])
    before.begin({ account, now: 1_700_000_000 })
    const after = started(taken())
    expect(after.accounts()).toEqual([account])
    ask(after, 'ConnectCustomKeyStore', { CustomKeyStoreId: account!.stores[0]!.CustomKeyStoreId })
    after.advance(1_000)
    expect(stateOf(after)).toBe('CONNECTING')
  })

  it('tells nothing that has not changed', () => {
    const { taken, told } = memory()
    const kms = started(taken())
    created(kms)
    const before = told.length
    ask(kms, 'DescribeCustomKeyStores', {})
    ask(kms, 'CreateCustomKeyStore', creation)
    kms.accounts()
    kms.infrastructure()
    started(taken())
    expect(told).toHaveLength(before)
  })

  const id = '111122223333 us-east-1'

  it('is told what an operation has changed, and nothing besides', () => {
    const { taken, told } = memory()
    const kms = started(taken(), { connectionDelay: 60_000 })
    const toldBy = (operation: string, input: object): ReadonlyArray<string> => {
      told.length = 0
      expect(ask(kms, operation, input)).toMatchObject({ status: 200 })
      return told
    }
    const CustomKeyStoreId = created(kms)
    expect(toldBy('ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual([`store ${id} 0`, `end ${id} 0`])
    kms.advance(61)
    const key = { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }
    expect(toldBy('CreateKey', key)).toEqual([`key ${id} 0`])
    expect(toldBy('CreateKey', key)).toEqual([`key ${id} 1`])
    const [KeyId, other] = kms.accounts()[0]?.keys.map((one) => one.KeyId) ?? []
    const alias = { AliasName: 'alias/one' }
    expect(toldBy('CreateAlias', { ...alias, TargetKeyId: KeyId })).toEqual([
      `account ${id}`,
      `alias ${id} 0`
    ])
    expect(toldBy('UpdateAlias', { ...alias, TargetKeyId: other })).toEqual([
      `alias ${id} 0`,
      `alias ${id} 1`
    ])
    expect(toldBy('DisableKey', { KeyId: other })).toEqual([`key ${id} 1`])
    kms.advance(1)
    expect(toldBy('ScheduleKeyDeletion', { KeyId: other, PendingWindowInDays: 7 })).toEqual([`key ${id} 1`])
    kms.advance(8 * 86_400)
    expect(toldBy('ListKeys', {})).toEqual([`key ${id} 1`, `alias ${id} 1`])
    expect(started(taken()).accounts()).toEqual(kms.accounts())
  })

  it('forgets an end that another world does not have', () => {
    const { taken, texts } = memory()
    const before = started(taken(), { connectionDelay: 60_000 })
    ask(before, 'ConnectCustomKeyStore', { CustomKeyStoreId: created(before) })
    expect([...texts.keys()]).toContain(`end ${id} 0`)
    before.begin({ account: before.accounts()[0] })
    const after = started(taken())
    after.advance(1_000)
    expect(stateOf(after)).toBe('CONNECTING')
  })
})
