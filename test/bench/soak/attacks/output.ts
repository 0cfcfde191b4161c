/** Attacks by what becomes of the output: a reader that leaves or never reads, a full disk, and what the log must not show. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { exchange } from '../../../endpoint/clients.js'
import { expects, until, type Attack } from './Attack.js'

const story = 'docs/stories/cloudhsm.jsonl'

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
  readonly code: Promise<unknown>
}

const run = (program: string, stdout: 'pipe' | number, ...args: ReadonlyArray<string>): Running => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', stdout, 'pipe'] })
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stdin?.end()
  return { child, said: () => text, code: once(child, 'close').then(([code]) => code as unknown) }
}

const portOf = async ({ child }: Running): Promise<number> => {
  const [first] = (await once(child.stdout as Readable, 'data')) as [Buffer]
  child.stdout?.pause()
  return Number(/:(\d+)/.exec(first.toString())?.[1])
}

const ask = async (port: number, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await exchange(port, { path: '/' })
}

const stopped = async ({ child, code }: Running): Promise<string> => {
  const begun = performance.now()
  child.kill('SIGTERM')
  let ended: unknown
  void code.then((number) => (ended = number))
  await until(() => ended !== undefined, 8).finally(() => child.kill('SIGKILL'))
  expects(ended === 0, `exit code ${String(ended)}`)
  return `ended with 0 after ${((performance.now() - begun) / 1_000).toFixed(1)} s`
}

const fullPipe = (program: string) => async (): Promise<string> => {
  const running = run(program, 'pipe', 'serve', '--port', '0', '--log', 'json')
  await ask(await portOf(running), 2_500)
  return stopped(running)
}

const readerLeft = (program: string) => async (): Promise<string> => {
  const running = run(program, 'pipe', 'serve', '--port', '0')
  const port = await portOf(running)
  running.child.stdout?.destroy()
  await ask(port, 20)
  expects(running.said().includes('without a log'), 'it said nothing')
  return stopped(running)
}

const pausedTerminal = (program: string) => async (): Promise<string> => {
  if (!existsSync('/usr/bin/script')) return 'not tried: there is no script(1)'
  const command = `${process.execPath} ${program} serve --port 0`
  const child = spawn('/usr/bin/script', ['-qfec', command, '/dev/null'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  let shown = ''
  child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  await until(() => /:\d+\s/.test(shown), 10)
  child.stdout.pause()
  try {
    const asked = ask(Number(/:(\d+)\s/.exec(shown)?.[1]), 3_000).then(() => true)
    let isDone = false
    void asked.then(() => (isDone = true))
    await until(() => isDone, 30)
    return 'goes on'
  } finally {
    child.kill('SIGKILL')
  }
}

const fullDisk = (program: string) => async (): Promise<string> => {
  const full = '/dev/full'
  if (!existsSync(full)) return 'not tried: there is no /dev/full'
  const commands = [
    ['replay', story],
    ['judge', story],
    ['explain', 'CreateKey', '--state', 'FAILED'],
    ['--help']
  ]
  for (const args of commands) {
    const { code, said } = run(program, openSync(full, 'w'), ...args)
    expects(
      (await code) === 2 && said().includes('ENOSPC'),
      `${args.join(' ')}: ${String(await code)} ${said()}`
    )
  }
  return `${String(commands.length)} commands say so and exit with 2`
}

const secretsInLog = (program: string) => async (): Promise<string> => {
  const running = run(program, 'pipe', 'serve', '--port', '0')
  let log = ''
  running.child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await until(() => log.includes('\n'), 10)
  const port = Number(/:(\d+)/.exec(log)?.[1])
  for (const path of [
    '/?KeyStorePassword=hunter2',
    '/hunter2',
    '/_control/hunter2',
    '/_control/state?hunter2'
  ])
    await exchange(port, {
      path,
      headers: { 'x-amz-target': 'hunter2', authorization: 'hunter2' },
      body: 'hunter2'
    })
  const ended = await stopped(running)
  expects(!/hunter2|\u001b/.test(log), log)
  return ended
}

const escape = '\u001b[31mred\u202e'

const rawEscapes = (program: string) => async (): Promise<string> => {
  const lines = [
    [escape],
    [`--${escape}`],
    ...['replay', 'judge', 'matrix', 'plan', 'explain', 'conform'].map((command) => [command, escape]),
    ...['--infrastructure', '--host', '--account', '--token'].map((option) => ['serve', option, escape])
  ]
  for (const args of lines) {
    const { code, said, child } = run(program, 'pipe', ...args)
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    expects((await code) !== 0, `${JSON.stringify(args)} is accepted`)

    expects(!/[\u001b\u202e]/.test(said() + printed), `${JSON.stringify(args)}: ${JSON.stringify(said())}`)
  }
  return `${String(lines.length)} command lines, no raw escape`
}

export const output = (program: string): ReadonlyArray<Attack> => [
  { row: 11, tool: 'serve', what: 'SIGTERM while the log is a full pipe', run: fullPipe(program) },
  { row: 11, tool: 'serve', what: 'the reader of the log leaves', run: readerLeft(program) },
  { row: 11, tool: 'serve', what: 'a paused terminal', run: pausedTerminal(program) },
  { row: 14, tool: 'serve', what: 'secrets in query, path, headers and body', run: secretsInLog(program) },
  { row: 14, tool: 'every command', what: 'a full disk', run: fullDisk(program) },
  { row: 14, tool: 'every command', what: 'escape characters in names', run: rawEscapes(program) }
]
