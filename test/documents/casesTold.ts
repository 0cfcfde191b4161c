/** How many cases of a test docs/quality.md tells, in the row that leads to the file. */
import { readFileSync } from 'node:fs'

const row = /^\|.*\| +(?<cases>[\d,]+) \| \[[^\]]*\]\(\.\.\/(?<file>[^)]+)\) +\|$/gm

export const casesToldByFile: ReadonlyMap<string, number> = new Map(
  [...readFileSync('docs/quality.md', 'utf8').matchAll(row)].map(({ groups }) => [
    groups?.['file'] ?? '',
    Number(groups?.['cases']?.replaceAll(',', ''))
  ])
)

export const casesTold = (file: string): number | undefined => casesToldByFile.get(file)
