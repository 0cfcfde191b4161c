import { breaksARule, wasFleeting, type ReportedDeviation } from '../conform/ReportedDeviation.js'
import { wrapped } from './layout.js'
import type { Style } from './style.js'
import { visible } from './terminal.js'

const indent = 5

const oneLine = (value: unknown): string => visible(typeof value === 'string' ? value : JSON.stringify(value))

const longestShown = 240

const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const allowedText = (editions: ReadonlyArray<string>): string =>
  `as documented in --edition ${editions.join(', ')}`

/** Every check that showed it; which of them another edition allows, where it does not allow all. */
const seenLines = ({ seenIn, allowedBy, allowedIn }: ReportedDeviation): ReadonlyArray<string> => {
  const remark = (id: string): string => {
    const others = (allowedIn[id] ?? []).filter((edition) => !allowedBy.includes(edition))
    return others.length === 0 ? '' : ` (${allowedText(others)})`
  }
  const all =
    seenIn.length === 1
      ? [`Seen in ${seenIn.join('')}.`]
      : [`Seen in ${String(seenIn.length)} checks:`, ...seenIn.map((id) => `  ${id}${remark(id)}`)]
  const everywhere = allowedText(allowedBy)
  return allowedBy.length === 0
    ? all
    : [...all, `${everywhere[0]?.toUpperCase() ?? ''}${everywhere.slice(1)}.`]
}

/** What the commands are good for. */
const headOf = (fault: ReportedDeviation): string => {
  if (fault.reproduced) return 'To reproduce, with the fewest requests that showed it again:'
  return wasFleeting(fault)
    ? `It did not show up again: ${visible(fault.why ?? '')}. When it was seen, the requests were:`
    : `Whether it shows up again is not known: ${visible(fault.why ?? '')}. To try it:`
}

/** A deviation for people, with lines that can be pasted into a shell. */
export const deviationText = (style: Style, fault: ReportedDeviation, n: number): ReadonlyArray<string> => {
  const { operation, difference, url, address, history, commands } = fault
  const symbol = breaksARule(fault) ? style.bad('✗') : style.changing('?')
  const assumed = difference.assumes === undefined ? '' : ` (assumes ${difference.assumes.join(', ')})`
  return [
    `${symbol} ${String(n)}. ${style.strong(`${operation}: ${difference.rule}`)}${assumed}`,
    ...[
      ...wrapped(difference.says, indent),
      style.faint(url),
      style.faint(address),
      `Expected ${visible(difference.expected)}; got ${style.bad(visible(difference.got))}.`,
      ...seenLines(fault),
      headOf(fault),
      ...commands.map((line) => `  ${visible(line)}`),
      'The answers were:',
      ...history.map(({ operation, answer }) => `  ${operation} ${style.faint('→')} ${cut(oneLine(answer))}`)
    ].map((line) => ' '.repeat(indent) + line),
    ''
  ]
}
