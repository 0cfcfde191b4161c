/** Servers in processes of their own, and the client that keeps them at work. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { Readable } from 'node:stream'

const clients = 8
const body = JSON.stringify({ Limit: 10 })
const credential = 'AKIAEXAMPLE/20260101/us-east-1/kms/aws4_request'
const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'content-length': Buffer.byteLength(body),
  'x-amz-target': 'TrentService.DescribeCustomKeyStores',
  authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`
}

const asked = (agent: Agent, url: string): Promise<void> =>
  new Promise((done, fail) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${url}: ${String(response.statusCode)}`))
      response.resume().on('end', done)
    })
    sent.on('error', fail).end(body)
  })

/** A server, and the program that is loaded before it, which answers the messages that it is sent. */
export const started = async (preload: URL, program: string, ...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, ['--import', preload.href, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const stdout = child.stdout as Readable
  const [first] = (await once(stdout, 'data')) as [Buffer]
  const { listening } = JSON.parse(first.toString()) as { readonly listening: string }
  stdout.resume()
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  return {
    pid: child.pid!,
    /** Sends so many requests, on connections that are kept. */
    ask: async (count: number): Promise<void> => {
      const client = async (): Promise<void> => {
        for (let i = 0; i < count / clients; i++) await asked(agent, listening)
      }
      await Promise.all(Array.from({ length: clients }, client))
    },
    /** What is answered to a message. */
    tell: async <A>(message: string): Promise<A> => {
      child.send(message)
      const [answer] = (await once(child, 'message')) as [A]
      return answer
    },
    /** Its channel would keep it running. */
    stop: () => {
      child.disconnect()
      child.kill()
      agent.destroy()
    }
  }
}
