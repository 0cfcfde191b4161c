import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { memberRulesOf } from '../../account/memberRules.js'
import { decode } from '../../codec/decode.js'
import { defaultEdition } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { operationsByName } from '../../operations/index.js'
import { brokenRequests, type BrokenRequest } from '../../possible/brokenRequests.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import {
  keyId as exampleKey,
  kinds as exampleKinds,
  storeId as exampleStore,
  type Kind
} from '../../possible/examples.js'
import { isBroken } from '../../rules/findings.js'
import { either, oneOf } from '../smallWorld.js'
import type { Members } from './Members.js'
import { validRequest, type ValidOptions } from './valid.js'

/** A request with exactly one thing wrong in its form, and what that is. */
export interface NearlyValid {
  readonly request: Members
  /** The rule about members that it breaks, as docs/rules.md names it; or nothing where a member has another JSON type. */
  readonly rule?: string
  /** The member of another JSON type than it has to have, where that is what is wrong. */
  readonly ofWrongType?: string
}

const kinds = Object.keys(exampleKinds) as ReadonlyArray<Kind>

const codecOf = (operation: OperationName) => operationsByName[defaultEdition][operation].request

const brokenRules = (operation: OperationName, request: Members): ReadonlyArray<string> =>
  memberRulesOf(codecOf(operation))(request)
    .filter(isBroken)
    .map(({ rule }) => rule)

const isSame = (some: unknown, other: unknown): boolean => JSON.stringify(some) === JSON.stringify(other)

/** The names of the small world in place of those of the examples. */
const inSmallWorld = (request: Members): Members =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      value === exampleStore ? 'cks-0' : value === exampleKey ? 'key-0' : value
    ])
  )

/** A way to break one rule: the members to change and those to leave out; and a request that is broken in just that way. */
interface Breach extends BrokenRequest {
  readonly changed: Members
  readonly without: ReadonlyArray<string>
}

const breachesOf = (operation: OperationName): ReadonlyArray<Breach> =>
  kinds.flatMap((kind) => {
    const good = exampleRequest(operation, kind)
    return brokenRequests(operation, kind).map(({ rule, request }) => ({
      rule,
      request: inSmallWorld(request),
      changed: Object.fromEntries(
        Object.entries(request).filter(([name, value]) => !isSame(value, good[name]))
      ),
      without: Object.keys(good).filter((name) => !Object.hasOwn(request, name))
    }))
  })

/** A valid request that is made to break one rule; or the example, where that would break others too. */
const breaking =
  (operation: OperationName) =>
  ([valid, { rule, request, changed, without }]: readonly [Members, Breach]): NearlyValid => {
    const kept = Object.entries({ ...valid, ...changed }).filter(([name]) => !without.includes(name))
    const made = Object.fromEntries(kept)
    return { rule, request: isSame(brokenRules(operation, made), [rule]) ? made : request }
  }

/** A value of another JSON type. */
const otherType = (value: unknown): unknown => (typeof value === 'object' ? 'text' : {})

const retyped =
  (operation: OperationName) =>
  ([valid, at]: readonly [Members, number]): NearlyValid => {
    const names = Object.keys(valid).filter((name) => valid[name] !== null)
    const [member = 'CustomKeyStoreId'] = names.slice(at % Math.max(names.length, 1))
    const request = { ...valid, [member]: otherType(valid[member]) }
    const isRefused = E.isLeft(decode(codecOf(operation))(request))
    return { ofWrongType: member, request: isRefused ? request : { [member]: {} } }
  }

/**
 * A request of an operation in which one thing is wrong, as `decode` and `memberFindings` see it: a member that is missing, too
 * long, not of its pattern, not one of its values, that does not go with another one, or of another JSON type.
 *
 * @example
 * const { request } = one(arbitrary.nearlyValidRequest('EnableKey'))
 * cks.decode(cks.operations.EnableKey.request)(request)._tag //=> 'Left'
 */
export const nearlyValidRequest = (
  operation: OperationName,
  options: ValidOptions = {}
): Arbitrary<NearlyValid> => {
  const valid = validRequest(operation, options)
  const breaches = breachesOf(operation)
  const ofWrongType = fc.tuple(valid, fc.nat(9)).map(retyped(operation))
  if (breaches.length === 0) return ofWrongType
  return either<NearlyValid>(
    { weight: 4, arbitrary: fc.tuple(valid, oneOf(breaches)).map(breaking(operation)) },
    { weight: 1, arbitrary: ofWrongType }
  )
}
