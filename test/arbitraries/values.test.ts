/** What is generated is what it is said to be: by the library's own `decode`, and by how often each kind of it comes. */
import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as any from '../../src/arbitraries/index.js'
import * as cks from '../../src/index.js'
import { memberRuleNames } from '../../src/possible/brokenRequests.js'

const seed = 1
const sample = <A>(arbitrary: Arbitrary<A>, numRuns: number): ReadonlyArray<A> =>
  fc.sample(arbitrary, { seed, numRuns })

const requestOf = (operation: cks.OperationName) => (cks.operations[operation] as cks.AnyOperation).request
const read = (operation: cks.OperationName, request: unknown) => cks.decode(requestOf(operation))(request)
const brokenRules = (operation: cks.OperationName, request: unknown) =>
  cks
    .memberFindings(requestOf(operation))(request)
    .flatMap(({ statement, verdict }) => (verdict === 'does not hold' ? [statement.name] : []))

const kindOf = (store: cks.CustomKeyStore): string =>
  cks.isCloudHsm(store) ? 'AWS_CLOUDHSM' : store.XksProxyConfiguration.Connectivity

/** How often each of some values comes. */
const counts = (values: ReadonlyArray<string>): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (const value of values) found[value] = (found[value] ?? 0) + 1
  return found
}

describe('a store', () => {
  it('is of each kind in each state, and never seldom', () => {
    const found = counts(sample(any.store(), 3000).map((one) => `${kindOf(one)} ${one.ConnectionState}`))
    expect(Object.keys(found)).toHaveLength(15)
    expect(Math.min(...Object.values(found))).toBeGreaterThan(50)
  })

  it('is as narrow as it is asked for', () => {
    const failed = sample(any.store({ states: ['FAILED'], kinds: ['PUBLIC_ENDPOINT'] }), 200)
    const code: string = failed[0]!.ConnectionErrorCode
    expect(code).toBeTypeOf('string')
    expect(new Set(failed.map((one) => `${kindOf(one)} ${one.ConnectionState}`))).toEqual(
      new Set(['PUBLIC_ENDPOINT FAILED'])
    )
  })

  it('fails with each code that its kind can have, and no other', () => {
    const codes = (kind: 'AWS_CLOUDHSM' | 'PUBLIC_ENDPOINT') =>
      new Set(
        sample(any.store({ states: ['FAILED'], kinds: [kind] }), 500).map(
          (one) => one.ConnectionErrorCode as string
        )
      )
    expect(codes('AWS_CLOUDHSM').size).toBe(10)
    expect(codes('PUBLIC_ENDPOINT').size).toBe(11)
    expect(new Set(sample(any.connectionErrorCode(), 500)).size).toBe(18)
    expect(new Set(sample(any.connectionErrorCode('AWS_CLOUDHSM'), 500)).size).toBe(10)
  })
})

describe('what the library reads is what was generated', () => {
  const key = any.store().chain(any.key)
  it.each<[string, Arbitrary<unknown>, any]>([
    ['a store', any.store(), cks.CustomKeyStore],
    ['a key', key, cks.KmsKey],
    ['an account', any.account(), cks.Account],
    ['the account of a history', any.start(), cks.Account],
    ['a cluster', any.cluster(), cks.CloudHsmCluster],
    ['a proxy', any.proxy(), cks.XksProxy],
    ['a VPC endpoint service', any.vpcEndpointService(), cks.VpcEndpointService],
    ['the infrastructure', any.infrastructure(), cks.InfrastructureFacts]
  ])('%s', (_, arbitrary, codec) => {
    for (const value of sample(arbitrary, 200)) expect(cks.decode(codec)(value)).toEqual(E.right(value))
  })
})

describe('facts', () => {
  const endWith = (faults: any.Faults) =>
    sample(
      any
        .store({ states: ['CONNECTING'] })
        .chain((store) => any.facts(store, { faults }).map((facts) => ({ store, facts }))),
      1500
    )
      .map(({ store, facts }) => cks.settle(facts)(store))
      .map((after) => ('ConnectionErrorCode' in after ? after.ConnectionErrorCode : after.ConnectionState))

  it('without a fault let every connection succeed', () => {
    expect(counts(endWith('none'))).toEqual({ CONNECTED: 1500 })
  })

  it('with one fault make connections fail in every way', () => {
    const codes = [...sample(any.connectionErrorCode(), 500)]
    expect(new Set(endWith('one').filter((end) => end !== 'CONNECTED'))).toEqual(new Set(codes))
  })

  it('have exactly one thing wrong where one is asked for', () => {
    const differing = (some: any, sound: any): number =>
      some === undefined || sound === undefined || typeof sound !== 'object'
        ? Number(some !== sound)
        : Object.keys({ ...sound, ...some }).filter(
            (name) => JSON.stringify(some[name]) !== JSON.stringify(sound[name])
          ).length
    const pairs = any
      .store()
      .chain((store) => fc.tuple(any.facts(store, { faults: 'none' }), any.facts(store, { faults: 'one' })))
    for (const [sound, faulty] of sample(pairs, 300)) {
      const names = ['cluster', 'proxy', 'vpcEndpointService', 'failure'] as const
      expect(names.reduce((count, name) => count + differing(faulty[name], sound[name]), 0)).toBe(1)
    }
  })

  it('of the whole infrastructure have one thing wrong, or none, as is asked for', () => {
    const [sound] = sample(any.infrastructure({ faults: 'none' }), 1)
    const lists = Object.keys(sound!) as ReadonlyArray<keyof cks.InfrastructureFacts>
    for (const one of sample(any.infrastructure({ faults: 'one' }), 300)) {
      const as = (facts: cks.InfrastructureFacts) =>
        lists.flatMap((list) => facts[list].map((entry) => JSON.stringify(entry)))
      expect(as(sound!).filter((entry) => !as(one).includes(entry))).toHaveLength(1)
    }
  })
})

