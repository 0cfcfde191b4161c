import { amount } from '../codec/amount.js'
import { sources } from '../sources.js'
import type { Finding, PathStep, WorkflowReport } from '../testing/workflow/index.js'
import { wrapped } from './layout.js'
import type { Style } from './style.js'
import { harmless, visible } from './terminal.js'

const indent = 5

const stepText = ({ state, asks, answer, says }: PathStep): string =>
  [
    visible(state),
    ...(asks === undefined ? [] : [`: ${asks.operation} → ${visible(answer ?? '')}`]),
    ...(says === undefined ? [] : [`: ${harmless(says)}`])
  ].join('')

/** The stores are told where they are others than before. */
const stepLines = (
  style: Style,
  step: PathStep,
  n: number,
  before: PathStep | undefined
): ReadonlyArray<string> => {
  const { stores, choices } = step
  const isSame = before !== undefined && before.stores.join() === stores.join()
  return [
    `  ${String(n)}. ${stepText(step)}`,
    ...choices.map(({ name, source }) => style.faint(`     ${visible(name)}: ${sources[source].url}`)),
    ...(isSame || stores.length === 0 ? [] : [style.changing(`     ${stores.map(visible).join(', ')}`)])
  ]
}

const beginningText = ([first, ...others]: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (first === undefined) return []
  const more = others.length === 0 ? '' : `; the same from ${amount(others.length, 'other beginning')}`
  return [`It begins with ${first}${more}:`]
}

const findingText = (style: Style, finding: Finding, n: number): ReadonlyArray<string> => {
  const { kind, says, path, beginnings, rule, assumes } = finding
  const assumed = assumes.length === 0 ? '' : ` (assumes ${assumes.join(', ')})`
  return [
    `${style.bad('✗')} ${String(n)}. ${style.strong(kind)}${assumed}`,
    ...[
      ...wrapped(says, indent),
      ...(rule === undefined
        ? []
        : [...wrapped(rule.says, indent), style.faint(rule.url), style.faint(rule.address)]),
      ...beginningText(beginnings),
      ...path.flatMap((step, i) => stepLines(style, step, i + 1, path[i - 1]))
    ].map((line) => ' '.repeat(indent) + line),
    ''
  ]
}

const verdict = (style: Style, { findings, operations, isWhole, nodes }: WorkflowReport): string => {
  if (operations.length === 0) return 'It asks KMS for nothing.'
  if (findings.length > 0) return style.bad(`${amount(findings.length, 'fault')} found.`)
  return isWhole
    ? style.good('No fault found.')
    : `No fault found among the first ${String(nodes)} situations; there are more.`
}

const unreadText = ({ unread }: WorkflowReport): ReadonlyArray<string> =>
  unread.length === 0
    ? []
    : [
        'Not read, and treated as anything:',
        ...unread.map(({ path, why }) => `– ${visible(path)}: ${harmless(why)}`),
        ''
      ]

/** A report for people. */
export const checkText = (style: Style, name: string, report: WorkflowReport): string =>
  [
    `${style.strong(visible(name))}, checked against edition ${report.edition}: ${amount(report.nodes, 'situation')} from ${amount(report.beginnings.length, 'beginning')}`,
    '',
    ...report.findings.flatMap((finding, i) => findingText(style, finding, i + 1)),
    ...unreadText(report),
    verdict(style, report),
    ''
  ].join('\n')
