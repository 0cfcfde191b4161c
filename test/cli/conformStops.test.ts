/** The command `conform` as a process: signals, limits, and endpoints that do harm. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ownEndpoint } from '../conform/world.js'
import { program } from './built.js'
import { kmsServer } from '../../src/endpoint/http/server.js'

const listening = async (server: ReturnType<typeof createServer>): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const started = (
  address: string,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = {}
) => {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=128', program, 'conform', '--endpoint', address, '--histories', '0', ...args],
    { env: { ...process.env, ...env } }
  )
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }))
  return { child, ended }
}

/** After so many requests does something, once. */
const after = (server: ReturnType<typeof createServer>, requests: number): Promise<void> =>
  new Promise((done) => {
    let seen = 0
    server.on('request', () => (seen += 1) === requests && done())
  })

describe('a run that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s removes what it made, and tells what it found',
    async (signal) => {
      const kms = ownEndpoint({ connectionDelay: 50 })
      const server = kmsServer({ endpoint: kms, account: undefined, log: () => undefined })
      const port = await listening(server)
      const { child, ended } = started(`http://127.0.0.1:${String(port)}`, ['--type', 'AWS_CLOUDHSM'])
      await after(server, 60)
      child.kill(signal)
      const { code, stdout, stderr } = await ended
      server.close()
      expect(code).toBe(130)
      expect(stdout).toContain('checks as documented')
      expect(stderr).toContain(`cut short: stopped by ${signal}`)
      expect(kms.accounts().flatMap(({ stores }) => stores)).toEqual([])
    }
  )

  it('by a second signal ends at once', async () => {
    const server = createServer(() => undefined)
    const port = await listening(server)
    const { child, ended } = started(`http://127.0.0.1:${String(port)}`, [])
    await after(server, 1)
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(130)
    server.closeAllConnections()
    server.close()
  })

  it('by an endpoint that dies says so', async () => {
    const server = kmsServer({ endpoint: ownEndpoint({}), account: undefined, log: () => undefined })
    const port = await listening(server)
    const { ended } = started(`http://127.0.0.1:${String(port)}`, [])
    await after(server, 60)
    server.close()
    server.closeAllConnections()
    const { code, stderr } = await ended
    expect(code).toBe(2)
    expect(stderr).toContain('the endpoint has stopped answering')
    expect(stderr).toContain('left at the endpoint: cks-')
  })

  it('by its time limit removes what it made', async () => {
    const kms = ownEndpoint({ connectionDelay: 500 })
    const server = kmsServer({ endpoint: kms, account: undefined, log: () => undefined })
    const port = await listening(server)
    const { code, stderr } = await started(`http://127.0.0.1:${String(port)}`, ['--time-limit', '1']).ended
    server.close()
    expect(code).toBe(2)
    expect(stderr).toContain('cut short: the time limit of 1 s is over')
    expect(kms.accounts().flatMap(({ stores }) => stores)).toEqual([])
  })
})

describe('an endpoint that does harm', () => {
  const many = JSON.stringify({
    CustomKeyStores: Array.from({ length: 20_000 }, (_, n) => ({
      CustomKeyStoreId: `cks-${String(n)}`,
      CustomKeyStoreName: 'a'.repeat(100)
    }))
  })
  const against = async (listener: RequestListener, args: ReadonlyArray<string>, env = {}, user = '') => {
    const server = createServer((request, response) => {
      request.resume()
      request.on('end', () => listener(request, response))
    })
    const port = await listening(server)
    const result = await started(`http://${user}127.0.0.1:${String(port)}`, args, env).ended
    server.closeAllConnections()
    server.close()
    return result
  }

  it('lists 20,000 stores: the memory of a small process is enough', async () => {
    const { code } = await against(
      (request, response) =>
        response.end(
          String(request.headers['x-amz-target']).endsWith('Describe' + 'CustomKeyStores')
            ? many
            : '{"CustomKeyStoreId":"cks-7"}'
        ),
      ['--time-limit', '10']
    )
    expect([1, 2]).toContain(code)
  })

  it('sends back what it was sent: no credential is told', async () => {
    const secrets = { AWS_SECRET_ACCESS_KEY: 'theSecretOfTheUser', AWS_SESSION_TOKEN: 'theTokenOfTheUser' }
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = await against(
        (request, response) => {
          const echo = `${String(request.headers['x-amz-security-token'])} theSecretOfTheUser thePassword`
          response.end(
            JSON.stringify({ CustomKeyStores: [{ CustomKeyStoreId: echo }], CustomKeyStoreId: echo })
          )
        },
        ['--only', 'DeleteCustomKeyStore', ...more],
        secrets,
        'someone:thePassword@'
      )
      expect(stdout).toContain('<secret>')
      expect(stdout + stderr).not.toMatch(/theSecretOfTheUser|theTokenOfTheUser|thePassword|someone/i)
    }
  })
})
