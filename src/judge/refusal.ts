import { byEdition, type EditionName } from '../editions/editions.js'
import type { Statement } from '../Evidence.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { operationsByName } from '../operations/index.js'
import { workedOutOnce } from '../possible/once.js'
import { isListed, isNamedBy } from '../possible/refused.js'
import { keyExists, storeExists } from '../rules/existence.js'
import type { AnyRule } from '../rules/Rule.js'
import { backingIsOfTheType } from './claims.js'
import { cluesOf, type Against, type Clues } from './Clues.js'
import { ofOperation } from './ofOperation.js'
import { everything, exists, type Possibility } from './Possibility.js'
import { usesKey, type Sighting } from './Sighting.js'
import { refusable, type Refusable } from './trials.js'

const allows: Against = () => undefined

/** That the store and the key of a request exist, as the page of the operation states it. */
const thereIs = (edition: EditionName, operation: OperationName) => ({
  store: ofOperation(edition, operation, storeExists),
  key: ofOperation(edition, operation, keyExists)
})
type ThereIs = ReturnType<typeof thereIs>

/** The event of a use shows by itself that the key is there: CloudTrail knows the store from the key. */
const keyIsThere =
  ({ store, key }: ThereIs): Against =>
  (possibility) => {
    if (!exists(possibility)) return store
    return possibility.keys ? undefined : key
  }

type Refusals = ReadonlyArray<readonly [Possibility, Refusable]>

/** The refusals of an operation in every possibility, computed once. */
const refusalsUnder = byEdition((edition) =>
  workedOutOnce(
    (operation: OperationName) => operation,
    (operation): Refusals =>
      everything.map((possibility) => [possibility, refusable(edition, operation, possibility)])
  )
)

/** The rule that refuses with an exception. */
const ruleOf = (edition: EditionName, operation: OperationName, exception: string): AnyRule | undefined => {
  const rules = operationsByName[edition][operation].parts.flatMap((part) => part.rules)
  return rules.find(({ otherwise }) => otherwise === exception) ?? rules.find(isNamedBy(exception))
}

/** The rule that forbids a refusal in each possibility without a reason for it. */
const withoutReason = (
  refusals: Refusals,
  exception: string,
  rule: Statement | undefined,
  { store: storeIsThere }: ThereIs
): Against => {
  const founded = new Set(
    refusals.filter(([, { reasons }]) => reasons.has(exception)).map(([possibility]) => possibility)
  )
  const needsStore = ![...founded].some((possibility) => !exists(possibility))
  const [type, otherType] = customKeyStoreTypes.filter((type) =>
    refusals.some(([store, { looksAt }]) => store.type === type && exists(store) && looksAt.has(exception))
  )
  return (store) => {
    if (needsStore && !exists(store)) return storeIsThere
    if (type !== undefined && otherType === undefined && !backingIsOfTheType.holds({ store, type })) {
      return backingIsOfTheType
    }
    return founded.has(store) ? undefined : rule
  }
}

/**
 * For an operation to be refused, there must have been a reason. Which of several reasons is given is stated nowhere, so
 * a refusal shows that its own reason is there, and not that there is no other. A refusal for which there can be a reason
 * in every store, or in none, says nothing of the store: its reason is the request, AWS KMS, or outside the model.
 */
export const refusal = (edition: EditionName, sighting: Sighting, exception: string): Clues => {
  const { operation } = sighting
  const there = thereIs(edition, operation)
  const atLeast = usesKey(operation) && isListed(operation, exception) ? keyIsThere(there) : allows
  const refusals = refusalsUnder[edition](operation).filter(([one]) => atLeast(one) === undefined)
  const isFounded = ([, { reasons }]: Refusals[number]) => reasons.has(exception)
  const saysMore = refusals.some(isFounded) && !refusals.filter(([one]) => exists(one)).every(isFounded)
  const rule = ruleOf(edition, operation, exception)
  const because = saysMore ? withoutReason(refusals, exception, rule, there) : allows
  return cluesOf(
    sighting,
    [there.store, there.key, backingIsOfTheType, ...(rule ? [rule] : [])],
    (possibility) => atLeast(possibility) ?? because(possibility)
  )
}
