import type { EditionName } from '../editions/editions.js'
import { afterwards, whileUnsure, remembered, subject, type Belief } from './Belief.js'
import type { Exchange } from './Exchange.js'
import { deviationOf, type Deviation } from './Deviation.js'
import { hold, type Comparison } from './hold.js'
import { afterOwnWork, distinct } from './states.js'

/** The findings of one exchange, and the belief after it. */
export interface Heard {
  readonly belief: Belief
  readonly held: Comparison['is']
  /** The exception that says nothing of the rules, where it is due to the outside. */
  readonly exception?: string
  readonly deviation?: Deviation
  /** Whether it is as documented in the state last shown, and not only in one that may have followed by itself. */
  readonly asShown: boolean
}

const isDocumented = (held: Comparison): held is Extract<Comparison, { readonly is: 'as documented' }> =>
  held.is === 'as documented'

/** Compares an exchange with the rules, given everything that earlier ones have shown. */
export const hear =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (belief: Belief): Heard => {
    const id = subject(belief, exchange)
    if (id !== undefined && belief.unsure.has(id)) {
      return { belief: whileUnsure(belief, exchange, id), held: 'left open', asShown: false }
    }
    const before = distinct(belief.possible.flatMap(afterOwnWork(belief.faulty)))
    const held = before.map(hold(edition)(exchange))
    const documented = held.filter(isDocumented)
    if (documented.length > 0) {
      const possible = distinct(documented.flatMap(({ after }) => after))
      return {
        belief: { ...belief, possible, last: remembered(belief, exchange, before, possible) },
        held: 'as documented',
        asShown:
          documented.length === held.length ||
          belief.possible.map(hold(edition)(exchange)).every(isDocumented)
      }
    }
    const outside = held.find(({ is }) => is === 'due to the outside')
    if (outside?.is === 'due to the outside') {
      return { belief, held: outside.is, exception: outside.exception, asShown: false }
    }
    const different = held.find(({ is }) => is === 'different')
    if (different?.is !== 'different' || held.some(({ is }) => is === 'left open')) {
      return { belief: afterwards(belief, exchange, undefined), held: 'left open', asShown: false }
    }
    return {
      belief: afterwards(belief, exchange, different.shown),
      held: 'different',
      deviation: deviationOf(edition, belief, exchange, before, different),
      asShown: false
    }
  }
