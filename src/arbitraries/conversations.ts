import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames } from '../operations/index.js'
import * as stores from './requests/stores.js'
import { requestsIn, type RequestOptions } from './requests/request.js'
import type { Members } from './requests/Members.js'
import { weightedRequests } from './shares.js'
import { either, storeId, xksKeyIds } from './smallWorld.js'
import type { RequestStep, SettleStep } from './Step.js'

/** What can be done to an implementation from outside: ask it, or wait until it is done with a store. */
export type Talk = RequestStep<Members> | SettleStep

/** Which conversations are held. */
export interface ConversationOptions extends RequestOptions {
  /** The most steps after the beginning; 40 if absent. */
  readonly maxLength?: number | undefined
}

const first = 'cks-0'

/** A request of which nothing keeps KMS from accepting it, if everything before it was accepted too. */
const sound = (does: OperationName, request: Arbitrary<Members>): Arbitrary<RequestStep<Members>> =>
  request.map((members) => ({ does, request: members }))

/** The steps that lead to a key in a connected store. */
const toKey = (create: Arbitrary<Members>, createKey: Members): ReadonlyArray<Arbitrary<Talk>> => [
  sound('CreateCustomKeyStore', create),
  sound('ConnectCustomKeyStore', fc.constant({ CustomKeyStoreId: first })),
  fc.constant({ does: 'settle', id: first }),
  sound('CreateKey', fc.constant({ CustomKeyStoreId: first, ...createKey })),
  sound('Encrypt', fc.constant({ KeyId: 'key-0', Plaintext: 'AAAA' }))
]

/** Each of some steps, or one time in twelve not. */
const mostOf = (steps: ReadonlyArray<Arbitrary<Talk>>): Arbitrary<ReadonlyArray<Talk>> =>
  fc
    .tuple(...steps.map((step) => fc.option(step, { nil: undefined, freq: 12 })))
    .map((some) => some.filter((step) => step !== undefined))

/** Most of the steps that lead to a key in a connected store, since much else can only happen after it; or none of them. */
const beginning: Arbitrary<ReadonlyArray<Talk>> = either<ReadonlyArray<Talk>>(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: mostOf(toKey(stores.createInCluster, { Origin: 'AWS_CLOUDHSM' })) },
  {
    weight: 6,
    arbitrary: mostOf(toKey(stores.createOutside, { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyIds[0] }))
  }
)

const isWantedIn =
  (operations: ReadonlyArray<OperationName>) =>
  ({ does }: Talk): boolean =>
    does === 'settle' || operations.includes(does)

/**
 * A conversation with an implementation of KMS that holds nothing at first. `cks-0`, `key-0` and `grant-0` in requests stand for
 * the first that is made, and so on; what they stand for is known only once it has answered. More often than not there soon is
 * a key in a connected store.
 */
export const conversation = ({
  operations = operationNames,
  forms,
  maxLength = 40
}: ConversationOptions = {}): Arbitrary<ReadonlyArray<Talk>> => {
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
