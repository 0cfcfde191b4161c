/** A server within this process. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** Waits until so many connections are left. */
export const connectionsLeft = async (server: Server, left: number): Promise<void> => {
  for (;;) {
    const count = await new Promise<number>((resolve) => server.getConnections((_, n) => resolve(n)))
    if (count <= left) return
    await new Promise((done) => setTimeout(done, 10))
  }
}
