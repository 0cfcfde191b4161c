/** The command `serve --data` when what it has to keep cannot be written: it says so, ends, and has promised nothing. */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { operation, send } from '../bench/soak/requests.js'
import { firstLine, program } from './built.js'
import { isInstalled } from './dataProgram.js'

const root = mkdtempSync(join(tmpdir(), 'serve-data-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Process = ChildProcessByStdio<null, Readable, Readable>

const running = async (command: string, args: ReadonlyArray<string>) => {
  const child: Process = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const line = await firstLine(child.stdout)
  child.stdout.resume()
  const ended = Promise.all([once(child, 'exit'), text(child.stderr)]).then(([[code], complaint]) => ({
    code: code as number | null,
    complaint
  }))
  return { child, ended, url: (JSON.parse(line) as { readonly listening: string }).listening }
}

const serve = (data: string): ReadonlyArray<string> => [
  program,
  'serve',
  '--port',
  '0',
  '--log',
  'json',
  '--data',
  data
]

/** Of each file of the process, in blocks of 512 bytes: a disk that is full. */
const limited = (blocks: number, data: string) =>
  running('sh', ['-c', `ulimit -f ${String(blocks)}; exec "$0" "$@"`, process.execPath, ...serve(data)])

const most = 500

/** Makes a store in an account of its own. */
const created = async (url: string, i: number): Promise<string> => {
  const { status, body } = await send(
    url,
    operation(String(1e11 + i), 'CreateCustomKeyStore', {
      CustomKeyStoreName: `store ${String(i)}`,
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://xks.example.com',
      XksProxyUriPath: `/${String(i)}/kms/xks/v1`,
      XksProxyAuthenticationCredential: {
        AccessKeyId: 'ABCDE234567ABCDE234567',
        RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
      }
    })
  )
  expect(status).toBe(200)
  return String(body['CustomKeyStoreId'])
}

/** Makes stores until that fails: the ids of those that were acknowledged, in order. */
const createdUntilFailure = async (url: string): Promise<ReadonlyArray<string>> => {
  const acknowledged: Array<string> = []
  for (let i = 0; i < most; i += 1) {
    const id = await created(url, i).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'ECONNRESET' })
    })
    if (id === undefined) return acknowledged
    acknowledged.push(id)
  }
  throw new Error(`all of ${String(most)} were acknowledged`)
}

/** The ids of the stores that a folder has, in order. */
const keptIn = async (data: string): Promise<ReadonlyArray<string>> => {
  const { child, ended, url } = await running(process.execPath, serve(data))
  const { accounts } = (await (await fetch(`${url}/_control/state`)).json()) as {
    readonly accounts: ReadonlyArray<{
      readonly stores: ReadonlyArray<{ readonly CustomKeyStoreId: string }>
    }>
  }
  child.kill('SIGTERM')
  expect(await ended).toEqual({ code: 0, complaint: '' })
  return accounts.flatMap(({ stores }) => stores.map(({ CustomKeyStoreId: id }) => id))
}

const complaint = (why: string): string =>
  `kms-custom-key-store serve: cannot write what it has to keep: ${why}\n`

describe.skipIf(!isInstalled)('with the package libsql (skipped where it is not installed)', () => {
  it('ends where the disk is full, and has kept exactly what it acknowledged', async () => {
    const data = join(root, 'full')
    const { url, ended } = await limited(100, data)
    const acknowledged = await createdUntilFailure(url)
    expect(await ended).toEqual({ code: 1, complaint: complaint('disk I/O error') })
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(await keptIn(data)).toEqual(acknowledged)
  })

  it.each([
    ['its folder', (data: string) => renameSync(data, `${data} elsewhere`)],
    ['its file', (data: string) => renameSync(join(data, 'state.db'), join(data, 'elsewhere'))],
    [
      'its file, with another in its place,',
      (data: string) => {
        renameSync(join(data, 'state.db'), join(data, 'elsewhere'))
        writeFileSync(join(data, 'state.db'), '')
      }
    ]
  ])('acknowledges nothing and ends where %s has been taken away', async (what, take) => {
    const data = join(root, what)
    const { url, ended } = await running(process.execPath, serve(data))
    await created(url, most)
    take(data)
    expect(await createdUntilFailure(url)).toEqual([])
    expect(await ended).toEqual({ code: 1, complaint: complaint('its file state.db has been taken away') })
  })

  it('does not begin with a file that it may not write', async () => {
    const data = join(root, 'read-only')
    expect(await keptIn(data)).toEqual([])
    const file = join(data, 'state.db')
    const bytes = readFileSync(file)
    // The version that a program must have to write the file: SQLite then only reads it.
    bytes.writeUInt8(9, 18)
    writeFileSync(file, bytes)
    const { status, stdout, stderr } = spawnSync(process.execPath, serve(data), { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `kms-custom-key-store serve: cannot use ${data}: attempt to write a readonly database\n`
    })
  })
})
