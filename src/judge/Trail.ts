import { flow, pipe } from 'fp-ts/lib/function.js'
import type { EditionName } from '../editions/editions.js'
import {
  afterGap,
  areEqual,
  by,
  isImpossible,
  live,
  nothingKnown,
  type Gap,
  type Knowledge,
  type Moment
} from './Knowledge.js'
import { changesState, changesStore, createsKey, sightingEvidence } from './Sighting.js'

/** A moment of the trail. */
export interface TrailStep extends Moment {
  /** The gap just before it. */
  readonly gap: Gap
  /** When the log last shows a change of the state before this moment. Seconds since 1970. */
  readonly changed: number | undefined
}

/** The fewest moments from which the knowledge follows, oldest first. */
export type Trail = ReadonlyArray<TrailStep>

/** The knowledge from a trail alone. */
export const knownFrom =
  (edition: EditionName) =>
  (trail: Trail): Knowledge =>
    trail.reduce((known, step) => pipe(known, afterGap(step.gap), live(edition, step)), nothingKnown)

/** Nothing has been left out. */
export const noGap: Gap = { states: false, keys: false }

/** The other gaps, each once, since there are many stores with a trail. */
const [inStates, inKeys, inBoth]: readonly [Gap, Gap, Gap] = [
  { states: true, keys: false },
  { states: false, keys: true },
  { states: true, keys: true }
]

const gapOf = (states: boolean, keys: boolean): Gap => {
  if (states) return keys ? inBoth : inStates
  return keys ? inKeys : noGap
}

const gapWithout = (step: TrailStep | undefined, { gap: { states, keys } }: TrailStep): Gap =>
  gapOf(
    states || step?.gap.states === true || step?.sightings.some(changesState) === true,
    keys || step?.gap.keys === true || step?.sightings.some(createsKey) === true
  )

const withGap = ({ time, sightings, changed }: TrailStep, gap: Gap): TrailStep => ({
  time,
  sightings,
  gap,
  changed
})

const without = (trail: Trail, i: number): Trail =>
  trail
    .map((step, j) => (j === i + 1 ? withGap(step, gapWithout(trail[i], step)) : step))
    .filter((_, j) => j !== i)

/** Leaves out every moment without which `is` still holds, from the oldest on; never the last one. */
const leastThat = (is: (trail: Trail) => boolean, trail: Trail): Trail => {
  let [least, i] = [trail, 0]
  while (i < least.length - 1) {
    const shorter = without(least, i)
    if (is(shorter)) least = shorter
    else i += 1
  }
  return least
}

const saysTheSame = (a: Moment, b: Moment): boolean =>
  a.sightings.length === b.sightings.length &&
  a.sightings.every((one, i) => {
    const other = b.sightings[i]
    return other !== undefined && sightingEvidence(one) === sightingEvidence(other)
  })

/**
 * The trail with one more moment. Of moments that change nothing and say the same, only the latest stays, so a store that
 * is polled all the time costs little.
 */
export const followed = (edition: EditionName, step: TrailStep, trail: Trail): Trail => {
  const last = trail.at(-1)
  const onlyLooks = !step.sightings.some(changesStore)
  if (onlyLooks && last !== undefined && saysTheSame(last, step)) {
    return [...trail.slice(0, -1), withGap(step, last.gap)]
  }
  const longer = [...trail, step]
  const knownBy = flow(knownFrom(edition), by(step.time))
  const known = knownBy(longer)
  const isAsGood = (other: Trail) => areEqual(knownBy(other), known)
  const moved = without(
    longer,
    longer.findIndex((earlier) => saysTheSame(earlier, step))
  )
  if (onlyLooks && isAsGood(moved)) return moved
  return leastThat(isAsGood, longer)
}

const withoutSighting = (trail: Trail, i: number, j: number): Trail =>
  trail.map((step, k) => (k === i ? { ...step, sightings: step.sightings.filter((_, l) => l !== j) } : step))

/** Leaves out every sighting that changes nothing and without which `is` still holds. */
const fewestThat = (is: (trail: Trail) => boolean, trail: Trail): Trail =>
  trail.reduce(
    (fewer, { sightings }, i) =>
      sightings.reduceRight((some, sighting, j) => {
        const shorter = withoutSighting(some, i, j)
        return !changesStore(sighting) && is(shorter) ? shorter : some
      }, fewer),
    trail
  )

/** The smallest part of a contradictory trail that is still contradictory. */
export const explanation = (edition: EditionName, trail: Trail): Trail => {
  const isContradictory = (some: Trail) => isImpossible(knownFrom(edition)(some))
  return fewestThat(isContradictory, leastThat(isContradictory, trail))
}
