import * as t from 'io-ts'
import type { HistoryStep } from '../../replay/index.js'
import { entryOf, listOf, nameOf, type Behind, type Entry, type Place } from '../Place.js'

/** One of the ways in which a fact can be. */
export interface Option {
  readonly id: string
  readonly says: string
  /** The members that make it so, one change after the other. */
  readonly changes: (place: Place) => ReadonlyArray<Entry>
  /** Whether it is so, where the members of the last change do not tell. */
  readonly holds?: (entry: Entry) => boolean
}

/** A fact that can be switched. The first option is the healthy one; a fact with `yes` and `no` is a claim. */
export interface Fact {
  readonly id: string
  readonly about: Behind
  readonly says: string
  readonly options: readonly [Option, ...ReadonlyArray<Option>]
  /** Whether it matters; always, if absent. */
  readonly matters?: (place: Place) => boolean
}

/** Facts that are shown together. */
export interface FactGroup {
  readonly title: string
  readonly facts: ReadonlyArray<Fact>
}

export const option = (id: string, says: string, ...changes: ReadonlyArray<Entry>): Option => ({
  id,
  says,
  changes: () => changes
})

/** A fact that either is so, as it should be, or is not. */
export const claimOf = (about: Behind, id: string, says: string, healthy: Entry, faulty: Entry): Fact => ({
  id,
  about,
  says,
  options: [option('yes', 'yes', healthy), option('no', 'no', faulty)]
})

export const isClaim = ({ options: [{ id }] }: Fact): boolean => id === 'yes'

/** Whether a value has the members of a part, in any order; lists have to be the same. */
const contains = (whole: unknown, part: unknown): boolean => {
  if (t.UnknownArray.is(part)) {
    return (
      t.UnknownArray.is(whole) &&
      whole.length === part.length &&
      part.every((one, i) => contains(whole[i], one) && contains(one, whole[i]))
    )
  }
  if (!t.UnknownRecord.is(part)) return whole === part
  return (
    t.UnknownRecord.is(whole) && Object.entries(part).every(([name, value]) => contains(whole[name], value))
  )
}

const isSo =
  (place: Place, entry: Entry | undefined) =>
  ({ changes, holds }: Option): boolean => {
    const last = changes(place).at(-1)
    if (entry === undefined) return last?.['exists'] === false
    return holds === undefined ? contains(entry, last) : holds(entry)
  }

/** How a fact is now; a member that is absent is as it should be. */
export const present = (place: Place, { about, options }: Fact): Option =>
  options.find(isSo(place, entryOf(place, about))) ?? options[0]

/** Whether a fact is as it should be. */
export const isHealthy = (place: Place, fact: Fact): boolean => present(place, fact) === fact.options[0]

/** The step of a story that makes a fact so. */
export const factStep = (place: Place, { about }: Fact, { changes }: Option): HistoryStep => ({
  facts: { [listOf[about]]: changes(place).map((change) => ({ ...nameOf[about], ...change })) }
})

/** Whether what a fact is about exists, so that it can be switched. */
export const canBeSwitched = (place: Place, fact: Fact): boolean =>
  entryOf(place, fact.about) !== undefined || isSo(place, undefined)(fact.options[1] ?? fact.options[0])
