/** Kills a loaded `serve --data` again and again, and looks after each start whether something is lost. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { send, control } from '../soak/requests.js'
import { client, type Client, type Random } from './client.js'
import { trailIn, type Trail } from './trail.js'

export interface Plan {
  /** The file of the command line. */
  readonly program: string
  /** An empty folder. */
  readonly folder: string
  readonly kills: number
  readonly seed: number
}

export interface Crashed {
  readonly acknowledged: number
  /** What was lost, if anything. */
  readonly lost: ReadonlyArray<string>
  /** The exit code of `judge` on the whole history, and what it said. */
  readonly judged: { readonly code: number | null; readonly output: string }
}

const days = 8
const killsAWeek = 7
/** Operations that are acknowledged before a kill, at least and at most. */
const loadsOf = [20, 250] as const
/** In milliseconds, from then to the kill. */
const longestAfter = 20

/** Numbers that follow from a seed: mulberry32, from 0 up to 1. */
const numbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let n = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n
  return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32
}

const start = async ({ program, folder }: Plan): Promise<{ child: ChildProcess; url: string }> => {
  const options = ['--port', '0', '--log', 'json', '--connection-delay', '20', '--data', join(folder, 'data')]
  const child = spawn(process.execPath, [program, 'serve', ...options], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const { stdout } = child
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server did not start')
  })
  const [first] = (await Promise.race([once(stdout, 'data'), ended])) as [Buffer]
  ended.catch(() => undefined)
  stdout.resume()
  return { child, url: (JSON.parse(first.toString()) as { readonly listening: string }).listening }
}

const kill = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Lets a client act until the server is killed. What it throws after that is the connection. */
const load = async (one: Client, url: string, isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    try {
      await one.act(url)
    } catch (error) {
      if (isOver() && !(error as Error).message.startsWith('lost')) return
      throw error
    }
  }
}

/** Resolves some milliseconds after that many more operations have been acknowledged. */
const loaded = async (
  acknowledged: () => number,
  count: number,
  milliseconds: number,
  isOver: () => boolean
): Promise<void> => {
  const enough = acknowledged() + count
  while (acknowledged() < enough && !isOver()) await setTimeout(1)
  await setTimeout(milliseconds)
}

const letAWeekPass = async (url: string, clients: ReadonlyArray<Client>, trail: Trail): Promise<void> => {
  await send(url, control('advance', { days }))
  trail.pass(days * 86_400_000)
  for (const one of clients) one.weekHasPassed()
}

/** Everything that the clients miss after a start. */
const lostBy = async (url: string, clients: ReadonlyArray<Client>): Promise<ReadonlyArray<string>> => {
  const lost = await Promise.all(clients.map((one) => one.check(url)))
  return lost.flatMap((text) => text ?? [])
}

export const crash = async (plan: Plan): Promise<Crashed> => {
  const number = numbers(plan.seed)
  const random: Random = (choices) => choices[Math.floor(number() * choices.length)]!
  const trail = trailIn(join(plan.folder, 'trail.jsonl'))
  const clients = ['111111111111', '222222222222', '333333333333', '444444444444'].map((account) =>
    client(account, random, trail)
  )
  const acknowledged = (): number => clients.reduce((sum, one) => sum + one.acknowledged(), 0)
  const result = (lost: ReadonlyArray<string>): Crashed => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [plan.program, 'judge', trail.file], {
      encoding: 'utf8'
    })
    return { acknowledged: acknowledged(), lost, judged: { code: status, output: stdout + stderr } }
  }
  for (let i = 0; ; i += 1) {
    const { child, url } = await start(plan)
    let isOver = false
    try {
      const lost = await lostBy(url, clients)
      if (lost.length > 0 || i === plan.kills) return result(lost)
      if (i % killsAWeek === killsAWeek - 1) await letAWeekPass(url, clients, trail)
      const loads = clients.map((one) => load(one, url, () => isOver))
      const count = loadsOf[0] + number() * (loadsOf[1] - loadsOf[0])
      await Promise.race([loaded(acknowledged, count, number() * longestAfter, () => isOver), ...loads])
      isOver = true
      await kill(child)
      await Promise.all(loads)
    } finally {
      isOver = true
      if (child.exitCode === null && child.signalCode === null) await kill(child)
    }
  }
}
