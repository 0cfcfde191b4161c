import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { operationNames } from '../../operations/index.js'
import { ruleAddress } from '../ruleAddress.js'
import { wasFleeting } from '../ReportedDeviation.js'
import { sources } from '../../sources.js'
import type { Column, ColumnFault } from './Column.js'

/** A rule that an implementation does not keep, with each fault that shows it. */
export interface ColumnRule {
  readonly operation: string
  readonly rule: string
  readonly says: string
  /** Whether it is broken: AWS states it, and it was not seen but once. */
  readonly isOfAws: boolean
  /** The place in docs/rules.md, where this version has that rule: `createkey-storeexists`. */
  readonly anchor: string | undefined
  /** AWS's page, where this version cites it. An address in a report is never linked to. */
  readonly url: string | undefined
  readonly faults: RNEA.ReadonlyNonEmptyArray<ColumnFault>
  /** The ids of the checks that show it. */
  readonly seenIn: ReadonlyArray<string>
}

/** Whether a fault breaks a rule of AWS, and not only an assumption; one seen but once does not. */
export const isOfAws = ({ difference: { standing }, ...reproduction }: ColumnFault): boolean =>
  (standing === 'documented' || standing === 'implied') && !wasFleeting(reproduction)

const anchorOf = ({ operation, difference }: ColumnFault): string | undefined => {
  const known = operationNames.find((name) => name === operation)
  return known === undefined ? undefined : ruleAddress(known, difference.rule).split('#')[1]
}

const urlOf = ({ difference: { source } }: ColumnFault): string | undefined =>
  Object.entries(sources).find(([name]) => name === source)?.[1].url

const keyOf = (fault: ColumnFault): string =>
  JSON.stringify([anchorOf(fault) ?? fault.operation, fault.difference.rule, isOfAws(fault)])

/** The rules that an implementation does not keep, each once; those of AWS first. */
export const rulesOf = ({ faults }: Column): ReadonlyArray<ColumnRule> => {
  const rules = Object.values(RNEA.groupBy(keyOf)(faults)).map((same): ColumnRule => {
    const [first] = same
    const { operation, difference } = first
    return {
      operation,
      rule: difference.rule,
      says: difference.says,
      isOfAws: isOfAws(first),
      anchor: anchorOf(first),
      url: urlOf(first),
      faults: same,
      seenIn: [...new Set(same.flatMap(({ seenIn }) => seenIn))]
    }
  })
  return [...rules.filter((rule) => rule.isOfAws), ...rules.filter((rule) => !rule.isOfAws)]
}

/** How many rules of AWS an implementation breaks. */
export const brokenIn = (column: Column): number => rulesOf(column).filter((rule) => rule.isOfAws).length
