/** What the program does when its output cannot be written: a reader that left, a full disk, a pipe or terminal that nobody reads. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { firstLine, program } from './built.js'

const story = 'docs/stories/cloudhsm.jsonl'

let children: Array<ChildProcess> = []
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
})

interface Running {
  readonly child: ChildProcess
  readonly complaints: () => string
  readonly code: Promise<unknown>
}

const spawned = (
  stdin: 'pipe' | 'ignore',
  stdout: 'pipe' | number,
  command: string,
  args: ReadonlyArray<string>
): Running => {
  const child = spawn(command, args, { stdio: [stdin, stdout, 'pipe'] })
  children.push(child)
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = once(child, 'close').then(([code]) => code as unknown)
  return { child, complaints: () => text, code }
}

const started = (stdout: 'pipe' | number, ...args: ReadonlyArray<string>): Running =>
  spawned('ignore', stdout, process.execPath, [program, ...args])

/** The port that the first line of output names; after that nothing is read. */
const portOf = async (output: Readable): Promise<number> => {
  const line = await firstLine(output)
  output.pause()
  return Number(/:(\d+)/.exec(line)?.[1])
}

/** The port at which a process listens, as Linux tells: its own line about that is lost. */
const portHeldBy = ({ pid }: ChildProcess): number => {
  const files = `/proc/${String(pid)}/fd`
  const open = new Set(readdirSync(files).map((file) => readlinkSync(`${files}/${file}`)))
  const [, ...sockets] = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n')
  const [listening] = sockets
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === '0A' && open.has(`socket:[${inode}]`))
  return Number.parseInt(listening?.[1]?.split(':')[1] ?? '', 16)
}

const asked = async (port: number, times: number): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', agent }, (incoming) => incoming.resume().on('end', resolve))
        .on('error', reject)
        .end()
    })
  await Promise.all(Array.from({ length: times }, one))
  agent.destroy()
}

const full = '/dev/full'

describe.skipIf(!existsSync(full))('on a full disk', () => {
  it.each([['replay', story], ['judge', story], ['explain', 'CreateKey', '--state', 'FAILED'], ['--help']])(
    '%s %s says so and exits with 2',
    async (...args) => {
      const { code, complaints } = started(openSync(full, 'w'), ...args)
      expect(await code).toBe(2)
      expect(complaints()).toMatch(/the output cannot be written: ENOSPC/)
    }
  )

  it('serve goes on without a log, and says so once', async () => {
    const { child, code, complaints } = started(openSync(full, 'w'), 'serve', '--port', '0')
    await firstLine(child.stderr as Readable)
    await asked(portHeldBy(child), 10)
    child.kill('SIGTERM')
    expect(await code).toBe(0)
    expect(complaints()).toMatch(/^[^\n]*goes on without a log: ENOSPC[^\n]*\n$/)
  })
})

describe('when the reader has left', () => {
  it.each([
    ['replay', 0],
    ['judge', 2]
  ])('%s ends quietly with %d: a verdict that nobody has read is none', async (command, expected) => {
    // The program begins when it is told that nobody reads any longer.
    const whenTold = ['-c', 'read -r told; exec "$0" "$@"', process.execPath, program, command, story]
    const { child, code, complaints } = spawned('pipe', 'pipe', 'sh', whenTold)
    child.stdout?.destroy()
    await once(child.stdout as Readable, 'close')
    child.stdin?.end('\n')
    expect(await code).toBe(expected)
    expect(complaints()).not.toMatch(/pipe/i)
  })

  it('serve goes on without a log, and says so once', async () => {
    const { child, code, complaints } = started('pipe', 'serve', '--port', '0')
    const port = await portOf(child.stdout as Readable)
    child.stdout?.destroy()
    await asked(port, 10)
    await asked(port, 10)
    child.kill('SIGTERM')
    expect(await code).toBe(0)
    expect(complaints()).toMatch(/^[^\n]*goes on without a log: [^\n]*EPIPE\n$/)
  })
})

describe('while nobody reads', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('serve goes on, and ends at %s', async (signal) => {
    const { child, code, complaints } = started('pipe', 'serve', '--port', '0', '--log', 'json')
    const port = await portOf(child.stdout as Readable)
    await asked(port, 3_000)
    child.kill(signal)
    expect(await code).toBe(0)
    expect(complaints()).toBe('')
  })

  const script = '/usr/bin/script'

  it.skipIf(!existsSync(script))('a terminal that is paused does not stop serve', async () => {
    const command = `'${process.execPath}' '${program}' serve --port 0 & echo pid $!; wait $!; echo code $? >&2`
    const child = spawn(script, ['-qfec', command, '/dev/null'], { stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let shown = ''
    child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    while (!/http[^\n]*\n/.test(shown)) await once(child.stdout, 'data')
    child.stdout.pause()
    await asked(Number(/http:\D*[\d.]+:(\d+)/.exec(shown)?.[1]), 3_000)
    process.kill(Number(/pid (\d+)/.exec(shown)?.[1]), 'SIGTERM')
    child.stdout.resume()
    await once(child, 'close')
    expect(shown).toMatch(/code 0/)
  })
})
