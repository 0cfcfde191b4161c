/** What the server writes down of a request. */
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { kmsServer } from '../../src/endpoint/http/server.js'
import { endpointWith } from './world.js'

const logged = async (requests: (url: string) => Promise<unknown>): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  const server = kmsServer({
    endpoint: endpointWith({}),
    account: undefined,
    log: (line) => lines.push(JSON.stringify(line))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await requests(`http://127.0.0.1:${String(port)}`)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return lines
}

const whatOf = (line: string): unknown => (JSON.parse(line) as { readonly what: unknown }).what

it('a line of the log names operations and paths that are known, and nothing that a client made up', async () => {
  const post = (url: string, target: string) =>
    fetch(url, { method: 'POST', headers: { 'x-amz-target': target } })
  const lines = await logged(async (url) => {
    await fetch(`${url}/?KeyStorePassword=hunter2`, { method: 'POST' })
    await post(`${url}/?KeyStorePassword=hunter2`, 'TrentService.ListKeys')
    await post(url, 'hunter2')
    await post(url, 'TrentService.hunter2')
    await post(url, 'TrentService.toString')
    await post(url, 'TrentService.Encapsulate')
    await fetch(`${url}/hunter2`)
    await fetch(`${url}/_control/hunter2?hunter2`)
    await fetch(`${url}/_control/state`)
    await fetch(`${url}/_control/state`, { headers: { origin: 'http://hunter2.example' } })
  })
  expect(lines.map(whatOf)).toEqual([
    'POST /',
    'ListKeys',
    '(unknown operation)',
    '(unknown operation)',
    '(unknown operation)',
    'Encapsulate',
    'GET (unknown path)',
    'GET (unknown path)',
    'GET /_control/state',
    'GET /_control/state'
  ])
  expect(lines.join()).not.toContain('hunter2')
})
