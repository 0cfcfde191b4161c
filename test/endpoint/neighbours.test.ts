/** Who is let in: the pages that somebody visits in a browser on the same machine are not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange, type Sent } from './clients.js'
import { serving, type Serving } from './sockets.js'

const json = { 'content-type': 'application/json' }
const reset: Sent = { method: 'POST', path: '/_control/reset', headers: json }
const state: Sent = { path: '/_control/state' }
const api: Sent = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.ListKeys' }
}
const everything = { reset, state, api }

const withHeaders = (sent: Sent, headers: Readonly<Record<string, string>>): Sent => ({
  ...sent,
  headers: { ...sent.headers, ...headers }
})

let plain: Serving
beforeAll(async () => {
  plain = await serving({ hosts: ['127.0.0.1', 'kms.internal', 'fe80::1'] })
})
afterAll(() => plain.close())

const statusOf = async (sent: Sent, { port }: Serving = plain) => (await exchange(port, sent)).status

describe.each(Object.entries(everything))('a request: %s', (_, sent) => {
  it.each([
    {},
    { host: 'localhost:8080' },
    { host: 'LOCALHOST.' },
    { host: 'us-east-1.localhost' },
    { host: '127.9.9.9' },
    { host: '127.1' },
    { host: '[::1]:80' },
    { host: 'kms.internal' },
    { host: 'Kms.Internal:8080' },
    { host: '[fe80::1]:1' },
    { host: 'localhost:8080', origin: 'http://localhost:8080' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin' }
  ])('is answered with %j', async (headers) => {
    expect(await statusOf(withHeaders(sent, headers as Record<string, string>))).toBe(200)
  })

  it.each([
    { host: 'evil.example' },
    { host: 'localhost.evil.example' },
    { host: 'evil-localhost' },
    { host: '127.0.0.1.evil.example' },
    { host: '10.0.0.1' },
    { host: 'kms.internal.evil.example' },
    { host: 'localhost@evil.example' },
    { host: 'evil.example/localhost' },
    { host: ':80' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example@localhost' },
    { host: 'localhost:8080', origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' }
  ])('is turned away with %j', async (headers) => {
    const { status, text } = await exchange(plain.port, withHeaders(sent, headers))
    expect([status, JSON.parse(text)]).toEqual([
      403,
      { __type: 'AccessDeniedException', message: expect.any(String) }
    ])
  })
})

describe('the control interface', () => {
  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'text/plain; application/json'
  ])('changes nothing for a content type that a page may send without asking: %s', async (type) => {
    const headers = type === undefined ? {} : { 'content-type': type }
    for (const path of ['reset', 'fail', 'advance', 'settle', 'report']) {
      const sent = { method: 'POST', path: `/_control/${path}`, headers, body: '{}' }
      expect(await statusOf(sent)).toBe(415)
    }
  })

  it('takes JSON with a charset', async () => {
    expect(await statusOf(withHeaders(reset, { 'content-type': 'Application/JSON; charset=utf-8' }))).toBe(
      200
    )
  })

  it('asks for its token, where it has one, and AWS clients do not need it', async () => {
    const guarded = await serving({ token: 'abcdefgh' })
    const bring = (authorization: string) => statusOf(withHeaders(reset, { authorization }), guarded)
    const { status, headers } = await exchange(guarded.port, state)
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect(await statusOf(reset, guarded)).toBe(401)
    expect(await bring('Bearer abcdefgi')).toBe(401)
    expect(await bring('Bearer ')).toBe(401)
    expect(await bring('Basic abcdefgh')).toBe(401)
    expect(await bring('Bearer abcdefgh')).toBe(200)
    expect(await statusOf(api, guarded)).toBe(200)
    await guarded.close()
  })
})

it('a server on every address is known by any address, and by no name', async () => {
  const open = await serving({ hosts: ['0.0.0.0'] })
  expect(await statusOf(withHeaders(api, { host: '10.0.0.1:80' }), open)).toBe(200)
  expect(await statusOf(withHeaders(api, { host: '[fe80::1]' }), open)).toBe(200)
  expect(await statusOf(withHeaders(api, { host: 'evil.example' }), open)).toBe(403)
  await open.close()
})
