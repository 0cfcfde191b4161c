import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom'
import {
  breaksARule,
  type Check,
  type ConformReport,
  type ReportedDeviation
} from '../conform/ConformReport.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'

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

const textOf = ({ difference, url, history }: ReportedDeviation): string =>
  [
    difference.says,
    `Expected: ${difference.expected}. Got: ${difference.got}.`,
    url,
    ...history.map(({ operation, request, answer }) =>
      [operation, JSON.stringify(request), '->', JSON.stringify(answer)].join(' ')
    )
  ].join('\n')

const failure = (make: Make, deviation: ReportedDeviation): Element => {
  const { rule, expected, got } = deviation.difference
  return make(
    'failure',
    { type: rule, message: `${rule}: expected ${expected}, got ${got}` },
    textOf(deviation)
  )
}

const failing = (
  { outcome }: Check,
  deviations: ReadonlyArray<ReportedDeviation>
): ReadonlyArray<ReportedDeviation> =>
  outcome.is === 'different'
    ? deviations.filter((deviation) => breaksARule(deviation) && outcome.faults.includes(deviation.id))
    : []

const testcase = (make: Make, check: Check, deviations: ReadonlyArray<ReportedDeviation>): Element => {
  const { type, id, says, outcome } = check
  return make('testcase', { classname: type, name: `${id}: ${says}` }, [
    ...failing(check, deviations).map((deviation) => failure(make, deviation)),
    ...(outcome.is === 'not reached' ? [make('skipped', { message: outcome.why })] : [])
  ])
}

const countOf = (cases: ReadonlyArray<Element>, name: string): number =>
  cases.filter((one) => one.getElementsByTagName(name).length > 0).length

const suite = (make: Make, name: string, cases: ReadonlyArray<Element>): ReadonlyArray<Element> => {
  const counts = {
    tests: cases.length,
    failures: countOf(cases, 'failure'),
    skipped: countOf(cases, 'skipped')
  }
  return cases.length === 0 ? [] : [make('testsuite', { name, ...counts }, cases)]
}

/** A deviation seen on the way to a check, or in a random history, has no check of its own. */
const seenElsewhere = (make: Make, { checks, faults: deviations }: ConformReport): ReadonlyArray<Element> => {
  const seen = new Set(checks.flatMap(({ outcome }) => (outcome.is === 'different' ? outcome.faults : [])))
  return deviations
    .filter((deviation) => breaksARule(deviation) && !seen.has(deviation.id))
    .map((deviation) =>
      make('testcase', { classname: deviation.seenIn, name: deviation.id }, [failure(make, deviation)])
    )
}

/** A report in the form that build servers read. */
export const junit = (report: ConformReport): string => {
  const make = maker()
  const suites = [
    ...customKeyStoreTypes.flatMap((type) => {
      const checks = report.checks.filter((check) => check.type === type)
      return suite(
        make,
        type,
        checks.map((check) => testcase(make, check, report.faults))
      )
    }),
    ...suite(make, 'outside the checks', seenElsewhere(make, report))
  ]
  const root = make('testsuites', { name: `kms-custom-key-store conform ${report.edition}` }, suites)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`
}
