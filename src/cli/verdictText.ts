import { amount } from '../codec/amount.js'
import { editionsInWords } from '../editions/editions.js'
import type { StoreSummary } from '../judge/judge.js'
import type { Sighting } from '../judge/Sighting.js'
import type { Verdict } from '../judge/Verdict.js'
import { time, wrapped } from './layout.js'
import type { Style } from './style.js'
import { visible } from './terminal.js'

const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.slice(-1).join('')}`

const eventLine = (style: Style, { time: seconds, operation, refusal, eventID }: Sighting): string => {
  const outcome = refusal === undefined ? style.good('accepted') : style.bad(visible(refusal))
  const id = eventID === undefined ? '' : style.faint(`  event ${visible(eventID)}`)
  return `${time(seconds)}  ${style.strong(operation)}  ${outcome}${id}`
}

const named = ({ store, account, region }: Pick<Verdict, 'store' | 'account' | 'region'>): string =>
  `${visible(store)} of account ${visible(account)} in ${visible(region)}`

/** How it stood with the store before the event, as far as that is known. */
const before = ({ states, types: [type, ...otherTypes], keysUntil, because }: Verdict): string => {
  if (because.length === 0) return 'It contradicts itself.'
  if (keysUntil !== undefined) {
    return `The store must have held a KMS key, which cannot be gone before ${time(keysUntil)}, because of`
  }
  const ofType = type === undefined || otherTypes.length > 0 ? '' : `, of type ${type}`
  return `The store can only have been ${listed(states)}${ofType}, because of`
}

/** On which edition of AWS's text the verdict hangs. */
const editionLine = ({ edition, allowedBy }: Verdict): string =>
  allowedBy.length === 0
    ? `So by ${editionsInWords([edition])}, and by every other edition of AWS's text.`
    : `So by ${editionsInWords([edition])}. Nothing contradicts it by ${editionsInWords(allowedBy)}.`

const indent = 5

const mark = (style: Style, { standing }: Verdict): string =>
  standing === 'contradiction'
    ? style.bad('✗ Contradiction')
    : style.changing('? May be eventual consistency')

/** A verdict for people: a block of lines. */
export const verdictText = (style: Style, verdict: Verdict): string => {
  const lines = [
    eventLine(style, verdict.event),
    before(verdict),
    ...verdict.because.map((event) => `  ${eventLine(style, event)}`),
    ...wrapped(verdict.says, indent),
    style.faint(verdict.url),
    ...wrapped(editionLine(verdict), indent).map(style.faint)
  ]
  const title = `${mark(style, verdict)}: ${named(verdict)}`
  return `${[title, ...lines].join(`\n${' '.repeat(indent)}`)}\n\n`
}

/** The totals of the logs. */
export interface Count {
  readonly records: number
  readonly broken: number
  readonly kmsEvents: number
}

/** A store, in one line. */
export const storeLine = (style: Style, summary: StoreSummary): string => {
  const { events, late, contradictions, doubtful, states } = summary
  const found = [
    ...(contradictions > 0 ? [style.bad(amount(contradictions, 'contradiction'))] : []),
    ...(doubtful > 0 ? [style.changing(`${String(doubtful)} that may be eventual consistency`)] : []),
    ...(late > 0 ? [`${String(late)} too late to be judged; give a longer --window`] : [])
  ]
  const end = `at the end ${listed(states)}`
  return `  ${named(summary)}: ${[amount(events, 'event'), end, ...found].join('; ')}\n`
}

/** The totals, in one line. */
export const summaryLine = ({ records, broken }: Count, stores: ReadonlyArray<StoreSummary>): string => {
  const events = stores.reduce((sum, { events }) => sum + events, 0)
  const skipped = broken === 0 ? '' : `, ${String(broken)} of them broken and skipped`
  const all = `${amount(records, 'record')}${skipped}; ${amount(events, 'event')} of ${amount(stores.length, 'custom key store')}`
  return `${all}${stores.length === 0 ? '.' : ':'}\n`
}
