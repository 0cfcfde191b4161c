import type { EditionName } from '../editions/editions.js'
import { isOpen } from '../Evidence.js'
import { sources } from '../sources.js'
import type { Deviation } from './Deviation.js'
import { inWords, type Exchange, type Members } from './Exchange.js'
import { ruleAddress } from './ruleAddress.js'
import { withoutSecrets } from './secrets.js'

/** A request and its answer, without secrets of a user. */
export interface Shown {
  readonly operation: string
  readonly request: Members
  readonly answer: unknown
}

/** Whether a deviation showed itself again on new stores. `untried`: that could not be found out. */
export interface Reproduction {
  readonly reproduced: boolean
  /** Why not. */
  readonly why?: string
  readonly untried?: true
}

/** A deviation, where it was seen, and the requests that show it. */
export interface ReportedDeviation extends Deviation, Reproduction {
  /** Names the deviation in the checks that it was seen in. */
  readonly id: string
  /** The editions of AWS's text that allow it wherever it was seen. */
  readonly allowedBy: ReadonlyArray<EditionName>
  /** For each check that it was seen in, the editions that allow what was seen there. */
  readonly allowedIn: Readonly<Record<string, ReadonlyArray<EditionName>>>
  /** AWS's page. */
  readonly url: string
  /** Where docs/rules.md has the rule: `docs/rules.md#createkey-storeexists`. */
  readonly address: string
  /** The ids of all checks that it was seen in, the first one first; or `random histories`. */
  readonly seenIn: ReadonlyArray<string>
  readonly history: ReadonlyArray<Shown>
  /** Lines for a shell that send the requests of the history to new stores. */
  readonly commands: ReadonlyArray<string>
}

const answerOf = ({ reply }: Exchange): unknown =>
  'output' in reply ? withoutSecrets(reply.output) : inWords(reply)

const isRepeated = (exchange: Exchange, next: Exchange | undefined): boolean =>
  next !== undefined && JSON.stringify(exchange) === JSON.stringify(next)

/** Exchanges without secrets; of equal ones in a row only the last. `hide`: leaves out of a request what is secret. */
export const exchangesShown = (
  exchanges: ReadonlyArray<Exchange>,
  hide: (request: Members) => Members = withoutSecrets
): ReadonlyArray<Shown> =>
  exchanges
    .filter((exchange, i) => !isRepeated(exchange, exchanges[i + 1]))
    .map((exchange) => ({
      operation: exchange.operation,
      request: hide(exchange.request),
      answer: answerOf(exchange)
    }))

/** The id of a deviation. Two that agree in all but the names and ids of the case are one. */
export const idOf = ({ operation, difference: { rule, says, kind } }: Deviation): string =>
  [operation, rule, kind, says].join(' / ')

export const reportedDeviation = (
  deviation: Deviation,
  seenIn: string,
  exchanges: ReadonlyArray<Exchange>
): ReportedDeviation => ({
  ...deviation,
  id: idOf(deviation),
  allowedIn: { [seenIn]: deviation.allowedBy },
  url: sources[deviation.difference.source].url,
  address: ruleAddress(deviation.operation, deviation.difference.rule),
  seenIn: [seenIn],
  reproduced: false,
  why: 'it was not looked for again',
  untried: true,
  history: exchangesShown(exchanges),
  commands: []
})

/** Whether a deviation was looked for again, and did not show itself. */
export const wasFleeting = ({
  reproduced,
  untried
}: {
  readonly reproduced?: boolean | undefined
  readonly untried?: true | undefined
}): boolean => reproduced === false && untried !== true

/**
 * Whether a deviation breaks a rule that AWS states or implies, and not only an assumption; one seen but once does not.
 *
 * @example
 * const heard = conforming.hear('exception-text-2022')(exchange)(belief)
 * heard.deviation && conforming.breaksARule(heard.deviation) //=> true
 */
export const breaksARule = (deviation: Deviation & Partial<Reproduction>): boolean =>
  !isOpen(deviation.difference) && !wasFleeting(deviation)

/** Whether a deviation would break a rule of AWS, but was seen only once. */
export const isDoubtful = (deviation: Deviation & Partial<Reproduction>): boolean =>
  !isOpen(deviation.difference) && wasFleeting(deviation)

const inBoth = <A>(some: ReadonlyArray<A>, others: ReadonlyArray<A>): ReadonlyArray<A> =>
  some.filter((one) => others.includes(one))

/** A deviation with everything that another sight of it tells. */
const seenTwice = (first: ReportedDeviation, next: ReportedDeviation): ReportedDeviation => {
  const allowedIn = Object.entries(next.allowedIn).map(
    ([check, editions]) => [check, inBoth(editions, first.allowedIn[check] ?? editions)] as const
  )
  return {
    ...first,
    allowedBy: inBoth(first.allowedBy, next.allowedBy),
    allowedIn: { ...first.allowedIn, ...Object.fromEntries(allowedIn) },
    seenIn: [...new Set([...first.seenIn, ...next.seenIn])]
  }
}

/** Each deviation once, as it was first seen, with everything that it was seen in. */
export const eachOnce = (seen: ReadonlyArray<ReportedDeviation>): ReadonlyArray<ReportedDeviation> => {
  const byId = new Map<string, ReportedDeviation>()
  for (const deviation of seen) {
    const first = byId.get(deviation.id)
    byId.set(deviation.id, first === undefined ? deviation : seenTwice(first, deviation))
  }
  return [...byId.values()]
}
