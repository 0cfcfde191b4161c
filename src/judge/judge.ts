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

/** Before the first event. Settings that are not given are the default ones: a window of 15 minutes, and one minute. */
export const start = (settings: Partial<JudgeSettings> = {}): Judgement => ({
  settings: { ...defaultJudgeSettings, ...settings },
  stores: noStores,
  verdicts: []
})

/** Every store of the log, in the order in which they were first seen. */
export const storesOf = ({ stores }: Judgement): ReadonlyArray<NamedStore> => inOrder(stores)

/** The judgement after more was found of one store. */
const judgedOn = (judgement: Judgement, name: StoreName, [verdicts, after]: Judged): Judgement => ({
  ...judgement,
  stores: withStore(judgement.stores, name, after),
  verdicts: verdicts.length === 0 ? judgement.verdicts : [...judgement.verdicts, ...verdicts]
})

/** Takes in one event. Events may come late, up to the window, and more than once. */
export const observe =
  (event: CloudTrailEvent) =>
  (judgement: Judgement): Judgement => {
    const found = sighting(event)
    if (O.isNone(found)) return judgement
    const before = storeNamed(judgement.stores, found.value) ?? newStore
    return judgedOn(judgement, found.value, seen(judgement.settings, found.value, before))
  }

/** Judges the moments that still wait for earlier events, since none will come. */
export const ended = (judgement: Judgement): Judgement =>
  storesOf(judgement).reduce(
    (after, store) => judgedOn(after, store, judgedBefore(judgement.settings, Infinity, store)),
    judgement
  )

/** Every event so far that no documented behaviour explains. */
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

/** Each store after the events so far. `states`, `types`: all that are still possible. */
export const summaries = (judgement: Judgement): ReadonlyArray<StoreSummary> =>
  storesOf(ended(judgement)).map(
    ({ account, region, store, events, late, contradictions, doubtful, knowledge, latest }) => ({
      account,
      region,
      store,
      events,
      late,
      contradictions,
      doubtful,
      ...statesAndTypes(by(latest)(knowledge))
    })
  )
