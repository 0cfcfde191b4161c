/** What the benchmark finds, as the console and docs/performance.md show it. */

/** The middle of several rounds, and the quartiles around it. */
export interface Spread {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** One comparison: what ours costs as a multiple of what the other costs, and how much that may be at most. */
export interface Row {
  readonly name: string
  /** In the columns of the table, each with its unit. */
  readonly figures: ReadonlyArray<string>
  readonly ratio?: Spread | undefined
  readonly atMost?: number | undefined
}

export interface Table {
  readonly title: string
  readonly note: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

export const spreadOf = (values: ReadonlyArray<number>): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)]!
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}

export const isMissed = ({ ratio, atMost }: Row): boolean =>
  ratio !== undefined && atMost !== undefined && ratio.median > atMost

export const number = (value: number): string => {
  const digits = value < 0.01 ? 4 : value < 10 ? 2 : value < 100 ? 1 : 0
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

const verdictOf = (row: Row): string => (row.atMost === undefined ? '' : isMissed(row) ? 'missed' : 'met')

/** How ours compares with the other, for the columns after the figures. */
const comparedIn = (row: Row): ReadonlyArray<string> => [
  row.ratio === undefined ? '' : number(row.ratio.median),
  row.ratio === undefined || row.ratio.low === row.ratio.high
    ? ''
    : `${number(row.ratio.low)}–${number(row.ratio.high)}`,
  row.atMost === undefined ? '' : number(row.atMost),
  verdictOf(row)
]

/** Every cell of a table, with the names of the columns first. */
const cellsOf = ({ columns, rows }: Table): ReadonlyArray<ReadonlyArray<string>> => {
  const compares = rows.some(({ ratio }) => ratio !== undefined)
  return [
    ['', ...columns, ...(compares ? ['times', 'quartiles', 'at most', ''] : [])],
    ...rows.map((row) => [row.name, ...row.figures, ...(compares ? comparedIn(row) : [])])
  ]
}

/** A table as plain text. */
export const asText = (table: Table): string => {
  const cells = cellsOf(table)
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)))
  const lines = cells.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  )
  return [`\n${table.title}. ${table.note}`, ...lines].join('\n')
}

/** A table as a section of docs/performance.md. */
export const asMarkdown = (table: Table): string => {
  const [head, ...lines] = cellsOf(table)
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`
  const rule = head!.map((_, i) => (i === 0 ? '---' : '--:'))
  return [`### ${table.title}`, '', table.note, '', ...[head!, rule, ...lines].map(line)].join('\n')
}
