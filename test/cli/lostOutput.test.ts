/** What the program does when its output cannot be written: a reader that left, a full disk, a pipe or terminal that nobody reads. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'

const program = 'dist/cli/main.cjs'
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

const started = (stdout: 'pipe' | number, ...args: ReadonlyArray<string>): Running => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', stdout, 'pipe'] })
  children.push(child)
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = once(child, 'close').then(([code]) => code as unknown)
  return { child, complaints: () => text, code }
}

/** The port that the first line of output names; after that nothing is read. */
const portOf = async (output: Readable): Promise<number> => {
  const [first] = (await once(output, 'data')) as [Buffer]
  output.pause()
  return Number(/:(\d+)/.exec(first.toString())?.[1])
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
    const port = 20_000 + (process.pid % 10_000)
    const { child, code, complaints } = started(openSync(full, 'w'), 'serve', '--port', String(port))
    while (complaints() === '') await new Promise((done) => setTimeout(done, 10))
    await asked(port, 10)
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
    const { child, code, complaints } = started('pipe', command, story)
    child.stdout?.destroy()
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
    const command = `${process.execPath} ${program} serve --port 0 & echo pid $!; wait $!; echo code $? >&2`
    const child = spawn(script, ['-qfec', command, '/dev/null'], { stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let shown = ''
    child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    while (!/http[^\n]*\n/.test(shown)) await new Promise((done) => setTimeout(done, 10))
    child.stdout.pause()
    await asked(Number(/http:\D*[\d.]+:(\d+)/.exec(shown)?.[1]), 3_000)
    process.kill(Number(/pid (\d+)/.exec(shown)?.[1]), 'SIGTERM')
    child.stdout.resume()
    await once(child, 'close')
    expect(shown).toMatch(/code 0/)
  })
})
