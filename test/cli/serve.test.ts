/** The command `serve` as a process: how it starts, answers, withstands and stops. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as openSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange } from '../endpoint/clients.js'
import { firstLine, program } from './built.js'
import { ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'serve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Running {
  readonly child: ChildProcess
  readonly firstLine: string
  readonly url: string
  readonly output: () => string
}

const started = async (...args: ReadonlyArray<string>): Promise<Running> => {
  const command = [program, 'serve', '--port', '0', ...args]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const line = await firstLine(child.stdout)
  const [url = ''] = /http:\/\/[^"\s]+/.exec(line) ?? []
  return { child, firstLine: line, url, output: () => text }
}

const serve = (...args: ReadonlyArray<string>) => ended(['serve', ...args])

const stop = async ({ child }: Running): Promise<unknown> => {
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number]
  return code
}

const headers = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': `TrentService.${operation}`,
  authorization: 'AWS4-HMAC-SHA256 Credential=111122223333/20261124/us-east-1/kms/aws4_request'
})

const ask = async (url: string, operation: string, input: object) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: headers(operation),
    body: JSON.stringify(input)
  })
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
}

const external = (name: string) => ({
  CustomKeyStoreName: name,
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://xks.example.com',
  XksProxyUriPath: `/${name}/kms/xks/v1`,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDE234567ABCDE234567',
    RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
  }
})

describe('the command line', () => {
  it.each([
    [['--port', 'x'], '--port must be a whole number'],
    [['--port', '70000'], '--port must be a whole number'],
    [['--host', '0.0.0.0'], '--allow-remote'],
    [['--edition', 'none'], "developer-guide, not 'none'"],
    [['--connection-delay', 'soon'], '--connection-delay must be'],
    [['--account', '1'], '--account must be 12 digits'],
    [['--log', 'xml'], '--log must be'],
    [['--allow-host', 'http://a'], '--allow-host must be'],
    [['--token', 'short'], '--token must be 8 to 200'],
    [['--infrastructure', 'missing.json'], 'cannot read missing.json'],
    [['--unknown'], "Unknown option '--unknown'"]
  ])('refuses %j', async (args, complaint) => {
    const { code, stderr: said } = await serve(...args)
    expect(code).toBe(2)
    expect(said).toContain(complaint)
    expect(said).toContain('--help')
  })

  it('refuses an infrastructure that is not well formed, by member', async () => {
    const file = join(folder, 'wrong.json')
    writeFileSync(file, '{"clusters":[{"clusterId":"cluster-abcdefghijk","reachable":"yes"}]}')
    const { code, stderr: complaint } = await serve('--infrastructure', file)
    expect(code).toBe(2)
    expect(complaint).toContain('clusters.0.reachable')
  })

  it('does not repeat a token', async () => {
    expect((await serve('--token', 'hunter2!')).stderr).not.toContain('hunter2')
  })

  it('says when the port is taken', async () => {
    const running = await started()
    const { code, stderr: complaint } = await serve('--port', new URL(running.url).port)
    expect(code).toBe(1)
    expect(complaint).toContain('EADDRINUSE')
    await stop(running)
  })

  it('is known by further names, and asks for a token, where it is told so', async () => {
    const running = await started('--allow-host', 'kms.internal, 10.0.0.5', '--token', 'abcdefgh')
    const port = Number(new URL(running.url).port)
    const statusOf = async (host: string, authorization = '') =>
      (await exchange(port, { path: '/_control/state', headers: { host, authorization } })).status
    expect(await statusOf('kms.internal:80', 'Bearer abcdefgh')).toBe(200)
    expect(await statusOf('10.0.0.5', 'Bearer abcdefgh')).toBe(200)
    expect(await statusOf('10.0.0.6', 'Bearer abcdefgh')).toBe(403)
    expect(await statusOf('kms.internal')).toBe(401)
    expect(await stop(running)).toBe(0)
  })

  it('logs a line of JSON for each request, and stops when it is told to', async () => {
    const file = join(folder, 'one.json')
    const { XksProxyUriEndpoint: uriEndpoint, XksProxyUriPath: uriPath } = external('b')
    writeFileSync(file, JSON.stringify({ proxies: [{ uriEndpoint, uriPath }] }))
    const running = await started('--log', 'json', '--infrastructure', file, '--account', '444455556666')
    expect(JSON.parse(running.firstLine)).toEqual({ listening: running.url })
    expect(await ask(running.url, 'CreateCustomKeyStore', external('a'))).toMatchObject({
      status: 400,
      body: { __type: 'XksProxyUriUnreachableException' }
    })
    expect(await ask(running.url, 'CreateCustomKeyStore', external('b'))).toMatchObject({ status: 200 })
    const state = await (await fetch(`${running.url}/_control/state`)).json()
    expect(state).toMatchObject({ accounts: [{ AccountId: '444455556666' }] })
    expect(await stop(running)).toBe(0)
    const [, line = ''] = running.output().split('\n')
    expect(JSON.parse(line)).toMatchObject({
      what: 'CreateCustomKeyStore',
      status: 400,
      error: 'XksProxyUriUnreachableException'
    })
    expect(running.output()).not.toContain('aVerySecret')
  })
})

describe('a server', () => {
  let running: Running
  beforeAll(async () => {
    running = await started('--connection-delay', 'manual')
  })
  afterAll(() => stop(running))

  const lives = async () => expect((await ask(running.url, 'DescribeCustomKeyStores', {})).status).toBe(200)
  const post = (body: string | Uint8Array<ArrayBuffer>) =>
    fetch(running.url, { method: 'POST', headers: headers('DescribeCustomKeyStores'), body })

  it('says where it listens', () => {
    expect(running.firstLine).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('answers a body that is no JSON, and one in broken UTF-8', async () => {
    expect(await (await post('{')).json()).toMatchObject({ __type: 'SerializationException' })
    expect((await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400)
    await lives()
  })

  it('refuses a body over the limit early', async () => {
    const { hostname, port } = new URL(running.url)
    const socket = openSocket(Number(port), hostname)
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000000\r\n\r\n{')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toContain('413')
    socket.destroy()
    await lives()
  })

  it('withstands what is no HTTP, and clients that leave in the middle', async () => {
    const { hostname, port } = new URL(running.url)
    for (const sent of ['\0\0\0\r\n\r\n', 'POST / HTTP/1.1\r\ncontent-length: 10\r\n\r\n{', 'GET']) {
      const socket = openSocket(Number(port), hostname)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write(sent)
      await new Promise((done) => setTimeout(done, 20))
      socket.destroy()
    }
    await lives()
  })

  it('is not held by a client that never finishes its request', async () => {
    const { hostname, port } = new URL(running.url)
    const slow = Array.from({ length: 50 }, () => openSocket(Number(port), hostname))
    for (const socket of slow) {
      socket.on('error', () => undefined)
      socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{')
    }
    await lives()
    for (const socket of slow) socket.destroy()
  })

  it('gives an answer of AWS or of HTTP to anything', async () => {
    const header = fc.string({
      unit: fc.constantFrom('a', 'Z', '0', ' ', '.', ';', '=', '/', '-'),
      maxLength: 30
    })
    const anything = fc.record({
      method: fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'PATCH'),
      path: fc.constantFrom('/', '/x', '/_control/state', '/_control/__proto__', '/_control/settle', '/%00'),
      target: fc.oneof(
        header,
        fc.constantFrom('TrentService.CreateCustomKeyStore', 'TrentService.__proto__', 'TrentService.Encrypt')
      ),
      type: fc.oneof(header, fc.constantFrom('application/x-amz-json-1.1', 'application/json')),
      body: fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":{"CustomKeyStoreId":"x"}}'))
    })
    await fc.assert(
      fc.asyncProperty(anything, async ({ method, path, target, type, body }) => {
        const response = await fetch(running.url + path, {
          method,
          headers: { 'x-amz-target': target.trim(), 'content-type': type.trim() || 'x' },
          ...(method === 'GET' ? {} : { body })
        })
        const answer = (await response.json()) as Readonly<Record<string, unknown>>
        expect([200, 400, 404, 413, 415]).toContain(response.status)
        if (response.status !== 200) expect(typeof (answer['__type'] ?? answer['message'])).toBe('string')
      }),
      { numRuns: 200 }
    )
    await lives()
  })

  it('answers many clients at once as if they had come one after the other', async () => {
    await fetch(`${running.url}/_control/reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' }
    })
    const same = await Promise.all(
      Array.from({ length: 20 }, () => ask(running.url, 'CreateCustomKeyStore', external('same')))
    )
    expect(same.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(same.filter(({ status }) => status !== 200).map(({ body }) => body['__type']))).toEqual(
      new Set(['CustomKeyStoreNameInUseException'])
    )

    const others = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ask(running.url, 'CreateCustomKeyStore', external(`name${String(i)}`))
      )
    )
    expect(others.filter(({ status }) => status === 200)).toHaveLength(9)
    const { body } = await ask(running.url, 'DescribeCustomKeyStores', {})
    const accepted = [...same, ...others].flatMap(({ body: { CustomKeyStoreId: id } }) => (id ? [id] : []))
    const stored = (body['CustomKeyStores'] as ReadonlyArray<{ readonly CustomKeyStoreId: string }>).map(
      ({ CustomKeyStoreId: id }) => id
    )
    expect(stored.sort()).toEqual(accepted.sort())
  })
})
