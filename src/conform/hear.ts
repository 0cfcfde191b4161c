import type { EditionName } from '../editions/editions.js'
import {
  afterwards,
  asImplemented,
  follows,
  remembered,
  subject,
  whileUnsure,
  withDeviation,
  withDoubt,
  withImplemented,
  type Belief
} from './Belief.js'
import { idOf } from './ReportedDeviation.js'
import type { Exchange } from './Exchange.js'
import { completed } from './completed.js'
import { withDates } from './dates.js'
import { ofStatement, type Difference } from './Difference.js'
import { deviationOf, type Deviation } from './Deviation.js'
import { withoutHidden } from './hidden.js'
import { hold, type Comparison } from './hold.js'
import { withMarker, withoutOwnMarker } from './markers.js'
import { withOpaque, withoutOpaque } from './opaque.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { exceptionIsListed } from './statements.js'
import { isSuspect, ofWhatIsOpen, withoutSuspects } from './suspects.js'
import { afterOwnWork, distinct } from './states.js'

/** The findings of one exchange in which nothing is missing, and the belief after it. */
interface Judged {
  readonly belief: Belief
  readonly held: Comparison['is'] | 'not useful'
  /** The exception that says nothing of the rules, where it is due to the outside. */
  readonly exception?: string
  readonly deviation?: Deviation
  /** The id of the deviation from which the answer may follow, where it is not useful. */
  readonly dependsOn?: string
  readonly flaw?: Difference | undefined
  /** Whether it is as documented in the state last shown, and not only in one that may have followed by itself. */
  readonly asShown: boolean
}

/** The findings of one exchange, and the belief after it. */
export interface Heard extends Omit<Judged, 'flaw'> {
  /** What the answer lacks or shows wrongly, each a deviation from which nothing follows. */
  readonly flaws: ReadonlyArray<Deviation>
}

const holds =
  <Kind extends Comparison['is']>(kind: Kind) =>
  (held: Comparison): held is Extract<Comparison, { readonly is: Kind }> =>
    held.is === kind

/** What is known of an answer that cannot be compared, or whose difference may follow from what was before. */
const unjudged = (after: Belief, exchange: Exchange, origin: string | undefined): Judged => {
  const belief = withDoubt(after, exchange, origin ?? ofWhatIsOpen)
  return origin === undefined || origin === ofWhatIsOpen
    ? { belief, held: 'left open', asShown: false }
    : { belief, held: 'not useful', dependsOn: origin, asShown: false }
}

/** Whether it asks for all stores. Of those that are doubtful a list may show anything. */
const listsAll = ({ operation, request }: Exchange): boolean => {
  const { shows }: AnyOperation = operations[operation]
  return (
    shows === 'stores' &&
    request['CustomKeyStoreId'] === undefined &&
    request['CustomKeyStoreName'] === undefined
  )
}

/** Compares an exchange in which nothing is missing. */
const judged =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (belief: Belief): Judged => {
    const id = subject(belief, exchange)
    if (id !== undefined && belief.unsure.has(id)) {
      return unjudged(whileUnsure(belief, exchange, id), exchange, follows(belief, exchange))
    }
    const accounts = listsAll(exchange)
      ? belief.possible.map(withoutSuspects(belief.suspects))
      : belief.possible
    const before = distinct(accounts.flatMap(afterOwnWork(belief.faulty)))
    const held = before.map(hold(edition)(exchange))
    const documented = held.filter(holds('as documented'))
    const [first] = documented
    if (first !== undefined) {
      const possible = distinct(documented.flatMap(({ after }) => after))
      return {
        belief: { ...belief, possible, last: remembered(belief, exchange, before, possible) },
        held: 'as documented',
        flaw: documented.every(({ flaw }) => flaw !== undefined) ? first.flaw : undefined,
        asShown:
          documented.length === held.length ||
          accounts.map(hold(edition)(exchange)).every(holds('as documented'))
      }
    }
    const outside = held.find(holds('due to the outside'))
    if (outside !== undefined) {
      return { belief, held: outside.is, exception: outside.exception, asShown: false }
    }
    if (held.some(holds('not implemented'))) {
      return { belief, held: 'not implemented', asShown: false }
    }
    const different = held.find(holds('different'))
    if (different === undefined || held.some(holds('left open'))) {
      return unjudged(afterwards(belief, exchange, undefined), exchange, ofWhatIsOpen)
    }
    const after = afterwards(belief, exchange, different.shown)
    const origin = follows(belief, exchange)
    if (origin !== undefined) return unjudged(after, exchange, origin)
    const deviation = deviationOf(edition, belief, exchange, before, different)
    // A refusal leaves everything as it was.
    const isRefused = 'exception' in exchange.reply
    const found = idOf(deviation)
    const doubtful = isRefused ? after : withDeviation(after, belief, exchange, found)
    return {
      belief: withoutHidden(doubtful, belief, found),
      held: 'different',
      deviation,
      asShown: false
    }
  }

/** An exception that is written otherwise than AWS writes it. Clients know it by its name. */
const misspelt = ({ reply }: Exchange): ReadonlyArray<Difference> =>
  'exception' in reply && reply.writtenAs !== undefined
    ? [ofStatement(exceptionIsListed, reply.exception, reply.writtenAs)]
    : []

/**
 * Compares an exchange with the rules, given everything that earlier ones have shown.
 *
 * @example
 * const heard = conforming.hear('exception-text-2022')(exchange)(belief)
 * heard.held //=> 'different'
 */
export const hear =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (belief: Belief): Heard => {
    const unmarked = withoutOwnMarker(belief.markers, asImplemented(belief, exchange))
    const readable = withoutOpaque(belief.opaque, unmarked)
    const { exchange: dated, wrong } = withDates(readable)
    const { exchange: whole, missing } = completed(belief.possible[0], dated, isSuspect(belief.suspects))
    const { flaw, ...heard } = judged(edition)(whole)(belief)
    const flaws = [...misspelt(exchange), ...wrong, ...missing, ...(flaw === undefined ? [] : [flaw])]
    return {
      ...heard,
      belief: {
        ...heard.belief,
        markers: withMarker(belief.markers, exchange),
        opaque: withOpaque(belief.opaque, belief.possible[0], exchange),
        implemented: withImplemented(belief, exchange)
      },
      flaws: flaws.map((difference) => ({ operation: exchange.operation, difference, allowedBy: [] }))
    }
  }
