/** What the server writes down of a request. */
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { kmsServer } from '../../src/endpoint/http/server.js'
import { endpointWith } from './world.js'

it('a line of the log has the path without its query, and no name is longer than 200 characters', async () => {
  const lines: Array<string> = []
  const server = kmsServer({
    endpoint: endpointWith({}),
    account: undefined,
    log: ({ what }) => lines.push(what)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${String(port)}`
  await fetch(`${url}/?KeyStorePassword=hunter2`, { method: 'POST' })
  await fetch(url, { method: 'POST', headers: { 'x-amz-target': 'x'.repeat(5000) } })
  await fetch(url, { method: 'POST', headers: { 'x-amz-target': 'TrentService.ListKeys' } })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(lines).toEqual(['POST /', 'x'.repeat(200), 'ListKeys'])
})
