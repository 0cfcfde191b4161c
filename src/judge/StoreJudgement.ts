import { fromOption } from 'fp-ts/lib/ReadonlyArray.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { cluesUnder } from './cluesUnder.js'
import {
  by,
  eitherKnown,
  isImpossible,
  live,
  nothingKnown,
  type Knowledge,
  type Moment
} from './Knowledge.js'
import { changesState, changesStore, type Sighting } from './Sighting.js'
import { followed, noGap, type TrailStep, type Trail } from './Trail.js'
import { verdict, type Verdict } from './Verdict.js'
import {
  dueBefore,
  hasEvent,
  isBeyond,
  isRepetition,
  momentAt,
  withSighting,
  type Waiting
} from './waiting.js'

/** How a judge judges. */
export interface JudgeSettings {
  readonly edition: EditionName
  /** How late events may come, in seconds. An event is judged once the log is that much later. */
  readonly window: number
  /** For how many seconds after a change an answer may be out of date; 0 where answers never are. */
  readonly consistentWithin: number
}

/** A window of 15 minutes, and answers that may be out of date for one minute. */
export const defaultJudgeSettings: JudgeSettings = {
  edition: defaultEdition,
  window: 900,
  consistentWithin: 60
}

/** One store: how often it was seen, the sightings that wait, and the knowledge so far. Times in seconds since 1970. */
export interface StoreJudgement {
  /** How many events named the store, those that say nothing of it among them. */
  readonly events: number
  /** How many events came too late to be judged. */
  readonly late: number
  readonly contradictions: number
  /** How many contradictions there would be if answers were never out of date. */
  readonly doubtful: number
  readonly waiting: Waiting
  /** The time of the latest event. */
  readonly latest: number
  /** The time up to which events are judged. */
  readonly judged: number
  /** The ids of the latest events that changed the store, to recognize those that come again. */
  readonly changes: ReadonlyArray<string>
  readonly knowledge: Knowledge
  readonly trail: Trail
  /** When the log last shows a change of the state. */
  readonly changed: number | undefined
}

export const newStore: StoreJudgement = {
  events: 0,
  late: 0,
  contradictions: 0,
  doubtful: 0,
  waiting: [],
  latest: -1,
  judged: -1,
  changes: [],
  knowledge: nothingKnown,
  trail: [],
  changed: undefined
}

/** The verdicts that were found, and the store after them. */
export type Judged = readonly [verdicts: ReadonlyArray<Verdict>, store: StoreJudgement]

/** After a verdict: known is what the last moment shows alone or, if it may be out of date, that or what was known. */
const begunAgain = (
  { edition }: JudgeSettings,
  { standing }: Verdict,
  step: TrailStep,
  store: StoreJudgement
): StoreJudgement => {
  const shown = live(edition, step)(nothingKnown)
  if (standing === 'contradiction') {
    return {
      ...store,
      contradictions: store.contradictions + 1,
      ...(isImpossible(shown) ? { knowledge: nothingKnown, trail: [] } : { knowledge: shown, trail: [step] })
    }
  }
  return {
    ...store,
    doubtful: store.doubtful + 1,
    knowledge: eitherKnown(by(step.time)(store.knowledge), shown)
  }
}

const longestMemory = 256

const withChanges = ({ sightings }: Moment, changes: ReadonlyArray<string>): ReadonlyArray<string> => {
  const ids = sightings
    .filter(changesStore)
    .flatMap(({ eventID }) => (eventID === undefined ? [] : [eventID]))
  return ids.length === 0 ? changes : [...changes, ...ids].slice(-longestMemory)
}

/** Judges one moment. */
const lived = (settings: JudgeSettings, moment: Moment, store: StoreJudgement): Judged => {
  const { edition } = settings
  const { changed, knowledge: before, trail } = store
  const step: TrailStep = { time: moment.time, sightings: moment.sightings, gap: noGap, changed }
  const now: StoreJudgement = {
    ...store,
    judged: moment.time,
    changes: withChanges(moment, store.changes),
    changed: moment.sightings.some(changesState) ? moment.time : changed
  }
  const knowledge = live(edition, moment)(before)
  if (!isImpossible(knowledge)) return [[], { ...now, knowledge, trail: followed(edition, step, trail) }]
  const verdicts = fromOption(verdict(settings, before, [...trail, step]))
  return [verdicts, verdicts.reduce((again, found) => begunAgain(settings, found, step, again), now)]
}

/** Judges what has waited long enough: everything that is earlier than a time. */
export const judgedBefore = (settings: JudgeSettings, time: number, store: StoreJudgement): Judged => {
  const [due, waiting] = dueBefore(time, store.waiting)
  const verdicts: Array<Verdict> = []
  let after: StoreJudgement = { ...store, waiting }
  for (const moment of due) {
    const [found, next] = lived(settings, moment, after)
    verdicts.push(...found)
    after = next
  }
  return [verdicts, after]
}

/** A sighting that came too late is not judged; if it changed the store, then nothing more is known. */
const afterLate = (sighting: Sighting, store: StoreJudgement): StoreJudgement =>
  changesStore(sighting)
    ? { ...store, late: store.late + 1, knowledge: nothingKnown, trail: [] }
    : { ...store, late: store.late + 1 }

/** Takes in one sighting of the store, and judges what has waited long enough. */
export const seen = (settings: JudgeSettings, sighting: Sighting, before: StoreJudgement): Judged => {
  const moment = momentAt(sighting.time, before.waiting)
  if (before.changes.includes(sighting.eventID ?? '') || hasEvent(sighting, moment)) return [[], before]
  const store = { ...before, events: before.events + 1 }
  if (isRepetition(sighting, moment) || isBeyond(sighting, moment)) return [[], store]
  const tells = changesStore(sighting) || cluesUnder[settings.edition](sighting).rules.length > 0
  if (tells && sighting.time <= store.judged) return [[], afterLate(sighting, store)]
  const latest = Math.max(store.latest, sighting.time)
  const waiting = tells ? withSighting(sighting, store.waiting) : store.waiting
  return judgedBefore(settings, latest - settings.window, { ...store, latest, waiting })
}
