/** The command `serve --data` as a process: what it keeps, and of which folder it lets the hands. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { crash } from '../bench/crash/crash.js'
import { firstLine, program } from './built.js'
import { isInstalled } from './dataProgram.js'
import { created, running, serve } from './dataServer.js'

const root = mkdtempSync(join(tmpdir(), 'serve-data-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0
const emptyFolder = (): string => {
  made += 1
  const folder = join(root, String(made))
  mkdirSync(folder)
  return folder
}

/** Starts a server that has to end by itself. */
const started = (data: string, command = program) => {
  const args = [command, 'serve', '--port', '0', '--data', data]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 180_000 })
  return { status, stdout, stderr }
}

it('says which package is missing', () => {
  const alone = join(emptyFolder(), 'main.cjs')
  cpSync(dirname(program), dirname(alone), { recursive: true })
  const data = join(root, 'never')
  const { status, stderr } = started(data, alone)
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'kms-custom-key-store serve: --data needs the package libsql, which is not installed: npm install libsql\n'
  })
  expect(() => statSync(data)).toThrow('ENOENT')
})

describe.skipIf(!isInstalled)('with the package libsql (skipped where it is not installed)', () => {
  it('loses nothing when it is killed under load, and has a history that judge accepts', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const again = `npm run crash -- --kills 5 --seed ${String(seed)}`
    const run = crash({ program, folder: emptyFolder(), kills: 5, seed })
    const { lost, judged, acknowledged } = await run.catch((cause: unknown) => {
      throw new Error(again, { cause })
    })
    expect({ lost, code: judged.code }, `${again}: ${judged.output}`).toEqual({ lost: [], code: 0 })
    expect(acknowledged).toBeGreaterThanOrEqual(100)
  })

  /** A folder that a server has left, and its file. */
  const left = async () => {
    const data = join(emptyFolder(), 'data')
    const { child, ended, url } = await running(process.execPath, serve(data))
    for (let i = 0; i < 50; i += 1) await created(url, i)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, complaint: '' })
    return { data, file: join(data, 'state.db') }
  }

  const kept = (() => {
    let run: ReturnType<typeof left> | undefined
    return () => (run ??= left())
  })()

  it('refuses a second process while the first lives', async () => {
    const data = join(emptyFolder(), 'data')
    const first = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    await firstLine(first.stdout)
    expect(started(data)).toMatchObject({
      status: 1,
      stderr: `kms-custom-key-store serve: cannot use ${data}: another process uses it\n`
    })
    first.kill('SIGTERM')
    expect(await once(first, 'exit')).toEqual([0, null])
  })

  it('keeps its file from other users', async () => {
    const { data, file } = await kept()
    expect([data, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
  })

  /** The file with some bytes of it replaced, in a folder of its own. */
  const damaged = async (change: (bytes: Buffer) => Buffer): Promise<string> => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'state.db'), change(readFileSync((await kept()).file)))
    return folder
  }

  const replaced =
    (text: string, by: string) =>
    (bytes: Buffer): Buffer => {
      expect(bytes.indexOf(text)).toBeGreaterThan(0)
      const after = Buffer.from(bytes)
      // What was written before it may stand in pages that are free now.
      for (let at = after.indexOf(text); at >= 0; at = after.indexOf(text)) after.write(by, at)
      return after
    }

  const version = 60

  it.each([
    ['is no database', () => Buffer.from('hello, world\n'.repeat(1000)), 'damaged, or none of this program'],
    ['is cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000), 'is damaged'],
    [
      'is well formed with another text in it',
      replaced('"restIsHealthy":true', '"restIsHealthy":null'),
      'is damaged'
    ],
    [
      'is of a later version',
      (bytes: Buffer) => (bytes.writeUInt32BE(4, version), bytes),
      'has version 4, and this program reads version 3'
    ],
    [
      'is of another program',
      (bytes: Buffer) => (bytes.writeUInt32BE(1, 68), bytes),
      'is none of this program'
    ]
  ])('refuses a file that %s, and leaves it as it is', async (_, change, complaint) => {
    const folder = await damaged(change)
    const before = readFileSync(join(folder, 'state.db'))
    const { status, stdout, stderr } = started(folder)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`cannot use ${folder}: its file state.db `)
    expect(stderr).toContain(complaint)
    expect(readFileSync(join(folder, 'state.db')).equals(before)).toBe(true)
  })

  it('refuses what is no folder', () => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    expect(started(file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot use') as string
    })
  })
})
