/**
 * How fast this library decides, beside a `switch` written by hand in the same process, and XState in one of its own, so that
 * neither disturbs the other. Verdicts are compared in its process, too.
 */
import { isRight } from 'fp-ts/lib/Either.js'
import { rowsAlone, surelyAlone } from './alone.js'
import { decideByHand } from './byHand/decide.js'
import { compared } from './comparison.js'
import { decideByLibrary } from './library.js'
import { everyDecision, mixedLoad } from './load.js'
import { asking, type Contender } from './measure.js'
import type { Rows } from './rows.js'
import { number, spreadOf, type Row, type Table } from './Table.js'

export const load = mixedLoad(7000)
export const byLibrary = asking('this library', load, (decision) => isRight(decideByLibrary(decision)))
const byHandName = 'a switch written by hand'
const contenders: ReadonlyArray<Contender> = [
  byLibrary,
  asking(byHandName, load, (decision) => isRight(decideByHand(decision)))
]

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

/** Beside the switch. */
export const decidingRows: Rows = (rounds, span) => compared(contenders, { [byHandName]: 2 }, rounds, span)

export const deciding = (): Table => {
  const speeds = (who: 'library' | 'xstate') => surelyAlone<ReadonlyArray<number>>('./decidingAlone.js', who)
  // First, since it compares the verdicts of all.
  const theirs = speeds('xstate')
  return {
    title: 'Deciding',
    note: `All agree on each of ${everyDecision.length.toLocaleString('en')} decisions; ${load.length.toLocaleString('en')} of them, drawn evenly over the operations, are timed. XState has a process of its own.`,
    columns: ['ours', 'theirs'],
    rows: [
      ...rowsAlone('deciding', 9, 250),
      ...rowOfAlone('XState 5, pure transition', speeds('library'), theirs, 0.1)
    ]
  }
}
