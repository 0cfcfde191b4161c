import { assumptions } from '../assumptions.js'
import { cell, findingsInState, type Cell } from '../documents/cells.js'
import { editions } from '../editions/editions.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Kind } from '../possible/examples.js'
import type { Finding } from '../questions/explain.js'
import { sources } from '../sources.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { explainLine, readExplain, type ExplainOptions } from './explainOptions.js'
import { wrapped } from './layout.js'
import type { Style } from './style.js'

const kindOf: Readonly<Record<CustomKeyStoreType, Kind>> = {
  AWS_CLOUDHSM: 'AWS_CLOUDHSM',
  EXTERNAL_KEY_STORE: 'PUBLIC_ENDPOINT'
}

const verdict = (style: Style, { outcome }: Cell): string =>
  'state' in outcome ? `${style.good('→')} ${outcome.state}` : style.bad(`✗ ${outcome.exception}`)

const mark = (style: Style, { verdict }: Finding): string => {
  if (verdict === 'holds') return style.good('✓')
  return verdict === 'does not hold' ? style.bad('✗') : style.faint('·')
}

const indent = 4

const ruleLines = (style: Style, finding: Finding): ReadonlyArray<string> => [
  `  ${mark(style, finding)} ${wrapped(finding.says, indent).join(`\n${' '.repeat(indent)}`)}`,
  style.faint(`    otherwise ${finding.otherwise} (${sources[finding.source].url})`)
]

const assumed = (style: Style, { assumes }: Cell): ReadonlyArray<string> =>
  assumes === undefined
    ? []
    : ['', ...wrapped(`${assumes}. ${assumptions[assumes].says}`, 0).map((line) => style.changing(line))]

const text = (style: Style, { operation, state, type, edition }: ExplainOptions): string => {
  const kind = kindOf[type]
  const what = cell(edition, operation, kind)(state)
  return [
    `${style.strong(operation)} on a store of type ${type} that is ${state}: ${verdict(style, what)}`,
    style.faint(`Edition ${edition}: ${editions[edition].follows}.`),
    ...assumed(style, what),
    '',
    'Rules, in the order in which they are checked (✓ holds, ✗ does not hold, · does not apply):',
    ...findingsInState(edition, operation, kind)(state).flatMap((finding) => ruleLines(style, finding)),
    ''
  ].join('\n')
}

const json = (asked: ExplainOptions): string => {
  const { operation, state, type, edition } = asked
  const kind = kindOf[type]
  const rules = findingsInState(edition, operation, kind)(state)
  return `${JSON.stringify({ operation, state, type, edition, ...cell(edition, operation, kind)(state), rules })}\n`
}

const run = async (asked: ExplainOptions, console: Console): Promise<ExitCode> => {
  await console.print(asked.json ? json(asked) : text(console.style, asked))
  return 0
}

export const explain = command(explainLine, readExplain, run)
