/** Facts are gathered by the operation that takes them, and those about something else are refused as a mistake. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import {
  accepted,
  accountWith,
  behindStore,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  createCloudHsmRequest,
  createExternalRequest,
  externalStore,
  infrastructureFacts,
  newCustomKeyStoreId,
  proxyWith,
  updateRequest,
  verdict,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'

const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')
const restored = 'cluster-restored222'
const infrastructure = cks.infrastructureOf({
  ...infrastructureFacts,
  clusters: [clusterWith(), clusterWith({ clusterId: restored })]
})

describe('facts that were gathered', () => {
  it('of an Update are about the cluster that the request names', () => {
    const request = updateRequest(hsm, { CloudHsmClusterId: restored })
    const facts = cks.update.facts({ infrastructure, account: accountWith(hsm) })(request)(hsm)
    expect(facts.cluster?.clusterId).toBe(restored)
    expect(accepted(cks.update(facts)(request)(hsm))).toEqual({ ...hsm, CloudHsmClusterId: restored })
  })

  it('of a Connect need no account, and those of a Delete do', () => {
    const facts = cks.connect.facts({ infrastructure })(hsm)
    expect(facts).toEqual({ cluster: clusterWith(), failure: undefined })
    expect(accepted(cks.connect(facts)(hsm)).ConnectionState).toBe('CONNECTING')
    const account = { ...accountWith(hsm), keys: [cloudHsmKey()] }
    expect(verdict(cks.delete(cks.delete.facts({ account })(hsm))(hsm))).toBe(
      'CustomKeyStoreHasCMKsException'
    )
    expect(verdict(cks.delete(cks.delete.facts({ account: accountWith(hsm) })(hsm))(hsm))).toBe('accepted')
  })

  it('of a connection end it', () => {
    const connecting = cloudHsmStore('CONNECTING')
    const missing = { infrastructure: cks.infrastructureOf(cks.noInfrastructure) }
    expect(cks.connectionErrorCode(cks.settle.facts(missing)(connecting))(connecting)).toBe(
      'CLUSTER_NOT_FOUND'
    )
    const account = accountWith(connecting)
    const facts = cks.settle.facts({ infrastructure, account })(connecting)
    expect(facts).toMatchObject({ account: account.AccountId, region: account.Region })
    expect(cks.settle(facts)(connecting).ConnectionState).toBe('CONNECTED')
  })

  it('of a Create have the id and the date of the new store', () => {
    const request = createCloudHsmRequest()
    const facts = cks.create.facts({ ...circumstances, account: accountWith() })(request)
    const made = accepted(cks.create(facts)(request))
    expect([made.CustomKeyStoreId, made.CreationDate]).toEqual([newCustomKeyStoreId, circumstances.now])
  })
})

describe('facts about something else', () => {
  it('are told with both names, and how to gather those that fit', () => {
    const request = updateRequest(hsm, { CloudHsmClusterId: restored })
    expect(() => cks.update({ ...cks.behind(infrastructure, hsm), others: [] })(request)(hsm)).toThrow(
      new TypeError(
        `UpdateCustomKeyStore takes facts about the AWS CloudHSM cluster ${restored}, not cluster-abcdefghijk: ` +
          'its `facts` gathers those that fit'
      )
    )
  })

  it.each([
    ['another path', proxyWith({ uriPath: '/other/kms/xks/v1' })],
    ['another host', proxyWith({ uriEndpoint: 'https://other.example.com' })]
  ])('of the proxy: %s', (_, proxy) => {
    expect(() => cks.useKey({ proxy })(open)({} as never)).toThrow(
      /^useKey takes facts about the external key store proxy /
    )
    expect(() => cks.settle({ proxy })(externalStore('CONNECTING'))).toThrow(TypeError)
    expect(() => cks.create({ proxy } as never)(createExternalRequest())).toThrow(
      /^CreateCustomKeyStore takes facts about the external key store proxy /
    )
  })

  it('of the cluster of a store', () => {
    const cluster = clusterWith({ clusterId: restored })
    expect(() => cks.connect({ cluster })(hsm)).toThrow(
      `ConnectCustomKeyStore takes facts about the AWS CloudHSM cluster cluster-abcdefghijk, not ${restored}: `
    )
  })

  it('of the cluster of a store that is to be created', () => {
    const cluster = clusterWith({ clusterId: restored })
    expect(() => cks.create({ cluster } as never)(createCloudHsmRequest())).toThrow(
      new RegExp(
        `^CreateCustomKeyStore takes facts about the AWS CloudHSM cluster cluster-abcdefghijk, not ${restored}: `
      )
    )
  })

  it('are not those of the same host in other letters', () => {
    const proxy = proxyWith({ uriEndpoint: 'https://PUBLIC.example.com' })
    expect(cks.settle({ proxy })(externalStore('CONNECTING')).ConnectionState).toBe('CONNECTED')
  })

  it('of the VPC endpoint service', () => {
    const vpcEndpointService = vpcEndpointServiceWith({
      serviceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678'
    })
    const connecting = externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')
    expect(() => cks.settle({ proxy: vpcProxyWith(), vpcEndpointService })(connecting)).toThrow(
      /the VPC endpoint service .*-1234, not com\.amazonaws\.vpce\.eu-central-1\.vpce-svc-5678: /
    )
  })

  it('are not looked at where the store does not use them, or nothing is going on', () => {
    const everything = { ...behindStore(hsm), ...behindStore(vpc) }
    expect(accepted(cks.connect({ ...everything, proxy: proxyWith() })(hsm)).ConnectionState).toBe(
      'CONNECTING'
    )
    const service = { ...behindStore(open), vpcEndpointService: vpcEndpointServiceWith() }
    expect(
      cks.settle({ ...service, cluster: clusterWith() })(externalStore('CONNECTING')).ConnectionState
    ).toBe('CONNECTED')
    expect(cks.settle({ cluster: clusterWith({ clusterId: restored }) })(hsm)).toBe(hsm)
  })

  it.each<[string, (untyped: any) => unknown, string]>([
    ['no facts', ({ connect }) => connect()(hsm), 'ConnectCustomKeyStore takes facts, not undefined'],
    [
      'no store',
      ({ connect }) => connect({})(),
      'ConnectCustomKeyStore takes a custom key store, not undefined'
    ],
    [
      'an Either',
      ({ disconnect }) => disconnect({})(E.right(hsm)),
      'DisconnectCustomKeyStore takes a custom key store, not an Either: take what is in its right'
    ],
    [
      'no request',
      ({ update }) => update({ others: [] })()(hsm),
      'UpdateCustomKeyStore takes a request, not undefined'
    ],
    [
      'no facts of a request',
      ({ update }) => update()({ ...hsm })(hsm),
      'UpdateCustomKeyStore takes facts, not undefined'
    ],
    [
      'an id',
      ({ connect }) => connect({})('cks-1'),
      "ConnectCustomKeyStore takes a custom key store, not 'cks-1'"
    ]
  ])('are told to callers without types: %s', (_, call, message) => {
    expect(() => call(cks)).toThrow(new TypeError(message))
  })

  it.each<[string, (untyped: any) => unknown]>([
    ['settle', ({ settle }) => settle()(cloudHsmStore('CONNECTING'))],
    ['connectionErrorCode', ({ connectionErrorCode }) => connectionErrorCode()(cloudHsmStore('CONNECTING'))],
    ['useKey', ({ useKey }) => useKey()(hsm)({})],
    ['GenerateRandom', ({ generateRandom }) => generateRandom()(hsm)],
    ['CreateKey', ({ createKey }) => createKey()({ CustomKeyStoreId: hsm.CustomKeyStoreId })(hsm)]
  ])('are told of by the name of what takes them: %s', (name, call) => {
    expect(() => call(cks)).toThrow(new TypeError(`${name} takes facts, not undefined`))
  })

  it('is a request about another store', () => {
    const request = updateRequest(open, { NewCustomKeyStoreName: 'another name' })
    expect(() => cks.update({ others: [] })(request)(hsm)).toThrow(
      new TypeError(
        `UpdateCustomKeyStore takes a request about the custom key store ${hsm.CustomKeyStoreId}, not ${open.CustomKeyStoreId}`
      )
    )
  })
})
