/** Clients of a server on the loopback interface, down to their sockets. */
import { once } from 'node:events'
import { request as open } from 'node:http'
import { connect, type Socket } from 'node:net'

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
