import { leavesOpen, type AssumptionNumber, type LeavesOpen } from './leavesOpen.js'
import type { ObservationName } from './observations.js'
import type { Source } from './sources.js'

/** Where a statement comes from, what had to be assumed to make it, and what of it was seen at AWS. */
export interface Evidence {
  readonly source: Source
  /** The page does not say it in so many words; it follows from what the page says. */
  readonly implied?: true
  readonly assumes?: ReadonlyArray<AssumptionNumber>
  readonly observed?: ObservationName
}

/**
 * How sure a statement is: AWS states it, it follows from what AWS states, or AWS leaves it open, where it was seen at AWS
 * or only chosen.
 */
export type Standing = 'documented' | 'implied' | 'observed' | 'assumed'

/** The assumptions of a statement by which something of it is left open. Whoever asks what is open asks this function. */
export const assumesOpen =
  (what: LeavesOpen) =>
  ({ assumes = [] }: Evidence): ReadonlyArray<AssumptionNumber> =>
    assumes.filter((number) => leavesOpen[number] === what)

/** Whether AWS may behave otherwise: nobody who does is at fault. */
export const isOpen = (evidence: Evidence): boolean => assumesOpen('outcome')(evidence).length > 0

/** How sure it is, which follows from the evidence. */
export const standingOf = (evidence: Evidence): Standing => {
  const isAssumed = isOpen(evidence) || assumesOpen('answer')(evidence).length > 0
  if (isAssumed) return evidence.observed === undefined ? 'assumed' : 'observed'
  return evidence.implied === true ? 'implied' : 'documented'
}

/** The evidence alone, of something that has more members. */
export const evidenceOf = ({ source, implied, assumes, observed }: Evidence): Evidence =>
  Object.assign({ source }, implied && { implied }, assumes && { assumes }, observed && { observed })

/** Something that AWS says, with a name and in one sentence of ours. */
export interface Statement extends Evidence {
  readonly name: string
  readonly says: string
}
