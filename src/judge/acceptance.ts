import type { EditionName } from '../editions/editions.js'
import type { Statement } from '../Evidence.js'
import { operationsByName } from '../operations/index.js'
import { storeId } from '../possible/examples.js'
import { once, workedOutOnce } from '../possible/once.js'
import { storeExists } from '../rules/existence.js'
import { createdIdIsNew } from './claims.js'
import { cluesOf, type Clues } from './Clues.js'
import { ofOperation } from './ofOperation.js'
import { exists, possibilityPlace, type Possibility } from './Possibility.js'
import type { Sighting } from './Sighting.js'
import { accepted, type Accepted } from './trials.js'

const eachRuleOnce = once<Statement>(({ name }) => name)

/** Where any of some requests leads. */
const leadTo = (requests: ReadonlyArray<Accepted>): ReadonlyArray<Possibility> =>
  requests.flatMap(({ after }) => after)

/** The place of the first rule that forbids a request; beyond every place if none does. */
const placeIn =
  (order: ReadonlyArray<Statement>) =>
  ({ forbiddenBy }: Accepted): number => {
    const place = order.findIndex(({ name }) => forbiddenBy.includes(name))
    return place < 0 ? Infinity : place
  }

/** For an operation to be accepted, every rule of it must have held, as far as the account decides it. */
export const acceptance = (edition: EditionName, sighting: Sighting): Clues => {
  const { parts } = operationsByName[edition][sighting.operation]
  const storeIsThere = ofOperation(edition, sighting.operation, storeExists)
  const order = eachRuleOnce([storeIsThere, ...parts.flatMap(({ rules }) => rules)])
  const tried = workedOutOnce(possibilityPlace, (possibility: Possibility) =>
    accepted(edition, sighting, possibility)
  )
  return cluesOf(
    sighting,
    order,
    (possibility) => {
      const furthest = Math.max(...tried(possibility).map(placeIn(order)))
      return exists(possibility) || furthest === Infinity ? order[furthest] : storeIsThere
    },
    (possibility) => leadTo(tried(possibility).filter(({ forbiddenBy }) => forbiddenBy.length === 0))
  )
}

/** The same for an operation that makes a store, whose id is in the answer. */
export const creation = (edition: EditionName, sighting: Sighting): Clues => {
  const creating = workedOutOnce(possibilityPlace, (possibility: Possibility) =>
    accepted(edition, sighting, possibility).filter(
      ({ answer = {} }) => 'CustomKeyStoreId' in answer && answer.CustomKeyStoreId === storeId
    )
  )
  return cluesOf(
    sighting,
    [createdIdIsNew],
    (possibility) => (creating(possibility).length === 0 ? createdIdIsNew : undefined),
    (possibility) => leadTo(creating(possibility))
  )
}
