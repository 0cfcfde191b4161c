import { accountUnder } from './account/onAccount.js'
import { explainRequestUnder } from './account/requested.js'
import type { EditionName } from './editions/editions.js'
import { operationsUnder } from './operations/index.js'
import { useKey } from './operations/useKey.js'
import { operationsAllowedUnder } from './questions/operationsAllowed.js'
import { stateAfterUnder } from './questions/stateAfter.js'

/** Everything that depends on the edition of AWS's text, under one of them. */
export const under = <N extends EditionName>(edition: N) => ({
  ...operationsUnder(edition),
  useKey,
  account: accountUnder(edition),
  explainRequest: explainRequestUnder(edition),
  operationsAllowed: operationsAllowedUnder(edition),
  stateAfter: stateAfterUnder(edition)
})
