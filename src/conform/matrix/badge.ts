import { amount } from '../../codec/amount.js'
import type { Column } from './Column.js'
import { brokenIn } from './ColumnRule.js'
import { countsOf, nothingShown } from './marks.js'

/** What the endpoint badge of shields.io reads. */
export interface Badge {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: 'brightgreen' | 'green' | 'yellow' | 'red' | 'lightgrey'
}

const colorOf = (reached: number, all: number): Badge['color'] => {
  if (reached === all) return 'brightgreen'
  return reached * 2 >= all ? 'green' : 'yellow'
}

/** A report as a badge. Of a report on nothing, or on little, it is not green. */
export const badge = (column: Column): Badge => {
  const all = column.check.size
  const reached = all - nothingShown(countsOf(column))
  const broken = brokenIn(column)
  const told = { schemaVersion: 1, label: 'KMS custom key stores' } as const
  if (broken > 0) return { ...told, message: `${amount(broken, 'rule')} broken`, color: 'red' }
  if (reached === 0) return { ...told, message: 'nothing tried', color: 'lightgrey' }
  return {
    ...told,
    message: `no rule broken in ${String(reached)} of ${amount(all, 'check')}`,
    color: colorOf(reached, all)
  }
}
