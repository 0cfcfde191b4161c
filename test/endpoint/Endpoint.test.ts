/** The endpoint by itself: time, callers, what stands behind the stores. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { connectionSucceeded } from '../../src/connection/process.js'
import { commonErrors } from '../../src/exceptions/commonErrors.js'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'
import { ServiceFailure } from '../../src/model/BackingKeyStore.js'
import type { ErrorName } from '../../src/protocol/imposed.js'
import type { AccountId, CustomKeyStoreId } from '../../src/model/identifiers.js'
import { callerOf, endpoint, type Endpoint, type Options } from '../../src/endpoint/index.js'
import { clockStands } from './clock.js'
import { endpointWith } from './world.js'

clockStands()

const caller = {
  account: '111122223333' as AccountId,
  principal: 'arn:aws:iam::111122223333:user/somebody',
  region: 'us-east-1'
}
const clusterId = 'cluster-abcdefghijk'

const ask = (kms: Endpoint, operation: string, input: object, from = caller) => {
  const headers = {
    'x-amz-target': `TrentService.${operation}`,
    'content-type': 'application/x-amz-json-1.1'
  }
  const { status, body } = kms.answer(from, {
    method: 'POST',
    path: '/',
    headers,
    body: JSON.stringify(input)
  })
  return { status, ...(JSON.parse(body) as Readonly<Record<string, unknown>>) }
}

const cloudHsm = {
  CustomKeyStoreName: 'hsm',
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: 'x',
  KeyStorePassword: 'kmsPswd1'
}

const connecting = (options: Options) => {
  const kms = endpointWith(options)
  const { CustomKeyStoreId: id } = ask(kms, 'CreateCustomKeyStore', cloudHsm) as unknown as {
    CustomKeyStoreId: CustomKeyStoreId
  }
  ask(kms, 'ConnectCustomKeyStore', { CustomKeyStoreId: id })
  return { kms, id, state: () => kms.accounts()[0]?.stores[0]?.ConnectionState }
}

describe('when KMS ends what it is doing', () => {
  it('after the delay, and not before', () => {
    const { kms, state } = connecting({ connectionDelay: 60_000 })
    kms.advance(59)
    expect(state()).toBe('CONNECTING')
    kms.advance(1)
    expect(state()).toBe('CONNECTED')
  })

  it('at once without a delay', () => {
    expect(connecting({}).state()).toBe('CONNECTED')
  })

  it('when it is told, and not before', () => {
    const { kms, id, state } = connecting({ connectionDelay: 'manual' })
    kms.advance(1_000_000)
    expect(state()).toBe('CONNECTING')
    expect(kms.settle(id)).toMatchObject({ right: { ConnectionState: 'CONNECTED' } })
  })

  it('at the time that was set when it began, whatever happens meanwhile', () => {
    const { kms, id, state } = connecting({ connectionDelay: 60_000 })
    kms.advance(59)
    ask(kms, 'ConnectCustomKeyStore', { CustomKeyStoreId: id })
    ask(kms, 'CreateCustomKeyStore', {
      ...cloudHsm,
      CustomKeyStoreName: 'x',
      CloudHsmClusterId: 'cluster-zzzzzzzzzzz'
    })
    expect(state()).toBe('CONNECTING')
    kms.advance(1)
    expect(state()).toBe('CONNECTED')
  })

  it('with the facts of that moment', () => {
    const { kms, state } = connecting({ connectionDelay: 60_000 })
    kms.changeInfrastructure({ clusters: [{ clusterId, exists: false }] })
    kms.advance(60)
    expect(state()).toBe('FAILED')
  })

  it('not a second time, when the attempt has been cut short', () => {
    const { kms, id, state } = connecting({ connectionDelay: 60_000 })
    kms.advance(30)
    ask(kms, 'DisconnectCustomKeyStore', { CustomKeyStoreId: id })
    kms.advance(30)
    expect(state()).toBe('DISCONNECTING')
    kms.advance(30)
    expect(state()).toBe('DISCONNECTED')
  })

  it('by a report, if that is about the present attempt', () => {
    const { kms, id, state } = connecting({ connectionDelay: 'manual' })
    kms.report(id, connectionSucceeded(2))
    expect(state()).toBe('CONNECTING')
    expect(kms.report(id, connectionSucceeded(1))).toMatchObject({ right: { ConnectionState: 'CONNECTED' } })
    expect(kms.report('cks-unknown', connectionSucceeded(1))).toMatchObject({
      left: [{ path: 'CustomKeyStoreId', received: "'cks-unknown'" }]
    })
  })
})

describe('what stands behind the stores', () => {
  it('is whatever is named, without a list', () => {
    expect(ask(endpointWith({}), 'CreateCustomKeyStore', cloudHsm)).toMatchObject({ status: 200 })
  })

  it('is what the list says, and nothing else', () => {
    const listed = endpointWith({ infrastructure: { clusters: [{ clusterId, state: 'INITIALIZED' }] } })
    expect(ask(listed, 'CreateCustomKeyStore', cloudHsm)).toMatchObject({
      __type: 'CloudHsmClusterNotActiveException'
    })
    const none = endpointWith({ infrastructure: {} })
    expect(ask(none, 'CreateCustomKeyStore', cloudHsm)).toMatchObject({
      __type: 'CloudHsmClusterNotFoundException'
    })
  })

  it('is gone once it is taken away, and comes back when it is told of again', () => {
    const kms = endpointWith({})
    kms.changeInfrastructure({ clusters: [{ clusterId, exists: false }] })
    expect(ask(kms, 'CreateCustomKeyStore', cloudHsm)).toMatchObject({
      __type: 'CloudHsmClusterNotFoundException'
    })
    kms.changeInfrastructure({ clusters: [{ clusterId }] })
    expect(ask(kms, 'CreateCustomKeyStore', cloudHsm)).toMatchObject({ status: 200 })
  })

  it('is told of in the right form, or not at all', () => {
    const wrong = { clusters: [{ clusterId, reachable: 'yes' }] }
    expect(E.isLeft(endpoint({ infrastructure: wrong }))).toBe(true)
    const kms = endpointWith({})
    expect(kms.changeInfrastructure(wrong)).toMatchObject({ left: [{ path: 'clusters.0.reachable' }] })
    expect(kms.infrastructure().clusters).toEqual([])
  })
})

describe('KMS itself', () => {
  it('fails as often as it is told, and no more', () => {
    const kms = endpointWith({})
    kms.fail({ error: 'KMSInternalException', times: 2 })
    const statuses = [1, 2, 3].map(() => ask(kms, 'DescribeCustomKeyStores', {}).status)
    expect(statuses).toEqual([500, 500, 200])
  })

  it('refuses with whatever error is asked for, and leaves the account as it is', () => {
    const kms = endpointWith({})
    const names = [...documentedExceptions.CreateCustomKeyStore, ...Object.keys(commonErrors)]
    for (const name of names as ReadonlyArray<ErrorName>) {
      kms.fail({ error: name, times: 1 })
      const answer = ask(kms, 'CreateCustomKeyStore', { ...cloudHsm, CustomKeyStoreName: '' })
      expect(answer).toMatchObject({ __type: ServiceFailure.is(name) ? 'ValidationException' : name })
    }
    expect(kms.accounts()).toEqual([])
    expect(ask(kms, 'CreateCustomKeyStore', cloudHsm)).toMatchObject({ status: 200 })
  })

  it('forgets everything', () => {
    const { kms } = connecting({})
    kms.changeInfrastructure({ clusters: [{ clusterId }] })
    kms.reset()
    expect([kms.accounts(), kms.infrastructure().clusters]).toEqual([[], []])
  })

  it('keeps accounts and Regions apart', () => {
    const kms = endpointWith({})
    ask(kms, 'CreateCustomKeyStore', cloudHsm)
    const elsewhere = { ...caller, region: 'eu-west-1' }
    expect(ask(kms, 'DescribeCustomKeyStores', {}, elsewhere)).toMatchObject({ CustomKeyStores: [] })
    expect(ask(kms, 'CreateCustomKeyStore', cloudHsm, elsewhere)).toMatchObject({ status: 200 })
    expect(kms.accounts().map(({ Region: region }) => region)).toEqual(['us-east-1', 'eu-west-1'])
  })

  it('remembers an account as long as it has a store, and no longer', () => {
    const kms = endpointWith({})
    const strangers = Array.from({ length: 100 }, (_, i) => String(100_000_000_000 + i) as AccountId)
    for (const account of strangers) {
      ask(kms, 'DescribeCustomKeyStores', {}, { ...caller, account })
      ask(kms, 'CreateCustomKeyStore', {}, { ...caller, account })
    }
    expect(kms.accounts()).toEqual([])
    const { CustomKeyStoreId } = ask(kms, 'CreateCustomKeyStore', cloudHsm) as {
      readonly CustomKeyStoreId?: unknown
    }
    expect(kms.accounts()).toMatchObject([{ AccountId: caller.account, stores: [{ CustomKeyStoreId }] }])
    ask(kms, 'DeleteCustomKeyStore', { CustomKeyStoreId })
    expect(kms.accounts()).toEqual([])
  })
})

describe('the caller', () => {
  const signed = (accessKey: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20261124/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0`
  })

  it('is the account that the access key is, or one made from it', () => {
    expect(callerOf(signed('111122223333'))).toEqual({
      account: '111122223333',
      principal: 'arn:aws:iam::111122223333:user/111122223333',
      region: 'eu-west-1'
    })
    const { account } = callerOf(signed('AKIAIOSFODNN7EXAMPLE'))
    expect(account).toMatch(/^\d{12}$/)
    expect(callerOf(signed('AKIAIOSFODNN7EXAMPLE')).account).toBe(account)
    expect(callerOf(signed('AKIAI44QH8DHBEXAMPLE')).account).not.toBe(account)
  })

  it('is the account that it is told to be', () => {
    const account = '444455556666' as AccountId
    expect(callerOf(signed('111122223333'), account).account).toBe(account)
  })

  it('is somebody, whatever the header', () => {
    for (const authorization of [undefined, '', 'Bearer x', `Credential=${'x'.repeat(1_000_000)}`]) {
      expect(callerOf({ authorization })).toMatchObject({ region: 'us-east-1' })
    }
  })
})
