import { reasonOf } from '../ConformReport.js'
import type { Column, ColumnFault } from './Column.js'
import { isOfAws } from './ColumnRule.js'

/** How a check ended in a report, as the matrix marks it. */
export type Mark =
  | 'kept'
  | 'broken'
  | 'not as assumed'
  | 'left open'
  | 'not reached'
  | 'not useful'
  | 'not implemented'
  | 'not in the report'

/** Each mark with its sign and its meaning, in the order of the legend. */
export const marks: Readonly<Record<Mark, { readonly sign: string; readonly means: string }>> = {
  kept: { sign: '✓', means: 'as documented' },
  broken: { sign: '✗', means: 'a documented rule is broken' },
  'not as assumed': { sign: '?', means: 'not as assumed where AWS is silent, or not seen again' },
  'left open': { sign: '·', means: 'left open by AWS' },
  'not reached': { sign: '–', means: 'not reached' },
  'not useful': { sign: '~', means: 'not useful after another fault' },
  'not implemented': { sign: '∅', means: 'not implemented' },
  'not in the report': { sign: '', means: 'not in the report' }
}

export const allMarks = Object.keys(marks) as ReadonlyArray<Mark>

/** The faults of a report that have these ids. */
export const faultsOf = ({ fault }: Column, ids: ReadonlyArray<string>): ReadonlyArray<ColumnFault> =>
  ids.flatMap((id) => fault.get(id) ?? [])

export const markOf = (column: Column, id: string): Mark => {
  const check = column.check.get(id)
  switch (check?.outcome.is) {
    case undefined:
      return 'not in the report'
    case 'as documented':
      return 'kept'
    case 'different': {
      const faults = faultsOf(column, check.outcome.faults)
      return faults.length > 0 && !faults.some(isOfAws) ? 'not as assumed' : 'broken'
    }
    case 'left open':
    case 'not reached':
    case 'not useful':
    case 'not implemented':
      return check.outcome.is
  }
}

/** How many checks of a report have each mark. */
export const countsOf = (column: Column): Readonly<Record<Mark, number>> => {
  const all = [...column.check.keys()].map((id) => markOf(column, id))
  const count = (mark: Mark): number => all.filter((one) => one === mark).length
  return {
    kept: count('kept'),
    broken: count('broken'),
    'not as assumed': count('not as assumed'),
    'left open': count('left open'),
    'not reached': count('not reached'),
    'not useful': count('not useful'),
    'not implemented': count('not implemented'),
    'not in the report': 0
  }
}

/** How many checks show nothing. */
export const nothingShown = (counts: Readonly<Record<Mark, number>>): number =>
  counts['not reached'] + counts['not useful'] + counts['not implemented']

/** The checks that show nothing, by the reason. */
export const unreachedIn = ({ check }: Column): ReadonlyMap<string, ReadonlyArray<string>> => {
  const reasons = new Map<string, ReadonlyArray<string>>()
  for (const one of check.values()) {
    const reason = reasonOf(one)
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), one.id])
  }
  return reasons
}
