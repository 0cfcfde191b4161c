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

/** A moment that matters. */
export interface TrailStep extends Moment {
  /** The gap just before it. */
  readonly gap: Gap
  /** When the log last shows a change of the state before this moment. Seconds since 1970. */
  readonly changed?: number
}

/** As few moments as lead from knowing nothing to what is known, oldest first. */
export type Trail = ReadonlyArray<TrailStep>

/** The knowledge from a trail alone. */
export const knownFrom =
  (edition: EditionName) =>
  (trail: Trail): Knowledge =>
    trail.reduce((known, step) => pipe(known, afterGap(step.gap), live(edition, step)), nothingKnown)

/** Nothing has been left out. */
export const noGap: Gap = { states: false, keys: false }

const gapWithout = (step: TrailStep | undefined, { gap: { states, keys } }: TrailStep): Gap => ({
  states: states || step?.gap.states === true || step?.sightings.some(changesState) === true,
  keys: keys || step?.gap.keys === true || step?.sightings.some(createsKey) === true
})

const without = (trail: Trail, i: number): Trail =>
  trail
    .map((step, j) => (j === i + 1 ? { ...step, gap: gapWithout(trail[i], step) } : step))
    .filter((_, j) => j !== i)

/** Leaves out, from the oldest on, every moment without which the trail still is as it should be; never the last one. */
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
  JSON.stringify(a.sightings.map(sightingEvidence)) === JSON.stringify(b.sightings.map(sightingEvidence))

/**
 * The trail with one more moment. What only looks at the store is there once at most, and as late as can be, so that a
 * store that is looked at all the time costs little.
 */
export const followed = (edition: EditionName, step: TrailStep, trail: Trail): Trail => {
  const last = trail.at(-1)
  const onlyLooks = !step.sightings.some(changesStore)
  if (onlyLooks && last !== undefined && saysTheSame(last, step)) {
    return [...trail.slice(0, -1), { ...step, gap: last.gap }]
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

/** Leaves out every sighting that only looks at the store and without which the trail still is as it should be. */
const fewestThat = (is: (trail: Trail) => boolean, trail: Trail): Trail =>
  trail.reduce(
    (fewer, { sightings }, i) =>
      sightings.reduceRight((some, sighting, j) => {
        const shorter = withoutSighting(some, i, j)
        return !changesStore(sighting) && is(shorter) ? shorter : some
      }, fewer),
    trail
  )

/** As little of a contradictory trail as is contradictory by itself. */
export const explanation = (edition: EditionName, trail: Trail): Trail => {
  const isContradictory = (some: Trail) => isImpossible(knownFrom(edition)(some))
  return fewestThat(isContradictory, leastThat(isContradictory, trail))
}
