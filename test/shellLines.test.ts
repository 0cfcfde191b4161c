/** The lines for a shell that the pages have, as a reader would run them who has just installed the package. */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed } from './installed.js'
import { runProgram } from './runProgram.js'

const project = mkdtempSync(join(tmpdir(), 'shell-'))
const port = { free: 0 }

const linesOf = (page: string): ReadonlyArray<string> =>
  [...readFileSync(page, 'utf8').matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('npx '))

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => done(free))
    })
  })

/** By hand: what finds something says so with its exit code. */
const expected = (line: string): number => (/ (judge|check) /.test(line) ? 1 : 0)

/** No test opens a window. */
const unopened = (line: string): string => line.replace(/ explore$/, ' explore --print')

const run = (line: string) =>
  spawnSync('bash', ['-c', unopened(line).replaceAll('8080', String(port.free))], {
    cwd: project,
    encoding: 'utf8',
    timeout: 180_000
  })

const stops: Array<() => void> = []

/** Without a delay, so that `conform` need not wait for each connection. */
const serve = async (line: string): Promise<string> => {
  port.free = await freePort()
  return new Promise((done) => {
    const args = [
      '-c',
      `exec ${line.replaceAll('8080', String(port.free)).replace(/&\s*$/, '--connection-delay 0')}`
    ]
    const server = spawn('bash', args, { cwd: project, detached: true })
    stops.push(() => void process.kill(-(server.pid ?? 0), 'SIGTERM'))
    server.stdout.once('data', (data: Buffer) => done(data.toString()))
    server.once('exit', (code) => done(`ended with ${String(code)}`))
  })
}

beforeAll(async () => {
  const packed = await runProgram(
    '.',
    'npm',
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    project
  )
  await runProgram(project, 'npm', 'init', '-y')
  const tarball = join(project, JSON.parse(packed)[0].filename)
  await installed(project, tarball)
  mkdirSync(join(project, 'AWSLogs'))
  copyFileSync('docs/trails/example.json', join(project, 'AWSLogs', 'example.json'))
})

afterAll(() => {
  for (const stop of stops) stop()
  rmSync(project, { recursive: true, force: true })
})

/** Those whose lines need nothing but what is made here; those of the endpoint also want the AWS CLI, and have a test of their own. */
describe.each(['README.md', 'docs/questions.md', 'docs/judge.md', 'docs/workflows.md'])('%s', (page) => {
  it.each(linesOf(page))('%s', async (line) => {
    if (/ serve /.test(line)) {
      expect(await serve(line)).toContain(`127.0.0.1:${String(port.free)}`)
      return
    }
    const { status, stdout, stderr } = run(line)
    expect(stderr).not.toMatch(/\n {4}at /)
    expect({ status, output: status === expected(line) || stdout + stderr }).toEqual({
      status: expected(line),
      output: true
    })
  })
})

it('there are lines of each command', () => {
  const commands = linesOf('README.md').map((line) => line.split(' ')[2])
  const { stdout } = run('npx kms-custom-key-store --help')
  for (const command of new Set(commands)) expect(stdout).toContain(`  ${command ?? ''}`)
  expect(commands.length).toBeGreaterThan(7)
})
