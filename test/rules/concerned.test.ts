/** Which resource a refusal tells of, in calls on one store or key and on an account. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { resourceOf } from '../../src/rules/concerned.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  externalKey,
  externalStore,
  proxyWith,
  publicId,
  cloudHsmId,
  createCloudHsmRequest,
  createExternalRequest,
  newCustomKeyStoreId,
  unknownId
} from '../fixtures.js'
import { ask } from '../protocol/endpoint.js'

const told = (result: E.Either<cks.Refusal, unknown>): cks.Resource | undefined =>
  E.isLeft(result) ? result.left.resource : undefined

const hsm = cloudHsmStore('CONNECTED')
const external = externalStore('CONNECTED')

const stateOfStore = { kind: 'custom key store', state: 'CONNECTED' } as const

describe('a refusal on one store or key', () => {
  it('tells of the store and its state', () => {
    expect(told(cks.delete({ keys: [] })(hsm))).toStrictEqual({
      ...stateOfStore,
      id: cloudHsmId,
      because: 'state'
    })
    const full = cks.delete({ keys: [cloudHsmKey()] })(cloudHsmStore('DISCONNECTED'))
    expect(told(full)).toStrictEqual({ ...stateOfStore, id: cloudHsmId, state: 'DISCONNECTED' })
    expect(told(cks.generateRandom({})(external))).toStrictEqual({ ...stateOfStore, id: publicId })
  })

  it('tells of the cluster and its state, or of the proxy, where that is at fault', () => {
    const cluster = { kind: 'AWS CloudHSM cluster', id: hsm.CloudHsmClusterId }
    const use = (facts: cks.BackingKeyStore) => told(cks.useKey(facts)(hsm)(cloudHsmKey()))
    expect(use({})).toStrictEqual(cluster)
    expect(use({ cluster: clusterWith({ state: 'DEGRADED' }) })).toStrictEqual({
      ...cluster,
      state: 'DEGRADED',
      because: 'state'
    })
    expect(use({ cluster: clusterWith({ reachable: false }) })).toStrictEqual({ ...cluster, state: 'ACTIVE' })
    const { UriEndpoint, UriPath } = external.XksProxyConfiguration
    const proxy = proxyWith({ answersInTime: false })
    expect(told(cks.useKey({ proxy })(external)(externalKey()))).toStrictEqual({
      kind: 'external key store proxy',
      id: `${UriEndpoint}${UriPath}`
    })
  })

  it('tells of the external key that a proxy does not have', () => {
    const key = externalKey()
    const proxy = proxyWith({ externalKeys: {} })
    expect(told(cks.useKey({ proxy })(external)(key))).toStrictEqual({
      kind: 'external key',
      id: key.XksKeyConfiguration.Id
    })
  })

  it('tells of the key, its state and origin', () => {
    const key = cloudHsmKey({ enabled: false })
    const resource = {
      kind: 'KMS key',
      id: key.Arn,
      state: 'Disabled',
      origin: 'AWS_CLOUDHSM',
      because: 'state'
    }
    expect(told(cks.useKey({})(hsm)(key))).toStrictEqual(resource)
  })

  it('tells of a store by its name while there is none', () => {
    const request = createExternalRequest()
    const facts = { others: [], storeQuota: 0, CustomKeyStoreId: unknownId, CreationDate: 1 }
    expect(told(cks.create(facts)(request))).toStrictEqual({
      kind: 'custom key store',
      id: request.CustomKeyStoreName
    })
  })
})

describe('a refusal on an account', () => {
  it('tells of what is not there by the name of the request, cut at 512 characters', () => {
    const { body } = ask(accountWith(hsm), 'DescribeKey', { KeyId: 'k'.repeat(2048) })
    expect(body.__type).toBe('NotFoundException')
    expect(body.message).toContain(`About the KMS key ${'k'.repeat(511)}…: `)
    expect(body.message.length).toBeLessThan(700)
  })

  it('is JSON whatever the name holds', () => {
    const key = cloudHsmKey({ Arn: '\u0000\u001b[31m"\n\ud800', enabled: false })
    const { body } = ask({ ...accountWith(hsm), keys: [key] }, 'Encrypt', {
      KeyId: key.KeyId,
      Plaintext: 'AAAA'
    })
    expect(body.message).toContain(`${key.Arn} is disabled. `)
  })

  it('tells of the destination, where ReEncrypt refuses that', () => {
    const account = { ...accountWith(hsm), keys: [cloudHsmKey()] }
    const source = cloudHsmKey().Arn
    const sealed = ask(account, 'Encrypt', { KeyId: source, Plaintext: 'AAAA' }).body
    const again = { CiphertextBlob: sealed.CiphertextBlob, DestinationKeyId: 'other' }
    expect(ask(account, 'ReEncrypt', again).body.message).toContain('About the KMS key other: ')
  })
})

it('a public store has no VPC endpoint service to be told of, so the store is', () => {
  const configuration = external.XksProxyConfiguration
  expect(resourceOf({ kind: 'VPC endpoint service' })({ store: external, configuration })).toStrictEqual({
    ...stateOfStore,
    id: publicId
  })
})

it('a Create that was answered before is explained by what still holds of it', () => {
  const request = createCloudHsmRequest()
  const others = [cloudHsmStore('DISCONNECTED')]
  const facts = {
    others,
    cluster: clusterWith(),
    CustomKeyStoreId: newCustomKeyStoreId,
    CreationDate: 1_800_000_000
  }
  expect(cks.create.explain(facts)(request).follows).not.toEqual([])
  expect(cks.create.explain({ ...facts, failure: 'KMSInternalException' })(request).follows).toEqual([])
  const refused = cks.create({ ...facts, failure: 'KMSInternalException' })(request)
  expect(told(refused)).toMatchObject({ kind: 'custom key store', id: request.CustomKeyStoreName })
})

it('a store that is reached through a VPC endpoint service is refused with the service', () => {
  const { XksProxyConfiguration: configuration, ...store } = externalStore(
    'CONNECTED',
    'VPC_ENDPOINT_SERVICE'
  )
  expect(
    resourceOf({ kind: 'VPC endpoint service', because: 'state' })({
      store: { ...store, XksProxyConfiguration: configuration },
      configuration
    })
  ).toStrictEqual({ kind: 'VPC endpoint service', id: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234' })
  expect(resourceOf({ kind: 'VPC endpoint service' })({})).toBe(undefined)
})

it('an alias and a cluster are told of by the name in the request', () => {
  expect(resourceOf({ kind: 'alias' })({ request: { AliasName: 'alias/a' } })).toStrictEqual({
    kind: 'alias',
    id: 'alias/a'
  })
  const request = { CloudHsmClusterId: 'cluster-zyxwvutsrqp' }
  expect(resourceOf({ kind: 'AWS CloudHSM cluster' })({ request, store: hsm })).toStrictEqual({
    kind: 'AWS CloudHSM cluster',
    id: 'cluster-zyxwvutsrqp'
  })
  expect(resourceOf({ kind: 'AWS CloudHSM cluster' })({ request: {}, store: hsm })).toStrictEqual({
    kind: 'AWS CloudHSM cluster',
    id: hsm.CloudHsmClusterId
  })
})

it('a name of 512 characters is told as it is, and a longer one is cut', () => {
  const idOf = (keyId: string) => resourceOf({ kind: 'KMS key' })({ keyId })?.id
  expect(idOf('k'.repeat(512))).toBe('k'.repeat(512))
  expect(idOf('k'.repeat(513))).toBe(`${'k'.repeat(511)}…`)
})
