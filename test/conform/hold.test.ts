/** How an exchange compares with the rules, if the account before it is known. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { hold } from '../../src/conform/hold.js'
import { modelled } from '../../src/conform/modelled.js'
import type { Account } from '../../src/model/Account.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { accountWith, cloudHsmStore, externalStore } from '../fixtures.js'

const hsm = cloudHsmStore('CONNECTED')
const xks = externalStore('DISCONNECTED')
const edition = 'exception-text-2022'

const held = (operation: OperationName, request: Members, answer: string | Members, account: Account) => {
  const reply: EndpointReply =
    typeof answer === 'string' ? { exception: answer, message: '' } : { output: answer }
  return hold(edition)({ operation, request, reply })(account)
}
const key = { CustomKeyStoreId: hsm.CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }

describe('a request of which it is only assumed that it is refused', () => {
  const odd = { ...key, Policy: 'not JSON' }
  const made = { KeyMetadata: { KeyId: 'k' } }

  it('is left open where it is accepted, and where another exception answers', () => {
    expect(held('CreateKey', odd, made, accountWith(hsm))).toEqual({ is: 'left open' })
    expect(held('CreateKey', odd, 'TagException', accountWith(hsm))).toEqual({ is: 'left open' })
    expect(held('CreateKey', odd, 'MalformedPolicyDocumentException', accountWith(hsm)).is).toBe(
      'as documented'
    )
  })

  it('is different where another rule refuses it for certain', () => {
    const store = cloudHsmStore('DISCONNECTED')
    expect(held('CreateKey', odd, made, accountWith(store))).toMatchObject({
      is: 'different',
      difference: {
        rule: 'validConnectionState',
        expected: 'CustomKeyStoreInvalidStateException',
        got: 'success'
      }
    })
  })
})

describe('a rule that an assumption waives', () => {
  const update = {
    CustomKeyStoreId: xks.CustomKeyStoreId,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyUriEndpoint: xks.XksProxyConfiguration.UriEndpoint,
    XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
  }
  const answered = (exception: string, request: Members = update) =>
    held('UpdateCustomKeyStore', request, exception, accountWith(xks))

  it('may have been asked for, with any exception that the page lists', () => {
    expect(answered('ValidationException')).toEqual({ is: 'left open' })
    expect(answered('CustomKeyStoreNotFoundException')).toEqual({ is: 'left open' })
  })

  it('explains no other exception, and none of another request', () => {
    expect(answered('TagException')).toMatchObject({
      is: 'different',
      difference: { rule: 'exceptionIsListed', expected: 'success', got: 'TagException' }
    })
    const renamed = { CustomKeyStoreId: xks.CustomKeyStoreId, NewCustomKeyStoreName: 'n' }
    expect(answered('ValidationException', renamed)).toMatchObject({
      is: 'different',
      difference: { rule: 'soundRequestIsAccepted' }
    })
  })
})

describe('a request that cannot be read', () => {
  const long = { CustomKeyStoreId: 'a'.repeat(65) }

  it('is refused by what its page lists, and by what is about its form', () => {
    for (const exception of ['ValidationException', 'CustomKeyStoreNotFoundException']) {
      expect(held('ConnectCustomKeyStore', long, exception, accountWith(hsm)).is).toBe('as documented')
    }
    expect(held('ConnectCustomKeyStore', long, 'TagException', accountWith(hsm))).toEqual({ is: 'left open' })
  })

  it('is different where it is accepted', () => {
    expect(held('ConnectCustomKeyStore', long, {}, accountWith(hsm))).toMatchObject({
      is: 'different',
      difference: { rule: 'brokenMembersAreRefused', expected: 'ValidationException', got: 'success' }
    })
  })

  it('has no answer of the model', () => {
    const exchange: Exchange = { operation: 'ConnectCustomKeyStore', request: long, reply: { output: {} } }
    expect(modelled(edition, exchange, accountWith(hsm))).toEqual({ isReadable: false })
    const unknown = { ...exchange, request: { CustomKeyStoreId: 'cks-other' } }
    expect(modelled(edition, unknown, accountWith(hsm))).toEqual({ isReadable: true })
    const disconnected = accountWith(cloudHsmStore('DISCONNECTED'))
    const known = { ...exchange, request: { CustomKeyStoreId: hsm.CustomKeyStoreId } }
    expect(modelled(edition, known, disconnected)).toMatchObject({
      isReadable: true,
      accepted: { output: {}, after: { stores: [{ ConnectionState: 'CONNECTING' }] } }
    })
  })
})

describe('whatever the account is', () => {
  const of = (reply: EndpointReply) =>
    hold(edition)({ operation: 'ConnectCustomKeyStore', request: {}, reply })(accountWith())

  it('what is not implemented says nothing', () => {
    expect(of({ notImplemented: 'a', status: 501 })).toEqual({ is: 'not implemented' })
  })

  it('what cannot be read is different, and silence is a kind of its own', () => {
    const answer = { rule: 'answerIsAwsJson', expected: 'an answer of AWS JSON 1.1' }
    expect(of({ unreadable: 'a page' })).toMatchObject({
      is: 'different',
      difference: { ...answer, got: 'a page', kind: 'an answer that cannot be read' }
    })
    expect(of({ unreadable: 'nothing', silent: true })).toMatchObject({
      is: 'different',
      difference: { ...answer, got: 'nothing', kind: 'no answer' }
    })
  })
})

it('a store that is not in the account is not found', () => {
  const request = { CustomKeyStoreId: 'cks-a' }
  const found = held(
    'ConnectCustomKeyStore',
    request,
    'CustomKeyStoreNotFoundException',
    accountWith(hsm, xks)
  )
  expect(found.is).toBe('as documented')
})
