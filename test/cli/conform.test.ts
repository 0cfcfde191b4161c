/** The command `conform`: its command line, its reports, and endpoints that behave badly. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { afterAll, describe, expect, it } from 'vitest'
import { quickCloudHsm } from './conformRuns.js'
import { ended } from './ended.js'
import { variants } from '../conform/variants.js'
import { listening, ownEndpoint } from '../conform/world.js'

const folder = mkdtempSync(join(tmpdir(), 'conform-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const conform = (...args: ReadonlyArray<string>) => ended(['conform', ...args])

/** Conforms with an endpoint that lives as long as it takes. */
const conformTo = async (url: URL, ...args: ReadonlyArray<string>) =>
  conform('--endpoint', url.href, ...quickCloudHsm, ...args)

describe('the command line of conform', () => {
  it.each<[ReadonlyArray<string>, string]>([
    [[], '--endpoint is missing'],
    [['--endpoint', 'localhost:1'], '--endpoint must be an address'],
    [['--endpoint', 'not a url'], "not 'not a url'"],
    [['--endpoint', 'https://kms.us-east-1.amazonaws.com'], 'add --allow-aws'],
    [
      ['--endpoint', 'http://localhost:1', '--edition', 'none'],
      "--edition must be one of exception-text-2022, operation-page-2022, exception-text-2026, operation-page-2026, developer-guide, not 'none'"
    ],
    [['--endpoint', 'http://localhost:1', '--type', 'NONE'], '--type must be one of'],
    [['--endpoint', 'http://localhost:1', '--patience', 'long'], '--patience must be a whole number'],
    [
      ['--endpoint', 'http://localhost:1', '--histories', '-1'],
      "--histories must be a whole number from 0 to 999999999, not '-1'"
    ],
    [['--endpoint', 'http://localhost:1', '--region', 'a/b'], "'a/b' is not a valid Region name"],
    [['--endpoint', 'http://localhost:1', '--stores', 'missing.json'], 'cannot read missing.json'],
    [['--unknown'], "Unknown option '--unknown'"]
  ])('refuses %j', async (args, complaint) => {
    const { code, stdout, stderr } = await conform(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(complaint)
    expect(stderr).toContain('--help')
  })

  it.each([
    ['{', 'is not JSON'],
    ['{"AWS_CLOUDHSM":{"sound":[]}}', 'AWS_CLOUDHSM.sound'],
    ['{"AWS_CLOUDHSM":{"sound":{"CloudHsmClusterId":"x"}}}', 'AWS_CLOUDHSM.sound.CloudHsmClusterId'],
    ['{"EXTERNAL_KEY_STORE":{"faulty":{"XksProxyUriPath":"/"}}}', 'EXTERNAL_KEY_STORE.faulty.XksProxyUriPath']
  ])('refuses stores like %s, by member', async (text, complaint) => {
    const { code, stderr } = await conform(
      '--endpoint',
      'http://localhost:1',
      '--stores',
      file('s.json', text)
    )
    expect(code).toBe(2)
    expect(stderr).toContain(complaint)
  })
})

describe('a report', () => {
  it('of an endpoint that keeps the rules has the matrix and exit code 0', async () => {
    const { url, close } = await listening(ownEndpoint({}))
    const { code, stdout } = await conformTo(url)
    await close()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^DeleteCustomKeyStore +✓ +– +✓ +– +–$/m)
    expect(stdout).toContain('No documented rule is broken, as far as could be reached')
    expect(stdout).toContain('CONNECTING is never shown')
    expect(stdout).toContain('name one as "faulty" in the file of --stores')
  })

  it('of one that does not names the rule, the page and the requests, for people, programs and build servers', async () => {
    const { url, close } = await listening(variants[0]!.make(ownEndpoint({})))
    const secret = 'kmsPswd9'
    const told = { AWS_CLOUDHSM: { sound: { KeyStorePassword: secret } } }
    const asked = ['--only', 'DeleteCustomKeyStore', '--stores', file('stores.json', JSON.stringify(told))]
    const text = await conformTo(url, ...asked, '--junit', join(folder, 'junit.xml'))
    const json = await conformTo(url, ...asked, '--json')
    await close()
    expect([text.code, json.code]).toEqual([1, 1])
    for (const shown of [text.stdout, json.stdout, readFileSync(join(folder, 'junit.xml'), 'utf8')]) {
      expect(shown).not.toContain(secret)
      expect(shown).toMatch(/<secret>|&lt;secret&gt;/)
    }

    expect(text.stdout).toMatch(/^DeleteCustomKeyStore +✓ +– +✗ /m)
    expect(text.stdout).toContain('1. DeleteCustomKeyStore: validConnectionState')
    expect(text.stdout).toContain(
      'DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.'
    )
    expect(text.stdout).toContain('APIReference/API_ConnectCustomKeyStore.html')
    expect(text.stdout).toContain('docs/rules.md#deletecustomkeystore-validconnectionstate')
    expect(text.stdout).toMatch(/Seen in .*\n +AWS_CLOUDHSM\/DeleteCustomKeyStore\/CONNECTED\n/)
    expect(text.stdout).toContain(
      'Expected CustomKeyStoreInvalidStateException; got CustomKeyStoreHasCMKsException.'
    )
    expect(text.stdout).toContain(
      `aws kms delete-custom-key-store --endpoint-url ${url.href} --cli-input-json '{"CustomKeyStoreId":"'"$STORE"'"}'`
    )
    expect(text.stdout).toContain('DeleteCustomKeyStore → CustomKeyStoreHasCMKsException')
    expect(text.stdout).toContain('1 documented rule broken')

    const { faults, checks, endpoint } = JSON.parse(json.stdout)
    expect(endpoint).toBe(url.href)
    expect(faults).toMatchObject([
      {
        operation: 'DeleteCustomKeyStore',
        difference: { rule: 'validConnectionState', source: 'API_ConnectCustomKeyStore' },
        seenIn: [
          'AWS_CLOUDHSM/DeleteCustomKeyStore/CONNECTED',
          'vectors/DeleteCustomKeyStore/AWS_CLOUDHSM/CONNECTED'
        ],
        address: 'docs/rules.md#deletecustomkeystore-validconnectionstate'
      }
    ])
    const ids = checks.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)

    const document = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`)
      }
    }).parseFromString(readFileSync(join(folder, 'junit.xml'), 'utf8'), 'text/xml')
    const cases = [...document.getElementsByTagName('testcase')]
    expect(cases.map((one) => one.getAttribute('name')?.split(':')[0])).toEqual([...ids, 'random histories'])
    const [failure, ...others] = document.getElementsByTagName('failure')
    expect(others.map((other) => other.getAttribute('type'))).toEqual(['validConnectionState'])
    expect(failure?.getAttribute('type')).toBe('validConnectionState')
    expect(failure?.textContent).toContain('APIReference/API_ConnectCustomKeyStore.html')
    expect(failure?.textContent).toContain('docs/rules.md#deletecustomkeystore-validconnectionstate')
    expect(document.getElementsByTagName('skipped').length).toBeGreaterThan(5)
  })

  it('has only the checks that are asked for', async () => {
    const { url, close } = await listening(ownEndpoint({}))
    const some = await conformTo(url, '--json', '--only', 'AWS_CLOUDHSM/Encrypt/')
    const none = await conformTo(url, '--only', 'decrypt')
    await close()
    const ids = JSON.parse(some.stdout).checks.map(({ id }: { id: string }) => id)
    expect(ids).toHaveLength(4)
    expect(ids).toContain('AWS_CLOUDHSM/Encrypt/CONNECTED')
    expect([some.code, none.code]).toEqual([0, 2])
    expect(none.stdout).toBe('')
    expect(none.stderr).toContain("no check has a name that contains 'decrypt'")
  })
})

/** Runs against a server of any kind. */
const against = async (answer: RequestListener, ...args: ReadonlyArray<string>) => {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  try {
    return await conformTo(url, ...args)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

const drained =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    request.resume()
    request.on('end', () => answer(request, response))
  }

describe('an endpoint that is not one of KMS', () => {
  it('is not there', async () => {
    const { code, stdout, stderr } = await conform('--endpoint', 'http://127.0.0.1:1', ...quickCloudHsm)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('ECONNREFUSED')
  })

  it.each<[string, RequestListener, string, ReadonlyArray<string>?]>([
    ['answers with a page', drained((_, response) => response.end('<html></html>')), 'not JSON'],
    [
      'answers with an error of another kind',
      drained((_, response) => response.writeHead(418).end('{"error":"no"}')),
      'without the __type'
    ],
    ['never answers', drained(() => undefined), 'no answer within 50 ms', ['--timeout', '50']],
    ['closes the connection', (request) => request.socket.destroy(), 'no answer'],
    [
      'answers without an end',
      drained((_, response) => {
        response.writeHead(200)
        const more = () => response.write('a'.repeat(1_000_000), more)
        more()
      }),
      'breaks off'
    ],
    [
      'breaks off its answer',
      drained((_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"Custom')
        setTimeout(() => response.destroy(), 10)
      }),
      'breaks off'
    ],
    [
      'refuses everything',
      drained((_, response) => response.writeHead(400).end('{"__type":"AccessDeniedException"}')),
      'AccessDeniedException'
    ]
  ])('%s', async (_, answer, complaint, args = []) => {
    const { code, stdout, stderr } = await against(answer, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('does not answer as KMS does')
    expect(stderr).toContain(complaint)
  })

  it('lists stores and refuses all else: nothing could be tried', async () => {
    const { code, stdout, stderr } = await against((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () =>
        body === '{}' && String(request.headers['x-amz-target']).endsWith('DescribeCustomKeyStores')
          ? response.end('{"CustomKeyStores":[]}')
          : response.writeHead(400).end('{"__type":"AccessDeniedException"}')
      )
    })
    expect(code).toBe(2)
    expect(stdout).toContain('returned AccessDeniedException')
    expect(stderr).toContain('nothing could be tried')
  })

  it('stops answering: it is asked no more', async () => {
    let answered = 0
    const { code, stdout, stderr } = await against(
      drained((_, response) =>
        answered++ < 1 ? response.end('{"CustomKeyStores":[]}') : void response.destroy()
      )
    )
    expect(code).toBe(2)
    expect(stderr).toContain('cut short: the endpoint has stopped answering')
    expect(stdout).toContain('the endpoint has stopped answering')
    expect(stdout).not.toContain('answerIsAwsJson')
    expect(answered).toBeLessThan(6)
  })

  it.each([
    'null',
    '[]',
    '"text"',
    '{"CustomKeyStores":null,"CustomKeyStoreId":{},"KeyMetadata":"none"}',
    '{"CustomKeyStores":[null,1,[]]}'
  ])('answers with %s to everything but the first request', async (nonsense) => {
    let answered = 0
    const { code, stdout, stderr } = await against(
      drained((_, response) => response.end(answered++ < 1 ? '{"CustomKeyStores":[]}' : nonsense)),
      '--only',
      'DeleteCustomKeyStore'
    )
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('answerIsAwsJson')
  })

  it('answers with what would harm a terminal or XML: it is made harmless', async () => {
    const junit = join(folder, 'hostile.xml')
    const name = '\u001b[2J]]><script>\u0000\ud800'
    const { code, stdout } = await against(
      drained((_, response) =>
        response.end(
          JSON.stringify({
            CustomKeyStores: [{ CustomKeyStoreId: name, ConnectionState: name, __proto__: name }],
            CustomKeyStoreId: name
          })
        )
      ),
      '--only',
      'DeleteCustomKeyStore',
      '--junit',
      junit
    )
    expect(code).toBe(1)
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    const parsed = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`)
      }
    }).parseFromString(readFileSync(junit, 'utf8'), 'text/xml')
    const written = readFileSync(junit, 'utf8')
    expect(written).toContain('&lt;script&gt;')
    expect(written).not.toMatch(/<script|]]>|[\u0000-\u0009\u000b-\u001f\ufffd]/)
    expect(parsed.getElementsByTagName('script')).toHaveLength(0)
    expect(parsed.getElementsByTagName('failure').length).toBeGreaterThan(0)
  })
})
