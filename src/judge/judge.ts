import { pipe } from 'fp-ts/lib/function.js'
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
  type JudgeSettings,
  type StoreJudgement
} from './StoreJudgement.js'
import { statesAndTypes, type Verdict } from './Verdict.js'

/** A store by its account, its Region and its id. */
type StoreName = Pick<Verdict, 'account' | 'region' | 'store'>

/**
 * A log that is being read, with every possibility left for each custom key store in it. Plain data. `verdicts`: those
 * found so far; the reader of a long log may empty it.
 */
export interface Judgement {
  readonly settings: JudgeSettings
  readonly stores: Readonly<Record<string, StoreName & StoreJudgement>>
  readonly verdicts: ReadonlyArray<Verdict>
}

/** Before the first event. Settings that are not given are the default ones: a window of 15 minutes, and one minute. */
export const start = (settings: Partial<JudgeSettings> = {}): Judgement => ({
  settings: { ...defaultJudgeSettings, ...settings },
  stores: {},
  verdicts: []
})

const withStore = (
  judgement: Judgement,
  { account, region, store }: StoreName,
  [verdicts, after]: Judged
): Judgement => ({
  ...judgement,
  stores: { ...judgement.stores, [`${account}/${region}/${store}`]: { ...after, account, region, store } },
  verdicts: verdicts.length === 0 ? judgement.verdicts : [...judgement.verdicts, ...verdicts]
})

/** Takes in one event. Events may come late, up to the window, and more than once. */
export const observe =
  (event: CloudTrailEvent) =>
  (judgement: Judgement): Judgement =>
    pipe(
      sighting(event),
      O.match(
        () => judgement,
        (found) => {
          const before = judgement.stores[`${found.account}/${found.region}/${found.store}`] ?? newStore
          return withStore(judgement, found, seen(judgement.settings, found, before))
        }
      )
    )

/** Judges the moments that still wait for earlier events, since none will come. */
export const ended = (judgement: Judgement): Judgement =>
  Object.values(judgement.stores).reduce(
    (after, store) => withStore(after, store, judgedBefore(judgement.settings, Infinity, store)),
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
  Object.values(ended(judgement).stores).map(
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
