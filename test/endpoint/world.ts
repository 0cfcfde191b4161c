/** A real AWS client of an endpoint, in this process or over a socket, and the control interface of that endpoint. */
import type { AddressInfo } from 'node:net'
import { KMSClient } from '@aws-sdk/client-kms'
import * as E from 'fp-ts/lib/Either.js'
import { control } from '../../src/endpoint/http/control.js'
import { kmsServer } from '../../src/endpoint/http/server.js'
import { endpoint, requestHandler, type Endpoint, type Options } from '../../src/endpoint/index.js'

export interface World {
  readonly client: KMSClient
  /** A request of the control interface: method, path and body, as docs/endpoint.md shows them. */
  readonly control: (
    method: string,
    path: string,
    body?: object
  ) => Promise<Readonly<Record<string, unknown>>>
  readonly close: () => Promise<void>
}

/** An endpoint whose infrastructure is well formed. */
export const endpointWith = (options: Options): Endpoint => {
  const result = endpoint(options)
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const config = {
  region: 'us-east-1',
  credentials: { accessKeyId: '111122223333', secretAccessKey: 'any' },
  maxAttempts: 1
}

export const inProcess = (options: Options, kms = endpointWith(options)): Promise<World> => {
  const client = new KMSClient({ ...config, requestHandler: requestHandler(kms) })
  return Promise.resolve({
    client,
    control: (method, path, body = {}) =>
      Promise.resolve(
        control(kms, method, path, JSON.stringify(body)).body as Readonly<Record<string, unknown>>
      ),
    close: () => {
      client.destroy()
      return Promise.resolve()
    }
  })
}

/** A server on a free port of loopback. */
const listening = async (options: Options) => {
  const server = kmsServer({ endpoint: endpointWith(options), account: undefined, log: () => undefined })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

export const overSocket = async (options: Options): Promise<World> => {
  const { url, close } = await listening(options)
  const client = new KMSClient({ ...config, endpoint: url })
  return {
    client,
    control: async (method, path, body) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${url}/_control/${path}`, { method, headers, ...sent })
      return (await response.json()) as Readonly<Record<string, unknown>>
    },
    close: async () => {
      client.destroy()
      await close()
    }
  }
}
