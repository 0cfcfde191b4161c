/** A report every text of which is made by a function, as whoever wants to harm a reader may write it. */
import * as E from 'fp-ts/lib/Either.js'
import { readColumn, type Column } from '../../src/conform/matrix/index.js'
import { madeReport } from './madeReport.js'

/** Members that are no text, or by which the parts of a report are told apart. */
const kept = ['schema', 'date', 'is', 'type', 'standing', 'id', 'seenIn']

const changed = (value: unknown, change: (text: string) => string, member = ''): unknown => {
  if (kept.includes(member)) return value
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => changed(each, change, member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      // The ids of faults, by which a check names them.
      name === 'faults' && member === 'outcome' ? inside : changed(inside, change, name)
    ])
  )
}

/** A report as the matrix reads it, with each text changed. */
export const columnWith = (change: (text: string) => string, report: unknown = madeReport()): Column => {
  const read = readColumn(changed(JSON.parse(JSON.stringify(report)), change))
  if (E.isLeft(read)) throw new Error(read.left)
  return read.right
}

/** Texts that would run, load or hide something, were they not escaped. */
export const attacks: ReadonlyArray<string> = [
  '<script>document.title = "taken"</script>',
  '"><img src=x onerror="document.title = \'taken\'">',
  "' onmouseover='document.title = 1' x='",
  '</td></tr></table></style><style>* { display: none }</style>',
  '<!-- ',
  '<a href="javascript:document.title = 1">',
  ']]></title>',
  '&lt;b&gt;&#0;&nope;',
  '\u202e\u2066\u0000\u001b[2J\ud800',
  'a'.repeat(100_000),
  '`${1}` {{1}} \\',
  ''
]
