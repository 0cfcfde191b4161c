import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { oneOf, rarely } from '../smallWorld.js'
import type { Members } from './Members.js'
import { validRequest, type ValidOptions } from './valid.js'

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}

/** A record with a member of its own by a name that others only inherit. */
const withOwn = (name: string): Members => Object.fromEntries([[name, { CustomKeyStoreId: 'cks-9' }]])

/** Values of JSON that no member expects, from the plainest to the largest. */
const hostileValues: ReadonlyArray<unknown> = [
  null,
  '',
  0,
  true,
  [],
  {},
  -1,
  0.5,
  2 ** 53,
  1e308,
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  'cks-\udfff',
  '\u202eabc',
  ' cks-9 ',
  'CKS-9',
  [null],
  [['cks-9']],
  withOwn('__proto__'),
  withOwn('constructor'),
  nested(50),
  nested(500),
  'a'.repeat(10_000),
  Array.from({ length: 2_000 }, () => 'a'),
  'é'.repeat(20_000)
]

/** Names that a request does not have. */
const hostileNames: ReadonlyArray<string> = [
  'Unknown',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toJSON',
  '\ud800',
  '',
  'customKeyStoreId',
  'a'.repeat(10_000)
]

const attack = fc.record({
  /** Where there is no name, the value takes the place of a member. */
  name: fc.option(oneOf(hostileNames), { nil: undefined, freq: 2 }),
  at: fc.nat(9),
  value: oneOf(hostileValues)
})

type Attack = typeof attack extends Arbitrary<infer A> ? A : never

/** The least that does harm: a null where nothing is expected. */
const leastAttack: Attack = { name: undefined, at: 0, value: null }

const attacked = (request: Members, { name, at, value }: Attack): Members => {
  const entries = Object.entries(request)
  return Object.fromEntries(
    name === undefined && entries.length > 0
      ? entries.map(([own, before], j) => [own, j === at % entries.length ? value : before] as const)
      : [...entries, [name ?? 'Unknown', value] as const]
  )
}

/** A request that is a record, as `adversarialRequest` has them. */
export const adversarialMembers = (
  operation: OperationName,
  options: ValidOptions = {}
): Arbitrary<Members> =>
  fc
    .tuple(validRequest(operation, options), fc.array(attack, { maxLength: 3, size: 'max' }))
    .map(([valid, attacks]) => (attacks.length > 0 ? attacks : [leastAttack]).reduce(attacked, valid))

const noRecord = fc.constantFrom<unknown>(null, [], '', 'text', 0, true, [{ CustomKeyStoreId: 'cks-9' }])

/**
 * A request that was made to do harm: up to three members of a valid one are of any other kind, have no end, or are named
 * `__proto__`; or there are lone surrogates in them. One time in eight it is no record at all. It is always a value of JSON, so
 * it can be sent. Most are refused; a few, such as one with an unknown member, are as good as the valid one.
 *
 * @example
 * const input = one(arbitrary.adversarialRequest('CreateKey'))
 * JSON.stringify(input).length > 0 //=> true
 */
export const adversarialRequest = (
  operation: OperationName,
  options: ValidOptions = {}
): Arbitrary<unknown> => rarely(adversarialMembers(operation, options), noRecord)
