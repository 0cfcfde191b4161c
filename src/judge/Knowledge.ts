import { pipe } from 'fp-ts/lib/function.js'
import { CryptographicOperation } from '../model/Operation.js'
import type { EditionName } from '../editions/editions.js'
import { cluesUnder, type Clue } from './clues.js'
import { after } from './effects.js'
import {
  afterChanges,
  afterNewKeys,
  afterOwnWork,
  areSame,
  everything,
  once,
  type Possibility
} from './Possibility.js'
import { changesState, evidenceOf, type Sighting } from './Sighting.js'

/** What a log shows of the id of a store so far. */
export interface Knowledge {
  /** Every way in which it can stand that explains what was seen. */
  readonly possible: ReadonlyArray<Possibility>
  /** The store holds a key until then at least. Seconds since 1970. */
  readonly keysUntil: number
}

/** Before anything was seen. */
export const nothingKnown: Knowledge = { possible: everything, keysUntil: 0 }

/** What was seen of a store in one moment, in no particular order: a log does not tell it. */
export interface Moment {
  /** Seconds since 1970. */
  readonly time: number
  readonly sightings: ReadonlyArray<Sighting>
}

/** Nobody can have a key deleted sooner. @see API_ScheduleKeyDeletion */
const shortestWaitingPeriod = 7 * 86_400

/** A key that was created or used was not waiting for its deletion. */
const showsKey = ({ operation, refusal }: Sighting): boolean =>
  refusal === undefined && (operation === 'CreateKey' || CryptographicOperation.is(operation))

export const areEqual = (a: Knowledge, b: Knowledge): boolean =>
  a.keysUntil === b.keysUntil && areSame(a.possible, b.possible)

/** What is known at a time, when KMS may have gone on with its own work and keys may have been deleted at last. */
export const by =
  (time: number) =>
  ({ possible, keysUntil }: Knowledge): Knowledge => {
    const worked = possible.flatMap(afterOwnWork)
    return {
      keysUntil,
      possible:
        time < keysUntil
          ? once(worked).filter(({ keys }) => keys)
          : once(worked.flatMap((possibility) => [possibility, { ...possibility, keys: false }]))
    }
  }

/** What of a log is left out: what has changed the state of the store, or created keys in it. */
export interface Gap {
  readonly states: boolean
  readonly keys: boolean
}

/** What is still known after a gap. */
export const afterGap =
  (gap: Gap) =>
  ({ possible, keysUntil }: Knowledge): Knowledge => {
    const changed = gap.states ? possible.flatMap(afterChanges) : possible
    return { keysUntil, possible: once(gap.keys ? changed.flatMap(afterNewKeys) : changed) }
  }

/** What is known if one or the other is true. */
export const either = (a: Knowledge, b: Knowledge): Knowledge => {
  if (isImpossible(a)) return b
  if (isImpossible(b)) return a
  return {
    possible: once([...a.possible, ...b.possible]),
    keysUntil: Math.min(a.keysUntil, b.keysUntil)
  }
}

export const isImpossible = ({ possible }: Knowledge): boolean => possible.length === 0

/** What is known after one sighting. */
export const see =
  (edition: EditionName, sighting: Sighting) =>
  (before: Knowledge): Knowledge => {
    const { possible, keysUntil } = by(sighting.time)(before)
    const clues = cluesUnder(edition)(sighting)
    return {
      possible: once(
        possible.filter((one) => clues.every(({ leaves }) => leaves(one))).flatMap(after(edition, sighting))
      ),
      keysUntil: showsKey(sighting) ? Math.max(keysUntil, sighting.time + shortestWaitingPeriod) : keysUntil
    }
  }

/** The first rule by which a sighting contradicts what is known, if it does. */
export const contradicted =
  (edition: EditionName, sighting: Sighting) =>
  (before: Knowledge): Clue['rule'] | undefined => {
    let { possible } = by(sighting.time)(before)
    for (const { rule, leaves } of cluesUnder(edition)(sighting)) {
      possible = possible.filter(leaves)
      if (possible.length === 0) return rule
    }
    return undefined
  }

/** What says the same of a store as another sighting of the moment, and changes nothing, need not be said again. */
const withoutRepetition = (sightings: ReadonlyArray<Sighting>): ReadonlyArray<Sighting> => {
  const seen = new Set<string>()
  return sightings.filter((sighting) => {
    const evidence = evidenceOf(sighting)
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
          .reduce(either)

/** The number of orders grows with the factorial; a moment with more than this is taken for one that tells nothing. */
const mostOrdered = 5

/** What is known after a moment. */
export const live =
  (edition: EditionName, { sightings }: Moment) =>
  (before: Knowledge): Knowledge => {
    const different = withoutRepetition(sightings)
    return different.length > mostOrdered
      ? afterGap({ states: true, keys: true })({ ...before, keysUntil: 0 })
      : inAnyOrder(edition, different)(before)
  }
