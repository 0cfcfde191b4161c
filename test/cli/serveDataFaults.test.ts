/** The command `serve --data` when what it has to keep cannot be written: it says so, ends, and has promised nothing. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isInstalled } from './dataProgram.js'
import { created, running, serve } from './dataServer.js'

const root = mkdtempSync(join(tmpdir(), 'serve-data-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Of each file of the process, in blocks of 512 bytes: a disk that is full. */
const limited = (blocks: number, data: string) =>
  running('sh', ['-c', `ulimit -f ${String(blocks)}; exec "$0" "$@"`, process.execPath, ...serve(data)])

const most = 500

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
