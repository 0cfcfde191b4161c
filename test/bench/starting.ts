/** How long it takes until the library is loaded, or the command line has printed its help. */
import { spawnSync } from 'node:child_process'
import { median } from './measure.js'
import { number, spreadOf, type Row, type Table } from './Table.js'

const rounds = 7
const startsInRound = 3

/** Milliseconds from the start of a Node process to its end. */
const milliseconds = (args: ReadonlyArray<string>): number => {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - begun
}

/** The fastest of some starts: what else runs on the machine can only make one slower. */
const fastest = (args: ReadonlyArray<string>): number =>
  Math.min(...Array.from({ length: startsInRound }, () => milliseconds(args)))

const evaluated = (kind: 'module' | 'commonjs', text: string) => [`--input-type=${kind}`, '-e', text]
const importing = (...names: ReadonlyArray<string>) =>
  evaluated('module', names.map((name) => `import '${name}'`).join('\n'))
const requiring = (...names: ReadonlyArray<string>) =>
  evaluated('commonjs', names.map((name) => `require('${name}')`).join('\n'))

const modules = ['Either', 'function', 'ReadonlyArray', 'Option'].map((name) => `fp-ts/lib/${name}.js`)

/** Ours, and what it is held to. */
const pairs: ReadonlyArray<readonly [string, ReadonlyArray<string>, ReadonlyArray<string>, number]> = [
  ['import, beside fp-ts and io-ts', importing('./dist/node/index.js'), importing(...modules, 'io-ts'), 1.3],
  ['require, beside fp-ts and io-ts', requiring('./dist/cjs/index.js'), requiring(...modules, 'io-ts'), 1.3],
  ['--help, beside node that does nothing', ['dist/cli/main.cjs', '--help'], evaluated('commonjs', ''), 1.5]
]

export const starting = (): Table => ({
  title: 'Starting',
  note: 'Milliseconds from the start of a process to its end, that of Node itself included; the fastest of three starts counts in each round.',
  columns: ['ours', 'other'],
  rows: pairs.map(([name, ours, other, atMost]): Row => {
    const times = Array.from({ length: rounds }, () => [fastest(ours), fastest(other)] as const)
    const cost = (i: 0 | 1): string => `${number(median(times.map((round) => round[i])))} ms`
    return {
      name,
      figures: [cost(0), cost(1)],
      ratio: spreadOf(times.map(([a, b]) => a / b)),
      atMost
    }
  })
})
