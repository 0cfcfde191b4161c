/** Attacks on `serve` by what others on the machine, and the pages in their browsers, can send. */
import { once } from 'node:events'
import { exchange, halfOpen, type Sent } from '../../../endpoint/clients.js'
import { median } from '../../measure.js'
import { operation } from '../requests.js'
import { started, type Server } from '../server.js'
import { expects, until, type Attack } from './Attack.js'

const mebibyte = 2 ** 20
const json = { 'content-type': 'application/json' }
const reset: Sent = { method: 'POST', path: '/_control/reset', headers: json, body: '{}' }
const listing = operation('111122223333', 'ListKeys', {})

const portOf = ({ url }: Server): number => Number(new URL(url).port)

/** With a server of its own, which has to end cleanly. */
const withServer =
  (program: string, attack: (server: Server) => Promise<string>, descriptors?: number) =>
  async (): Promise<string> => {
    const server = await started(program, [], descriptors)
    try {
      return await Promise.race([attack(server), server.death])
    } finally {
      const code = await server.stop()
      expects(code === 0, `it ended with exit code ${String(code)}`)
    }
  }

const foreign: ReadonlyArray<Sent> = [
  { ...reset, headers: { ...json, origin: 'http://evil.example' } },
  { ...reset, headers: { ...json, origin: 'null' } },
  { ...reset, headers: { 'content-type': 'text/plain' } },
  { ...reset, headers: {} },
  { ...reset, headers: { ...json, 'sec-fetch-site': 'cross-site' } },
  { path: '/_control/state', headers: { host: 'evil.example' } },
  { ...listing, headers: { ...listing.headers, host: 'evil.example:80' } },
  { ...listing, headers: { ...listing.headers, origin: 'http://localhost:1' } }
]

const turnedAway = async (server: Server): Promise<string> => {
  for (const sent of foreign) {
    const { status } = await exchange(portOf(server), sent)
    expects(status === 403 || status === 415, `${JSON.stringify(sent)}: ${String(status)}`)
  }
  return `${String(foreign.length)} foreign requests turned away`
}

const half = [
  '',
  'POST / HTTP/1.1\r\nhost: loc',
  'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{'
]

/** More clients than the server has descriptors, none of which ever sends its request or closes. */
const crowded = async (server: Server): Promise<string> => {
  const sockets = await Promise.all(Array.from({ length: 300 }, () => halfOpen(portOf(server))))
  sockets.forEach((socket, i) => socket.write(half[i % half.length] ?? ''))
  const begun = performance.now()
  const isServed = async () =>
    (await exchange(portOf(server), listing).catch(() => undefined))?.status === 200
  await until(isServed, 45)
  for (const socket of sockets) socket.destroy()
  return `others are served after ${((performance.now() - begun) / 1_000).toFixed(0)} s`
}

const tooMuch = Buffer.alloc(20 * mebibyte, ' ')
const ofLength = Buffer.from(
  `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${String(tooMuch.length)}\r\n\r\n`
)
const inChunks = Buffer.from(
  `POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n${tooMuch.length.toString(16)}\r\n`
)
const rounds = 20

const told = async (server: Server): Promise<string> => {
  for (const head of [ofLength, inChunks]) {
    for (let i = 0; i < rounds; i += 1) {
      const socket = await halfOpen(portOf(server))
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      await new Promise((sent) => socket.write(Buffer.concat([head, tooMuch]), sent))
      await Promise.race([once(socket, 'end'), once(socket, 'close')])
      socket.destroy()
      expects(text.includes(' 413 '), `the answer is lost in round ${String(i)}`)
    }
  }
  return `${String(2 * rounds)} of ${String(2 * rounds)} clients have their 413`
}

/** In milliseconds. */
const longestFreeze = 50

const freezing: Readonly<Record<string, Sent>> = {
  '40,000 clusters': patch(JSON.stringify({ clusters: clusters(40_000) })),
  '100 clusters': patch(JSON.stringify({ clusters: clusters(100) })),
  '3 million zeros in a change': patch(`{"clusters":[0${',0'.repeat(3_000_000)}]}`),
  '3 million zeros in a request': { ...listing, body: `{"Limit":[0${',0'.repeat(3_000_000)}]}` },
  'a million brackets': { ...listing, body: '['.repeat(1_000_000) },
  '100,000 members': {
    ...listing,
    body: `{${Array.from({ length: 100_000 }, (_, i) => `"m${String(i)}":0`).join()}}`
  },
  'a context of 9,900 numbers': {
    ...operation('111122223333', 'Encrypt', {}),
    body: `{"EncryptionContext":{${Array.from({ length: 9_900 }, (_, i) => `"m${String(i)}":0`).join()}}}`
  },
  '10,000 clusters read': { path: '/_control/infrastructure' }
}

function clusters(count: number, from = 0) {
  return Array.from({ length: count }, (_, i) => ({ clusterId: `cluster-${String(from + i)}` }))
}
function patch(body: string): Sent {
  return { method: 'PATCH', path: '/_control/infrastructure', headers: json, body }
}

const frozen =
  (what: string, sent: Sent) =>
  async (server: Server): Promise<string> => {
    const port = portOf(server)
    if (what.endsWith('read')) {
      for (let from = 0; from < 10_000; from += 100)
        await exchange(port, patch(JSON.stringify({ clusters: clusters(100, from) })))
    }
    const delays: Array<number> = []
    let status: number | undefined
    for (let i = 0; i < 5; i += 1) {
      await server.delay()
      status = (await exchange(port, sent)).status
      delays.push(await server.delay())
    }
    const wait = `others wait ${delays.map((delay) => delay.toFixed(0)).join(', ')} ms`
    expects(median(delays) <= longestFreeze, wait)
    return `${String(status)}; ${wait}`
  }

export const neighbours = (program: string): ReadonlyArray<Attack> => [
  {
    row: 1,
    tool: 'serve',
    what: '300 half-sent requests with 256 descriptors',
    run: withServer(program, crowded, 256)
  },
  {
    row: 2,
    tool: 'serve',
    what: 'a page of another origin, a rebound name',
    run: withServer(program, turnedAway)
  },
  { row: 11, tool: 'serve', what: 'a body over the limit', run: withServer(program, told) },
  ...Object.entries(freezing).map(([what, sent]): Attack => ({
    row: 11,
    tool: 'serve',
    what,
    run: withServer(program, frozen(what, sent))
  }))
]
