/** What a request costs `serve` in CPU time, beside a bare server of node:http with the same client. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { Readable } from 'node:stream'
import { median } from '../measure.js'
import { number, spreadOf, type Table } from '../Table.js'

const rounds = 7
const requestsInRound = 4_000
const clients = 8
const agent = new Agent({ keepAlive: true, maxSockets: clients })
const body = JSON.stringify({ Limit: 10 })
const credential = 'AKIAEXAMPLE/20260101/us-east-1/kms/aws4_request'
const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'content-length': Buffer.byteLength(body),
  'x-amz-target': 'TrentService.DescribeCustomKeyStores',
  authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`
}

const asked = (url: string): Promise<void> =>
  new Promise((done, fail) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${url}: ${String(response.statusCode)}`))
      response.resume().on('end', done)
    })
    sent.on('error', fail).end(body)
  })

const started = async (program: string, ...args: ReadonlyArray<string>) => {
  const preload = new URL('./usage.js', import.meta.url).href
  const child = spawn(process.execPath, ['--import', preload, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const stdout = child.stdout as Readable
  const [first] = (await once(stdout, 'data')) as [Buffer]
  const { listening } = JSON.parse(first.toString()) as { readonly listening: string }
  stdout.resume()
  const usage = async (): Promise<number> => {
    child.send('usage')
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
    return user + system
  }
  return {
    /** Microseconds of CPU that a request costs in a round. */
    round: async (): Promise<number> => {
      const before = await usage()
      const client = async (): Promise<void> => {
        for (let i = 0; i < requestsInRound / clients; i++) await asked(listening)
      }
      await Promise.all(Array.from({ length: clients }, client))
      return ((await usage()) - before) / requestsInRound
    },
    /** Its channel would keep it running. */
    stop: () => {
      child.disconnect()
      child.kill()
    }
  }
}

export const serving = async (): Promise<Table> => {
  const serve = await started('dist/cli/main.cjs', 'serve', '--port', '0', '--log', 'json')
  const bare = await started(new URL('./bare.js', import.meta.url).pathname)
  try {
    const costs: Array<readonly [number, number]> = []
    for (let round = -2; round < rounds; round++) {
      const cost = [await serve.round(), await bare.round()] as const
      if (round >= 0) costs.push(cost)
    }
    const cost = (i: 0 | 1): string => `${number(median(costs.map((round) => round[i])))} µs`
    return {
      title: 'Serving',
      note: 'CPU time a request, as the server itself counts it: DescribeCustomKeyStores, eight connections that are kept, a line of JSON in the log for each request.',
      columns: ['serve', 'bare'],
      rows: [
        {
          name: 'a bare node:http server that parses and prints',
          figures: [cost(0), cost(1)],
          ratio: spreadOf(costs.map(([ours, theirs]) => ours / theirs)),
          atMost: 2
        }
      ]
    }
  } finally {
    serve.stop()
    bare.stop()
    agent.destroy()
  }
}
