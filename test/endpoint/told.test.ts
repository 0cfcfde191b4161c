/** What an endpoint within the process is told: whatever is wrong with it is said, and changes nothing. */
import { Readable } from 'node:stream'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { endpoint, requestHandler, type SdkRequest } from '../../src/endpoint/index.js'
import type { AccountId } from '../../src/model/identifiers.js'
import { endpointWith } from './world.js'

const caller = { account: '111122223333' as AccountId, principal: 'arn', region: 'us-east-1' }
const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'TrentService.DescribeCustomKeyStores'
}
const describing = { method: 'POST', path: '/', headers, body: '{}' }
const wrongNumbers = [
  0.5,
  -1,
  Number.NaN,
  Infinity,
  1e300,
  '1',
  null
] as ReadonlyArray<unknown> as ReadonlyArray<never>

describe('options', () => {
  it.each([
    ['edition', 'toString'],
    ['edition', 1],
    ['connectionDelay', 'soon'],
    ['connectionDelay', -1],
    ['connectionDelay', Number.NaN],
    ['storeQuota', 0.5],
    ['keyQuota', -1],
    ['stores', 1]
  ])('%s: %s are refused', (name, value) => {
    expect(endpoint({ [name]: value })).toMatchObject({ left: [{ path: name }] })
  })

  it('that are undefined are as if they had been left out', () => {
    const kms = endpointWith({
      edition: undefined,
      infrastructure: undefined,
      connectionDelay: undefined,
      storeQuota: undefined,
      keyQuota: undefined
    })
    expect(kms.answer(caller, describing).status).toBe(200)
    expect(E.isRight(kms.changeQuotas({ storeQuota: undefined }))).toBe(true)
    expect(kms.answer(caller, describing).status).toBe(200)
  })

  it('may list kinds of infrastructure that are undefined', () => {
    const kinds = { clusters: undefined, proxies: undefined, vpcEndpointServices: undefined }
    expect(E.isRight(endpoint({ infrastructure: kinds }))).toBe(true)
    expect(E.isRight(endpointWith({}).changeInfrastructure(kinds))).toBe(true)
  })
})

describe('what it is told', () => {
  it.each(wrongNumbers)('fail for %s requests is refused, and none fails', (times) => {
    const kms = endpointWith({})
    expect(kms.fail({ error: 'KMSInternalException', times })).toMatchObject({ left: [{ path: 'times' }] })
    expect(kms.answer(caller, describing).status).toBe(200)
  })

  it('fail with what is no error is refused', () => {
    const kms = endpointWith({})
    expect(kms.fail({ error: 'toString' as never })).toMatchObject({ left: [{ path: 'error' }] })
    expect(kms.fail('ThrottlingException' as never)).toMatchObject({ left: [{ path: '' }] })
  })

  it.each([-1, Number.NaN, Infinity, 1e300, '1', null] as ReadonlyArray<unknown> as ReadonlyArray<never>)(
    'advance by %s seconds is refused',
    (seconds) => {
      expect(endpointWith({}).advance(seconds)).toMatchObject({ left: [{ path: 'seconds' }] })
    }
  )

  it('time ends with the year 9999', () => {
    const kms = endpointWith({})
    const century = 36_525 * 86_400
    const advanced = Array.from({ length: 100 }, () => E.isRight(kms.advance(century)))
    expect(advanced.filter((isDone) => isDone).length).toBeGreaterThan(70)
    expect(advanced.at(-1)).toBe(false)
    expect(kms.answer(caller, describing).status).toBe(200)
  })

  it.each(wrongNumbers)('a quota of %s is refused', (storeQuota) => {
    expect(endpointWith({}).changeQuotas({ storeQuota })).toMatchObject({ left: [{ path: 'storeQuota' }] })
  })
})

describe('a request', () => {
  it.each([
    undefined,
    {},
    { ...describing, headers: undefined },
    { ...describing, headers: { ...headers, 'x-amz-target': 1 } },
    { ...describing, body: 1, headers: {} }
  ])('without what belongs to one is refused: %j', (request) => {
    expect(endpointWith({}).answer(caller, request as never).status).toBe(400)
  })

  const text = '{"CustomKeyStoreName":"none"}'
  const bytes = new TextEncoder().encode(text)
  const inTwo = [bytes.subarray(0, 5), bytes.subarray(5)]

  it.each<[string, () => unknown]>([
    ['text', () => text],
    ['bytes', () => bytes],
    ['a Buffer', () => Buffer.from(text)],
    ['an ArrayBuffer', () => bytes.slice().buffer],
    ['a DataView', () => new DataView(bytes.slice().buffer)],
    ['a Blob', () => new Blob([text])],
    ['a stream of Node', () => Readable.from(inTwo)],
    ['a stream of the web', () => Readable.toWeb(Readable.from(inTwo))]
  ])('may have a body that is %s', async (_, body) => {
    const { handle } = requestHandler(endpointWith({}))
    const sent: SdkRequest = { ...describing, body: body() }
    const { response } = await handle(sent)
    expect(new TextDecoder().decode(response.body)).toContain('CustomKeyStoreNotFoundException')
  })

  it('may have no body and no headers', async () => {
    const { handle } = requestHandler(endpointWith({}))
    expect((await handle({ method: 'POST', path: '/' })).response.statusCode).toBe(400)
    expect((await handle({ ...describing, body: undefined })).response.statusCode).toBe(200)
  })
})
