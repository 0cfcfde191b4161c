/**
 * Whether nothing has become much slower than docs/performance.md shows. What ours costs beside another in the same run is
 * compared with the ratio on the page: the mean of a table, and each of its rows, for which noise is greater. Of several
 * attempts the best counts, for each row.
 */
import { readFileSync } from 'node:fs'
import { rowsAlone } from './alone.js'
import type { Measured } from './rows.js'
import { number, type Row } from './Table.js'

interface Check {
  /** Of the section of the page. */
  readonly title: string
  readonly kind: Measured
  /** In milliseconds. */
  readonly span: number
}

const checks: ReadonlyArray<Check> = [
  { title: 'Deciding', kind: 'deciding', span: 100 },
  { title: 'Reading requests', kind: 'reading', span: 20 },
  { title: 'Responding', kind: 'responding', span: 40 }
]

const rounds = 5
/** So many that noise, which has made a row cost 1.8 times as much twice in a row, does not fail it. */
const attempts = 8
/** How many times as much as on the page. */
const most = { mean: 1.25, row: 1.6 }

/** What the page shows in a column of one of its tables, by the name of the row. */
const shownIn = (page: string, title: string, column: string): ReadonlyMap<string, number> => {
  const section = page.split(`### ${title}\n`)[1]?.split('\n### ')[0] ?? ''
  const [head = [], , ...lines] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return new Map(lines.map((cells) => [cells[1]!, Number(cells[head.indexOf(column)])]))
}

/** Of factors. */
const meanOf = (factors: ReadonlyArray<number>): number =>
  Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length)

const passes = ({ title, kind, span }: Check, page: string): boolean => {
  const shown = shownIn(page, title, 'times')
  const best = new Map<string, number>()
  const slower = ({ name, ratio }: Row): number => ratio!.median / shown.get(name)!
  for (let attempt = 1; attempt <= attempts; attempt++) {
    for (const row of rowsAlone(kind, rounds, span))
      best.set(row.name, Math.min(slower(row), best.get(row.name) ?? Infinity))
    const all = [['all together', meanOf([...best.values()]), most.mean] as const]
    const rows = [...best].map(([name, factor]) => [name, factor, most.row] as const)
    const tooSlow = [...all, ...rows].filter(([, factor, limit]) => !(factor <= limit))
    const worst = Math.max(...best.values())
    console.log(`${title}: ${number(all[0]![1])} times as much as on the page, at worst ${number(worst)}`)
    if (tooSlow.length === 0) return true
    for (const [name, factor, limit] of tooSlow)
      console.log(`  ${name}: ${number(factor)} times, at most ${number(limit)}: too slow`)
  }
  return false
}

/** Whether every check passes. */
export const checked = (): boolean => {
  const page = readFileSync('docs/performance.md', 'utf8')
  return checks.map((check) => passes(check, page)).every(Boolean)
}
