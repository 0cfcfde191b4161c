import { accountUnder } from './account/onAccount.js'
import { explainRequestUnder } from './account/requested.js'
import { editionNames, type EditionName } from './editions/editions.js'
import { operationsUnder, type Operations } from './operations/index.js'
import { useKey } from './operations/useKey.js'
import { operationsAllowedUnder } from './questions/operationsAllowed.js'
import { stateAfterUnder } from './questions/stateAfter.js'
import { demandOneOf } from './wrongArgument.js'

/** What depends on an edition, under that edition. */
export interface Under<N extends EditionName> extends Operations<N> {
  readonly useKey: typeof useKey
  readonly account: ReturnType<typeof accountUnder>
  readonly explainRequest: ReturnType<typeof explainRequestUnder>
  readonly operationsAllowed: ReturnType<typeof operationsAllowedUnder>
  readonly stateAfter: ReturnType<typeof stateAfterUnder>
}

const madeUnder = <N extends EditionName>(edition: N): Under<N> => ({
  ...operationsUnder(edition),
  useKey,
  account: accountUnder(edition),
  explainRequest: explainRequestUnder(edition),
  operationsAllowed: operationsAllowedUnder(edition),
  stateAfter: stateAfterUnder(edition)
})

/** Made when an edition is first asked for, and kept: to make one costs as much as some hundred decisions. */
const made = new Map<EditionName, Under<EditionName>>()

/**
 * Everything that depends on the edition of AWS's text, under one of them. Asked again, it is the same object. The
 * edition changes `connect`, `update`, `account`, `explainRequest`, `operationsAllowed` and `stateAfter`.
 *
 * @example
 * E.isRight(cks.under('operation-page-2026').stateAfter('UpdateCustomKeyStore')('CONNECTED')) //=> true
 * E.isRight(cks.stateAfter('UpdateCustomKeyStore')('CONNECTED')) //=> false
 */
export const under = <N extends EditionName>(edition: N): Under<N> => {
  demandOneOf('under', editionNames, edition)
  const known = made.get(edition) ?? madeUnder<EditionName>(edition)
  made.set(edition, known)
  return known as Under<N>
}
