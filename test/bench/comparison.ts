/** Contenders timed in turn, and what the first costs beside each other. */
import { measure, type Contender } from './measure.js'
import { number, spreadOf, type Row, type Spread } from './Table.js'

/** What the first costs as a multiple of the other: one figure for each round, so that both saw the same machine. */
export const ratioTo = (other: number, speeds: ReadonlyArray<ReadonlyArray<number>>): Spread =>
  spreadOf(speeds.map((round) => round[other]! / round[0]!))

const nanoseconds = (contender: number, speeds: ReadonlyArray<ReadonlyArray<number>>): string =>
  `${number(1e9 / spreadOf(speeds.map((round) => round[contender]!)).median)} ns`

/** For every contender but the first, ours: a row with what both cost, and the ratio. */
const rowsOf = (
  contenders: ReadonlyArray<Contender>,
  speeds: ReadonlyArray<ReadonlyArray<number>>,
  targets: Readonly<Record<string, number>>
): ReadonlyArray<Row> =>
  contenders.slice(1).map(({ name }, i) => ({
    name,
    figures: [nanoseconds(0, speeds), nanoseconds(i + 1, speeds)],
    ratio: ratioTo(i + 1, speeds),
    atMost: targets[name]
  }))

/** Times the contenders, ours first, and sets it beside each other. */
export const compared = async (
  contenders: ReadonlyArray<Contender>,
  targets: Readonly<Record<string, number>>,
  rounds: number,
  span?: number
): Promise<ReadonlyArray<Row>> => rowsOf(contenders, await measure(contenders, rounds, span), targets)
