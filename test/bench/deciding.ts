/**
 * How fast this library decides, beside a `switch` written by hand in the same process, and XState in one of its own, so that
 * neither disturbs the other. Verdicts are compared in its process, too.
 */
import { spawnSync } from 'node:child_process'
import { isRight } from 'fp-ts/lib/Either.js'
import { decideByHand } from './byHand/decide.js'
import { compared } from './comparison.js'
import { decideByLibrary } from './library.js'
import { everyDecision, mixedLoad } from './load.js'
import { asking, type Contender } from './measure.js'
import { number, spreadOf, type Row, type Table } from './Table.js'

export const load = mixedLoad(7000)
export const byLibrary = asking('this library', load, (decision) => isRight(decideByLibrary(decision)))
const byHandName = 'a switch written by hand'
export const decidingContenders: ReadonlyArray<Contender> = [
  byLibrary,
  asking(byHandName, load, (decision) => isRight(decideByHand(decision)))
]

/** What a program of ours prints: the speed of a contender in each round, which it measures alone. */
export const alone = (program: string, ...args: ReadonlyArray<string>): ReadonlyArray<number> | undefined => {
  const path = new URL(program, import.meta.url).pathname
  const { status, stdout } = spawnSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return status === 0 ? (JSON.parse(stdout) as ReadonlyArray<number>) : undefined
}

/** Both alone, one after the other. The ratio takes every round of one with the round of the same number of the other. */
export const rowOfAlone = (
  name: string,
  ours: ReadonlyArray<number> | undefined,
  theirs: ReadonlyArray<number> | undefined,
  atMost?: number
): ReadonlyArray<Row> => {
  if (ours === undefined || theirs === undefined) return []
  const cost = (speeds: ReadonlyArray<number>): string => `${number(1e9 / spreadOf(speeds).median)} ns`
  const ratio = spreadOf(ours.map((speed, i) => theirs[i]! / speed))
  return [{ name, figures: [cost(ours), cost(theirs)], ratio, atMost }]
}

export const deciding = async (): Promise<Table> => {
  const beside = await compared(decidingContenders, { [byHandName]: 2 }, 9)
  const [ours, theirs] = ['library', 'xstate'].map((who) => alone('./decidingAlone.js', who))
  if (ours === undefined || theirs === undefined) throw new Error('The contenders disagree, or cannot run.')
  return {
    title: 'Deciding',
    note: `All agree on each of ${everyDecision.length.toLocaleString('en')} decisions; ${load.length.toLocaleString('en')} of them, drawn evenly over the operations, are timed. XState has a process of its own.`,
    columns: ['ours', 'theirs'],
    rows: [...beside, ...rowOfAlone('XState 5, pure transition', ours, theirs, 0.1)]
  }
}
