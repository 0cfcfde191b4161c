/** Writes what a run has found into docs/performance.md, between its two marks, and the picture beside it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { format } from 'prettier'
import { asMarkdown, isMissed, type Table } from './Table.js'

const page = 'docs/performance.md'
const [begin, end] = ['<!-- measured -->', '<!-- end of measured -->']

const ofProfiles = `## What the missed rows are made of

What ours costs, shared out among the folders of src, the packages, Node and V8, as samples of a profiler fall on their functions, without what these call. Parts with less than a hundredth of everything are left out.`

/** `profiles`: what the missed rows are made of. */
export const writePage = async (
  tables: ReadonlyArray<Table>,
  profiles: ReadonlyArray<Table>,
  picture: string
): Promise<void> => {
  const text = readFileSync(page, 'utf8')
  const missed = tables.flatMap(({ rows }) => rows).filter(isMissed).length
  const where = `Node ${process.versions.node}, ${String(cpus().length)} cores. ${missed === 0 ? 'Every target is met.' : `Targets missed: ${String(missed)}.`}`
  const made = profiles.length === 0 ? [] : [ofProfiles, ...profiles.map(asMarkdown)]
  const measured = [begin, where, ...tables.map(asMarkdown), ...made, end].join('\n\n')
  const [from, to] = [text.indexOf(begin), text.indexOf(end) + end.length]
  const whole = text.slice(0, from) + measured + text.slice(to)
  writeFileSync(page, await format(whole, { parser: 'markdown' }))
  mkdirSync('docs/performance', { recursive: true })
  writeFileSync('docs/performance/growth.svg', picture)
}
