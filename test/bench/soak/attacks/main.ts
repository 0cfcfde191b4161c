/**
 * Goes through what was once seen to break a tool, one after the other: bounded in number and time, and on the loopback
 * interface alone. Prints a table; exits with 1 when something is not withstood.
 *
 * Options: `--program FILE`, the command line to start, and `--only TEXT`, attacks whose line contains it.
 */
import { parseArgs } from 'node:util'
import type { Attack } from './Attack.js'
import { library } from './library.js'
import { logs } from './logs.js'
import { neighbours } from './neighbours.js'
import { output } from './output.js'

const { values } = parseArgs({
  options: {
    program: { type: 'string', default: 'dist/cli/main.cjs' },
    only: { type: 'string', default: '' }
  }
})

/** In seconds: none takes so long. */
const longest = 120

/** Attacks on another tool are further lists here. */
const attacks: ReadonlyArray<Attack> = [
  ...neighbours(values.program),
  ...output(values.program),
  ...logs(values.program),
  ...library(values.program)
]

const inTime = async ({ run }: Attack): Promise<string> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${String(longest)} s`)), longest * 1_000)
  })
  return Promise.race([run(), late]).finally(() => clearTimeout(timer))
}

const lineOf = ({ row, tool, what }: Attack): string =>
  `${String(row).padStart(3)}  ${tool.padEnd(13)}  ${what.padEnd(44)}`

let fallen = 0
const chosen = attacks.filter((attack) => lineOf(attack).includes(values.only))
console.log(`Row  ${'Tool'.padEnd(13)}  ${'Attack'.padEnd(44)}  Seen`)
for (const attack of chosen) {
  const [verdict, seen] = await inTime(attack).then(
    (seen) => ['withstood', seen],
    (error: unknown) => ['FALLS', error instanceof Error ? error.message : String(error)]
  )
  if (verdict !== 'withstood') fallen += 1
  console.log(`${lineOf(attack)}  ${verdict ?? ''}: ${seen ?? ''}`)
}
console.log(`\n${String(chosen.length)} attacks, ${String(fallen)} not withstood.`)
process.exit(fallen === 0 ? 0 : 1)
