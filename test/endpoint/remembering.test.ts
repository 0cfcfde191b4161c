/** An endpoint in place of another, which goes on with what that one has kept. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/endpoint/Endpoint.js'
import { rememberingEndpoint } from '../../src/endpoint/inProcess.js'
import type { Memory } from '../../src/endpoint/Kept.js'
import type { Options } from '../../src/endpoint/Options.js'
import type { AccountId, CustomKeyStoreId } from '../../src/model/identifiers.js'

/** Keeps as JSON, and counts how often it is told something. */
const memory = () => {
  const texts = new Map<string, string>()
  let told = 0
  const taken = (): Memory => ({
    entries: new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as unknown])),
    keep: (name, entry) => {
      told += 1
      if (entry === undefined) texts.delete(name)
      else texts.set(name, JSON.stringify(entry))
    }
  })
  return { texts, taken, told: () => told }
}

const started = (from: Memory, options: Options = {}): Endpoint => {
  const made = rememberingEndpoint(options, from)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

const caller = {
  account: '111122223333' as AccountId,
  principal: 'arn:aws:iam::111122223333:user/one',
  region: 'us-east-1'
}

const ask = (endpoint: Endpoint, operation: string, input: object) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${operation}`
  }
  const { status, body } = endpoint.answer(caller, {
    method: 'POST',
    path: '/',
    headers,
    body: JSON.stringify(input)
  })
  const read = JSON.parse(body === '' ? '{}' : body) as Readonly<Record<string, unknown>>
  return { status, ...read } as { readonly status: number } & Readonly<Record<string, unknown>>
}

const creation = {
  CustomKeyStoreName: 'one',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'any',
  KeyStorePassword: 'kmsPswd1'
}

const created = (endpoint: Endpoint) =>
  ask(endpoint, 'CreateCustomKeyStore', creation)['CustomKeyStoreId'] as CustomKeyStoreId

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
    before.fail('ThrottlingException', 2)
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
    expect(after.accounts()[0]?.stores[0]?.CreationDate).toBeGreaterThan(Date.now() / 1000 + 999_000)
    expect(after.infrastructure()).toEqual(started(taken()).infrastructure())
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
    const before = told()
    ask(kms, 'DescribeCustomKeyStores', {})
    ask(kms, 'CreateCustomKeyStore', creation)
    kms.accounts()
    kms.infrastructure()
    started(taken())
    expect(told()).toBe(before)
  })

  it.each([
    ['no settings', { 'account 111122223333 us-east-1': undefined }, 'account 111122223333 us-east-1'],
    ['a short secret', { secret: 'aGVsbG8=' }, 'settings.secret'],
    ['a clock that is none', { ahead: null }, 'settings.ahead'],
    ['an unknown member', { later: 1 }, 'settings.later']
  ])('is none with %s', (_, change, path) => {
    const { taken, texts } = memory()
    created(started(taken()))
    const entries = new Map(taken().entries)
    if (texts.size !== 2) throw new Error('an account and the settings')
    if (path.startsWith('account')) entries.delete('settings')
    else entries.set('settings', { ...(entries.get('settings') as object), ...change })
    const made = rememberingEndpoint({}, { entries, keep: () => undefined })
    expect(E.isLeft(made) && made.left.map((one) => one.path)).toEqual([path])
    expect(JSON.stringify(made)).not.toContain('aGVsbG8=')
  })
})
