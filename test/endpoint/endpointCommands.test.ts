/** The commands for the AWS CLI and the code for boto3 in docs/endpoint.md do what stands beside them. */
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstLine, program } from '../cli/built.js'

const page = readFileSync('docs/endpoint.md', 'utf8')
const blocks = (language: string): ReadonlyArray<string> =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)
const [serve = '', ...commands] = blocks('sh')
const [python = ''] = blocks('python')
const addressOnPage = 'http://127.0.0.1:8080'

/** So many times slower does time pass at the server: a busy machine is always in time to see CONNECTING. */
const slower = 100

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'endpoint-'))
let server: ChildProcess
let url: string

beforeAll(async () => {
  const args = serve.trim().split(' ').slice(2)
  const delay = Number(/--connection-delay (\d+)/.exec(serve)?.[1])
  const slowly = ['--port', '0', '--connection-delay', String(delay * slower), '--log', 'json']
  server = spawn(process.execPath, [program, ...args, ...slowly], { stdio: ['ignore', 'pipe', 'inherit'] })
  url = (JSON.parse(await firstLine(server.stdout!)) as { readonly listening: string }).listening
})
afterAll(async () => {
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
})

const python3 = spawnSync('python3', ['-c', 'import sys; print(sys.prefix); import boto3'], {
  encoding: 'utf8'
})
const hasBoto3 = python3.status === 0
/** Where Python itself is, so that a version manager does not have to look for it at each command. */
const first = python3.stdout ? `${join(python3.stdout.trim(), 'bin')}:` : ''

/** The variables of this process, but none with which somebody uses AWS. */
const env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: first + (process.env['PATH'] ?? ''), NO_PROXY: '127.0.0.1' }).filter(
    ([name]) => !name.startsWith('AWS_')
  )
)

/** Whether there is an AWS CLI, and one that knows AWS_ENDPOINT_URL_KMS. */
const hasAwsCli = (): boolean => {
  const { stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8', env })
  const [, major, minor] = /aws-cli\/(\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return Number(minor) >= (major === '1' ? 29 : 13)
}
const hasCurl = (): boolean => spawnSync('curl', ['--version']).status === 0

interface Ran {
  readonly line: string
  /** The ConnectionState that is shown, the exception that answers, or 'done'. */
  readonly gives: string
}

const outcome = (name: string): string => {
  const [code, out, err] = ['code', 'out', 'err'].map((end) =>
    readFileSync(join(folder, `${name}.${end}`), 'utf8')
  )
  if (code?.trim() !== '0') return /\((\w+Exception)\)/.exec(err ?? '')?.[1] ?? `${code ?? ''} ${err ?? ''}`
  return /"ConnectionState": "(\w+)"/.exec(out ?? '')?.[1] ?? 'done'
}

/** Runs lines in one shell, and goes on when one of them fails. */
const ranInShell = async (lines: ReadonlyArray<string>): Promise<ReadonlyArray<Ran>> => {
  const pass = `curl -sf -X POST ${url}/_control/advance -H content-type:application/json -d "{\\"seconds\\":$(($1 * ${String(slower)}))}"`
  const kept = lines.map(
    (line, i) => `{ ${line}\n} >${String(i)}.out 2>${String(i)}.err; echo $? >${String(i)}.code`
  )
  writeFileSync(join(folder, 'commands.sh'), [`sleep() { ${pass}; }`, ...kept].join('\n'))
  await run('sh', ['commands.sh'], { cwd: folder, env })
  return lines.map((line, i) => ({ line, gives: outcome(String(i)) }))
}

const promise = (line: string): string => / # (\w+)$/.exec(line)?.[1] ?? 'done'

it.skipIf(!hasAwsCli() || !hasCurl())('the AWS CLI goes all the way from creation to deletion', async () => {
  const lines = commands.flatMap((block) => block.replaceAll(addressOnPage, url).split('\n').filter(Boolean))
  const promised = lines.map((line) => ({ line, gives: promise(line) }))
  expect(promised.map(({ gives }) => gives).filter((gives) => gives !== 'done')).toEqual([
    'CONNECTING',
    'CONNECTED',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreHasCMKsException',
    'CustomKeyStoreNotFoundException'
  ])
  expect(await ranInShell(lines)).toEqual(promised)
})

it.skipIf(!hasBoto3)('boto3 raises its own exception', async () => {
  const { stdout } = await run('python3', ['-c', python.replaceAll(addressOnPage, url)], { env })
  expect(stdout).toContain(
    '(CustomKeyStoreNotFoundException) when calling the ConnectCustomKeyStore operation: A custom key store'
  )
})
