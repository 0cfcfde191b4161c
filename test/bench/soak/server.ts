/** The command `serve` as a process of its own, whose memory can be looked at. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Memory, Question } from './memory.js'

export interface Server {
  readonly url: string
  /** Rejected as soon as the process ends without having been told to. */
  readonly death: Promise<never>
  readonly memory: () => Promise<Memory>
  /** For how many milliseconds it has kept everybody waiting, at worst, since this was asked last. */
  readonly delay: () => Promise<number>
  /** Tells it to stop, and gives its exit code. */
  readonly stop: () => Promise<number | null>
}

const preload = new URL('./memory.js', import.meta.url).href

/** Starts `serve` on a free port. `program`: the file of the command line. `descriptors`: how many the process may have. */
export const started = async (
  program: string,
  options: ReadonlyArray<string> = [],
  descriptors = 1_024
): Promise<Server> => {
  const node = ['--expose-gc', '--import', preload, program, 'serve', '--port', '0', '--log', 'json']
  const limited = ['-c', `ulimit -n ${String(descriptors)}; exec "$0" "$@"`, process.execPath]
  const child = spawn('sh', [...limited, ...node, ...options], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const stdout = child.stdout as Readable
  let stopping = false
  const exit = once(child, 'exit') as Promise<[code: number | null]>
  const death = exit.then(([code]): Promise<never> => {
    if (stopping) return new Promise(() => undefined)
    throw new Error(`The server died with exit code ${String(code)}.`)
  })
  const [first] = (await Promise.race([once(stdout, 'data'), death])) as [Buffer]
  const { listening } = JSON.parse(first.toString()) as { readonly listening: string }
  stdout.resume()
  const ask = async <A>(question: Question): Promise<A> => {
    child.send(question)
    const [answer] = (await Promise.race([once(child, 'message'), death])) as [A]
    return answer
  }
  return {
    url: listening,
    death,
    memory: () => ask<Memory>('memory'),
    delay: () => ask<number>('delay'),
    stop: async () => {
      stopping = true
      child.kill('SIGTERM')
      const [code] = await exit
      return code
    }
  }
}