describe('a request', () => {
  it.each(cks.operationNames)('of %s is valid, nearly valid or adversarial as it is said to be', (name) => {
    for (const request of sample(any.validRequest(name), 60))
      expect(E.isRight(read(name, request))).toBe(true)
    const rules = new Set<string | undefined>()
    for (const { request, rule, ofWrongType } of sample(any.nearlyValidRequest(name), 120)) {
      rules.add(rule)
      const violations = read(name, request)
      expect(E.isLeft(violations)).toBe(true)
      if (rule !== undefined) expect(brokenRules(name, request)).toEqual([rule])
      else
        expect(E.isLeft(violations) && violations.left.map(({ path }) => path.split('.')[0])).toEqual([
          ofWrongType
        ])
    }
    expect(rules.size).toBeGreaterThanOrEqual(Math.min(memberRuleNames(name).length, 12))
    const adversarial = sample(any.adversarialRequest(name), 60)
    for (const request of adversarial) expect(JSON.parse(JSON.stringify(request))).toEqual(request)
    expect(adversarial.filter((request) => E.isLeft(read(name, request))).length).toBeGreaterThanOrEqual(15)
  })

  it('is of every operation, and of all forms or one', () => {
    const of = (options?: any.RequestOptions) => sample(any.request(options), 3000)
    expect(Object.keys(counts(of().map(({ does }) => does)))).toHaveLength(53)
    const valid = of().filter(({ does, request }) => E.isRight(read(does, request)))
    expect(valid.length / 3000).toBeGreaterThan(0.7)
    expect(valid.length / 3000).toBeLessThan(0.9)
    const nearly = of({ operations: ['CreateKey'], forms: ['nearlyValid'] })
    expect(
      nearly.filter(({ does, request }) => does !== 'CreateKey' || E.isRight(read(does, request)))
    ).toEqual([])
  })

  it('that does harm has names that records inherit, lone surrogates, and much of everything', () => {
    const all = sample(any.adversarialRequest('UpdateCustomKeyStore'), 1000)
    const texts = all.map((request) => JSON.stringify(request))
    for (const part of ['"__proto__":', '"constructor":', '\\ud800', '[[[[[[[[[[', 'a'.repeat(10_000)]) {
      expect(texts.filter((text) => text.includes(part)).length, part).toBeGreaterThan(10)
    }
    const records = all.filter(
      (request) => typeof request === 'object' && request !== null && !Array.isArray(request)
    )
    expect(records.length / all.length).toBeGreaterThan(0.8)
    expect(({} as any).CustomKeyStoreId).toBeUndefined()
  })

  it('holds the mark in each secret', () => {
    for (const { request } of sample(
      any.request({ operations: ['CreateCustomKeyStore'], forms: ['valid'] }),
      200
    )) {
      const { KeyStorePassword: password, XksProxyAuthenticationCredential: credential } = request as any
      expect(password ?? credential.RawSecretAccessKey).toMatch(any.secretMark)
    }
  })
})

it('an empty list narrows nothing', () => {
  const none = [any.store({ kinds: [], states: [] }), any.cluster({ ids: [] }), any.proxy({ addresses: [] })]
  const more = [any.vpcEndpointService({ names: [] }), any.request({ operations: [], forms: [] })]
  for (const arbitrary of [...none, ...more, any.conversation({ operations: [] })]) {
    expect(
      new Set(sample<unknown>(arbitrary, 100).map((value) => JSON.stringify(value))).size
    ).toBeGreaterThan(2)
  }
})

describe('a history', () => {
  it('begins with stores, more often than not with keys, and has everything happen', () => {
    const all = sample(any.history(), 300)
    expect(all.filter(({ start }) => start.keys.length > 0).length).toBeGreaterThan(150)
    const does = new Set(all.flatMap(({ steps }) => steps.map((step) => step.does)))
    expect(does.size).toBe(53 + 6)
    expect(Math.max(...sample(any.history({ maxLength: 5 }), 100).map(({ steps }) => steps.length))).toBe(5)
  })

  it('asks for what it is told to', () => {
    const request = () => fc.constant({ KeyId: 'own' })
    for (const one of sample(any.step({ request }), 100)) {
      if ('request' in one) expect(one.request).toEqual({ KeyId: 'own' })
    }
  })
})

describe('a conversation', () => {
  it('has a key in a connected store more often than not', () => {
    const steps = ['CreateCustomKeyStore', 'ConnectCustomKeyStore', 'settle', 'CreateKey']
    const all = sample(any.conversation(), 500)
    expect(all.filter((talk) => steps.every((does, i) => talk[i]?.does === does)).length).toBeGreaterThan(250)
  })

  it('is about the operations that are asked for', () => {
    const operations = ['CreateCustomKeyStore', 'ListKeys'] as const
    const all = sample(any.conversation({ operations, maxLength: 10 }), 200)
    expect(new Set(all.flatMap((talk) => talk.map(({ does }) => does)))).toEqual(
      new Set([...operations, 'settle'])
    )
  })
})
