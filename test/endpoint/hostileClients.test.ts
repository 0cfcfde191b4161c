/** Clients that send too much, too slowly or too little, or do not read; each with sockets of its own. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonPieces } from '../../src/endpoint/http/answering.js'
import { hasTooManyValues } from '../../src/endpoint/http/bodies.js'
import { longestBody } from '../../src/protocol/index.js'
import { exchange, halfOpen, type Sent } from './clients.js'
import { connectionsLeft, serving, type Serving } from './sockets.js'

const head = (...headers: ReadonlyArray<string>): string =>
  ['POST / HTTP/1.1', 'host: localhost', ...headers].map((line) => `${line}\r\n`).join('')

/** Whatever comes until the server ends its side. */
const heard = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await once(socket, 'end')
  return text
}

describe('a client that does not go on', () => {
  const impatient = {
    headersTimeout: 50,
    requestTimeout: 100,
    timeout: 60_000,
    keepAliveTimeout: 50,
    connectionsCheckingInterval: 20
  }

  it.each([
    ['sends nothing', ''],
    ['sends half a header', 'POST / HTTP/1.1\r\nhost: loc'],
    ['sends half a body', `${head('content-length: 10')}\r\n{`],
    ['sends what is no HTTP', '\0\0\0\r\n\r\n'],
    ['sends a header that is too long', `${head(`x: ${'x'.repeat(100_000)}`)}\r\n`],
    ['asks nothing more', `${head('content-length: 2')}\r\n{}`]
  ])('and %s is cut off, though it never closes its side', async (_, sent) => {
    const { server, port, close } = await serving({ times: impatient })
    const sockets = await Promise.all(Array.from({ length: 20 }, () => halfOpen(port)))
    for (const socket of sockets) socket.write(sent)
    await connectionsLeft(server, 0)
    for (const socket of sockets) socket.destroy()
    await close()
  })

  it('and reads no answer is cut off, though there are more of them than the sockets hold', async () => {
    const clusters = Array.from({ length: 2_000 }, (_, i) => ({ clusterId: `cluster-${String(i)}` }))
    const { server, port, close } = await serving({
      times: { ...impatient, requestTimeout: 60_000, timeout: 200 },
      made: { infrastructure: { clusters } }
    })
    const socket = await halfOpen(port)
    socket.pause()
    socket.write('GET /_control/infrastructure HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(20))
    await connectionsLeft(server, 0)
    socket.destroy()
    await close()
  })
})

describe('a body over the limit', () => {
  let server: Serving
  beforeAll(async () => {
    server = await serving()
  })
  afterAll(() => server.close())

  const tooMuch = Buffer.alloc(8 * longestBody, ' ')

  it.each([
    ['with its length', head(`content-length: ${String(tooMuch.length)}`), tooMuch],
    [
      'in chunks',
      head('transfer-encoding: chunked'),
      Buffer.concat([
        Buffer.from(`${tooMuch.length.toString(16)}\r\n`),
        tooMuch,
        Buffer.from('\r\n0\r\n\r\n')
      ])
    ]
  ])('is answered with 413 to a client that sends all of it first: %s', async (_, headers, body) => {
    for (let i = 0; i < 5; i += 1) {
      const socket = await halfOpen(server.port)
      let lost: unknown
      socket.on('error', (error) => (lost = error))
      socket.write(`${headers}\r\n`)
      await new Promise((sent) => socket.write(body, sent))
      expect(await heard(socket)).toMatch(/^HTTP\/1.1 413 .*RequestEntityTooLargeException/s)
      expect(lost).toBeUndefined()
      socket.destroy()
    }
  })

  it('is not asked for by the server', async () => {
    const socket = await halfOpen(server.port)
    socket.write(`${head('content-length: 100000000', 'expect: 100-continue')}\r\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413/)
    socket.destroy()
  })

  it('is asked for where it is short enough', async () => {
    const socket = await halfOpen(server.port)
    socket.write(`${head('content-length: 2', 'expect: 100-continue')}\r\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 100/)
    socket.destroy()
  })

  const api = { method: 'POST', path: '/' }
  const change: Sent = {
    method: 'PATCH',
    path: '/_control/infrastructure',
    headers: { 'content-type': 'application/json' }
  }
  const clusters = (count: number, from = 0) =>
    JSON.stringify({
      clusters: Array.from({ length: count }, (_, i) => ({ clusterId: `cluster-${String(from + i)}` }))
    })

  it.each([
    ['40,000 clusters', change, clusters(40_000), 413],
    ['3 million zeros', change, `{"clusters":[0${',0'.repeat(3_000_000)}]}`, 413],
    ['3 million zeros', api, `{"clusters":[0${',0'.repeat(3_000_000)}]}`, 413],
    ['100,000 brackets', change, '['.repeat(100_000), 413],
    ['a million brackets', api, '['.repeat(1_000_000), 413],
    ['101 clusters', change, clusters(101), 400],
    ['100 clusters', change, clusters(100), 200],
    [
      '100 clusters and a service',
      change,
      clusters(100).replace('{', '{"vpcEndpointServices":[{"serviceName":"a"}],'),
      400
    ]
  ])('%s: %j', async (_, sent, body, status) => {
    expect((await exchange(server.port, { ...sent, body })).status).toBe(status)
  })

  it('infrastructure grows to 10,000 entries and no further, those that are gone among them', async () => {
    const { port, close } = await serving({ made: { infrastructure: JSON.parse(clusters(9_999)) } })
    const statusOf = async (body: string) => (await exchange(port, { ...change, body })).status
    expect(await statusOf('{"clusters":[{"clusterId":"first","exists":false}]}')).toBe(200)
    expect(await statusOf('{"clusters":[{"clusterId":"second","exists":false}]}')).toBe(400)
    expect(await statusOf('{"clusters":[{"clusterId":"second"}]}')).toBe(400)
    expect(await statusOf('{"clusters":[{"clusterId":"cluster-1","exists":false}]}')).toBe(200)
    expect(await statusOf('{"clusters":[{"clusterId":"first"}]}')).toBe(200)
    await close()
  })

  it('a refusal tells of twenty violations, and how many more there are', async () => {
    const members = Array.from({ length: 1_000 }, (_, i) => [`member${String(i)}`, 0])
    const body = JSON.stringify(Object.fromEntries(members))
    const { status, text } = await exchange(server.port, { ...change, method: 'PATCH', body })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ message: expect.stringMatching(/and 980 more$/) })
  })
})

it('JSON in pieces is the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value))
    })
  )
  expect([...jsonPieces({ a: undefined, b: [] })].join('')).toBe('{"b":[]}')
})

it('values are counted but in strings', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(',', '[', '{', '"', '\\', 'a') }), (text) => {
      expect(hasTooManyValues(JSON.stringify(text.repeat(1_000).slice(0, 30_000)))).toBe(false)
    })
  )
  expect(hasTooManyValues(JSON.stringify(Array.from({ length: 9_998 }, () => 'a'.repeat(10))))).toBe(false)
  expect(hasTooManyValues(JSON.stringify(Array.from({ length: 10_001 }, () => 0)))).toBe(true)
})
