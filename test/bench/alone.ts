/** What is measured in a process of its own, so that nothing that ran before disturbs it. */
import { spawnSync } from 'node:child_process'
import type { Measured } from './rows.js'
import type { Row } from './Table.js'

/** What a program of ours prints as JSON; undefined where it fails, as where it needs what is not installed. */
export const alone = <A>(program: string, ...args: ReadonlyArray<string>): A | undefined => {
  const path = new URL(program, import.meta.url).pathname
  const { status, stdout } = spawnSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return status === 0 ? (JSON.parse(stdout) as A) : undefined
}

/** The same of what cannot fail unless the benchmark is wrong. */
export const surelyAlone = <A>(program: string, ...args: ReadonlyArray<string>): A => {
  const found = alone<A>(program, ...args)
  if (found === undefined) throw new Error(`${program} ${args.join(' ')} has failed.`)
  return found
}

/** The rows of one table, measured in so many rounds, in each for so many milliseconds of each contender. */
export const rowsAlone = (kind: Measured, rounds: number, span: number): ReadonlyArray<Row> =>
  surelyAlone('./rows.js', kind, String(rounds), String(span))
