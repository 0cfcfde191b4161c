import { assumptions } from '../assumptions.js'
import { cellOf, type Cell } from '../documents/cells.js'
import {
  editions,
  editionsInWords,
  elsewhere,
  type EditionName,
  type Elsewhere
} from '../editions/editions.js'
import { evidenceOf, type Evidence } from '../Evidence.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { observations } from '../observations.js'
import { makesStore } from '../possible/before.js'
import { isBroken, type Finding } from '../rules/findings.js'
import type { Follows } from '../rules/Follows.js'
import { sources } from '../sources.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { explainLine, readExplain, type ExplainOptions } from './explainOptions.js'
import { wrapped } from './layout.js'
import type { Style } from './style.js'
import { visible } from './terminal.js'

const verdict = (style: Style, { outcome }: Cell): string =>
  'state' in outcome ? `${style.good('→')} ${outcome.state}` : style.bad(`✗ ${outcome.exception}`)

/** The case under an edition, as a cell. */
const cellUnder = ({ operation, kind, under }: ExplainOptions, edition: EditionName): Cell =>
  cellOf(edition, operation, kind)(under(edition))

/** What the other editions make of it, where that is something else. */
const inOthers = (asked: ExplainOptions): ReadonlyArray<Elsewhere<Cell>> =>
  elsewhere(
    (other) => cellUnder(asked, other),
    ({ outcome }) => ('state' in outcome ? outcome.state : outcome.exception)
  )(asked.edition)

const mark = (style: Style, { verdict }: Finding): string => {
  if (verdict === 'holds') return style.good('✓')
  return verdict === 'does not hold' ? style.bad('✗') : style.faint('·')
}

const indent = 4

/** The rule, with what it is looked at of and where alone. */
const sentence = ({ says, of, where }: Finding): string =>
  [
    ...(of === undefined ? [] : [`(${of})`]),
    says,
    ...(where === undefined ? [] : [`Where ${where.join(', and ')}.`])
  ].join(' ')

const consequence = ({ neverAsked, otherwise, source }: Finding): string =>
  neverAsked === true
    ? `never asked for (${sources[source].url})`
    : `otherwise ${otherwise} (${sources[source].url})`

/** Observations of users at AWS, with where and when. */
const seenLines = (style: Style, { observed }: Pick<Evidence, 'observed'>): ReadonlyArray<string> => {
  if (observed === undefined) return []
  const { says, where, when } = observations[observed]
  return wrapped(`Seen at AWS: ${says} (${where}, ${when})`, indent).map((line) => style.faint(`    ${line}`))
}

const ruleLines = (style: Style, finding: Finding): ReadonlyArray<string> => [
  `  ${mark(style, finding)} ${wrapped(sentence(finding), indent).join(`\n${' '.repeat(indent)}`)}`,
  style.faint(`    ${consequence(finding)}`),
  ...seenLines(style, finding)
]

const followsLines = (style: Style, statement: Follows<never>): ReadonlyArray<string> => [
  `  ${style.good('→')} ${wrapped(statement.says, indent).join(`\n${' '.repeat(indent)}`)}`,
  style.faint(`    (${sources[statement.source].url})`),
  ...seenLines(style, statement)
]

const assumed = (style: Style, { assumes }: Cell): ReadonlyArray<string> =>
  assumes.flatMap((number) => [
    '',
    ...wrapped(`${number}. ${assumptions[number].says}`, 0).map((line) => style.changing(line))
  ])

/** The rule that refuses, and its page. */
const because = (style: Style, rules: ReadonlyArray<Finding>): ReadonlyArray<string> => {
  const broken = rules.find(isBroken)
  if (broken === undefined) return []
  return [
    ...wrapped(`Because: ${broken.says}`, 0).map(style.bad),
    style.faint(`  (${sources[broken.source].url})`)
  ]
}

/** Whether a rule is shown unasked. */
const saysMuch = ({ verdict, neverAsked }: Finding): boolean =>
  verdict !== 'does not apply' || neverAsked === true

/** What the operation is asked of. */
const heading = ({ operation, type, state }: ExplainOptions): string =>
  makesStore(operation) ? `of a store of type ${type}` : `on a store of type ${type} that is ${state}`

const shownState = ({ ConnectionState, ...store }: CustomKeyStore): string =>
  'ConnectionErrorCode' in store ? `${ConnectionState} (${store.ConnectionErrorCode})` : ConnectionState

/** How the work of KMS ends, and what was not read of the request. */
const remarks = (style: Style, { ends, unknown, under, edition }: ExplainOptions): ReadonlyArray<string> => {
  const end = ends(under(edition))
  return [
    ...(end === undefined ? [] : [`Then, as the facts are: ${style.changing(`→ ${shownState(end)}`)}`]),
    ...(unknown.length === 0
      ? []
      : [style.bad(`Not read, since the operation knows no such member: ${visible(unknown.join(', '))}`)])
  ]
}

const text = (style: Style, asked: ExplainOptions): string => {
  const { operation, edition, all } = asked
  const { rules, follows } = asked.under(edition).explanation
  const what = cellUnder(asked, edition)
  const shown = rules.filter((finding) => all || saysMuch(finding))
  const others = rules.length - shown.length
  return [
    `${style.strong(operation)} ${heading(asked)}: ${verdict(style, what)}`,
    ...remarks(style, asked),
    ...because(style, rules),
    style.faint(`Edition ${edition}: ${editions[edition].follows}.`),
    ...inOthers(asked).map(
      ({ editions, is }) => style.changing(`Under ${editionsInWords(editions)}: `) + verdict(style, is)
    ),
    ...assumed(style, what),
    '',
    'Rules, in the order in which they are checked (✓ holds, ✗ does not hold, · does not apply):',
    ...(shown.some(({ neverAsked }) => neverAsked === true)
      ? ["Never asked for: AWS's text could be read to have the rule, but the model does not enforce it."]
      : []),
    ...shown.flatMap((finding) => ruleLines(style, finding)),
    ...(others === 0 ? [] : [style.faint(`  · ${String(others)} more that do not apply: see --all`)]),
    ...(follows.length === 0 ? [] : ['', 'What follows:']),
    ...follows.flatMap((statement) => followsLines(style, statement)),
    ''
  ].join('\n')
}

const json = (asked: ExplainOptions): string => {
  const { operation, state, type, edition } = asked
  const what = cellUnder(asked, edition)
  const { rules, follows } = asked.under(edition).explanation
  const consequences = follows.map((each) => ({ statement: each.name, says: each.says, ...evidenceOf(each) }))
  const others = inOthers(asked).map(({ editions, is }) => ({
    editions,
    outcome: is.outcome,
    source: is.source
  }))
  const then = asked.ends(asked.under(edition))
  const ends = then && {
    state: then.ConnectionState,
    ...('ConnectionErrorCode' in then && { error: then.ConnectionErrorCode })
  }
  return `${JSON.stringify({ operation, state, type, edition, ...what, then: ends, unknownMembers: asked.unknown, elsewhere: others, rules, follows: consequences })}\n`
}

const run = async (asked: ExplainOptions, console: Console): Promise<ExitCode> => {
  await console.print(asked.json ? json(asked) : text(console.style, asked))
  return 0
}

export const explain = command(explainLine, readExplain, run)
