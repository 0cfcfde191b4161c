import { pipe } from 'fp-ts/lib/function.js'
import { secondsADay } from '../codec/Duration.js'
import type { EditionName } from '../editions/editions.js'
import type { Statement } from '../Evidence.js'
import { cluesUnder } from './cluesUnder.js'
import {
  afterChanges,
  afterKeysGone,
  afterNewKeys,
  afterOwnWorkOf,
  every,
  listed,
  withKeys,
  type Possibilities
} from './Possibility.js'
import { changesState, sightingEvidence, showsKey, type Sighting } from './Sighting.js'

/** Everything that a log shows so far of the store with an id. */
export interface Knowledge {
  /** Every possibility that explains what was seen. */
  readonly possible: Possibilities
  /** The store holds a key until then at least. Seconds since 1970. */
  readonly keysUntil: number
}

/** The knowledge before the first event. */
export const nothingKnown: Knowledge = { possible: every, keysUntil: 0 }

/** The sightings of a store in one moment, in no particular order: a log does not say in which they came. */
export interface Moment {
  /** Seconds since 1970. */
  readonly time: number
  readonly sightings: ReadonlyArray<Sighting>
}

/** Nobody can have a key deleted sooner. @see API_ScheduleKeyDeletion */
const shortestWaitingPeriod = 7 * secondsADay

export const areEqual = (a: Knowledge, b: Knowledge): boolean =>
  a.keysUntil === b.keysUntil && a.possible === b.possible

/** The knowledge at a later time: until then KMS may have ended its own work, and deleted keys. */
export const by =
  (time: number) =>
  ({ possible, keysUntil }: Knowledge): Knowledge => {
    const worked = afterOwnWorkOf(possible)
    return { keysUntil, possible: time < keysUntil ? worked & withKeys : afterKeysGone(worked) }
  }

/** A part of a log that is left out: whether it changed the state of the store, and whether it created keys. */
export interface Gap {
  readonly states: boolean
  readonly keys: boolean
}

/** The knowledge after a gap. */
export const afterGap =
  (gap: Gap) =>
  ({ possible, keysUntil }: Knowledge): Knowledge => {
    const changed = gap.states ? afterChanges(possible) : possible
    return { keysUntil, possible: gap.keys ? afterNewKeys(changed) : changed }
  }

/** The knowledge if one or the other is true. */
export const eitherKnown = (a: Knowledge, b: Knowledge): Knowledge => {
  if (isImpossible(a)) return b
  if (isImpossible(b)) return a
  return {
    possible: a.possible | b.possible,
    keysUntil: Math.min(a.keysUntil, b.keysUntil)
  }
}

export const isImpossible = ({ possible }: Knowledge): boolean => possible === 0

/** The knowledge after one sighting. */
export const see =
  (edition: EditionName, sighting: Sighting) =>
  (before: Knowledge): Knowledge => {
    const { possible, keysUntil } = by(sighting.time)(before)
    const { allowed, after } = cluesUnder[edition](sighting)
    return {
      possible: after(possible & allowed),
      keysUntil: showsKey(sighting) ? Math.max(keysUntil, sighting.time + shortestWaitingPeriod) : keysUntil
    }
  }

/** The rule by which a sighting contradicts what is known, if it does: the one that excludes the last possibility. */
export const contradicted =
  (edition: EditionName, sighting: Sighting) =>
  (before: Knowledge): Statement | undefined => {
    const { rules, against } = cluesUnder[edition](sighting)
    const broken = new Set(listed(by(sighting.time)(before).possible).map(against))
    return broken.has(undefined) ? undefined : rules.filter((rule) => broken.has(rule)).at(-1)
  }

/** Without sightings that change nothing and repeat another one of the moment. */
const withoutRepetition = (sightings: ReadonlyArray<Sighting>): ReadonlyArray<Sighting> => {
  const seen = new Set<string>()
  return sightings.filter((sighting) => {
    const evidence = sightingEvidence(sighting)
    const isRepetition = seen.has(evidence) && !changesState(sighting)
    seen.add(evidence)
    return !isRepetition
  })
}

const inAnyOrder =
  (edition: EditionName, sightings: ReadonlyArray<Sighting>) =>
  (before: Knowledge): Knowledge =>
    sightings.length === 0 || isImpossible(before)
      ? before
      : sightings
          .map((first, i) =>
            pipe(
              before,
              see(edition, first),
              inAnyOrder(edition, [...sightings.slice(0, i), ...sightings.slice(i + 1)])
            )
          )
          .reduce(eitherKnown)

/** The number of orders is the factorial of that of sightings; a moment with more sightings counts as a gap. */
const mostOrdered = 5

/** The knowledge after a moment. */
export const live =
  (edition: EditionName, { sightings }: Moment) =>
  (before: Knowledge): Knowledge => {
    const different = withoutRepetition(sightings)
    return different.length > mostOrdered
      ? afterGap({ states: true, keys: true })({ ...before, keysUntil: 0 })
      : inAnyOrder(edition, different)(before)
  }
