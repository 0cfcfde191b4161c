import { asksNothing, endlessWait, neverEnds } from './endlessWait.js'
import type { Finding } from './Fault.js'
import { givesUpForNothing, leftBehind, notWhereItSays } from './outcome.js'
import { sentWhereRefused, swallowedRefusal } from './refusals.js'
import { threw } from './threw.js'

/**
 * Every kind of fault that is looked for, by its name.
 *
 * @example
 * testing.findings.endlessWait.name
 * //=> 'endlessWait'
 */
export const findings = {
  endlessWait,
  neverEnds,
  asksNothing,
  sentWhereRefused,
  swallowedRefusal,
  notWhereItSays,
  leftBehind,
  givesUpForNothing,
  threw
} as const satisfies Readonly<Record<string, Finding>>

/** The name of a kind of fault. */
export type FindingName = Extract<keyof typeof findings, string>
