import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom'
import { reasonOf, type Check, type ConformReport } from '../conform/ConformReport.js'
import { breaksARule, isDoubtful, type ReportedDeviation } from '../conform/ReportedDeviation.js'
import { amount } from '../codec/amount.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'

/** Text without the characters that XML 1.0 cannot hold. */
const held = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

type Attributes = Readonly<Record<string, string | number>>

/** Makes elements of one document, with text or other elements in them. */
type Make = (name: string, attributes: Attributes, inside?: string | ReadonlyArray<Element>) => Element

const maker = (): Make => {
  const document = new DOMImplementation().createDocument(null, '')
  return (name, attributes, inside = []) => {
    const element = document.createElement(name)
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, held(String(value)))
    }
    const children =
      typeof inside === 'string'
        ? [document.createTextNode(held(inside))]
        : inside.flatMap((child) => [document.createTextNode('\n'), child])
    for (const child of children) element.appendChild(child)
    return element
  }
}

/** `seenIn`: the case that it is told in. */
const textOf =
  (seenIn: string) =>
  ({ difference, url, address, allowedIn, history, commands }: ReportedDeviation): string => {
    const editions = allowedIn[seenIn] ?? []
    return [
      difference.says,
      `Expected: ${difference.expected}. Got: ${difference.got}.`,
      ...(editions.length === 0 ? [] : [`As documented in --edition ${editions.join(', ')}.`]),
      url,
      address,
      ...commands,
      ...history.map(({ operation, answer }) => [operation, '->', JSON.stringify(answer)].join(' '))
    ].join('\n')
  }

/** All that a case shows in one element, since build servers read no second one; nothing where it shows none. */
const failure = (
  make: Make,
  seenIn: string,
  deviations: ReadonlyArray<ReportedDeviation>
): ReadonlyArray<Element> => {
  const [first, ...others] = deviations
  if (first === undefined) return []
  const { rule, expected, got } = first.difference
  const more = others.length === 0 ? '' : `; and ${amount(others.length, 'other deviation')}`
  const message = `${rule}: expected ${expected}, got ${got}${more}`
  return [make('failure', { type: rule, message }, deviations.map(textOf(seenIn)).join('\n\n'))]
}

const skipped = (make: Make, why: string): Element => make('skipped', { message: why })

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

/** A case, and how long it took in milliseconds. */
interface Case {
  readonly element: Element
  readonly milliseconds: number
}

const testcase = (
  make: Make,
  attributes: { readonly classname: string; readonly name: string },
  milliseconds: number,
  inside: ReadonlyArray<Element>
): Case => ({
  element: make('testcase', { ...attributes, time: seconds(milliseconds) }, inside),
  milliseconds
})

const caseOfCheck = (make: Make, check: Check, deviations: ReadonlyArray<ReportedDeviation>): Case => {
  const { type, id, says, outcome, milliseconds } = check
  const ids = outcome.is === 'different' ? outcome.faults : []
  const shown = deviations.filter((deviation) => ids.includes(deviation.id))
  const failing = shown.filter(breaksARule)
  const reason = shown.some(isDoubtful) ? 'what was seen did not show up again' : reasonOf(check)
  return testcase(make, { classname: type, name: `${id}: ${says}` }, milliseconds, [
    ...failure(make, id, failing),
    ...(reason === undefined || failing.length > 0 ? [] : [skipped(make, reason)])
  ])
}

/** The random histories are one case; it also has what was seen on the way to a check and in none of them. */
const caseOfHistories = (
  make: Make,
  { checks, histories, milliseconds }: ConformReport,
  deviations: ReadonlyArray<ReportedDeviation>
): Case => {
  const seen = new Set(checks.flatMap(({ outcome }) => (outcome.is === 'different' ? outcome.faults : [])))
  const found = failure(
    make,
    'random histories',
    deviations.filter((deviation) => !seen.has(deviation.id) && breaksARule(deviation))
  )
  const name =
    'why' in histories
      ? 'random histories'
      : `${amount(histories.ran, 'random history', 'random histories')} with seed ${String(histories.seed)}`
  const isSkipped = 'why' in histories && found.length === 0
  return testcase(make, { classname: 'outside the checks', name }, milliseconds.histories, [
    ...found,
    ...(isSkipped ? [skipped(make, histories.why)] : [])
  ])
}

const countOf = (cases: ReadonlyArray<Case>, name: string): number =>
  cases.filter(({ element }) => element.getElementsByTagName(name).length > 0).length

/** What a suite says of its cases, and what all suites say of theirs. An error of a test never happens. */
const totals = (cases: ReadonlyArray<Case>, milliseconds: number, date: string): Attributes => ({
  tests: cases.length,
  failures: countOf(cases, 'failure'),
  errors: 0,
  skipped: countOf(cases, 'skipped'),
  time: seconds(milliseconds),
  timestamp: date
})

const sum = (cases: ReadonlyArray<Case>): number =>
  cases.reduce((total, { milliseconds }) => total + milliseconds, 0)

/** A report in the form that build servers read. */
export const junit = (report: ConformReport): string => {
  const make = maker()
  const { date, name, implementationVersion: version = '', edition } = report
  const deviations = report.faults
  const ofType = (type: CustomKeyStoreType): ReadonlyArray<Case> =>
    report.checks.filter((check) => check.type === type).map((check) => caseOfCheck(make, check, deviations))
  const suites: ReadonlyArray<readonly [string, ReadonlyArray<Case>]> = [
    ...customKeyStoreTypes.map((type) => [type, ofType(type)] as const),
    ['outside the checks', [caseOfHistories(make, report, deviations)]]
  ]
  const elements = suites
    .filter(([, cases]) => cases.length > 0)
    .map(([suite, cases]) =>
      make(
        'testsuite',
        { name: suite, ...totals(cases, sum(cases), date) },
        cases.map(({ element }) => element)
      )
    )
  const all = suites.flatMap(([, cases]) => cases)
  const title = `kms-custom-key-store conform ${edition}: ${`${name} ${version}`.trimEnd()}`
  const root = make('testsuites', { name: title, ...totals(all, report.milliseconds.all, date) }, elements)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`
}
