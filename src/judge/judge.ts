import * as O from 'fp-ts/lib/Option.js'
import type { CloudTrailEvent } from './CloudTrailEvent.js'
import { by } from './Knowledge.js'
import { sighting } from './Sighting.js'
import {
  defaultJudgeSettings,
  judgedBefore,
  newStore,
  seen,
  type Judged,
  type JudgeSettings
} from './StoreJudgement.js'
import {
  inOrder,
  named,
  noStores,
  storeNamed,
  withStore,
  type NamedStore,
  type StoreName,
  type Stores
} from './Stores.js'
import { statesAndTypes, type Verdict } from './Verdict.js'

/**
 * A log that is being read, with every possibility left for each custom key store in it. Plain data. `verdicts`: those
 * found so far; the reader of a long log may empty it.
 */
export interface Judgement {
  readonly settings: JudgeSettings
  readonly stores: Stores
  readonly verdicts: ReadonlyArray<Verdict>
}

/**
 * Before the first event. Settings that are not given are the default ones: a window of 15 minutes, and one minute.
 *
 * @example
 * judge.start({ window: 3600 }).verdicts //=> []
 */
export const start = (settings: Partial<JudgeSettings> = {}): Judgement => ({
  settings: { ...defaultJudgeSettings, ...settings },
  stores: noStores,
  verdicts: []
})

/**
 * Every store of the log, in the order in which they were first seen.
 *
 * @example
 * judge.storesOf(judgement).map(({ store }) => store) //=> ['cks-1']
 */
export const storesOf = (judgement: Judgement): ReadonlyArray<NamedStore> => inOrder(judgement.stores)

/** The judgement after more was found of one store. */
const judgedOn = (
  judgement: Judgement,
  name: StoreName & Pick<NamedStore, 'place'>,
  [verdicts, after]: Judged
): Judgement => ({
  ...judgement,
  stores: withStore(judgement.stores, named(name, after)),
  verdicts: verdicts.length === 0 ? judgement.verdicts : [...judgement.verdicts, ...verdicts]
})

/**
 * Takes in one event. Events may come late, up to the window, and more than once.
 *
 * @example
 * judge.storesOf(judge.observe(events[0])(judge.start())).length //=> 1
 */
export const observe =
  (event: CloudTrailEvent) =>
  (judgement: Judgement): Judgement => {
    const found = sighting(event)
    if (O.isNone(found)) return judgement
    const { stores, settings } = judgement
    const known = storeNamed(stores, found.value)
    // The names of a store are held once, and not for each event.
    const { account, region, store, place } = known ?? { ...found.value, place: stores.count }
    const one = { ...found.value, account, region, store }
    return judgedOn(judgement, { account, region, store, place }, seen(settings, one, known ?? newStore))
  }

/** Judges the moments of a store that still wait for earlier events, since none will come. */
const endOf = ({ settings }: Judgement, store: NamedStore): Judged => judgedBefore(settings, Infinity, store)

/**
 * The same judgement after the last event: the moments that still wait for earlier events are judged, since none will
 * come.
 *
 * @example
 * judge.ended(judgement).verdicts.length //=> 1
 */
export const ended = (judgement: Judgement): Judgement =>
  storesOf(judgement).reduce((after, store) => judgedOn(after, store, endOf(judgement, store)), judgement)

/**
 * Every event so far that no documented behaviour explains.
 *
 * @example
 * judge.verdicts(judgement).map(({ standing }) => standing)
 * //=> ['contradiction']
 */
export const verdicts = (judgement: Judgement): ReadonlyArray<Verdict> => ended(judgement).verdicts

/** One store in a whole log. */
export interface StoreSummary extends StoreName, Pick<Verdict, 'states' | 'types'> {
  /** How many events named it, and how many of them came too late to be judged. */
  readonly events: number
  readonly late: number
  readonly contradictions: number
  /** How many contradictions there would be if answers were never out of date. */
  readonly doubtful: number
}

/**
 * A store at the end of the log: the last verdicts on it, and its summary. `states`, `types`: all that are still possible.
 *
 * @example
 * const [store] = judge.storesOf(judgement)
 * judge.concluded(judgement)(store)[1].events //=> 2
 */
export const concluded =
  (judgement: Judgement) =>
  (named: NamedStore): readonly [verdicts: ReadonlyArray<Verdict>, summary: StoreSummary] => {
    const { account, region, store } = named
    const [verdicts, { events, late, contradictions, doubtful, knowledge, latest }] = endOf(judgement, named)
    const last = statesAndTypes(by(latest)(knowledge))
    return [verdicts, { account, region, store, events, late, contradictions, doubtful, ...last }]
  }

/**
 * Each store after the events so far.
 *
 * @example
 * judge.summaries(judgement).map(({ store, contradictions }) => [store, contradictions])
 * //=> [['cks-1', 1]]
 */
export const summaries = (judgement: Judgement): ReadonlyArray<StoreSummary> =>
  storesOf(judgement).map((store) => concluded(judgement)(store)[1])
