import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { breaksARule, type Check, type Report, type ReportedFault } from './Report.js'

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;'
}

/** Text as XML 1.0 can hold it: characters that it has none for are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\n\t]/g, (character) => marks[character] ?? '')

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')

const textOf = ({ difference, url, history }: ReportedFault): string =>
  [
    difference.says,
    `Expected: ${difference.expected}. Got: ${difference.got}.`,
    url,
    ...history.map(({ operation, request, answer }) =>
      [operation, JSON.stringify(request), '->', JSON.stringify(answer)].join(' ')
    )
  ].join('\n')

const failure = (fault: ReportedFault): string => {
  const { rule, expected, got } = fault.difference
  const message = `${rule}: expected ${expected}, got ${got}`
  return `<failure${attributes({ type: rule, message })}>${escaped(textOf(fault))}</failure>`
}

const failing = (check: Check, faults: ReadonlyArray<ReportedFault>): ReadonlyArray<ReportedFault> => {
  const { outcome } = check
  return outcome.is === 'different'
    ? faults.filter((fault) => breaksARule(fault) && outcome.faults.includes(fault.id))
    : []
}

const skipped = ({ outcome }: Check): string =>
  outcome.is === 'not reached' ? `<skipped${attributes({ message: outcome.why })}/>` : ''

const testcase = (check: Check, faults: ReadonlyArray<ReportedFault>): string => {
  const name = attributes({ classname: check.type, name: `${check.id}: ${check.says}` })
  const inside = failing(check, faults).map(failure).join('') + skipped(check)
  return inside === '' ? `    <testcase${name}/>` : `    <testcase${name}>${inside}</testcase>`
}

const suite = (name: string, cases: ReadonlyArray<string>): ReadonlyArray<string> => {
  const counts = {
    name,
    tests: cases.length,
    failures: cases.filter((text) => text.includes('<failure')).length,
    skipped: cases.filter((text) => text.includes('<skipped')).length
  }
  return cases.length === 0 ? [] : [`  <testsuite${attributes(counts)}>`, ...cases, '  </testsuite>']
}

/** What was seen on the way to a check, and in random histories, has no check of its own. */
const besideChecks = ({ checks, faults }: Report): ReadonlyArray<string> => {
  const seen = new Set(checks.flatMap(({ outcome }) => (outcome.is === 'different' ? outcome.faults : [])))
  return faults
    .filter((fault) => breaksARule(fault) && !seen.has(fault.id))
    .map((fault) => {
      const name = attributes({ classname: fault.seenIn, name: fault.id })
      return `    <testcase${name}>${failure(fault)}</testcase>`
    })
}

/** A report in the form that build servers read. */
export const junit = (report: Report): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: `kms-custom-key-store conform ${report.edition}` })}>`,
    ...customKeyStoreTypes.flatMap((type) =>
      suite(
        type,
        report.checks.filter((check) => check.type === type).map((check) => testcase(check, report.faults))
      )
    ),
    ...suite('beside the checks', besideChecks(report)),
    '</testsuites>',
    ''
  ].join('\n')
