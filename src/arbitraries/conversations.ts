import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { operationNames } from '../operations/index.js'
import * as stores from './requests/stores.js'
import { requestsIn, type RequestOptions } from './requests/request.js'
import type { Members } from './requests/Members.js'
import { weightedRequests } from './shares.js'
import { chosen, either, oneOf, storeId, xksKeyIds } from './smallWorld.js'
import type { RequestStep, SettleStep } from './Step.js'

/** What can be done to an implementation from outside: ask it, or wait until it is done with a store. */
export type Talk = RequestStep<Members> | SettleStep

/** Which conversations are held. */
export interface ConversationOptions extends RequestOptions {
  /** The most steps after the beginning; 40 if absent. */
  readonly maxLength?: number | undefined
}

const first = 'cks-0'

/** Whether something is there: eleven times in twelve. It shrinks to no. */
const mostly = fc.option(fc.constant(true), { nil: false, freq: 12 })

const keys = {
  AWS_CLOUDHSM: { Origin: 'AWS_CLOUDHSM' },
  EXTERNAL_KEY_STORE: { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyIds[0] }
} as const

/** The steps that lead to a key in a connected store, since much else can only happen after it: most of them, or none. */
const beginning: Arbitrary<ReadonlyArray<Talk>> = fc
  .record({
    type: oneOf(customKeyStoreTypes),
    AWS_CLOUDHSM: stores.createInCluster,
    EXTERNAL_KEY_STORE: stores.createOutside,
    isThere: fc.tuple(mostly, mostly, mostly, mostly, mostly),
    areThere: fc.option(fc.constant(true), { nil: false, freq: 7 })
  })
  .map(({ type, isThere, areThere, ...creates }) => {
    const steps: ReadonlyArray<Talk> = [
      { does: 'CreateCustomKeyStore', request: creates[type] },
      { does: 'ConnectCustomKeyStore', request: { CustomKeyStoreId: first } },
      { does: 'settle', id: first },
      { does: 'CreateKey', request: { CustomKeyStoreId: first, ...keys[type] } },
      { does: 'Encrypt', request: { KeyId: 'key-0', Plaintext: 'AAAA' } }
    ]
    return steps.filter((_, i) => areThere && isThere[i] === true)
  })

const isWantedIn =
  (operations: ReadonlyArray<OperationName>) =>
  ({ does }: Talk): boolean =>
    does === 'settle' || operations.includes(does)

/**
 * A conversation with an implementation of KMS that holds nothing at first. `cks-0`, `key-0` and `grant-0` in requests stand for
 * the first that is made, and so on; what they stand for is known only once it has answered. More often than not there soon is
 * a key in a connected store.
 *
 * @example
 * one(arbitrary.conversation({ maxLength: 5 })).length <= 5 //=> true
 */
export const conversation: (options?: ConversationOptions) => Arbitrary<ReadonlyArray<Talk>> = ({
  operations: some,
  forms,
  maxLength = 40
} = {}) => {
  const operations = chosen(some, operationNames)
  const request = requestsIn(forms)
  const asked = (does: OperationName): Arbitrary<RequestStep<Members>> =>
    fc.record({ does: fc.constant(does), request: request(does) })
  const step = either<Talk>(...weightedRequests(asked, (does) => operations.includes(does)), {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('settle' as const), id: storeId() })
  })
  return fc
    .tuple(beginning, fc.array(step, { maxLength, size: 'max' }))
    .map(([before, after]) => [...before.filter(isWantedIn(operations)), ...after])
}
