/** A request is signed as AWS's own client signs it. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DescribeCustomKeyStoresCommand, KMSClient } from '@aws-sdk/client-kms'
import { expect, it } from 'vitest'
import { signedBy } from '../../src/cli/signature.js'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What AWS's client sends, to a path, with a session token or without. */
const sentByAws = async (path: string, credentials: object, input: object) => {
  const received: Array<Received> = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.end('{"CustomKeyStores":[]}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(path, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  const client = new KMSClient({
    region: 'eu-central-1',
    endpoint: url.href,
    credentials: credentials as never
  })
  await client.send(new DescribeCustomKeyStoresCommand(input))
  client.destroy()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  return { url, ...received[0]! }
}

const dateOf = (stamp: string): Date =>
  new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }

it.each([
  ['/', {}, {}],
  ['/', { sessionToken: 'token' }, { CustomKeyStoreName: 'Schlüssel 🔑' }],
  ["/a path/%41/ü/it's(*)!/", {}, { Limit: 1 }]
])('the signature of a POST to %s is that of the AWS SDK', async (path, more, input) => {
  const { url, headers, body } = await sentByAws(path, { ...keys, ...more }, input)
  const authorization = String(headers.authorization)
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
  const given = names.filter((name) => !['host', 'x-amz-date', 'x-amz-security-token'].includes(name))
  const sign = signedBy(
    { ...keys, sessionToken: (more as { sessionToken?: string }).sessionToken, region: 'eu-central-1' },
    () => dateOf(String(headers['x-amz-date']))
  )
  const ours = await sign({
    method: 'POST',
    url: url.href,
    headers: Object.fromEntries(given.map((name) => [name, String(headers[name])])),
    body
  })
  expect(names.length).toBeGreaterThan(3)
  expect(ours['authorization']).toBe(authorization)
})
