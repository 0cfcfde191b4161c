/**
 * A hundred thousand requests to `serve` as a process of its own: what a program sends that uses custom key stores, and what
 * no client of AWS sends. Each must be answered as AWS answers, the process must live, and it must hold no more memory in
 * the second half than in the first. Prints a table; exits with 1 when something of this is not so.
 *
 * Options: `--requests N`, and `--program FILE`, the command line to start.
 */
import { parseArgs } from 'node:util'
import { median } from '../measure.js'
import { hostile } from './hostile.js'
import type { Memory } from './memory.js'
import { send } from './requests.js'
import { started } from './server.js'
import { wellFormed, type Client } from './wellFormed.js'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    program: { type: 'string', default: 'dist/cli/main.cjs' }
  }
})
const periods = 50
const periodsOfWarmUp = 10
const mebibyte = 2 ** 20
/** How many bytes the median of the second half may be above that of the first. */
const bounds = { held: mebibyte, resident: 16 * mebibyte } satisfies Memory

const clients: ReadonlyArray<Client> = [
  ...['111111111111', '222222222222', '333333333333', '444444444444', '555555555555'].map(wellFormed),
  ...[1, 2, 3].map(hostile)
]
const requestsAPeriod = Math.ceil(Number(values.requests) / periods / clients.length)

const server = await started(values.program)
const answered = { accepted: 0, refused: 0 }

/** Lets a client send its next requests, one after the other. */
const going = (client: Client) => {
  let { value } = client.next()
  return async (): Promise<void> => {
    for (let i = 0; i < requestsAPeriod; i++) {
      const answer = await send(server.url, value)
      answered[answer.status === 200 ? 'accepted' : 'refused']++
      value = client.next(answer).value
    }
  }
}

const inMebibytes = (bytes: number): string => (bytes / mebibyte).toFixed(2)
const row = (...cells: ReadonlyArray<string>) => console.log(cells.map((cell) => cell.padStart(15)).join(''))

const soak = async (): Promise<ReadonlyArray<Memory>> => {
  const goOn = clients.map(going)
  const memories: Array<Memory> = []
  row('requests', 'a second', 'MiB held', 'MiB resident')
  for (let period = 1; period <= periods; period++) {
    const begin = performance.now()
    await Promise.all(goOn.map((client) => client()))
    const seconds = (performance.now() - begin) / 1000
    const memory = await server.memory()
    memories.push(memory)
    if (period % 5 > 0) continue
    const speed = Math.round((requestsAPeriod * clients.length) / seconds)
    row(
      String(answered.accepted + answered.refused),
      String(speed),
      inMebibytes(memory.held),
      inMebibytes(memory.resident)
    )
  }
  return memories
}

/** Tells how much more of one kind of memory there is in the second half, and whether that is too much. */
const grows = (memories: ReadonlyArray<Memory>, kind: keyof Memory): boolean => {
  const warm = memories.slice(periodsOfWarmUp).map((memory) => memory[kind])
  const half = warm.length / 2
  const growth = median(warm.slice(half)) - median(warm.slice(0, half))
  const verdict = growth > bounds[kind] ? 'too much' : 'flat'
  row(`${kind}:`, `${inMebibytes(growth)} MiB`, `bound ${inMebibytes(bounds[kind])}`, verdict)
  return growth > bounds[kind]
}

try {
  const memories = await Promise.race([soak(), server.death])
  const { accepted, refused } = answered
  console.log(`\n${String(accepted)} requests accepted and ${String(refused)} refused, each as AWS answers.`)
  console.log('Growth from the first half to the second, after the warm-up:')
  const grown = (['held', 'resident'] as const).filter((kind) => grows(memories, kind))
  if (grown.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  const code = await server.stop()
  if (code !== 0) {
    console.error(`The server ended with exit code ${String(code)}.`)
    process.exitCode = 1
  }
}
