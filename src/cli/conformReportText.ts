import { reasonOf, conforms, countOf, type Check, type ConformReport } from '../conform/ConformReport.js'
import { breaksARule, isDoubtful, type ReportedDeviation } from '../conform/ReportedDeviation.js'
import { amount } from '../codec/amount.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { deviationText } from './deviationText.js'
import type { Style } from './style.js'
import { columns } from './columns.js'
import { visible } from './terminal.js'
import { isOfVector, vectorText } from './vectorText.js'

const mark = (style: Style, { outcome }: Check, deviations: ReadonlyArray<ReportedDeviation>): string => {
  switch (outcome.is) {
    case 'as documented':
      return style.good('✓')
    case 'left open':
      return style.faint('·')
    case 'not reached':
      return style.faint('–')
    case 'not implemented':
      return style.faint('∅')
    case 'not useful':
      return style.faint('~')
    case 'different':
      return deviations.some((each) => outcome.faults.includes(each.id) && breaksARule(each))
        ? style.bad('✗')
        : style.changing('?')
  }
}

const nameWidth = 56
const typeWidth = 20
const saysWidth = 60
const stateWidth = Math.max(...connectionStates.map((state) => state.length)) + 2

/** The cells of a type of store: a row for each operation, a column for each state. */
const matrix = (
  style: Style,
  { checks, faults: deviations }: ConformReport,
  type: CustomKeyStoreType
): ReadonlyArray<string> => {
  const cells = checks.filter((check) => check.type === type && check.row !== undefined)
  const rows = [...new Set(cells.flatMap(({ row }) => row ?? []))]
  const cell = (row: string, state: ConnectionState): string => {
    const check = cells.find((one) => one.row === row && one.state === state)
    return check === undefined ? '' : mark(style, check, deviations)
  }
  const widths = [nameWidth, ...connectionStates.map(() => stateWidth)]
  const head = [style.strong(type), ...connectionStates]
  const lines = rows.map((row) => [row, ...connectionStates.map((state) => cell(row, state))])
  return cells.length === 0 ? [] : [...columns(widths, [head, ...lines]), '']
}

/** The other checks: a row for each thing that is tried, a column for each type of store. */
const others = (
  style: Style,
  { checks, faults: deviations }: ConformReport,
  types: ReadonlyArray<CustomKeyStoreType>
): ReadonlyArray<string> => {
  const plain = checks.filter((check) => check.row === undefined && !isOfVector(check))
  const nameOf = ({ id, type }: Check): string => id.slice(type.length + 1)
  const names = [...new Set(plain.map(nameOf))]
  const line = (name: string): ReadonlyArray<string> => {
    const same = plain.filter((check) => nameOf(check) === name)
    const marks = types.map((type) => {
      const check = same.find((one) => one.type === type)
      return check === undefined ? '' : mark(style, check, deviations)
    })
    return [name, ...marks, style.faint(same[0]?.says ?? '')]
  }
  const widths = [nameWidth, ...types.map(() => typeWidth), saysWidth]
  const head = [style.strong('Between requests'), ...types]
  return names.length === 0 ? [] : [...columns(widths, [head, ...names.map(line)]), '']
}

/** Checks that show nothing, by reason. */
const withoutResult = (style: Style, { checks }: ConformReport): ReadonlyArray<string> => {
  const reasons = new Map<string, Array<string>>()
  for (const check of checks) {
    const reason = reasonOf(check)
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), check.id])
  }
  return reasons.size === 0
    ? []
    : [
        style.strong('Nothing shown'),
        ...[...reasons].map(
          ([why, ids]) => `– ${amount(ids.length, 'check')}, from ${ids[0] ?? ''}: ${visible(why)}`
        ),
        ''
      ]
}

const historiesText = ({ histories }: ConformReport): string =>
  'why' in histories
    ? `No random histories: ${histories.why}.`
    : `${amount(histories.ran, 'random history', 'random histories')} with seed ${String(histories.seed)}.`

const verdict = (style: Style, report: ConformReport): string => {
  const { brokenRules } = report.numbers
  const shown = report.faults.filter(breaksARule).length
  const fleeting = report.faults.filter(isDoubtful).length
  const once =
    fleeting === 0
      ? ''
      : ` ${amount(fleeting, 'deviation')} did not show up again, and ${fleeting === 1 ? 'counts' : 'count'} for nothing.`
  const counts = [
    `${String(countOf(report, 'as documented'))} checks as documented`,
    `${String(countOf(report, 'different'))} different`,
    `${String(countOf(report, 'left open'))} left open`,
    `${String(countOf(report, 'not reached'))} not reached`,
    `${String(countOf(report, 'not useful'))} not useful after another fault`,
    `${String(countOf(report, 'not implemented'))} not implemented`
  ].join(', ')
  return conforms(report)
    ? `${style.good('No documented rule is broken')}, as far as could be reached: ${counts}.${once}`
    : `${style.bad(`${amount(brokenRules, 'documented rule')} broken`)}, in ${amount(shown, 'deviation')}: ${counts}.${once}`
}

const titleOf = ({ name, implementationVersion = '', endpoint }: ConformReport): string =>
  `${[name, implementationVersion].filter((text) => text !== '').join(' ')} at ${endpoint}`

const mostShown = 10

const idsText = (ids: ReadonlyArray<string>): string =>
  ids.length > mostShown
    ? `${ids.slice(0, mostShown).map(visible).join(', ')}, …`
    : ids.map(visible).join(', ')

const leftText = ({ left: { stores, keys } }: ConformReport): ReadonlyArray<string> => [
  ...(stores.length > 0
    ? [
        `Left at the endpoint: ${amount(stores.length, 'store')}, with keys or not disconnected: ${idsText(stores)}.`
      ]
    : []),
  ...(keys.length > 0
    ? [`Left at the endpoint: ${amount(keys.length, 'key')}, whose deletion was asked for: ${idsText(keys)}.`]
    : [])
]

/** A report for people. */
export const reportText = (
  style: Style,
  report: ConformReport,
  types: ReadonlyArray<CustomKeyStoreType>
): string =>
  [
    `${visible(titleOf(report))}, checked against edition ${report.edition}`,
    '',
    ...types.flatMap((type) => matrix(style, report, type)),
    style.faint(
      '✓ as documented   ✗ a documented rule is broken   ? not as assumed, or not seen again   · left open by AWS   – not reached   ~ not useful   ∅ not implemented   blank: not tried'
    ),
    '',
    ...others(style, report, types),
    ...vectorText(style, report, (check) => mark(style, check, report.faults)),
    ...report.faults.flatMap((deviation, i) => deviationText(style, deviation, i + 1)),
    ...withoutResult(style, report),
    historiesText(report),
    ...leftText(report),
    verdict(style, report),
    ''
  ].join('\n')
