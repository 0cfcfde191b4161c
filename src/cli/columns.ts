import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)))

/** Rows of cells in columns of these widths; a longer cell continues on the next line. */
export const columns = (
  widths: ReadonlyArray<number>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<string> =>
  rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrapAnsi(row[column] ?? '', width).split('\n'))
    const lines = Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
      widths.map((width, column) => padded(cells[column]?.[line] ?? '', width)).join('')
    )
    return lines.map((line) => line.trimEnd())
  })
