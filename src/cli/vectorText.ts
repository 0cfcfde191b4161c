import type { Check, ConformReport } from '../conform/ConformReport.js'
import { columns } from './columns.js'
import type { Style } from './style.js'

/** The id of a check that plays a vector: `vectors/CreateKey/AWS_CLOUDHSM/CONNECTED`, or with `forms` before the operation. */
const parts = ({ id }: Check): ReadonlyArray<string> => id.replace('/forms/', '/').split('/')

export const isOfVector = (check: Check): boolean => parts(check)[0] === 'vectors'

const subjectOf = (check: Check): string => parts(check)[1] ?? ''
const kindOf = (check: Check): string => parts(check)[2] ?? ''

const nameWidth = 38
const kindWidth = 24

/** How many vectors ended in which way, as marks with their numbers: a row for each operation, a column for each kind of store. */
export const vectorText = (
  style: Style,
  { checks }: ConformReport,
  mark: (check: Check) => string
): ReadonlyArray<string> => {
  const played = checks.filter(isOfVector)
  const subjects = [...new Set(played.map(subjectOf))].sort()
  const kinds = [...new Set(played.map(kindOf))].sort()
  const cell = (subject: string, kind: string): string => {
    const marks = played.filter((each) => subjectOf(each) === subject && kindOf(each) === kind).map(mark)
    return [...new Set(marks)]
      .map((one) => `${one} ${String(marks.filter((other) => other === one).length)}`)
      .join('  ')
  }
  const head = [style.strong('Vectors'), ...kinds]
  const lines = subjects.map((subject) => [subject, ...kinds.map((kind) => cell(subject, kind))])
  return played.length === 0
    ? []
    : [...columns([nameWidth, ...kinds.map(() => kindWidth)], [head, ...lines]), '']
}
