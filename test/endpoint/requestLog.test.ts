/** What an endpoint tells of the requests that it has answered. */
import * as kms from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import { clientConfig, endpointOrThrow, type Options } from '../../src/endpoint/index.js'
import { clockStands } from './clock.js'
import { overSocket } from './world.js'

clockStands()

const started = (options: Options = {}) => {
  const endpoint = endpointOrThrow({
    stores: [{ ConnectionState: 'CONNECTED', keys: [{ KeyId: 'key-1' }] }],
    ...options
  })
  return { endpoint, client: new kms.KMSClient({ ...clientConfig(endpoint), maxAttempts: 1 }) }
}

const post = (target: string, body: string) => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  body
})
const caller = { account: '111122223333' as never, principal: 'arn', region: 'us-east-1' }

describe('requests', () => {
  it('are told in order, with what was asked and answered, whose and when', async () => {
    const { endpoint, client } = started()
    endpoint.advance(1_000_000)
    const CustomKeyStoreId = 'cks-1234567890abcdef0'
    await client.send(new kms.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await client
      .send(new kms.DeleteCustomKeyStoreCommand({ CustomKeyStoreId: 'cks-none' }))
      .catch(() => undefined)
    const [first, second, ...rest] = endpoint.requests()
    const whose = {
      AccountId: '111122223333',
      Region: 'us-east-1',
      principal: 'arn:aws:iam::111122223333:user/111122223333'
    }
    expect(first).toEqual({
      ...whose,
      number: 1,
      time: expect.any(Number),
      operation: 'DisconnectCustomKeyStore',
      input: { CustomKeyStoreId },
      output: {}
    })
    expect(first?.time).toBe(Date.now() / 1000 + 1_000_000)
    expect(second).toEqual({
      ...whose,
      number: 2,
      time: expect.any(Number),
      operation: 'DeleteCustomKeyStore',
      input: { CustomKeyStoreId: 'cks-none' },
      error: { name: 'CustomKeyStoreNotFoundException', message: expect.stringContaining('cks-none') }
    })
    expect(rest).toEqual([])
  })

  it('show no secret, neither of the request nor of the answer', async () => {
    const { endpoint, client } = started()
    const Plaintext = Buffer.from('hunter2')
    const { CiphertextBlob } = await client.send(new kms.EncryptCommand({ KeyId: 'key-1', Plaintext }))
    await client.send(new kms.DecryptCommand({ CiphertextBlob }))
    await client
      .send(
        new kms.CreateCustomKeyStoreCommand({
          CustomKeyStoreName: 'external',
          CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
          XksProxyUriEndpoint: 'https://xks.example.com',
          XksProxyUriPath: '/kms/xks/v1',
          XksProxyConnectivity: 'PUBLIC_ENDPOINT',
          XksProxyAuthenticationCredential: {
            AccessKeyId: 'ABCDE234567ABCDE234567',
            RawSecretAccessKey: 'hunter2/hunter2/hunter2/hunter2/hunter2/hunter2/'
          }
        })
      )
      .catch(() => undefined)
    endpoint.answer(
      caller,
      post('TrentService.UpdateCustomKeyStore', '{"Pasword":"hunter2","KeyStorePassword":"hunter2"}')
    )
    endpoint.answer(
      caller,
      post('TrentService.TagResource', '{"KeyId":"key-1","Tags":[{"Pasword":"hunter2"}]}')
    )
    endpoint.answer(caller, post('TrentService.hunter2!', '{"KeyStorePassword":"hunter2"}'))
    endpoint.answer(caller, post('TrentService.ListKeys', '"hunter2"'))
    const told = endpoint.requests()
    const text = JSON.stringify(told)
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain(Plaintext.toString('base64'))
    expect(told.map(({ operation, input }) => [operation, input])).toEqual([
      ['Encrypt', { KeyId: 'key-1', Plaintext: '(redacted)' }],
      ['Decrypt', { CiphertextBlob: expect.any(String) }],
      ['CreateCustomKeyStore', expect.objectContaining({ XksProxyAuthenticationCredential: '(redacted)' })],
      ['UpdateCustomKeyStore', { Pasword: '(redacted)', KeyStorePassword: '(redacted)' }],
      ['TagResource', { KeyId: 'key-1', Tags: '(redacted)' }],
      [undefined, undefined],
      ['ListKeys', undefined]
    ])
    expect(told[1]?.output).toMatchObject({ Plaintext: '(redacted)' })
  })

  it('are a thousand at most: older ones are dropped, which the numbers tell, until reset', () => {
    const { endpoint } = started()
    for (let i = 0; i < 1_005; i += 1) endpoint.answer(caller, post('TrentService.ListKeys', '{}'))
    const numbers = endpoint.requests().map(({ number }) => number)
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([6, 1_005, 1_000])
    endpoint.reset()
    expect(endpoint.requests()).toEqual([])
    endpoint.answer(caller, post('TrentService.ListKeys', '{}'))
    expect(endpoint.requests()).toMatchObject([{ number: 1 }])
  })

  it('are fewer where what is kept of them is long', () => {
    const { endpoint } = started()
    const long = JSON.stringify({ KeyId: 'key-1', Description: 'x'.repeat(8_000) })
    for (let i = 0; i < 600; i += 1) endpoint.answer(caller, post('TrentService.UpdateKeyDescription', long))
    const numbers = endpoint.requests().map(({ number }) => number)
    expect(numbers.at(-1)).toBe(600)
    expect(numbers.length).toBeGreaterThan(450)
    expect(numbers.length).toBeLessThan(500)
  })

  it('are not dropped for a long one of which nothing is kept', () => {
    const { endpoint } = started()
    endpoint.answer(caller, post('TrentService.ListKeys', '{}'))
    endpoint.answer(caller, post('TrentService.ListKeys', JSON.stringify({ Marker: 'x'.repeat(5_000_000) })))
    endpoint.answer(caller, post('TrentService.ListKeys', JSON.stringify({ Strange: 'x'.repeat(1_000_000) })))
    for (let i = 0; i < 5; i += 1)
      endpoint.answer(caller, post('TrentService.ListKeys', '"'.repeat(1_000_000)))
    expect(endpoint.requests()).toHaveLength(8)
  })

  it('are fewer where those who ask have long names', () => {
    const { endpoint } = started()
    const principal = 'p'.repeat(1_500_000)
    for (let i = 0; i < 5; i += 1)
      endpoint.answer({ ...caller, principal }, post('TrentService.ListKeys', '{}'))
    expect(endpoint.requests().map(({ number }) => number)).toEqual([4, 5])
  })

  it('are not changed by those who are told of them, and neither are accounts', () => {
    const { endpoint } = started()
    const input = { KeyId: 'key-1', Tags: [{ TagKey: 'a', TagValue: 'b' }] }
    endpoint.answer(caller, post('TrentService.TagResource', JSON.stringify(input)))
    endpoint.answer(caller, post('TrentService.DescribeCustomKeyStores', '{}'))
    const spoilt = (data: unknown): void => {
      if (typeof data !== 'object' || data === null) return
      Object.values(data).forEach(spoilt)
      for (const name of Object.keys(data)) Reflect.set(data, name, 'spoilt')
      if (Array.isArray(data)) Reflect.set(data, data.length, 'spoilt')
    }
    const before = structuredClone([endpoint.requests(), endpoint.accounts()])
    spoilt(endpoint.requests())
    spoilt(endpoint.accounts())
    expect([endpoint.requests(), endpoint.accounts()]).toEqual(before)
    endpoint.answer(caller, post('TrentService.DescribeCustomKeyStores', '{}'))
    const [first, second] = endpoint.requests().slice(1)
    expect(second?.output).toEqual(first?.output)
  })

  it('are the same in the control interface', async () => {
    const { client, control, close } = await overSocket({})
    await client.send(new kms.ListKeysCommand({ Limit: 5 }))
    expect(await control('GET', 'requests')).toMatchObject({
      requests: [{ number: 1, operation: 'ListKeys', input: { Limit: 5 }, output: { Keys: [] } }],
      dropped: 0
    })
    for (let i = 0; i < 3; i += 1) await client.send(new kms.ListKeysCommand({}))
    await control('POST', 'reset')
    expect(await control('GET', 'requests')).toEqual({ requests: [], dropped: 0 })
    await close()
  })
})
