/** A server within this process, and clients of it down to their sockets. */
import { request as open, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { kmsServer } from '../../src/endpoint/http/server.js'
import type { Options } from '../../src/endpoint/index.js'
import { endpointWith } from './world.js'

type ServerOptions = Partial<Parameters<typeof kmsServer>[0]> & { readonly made?: Options }

export interface Serving {
  readonly server: Server
  readonly port: number
  readonly close: () => Promise<void>
}

export const serving = async ({ made = {}, ...options }: ServerOptions = {}): Promise<Serving> => {
  const endpoint = endpointWith(made)
  const server = kmsServer({ endpoint, account: undefined, log: () => undefined, ...options })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Got {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Sends a request with just these headers, which `fetch` does not let choose. */
export const exchange = (port: number, { body = '', ...sent }: Sent): Promise<Got> =>
  new Promise((resolve, reject) => {
    const outgoing = open({ port, host: '127.0.0.1', agent: false, ...sent }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (part: string) => (text += part))
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode, headers: incoming.headers, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** A client that keeps its side of the connection open, whatever the server does. */
export const halfOpen = async (port: number): Promise<Socket> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** Waits until so many connections are left. */
export const connectionsLeft = async (server: Server, left: number): Promise<void> => {
  for (;;) {
    const count = await new Promise<number>((resolve) => server.getConnections((_, n) => resolve(n)))
    if (count <= left) return
    await new Promise((done) => setTimeout(done, 10))
  }
}
