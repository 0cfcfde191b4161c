import { amount } from '../codec/amount.js'
import { editionsInWords } from '../editions/editions.js'
import { isOpen, type Evidence } from '../Evidence.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { KeyEffect, StoreEffect, StoreView } from '../replay/Effects.js'
import type { RequestOutcome, Because, Happening, StepOutcome } from '../replay/StepOutcome.js'
import { laidOut, time, wrapped } from './layout.js'
import type { Style } from './style.js'
import { shortened, visible } from './terminal.js'

const indent = 5
const margin = ' '.repeat(indent)
const deeper = indent + 2

type Lines = ReadonlyArray<string>

type Cited = Evidence & Pick<Because, 'message' | 'url'>

/** Whether an attempt is going on in the state. */
const goesOn = {
  CONNECTING: true,
  DISCONNECTING: true,
  CONNECTED: false,
  DISCONNECTED: false,
  FAILED: false
} as const satisfies Record<ConnectionState, boolean>

const state = ({ ConnectionState, ConnectionErrorCode, attempt }: StoreView): string => {
  if (ConnectionErrorCode !== undefined) return `${ConnectionState} (${ConnectionErrorCode})`
  return goesOn[ConnectionState] ? `${ConnectionState} (attempt ${String(attempt)})` : ConnectionState
}

const change = (style: Style, before: string | undefined, after: string | undefined): string =>
  before === after
    ? style.faint(`${after ?? 'none'}, unchanged`)
    : `${before ?? 'none'} → ${style.changing(after ?? 'gone')}`

const storeLine = (style: Style, { CustomKeyStoreId: id, before, after }: StoreEffect): string =>
  `store ${visible(id)}  ${change(style, before ? state(before) : undefined, after ? state(after) : undefined)}`

const keyLine = (style: Style, { KeyId: id, before, after }: KeyEffect): string =>
  `key   ${visible(id)}  ${change(style, before ?? undefined, after ?? undefined)}`

/** A sentence, the address of the page that states it, and what is assumed where the page leaves it open. */
const cited = (style: Style, { message, url, ...evidence }: Cited): Lines => {
  const assumed = isOpen(evidence) ? ` (assumes ${(evidence.assumes ?? []).join(', ')})` : ''
  return [...wrapped(message, deeper).map((line) => `  ${line}`), `  ${style.faint(url)}${assumed}`]
}

const requestText = (style: Style, asked: RequestOutcome): string => {
  const { operation, request, principal, failure } = asked
  const what =
    request === undefined
      ? '(a request that cannot be read)'
      : laidOut(request, indent, indent + operation.length + 1)
  const by = principal === undefined ? '' : ` by ${visible(shortened(principal))}`
  const meanwhile = failure === undefined ? '' : ` while AWS KMS fails with ${failure}`
  return `${style.strong(operation)} ${what}${by}${meanwhile}`
}

const verdictLines = (style: Style, asked: RequestOutcome): Lines => {
  if ('answer' in asked) {
    const { answer, follows = [] } = asked
    return [`${style.good('→')} ${laidOut(answer, deeper)}`, ...follows.flatMap((each) => cited(style, each))]
  }
  const { name, httpStatus } = asked.exception
  const allowedBy = 'allowedBy' in asked.exception ? (asked.exception.allowedBy ?? []) : []
  return [
    `${style.bad(`✗ ${name}`)} (HTTP ${String(httpStatus)})`,
    ...cited(style, asked.exception),
    ...(allowedBy.length === 0
      ? []
      : [style.changing(`  The state is valid under ${editionsInWords(allowedBy)}.`)])
  ]
}

const kinds = { clusters: 'cluster', proxies: 'proxy', vpcEndpointServices: 'VPC endpoint service' } as const

const factLines = (style: Style, facts: Readonly<Record<string, unknown>>): Lines =>
  (Object.keys(kinds) as ReadonlyArray<keyof typeof kinds>).flatMap((kind) =>
    ((facts[kind] ?? []) as ReadonlyArray<unknown>).map(
      (entry) => `${style.strong(kinds[kind])} ${laidOut(entry, indent, indent + kinds[kind].length + 1)}`
    )
  )

/** The step, and its verdict if it has one. */
const happeningLines = (style: Style, happening: Happening, at: number): Lines => {
  if ('operation' in happening) return [requestText(style, happening), ...verdictLines(style, happening)]
  if ('facts' in happening) return factLines(style, happening.facts)
  if ('advance' in happening) {
    const { days, seconds } = happening.advance
    const passed = [
      ...(days === undefined ? [] : [amount(days, 'day')]),
      ...(seconds === undefined ? [] : [amount(seconds, 'second')])
    ]
    return [`${style.strong('Time')} passes: ${passed.join(', ') || 'none'}; it is ${time(at)}`]
  }
  if ('report' in happening) {
    const title = 'AWS KMS reports'
    return [`${style.strong(title)} ${laidOut(happening.report, indent, indent + title.length + 1)}`]
  }
  const { settle, failure, because } = happening
  const meanwhile = failure === undefined ? '' : `, and fails with ${failure}`
  return [
    `${style.strong('AWS KMS ends')} what it is doing with ${visible(settle)}${meanwhile}`,
    ...(because === undefined ? [] : cited(style, because))
  ]
}

const effectLines = (style: Style, outcome: StepOutcome): Lines => {
  const lines = [
    ...outcome.stores.map((effect) => storeLine(style, effect)),
    ...outcome.keys.map((effect) => keyLine(style, effect))
  ]
  const isAboutAStore = 'settle' in outcome || 'report' in outcome
  return lines.length === 0 && isAboutAStore ? [style.faint('no store has that id: nothing changes')] : lines
}

/** The outcome of a step for people: a block of lines. */
export const outcomeText = (style: Style, outcome: StepOutcome): string => {
  const { step, at, documentation } = outcome
  const lines = [
    ...(documentation === undefined ? [] : wrapped(documentation, indent)),
    ...happeningLines(style, outcome, at),
    ...effectLines(style, outcome)
  ]
  const number = style.faint(String(step).padStart(indent - 2))
  return `${number}  ${lines.join(`\n${margin}`)}\n\n`
}
