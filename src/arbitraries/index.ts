/**
 * Generators for fast-check, and random histories against an implementation of KMS. Requests are in AWS's JSON: dates
 * in seconds since 1970, bytes in base64. All ids, names and addresses are of one small world. The examples begin
 * with:
 *
 * ```ts
 * import * as fc from 'fast-check'
 * import * as cks from 'kms-custom-key-store'
 * import * as arbitrary from 'kms-custom-key-store/arbitraries'
 *
 * const one = <A>(generator: fc.Arbitrary<A>): A => fc.sample(generator, { numRuns: 1, seed: 1 })[0]
 * ```
 *
 * @packageDocumentation
 */

export { account, key } from './accounts.js'
export { checkAgainst, historiesAgainst, type AgainstOptions, type Checked } from './beside/against.js'
export type {
  Address,
  Ask,
  EndpointInProcess,
  Implementation,
  InProcess,
  Reply
} from './beside/Implementation.js'
export { cluster } from './clusters.js'
export { conversation, type ConversationOptions, type Talk } from './conversations.js'
export { facts, failure, type Facts } from './facts.js'
export type { Faults, WithFaults } from './faults.js'
export { history, start, step, type History, type HistoryOptions } from './histories.js'
export { infrastructure } from './infrastructure.js'
export { proxy, vpcEndpointService } from './proxies.js'
export { adversarialRequest } from './requests/adversarial.js'
export type { Members } from './requests/Members.js'
export { nearlyValidRequest, type NearlyValid } from './requests/nearlyValid.js'
export { request, type Form, type RequestOptions } from './requests/request.js'
export { validRequest, type ValidOptions } from './requests/valid.js'
export { secretMark } from './smallWorld.js'
export type { OutsideStep, ReportStep, RequestStep, SettleStep, Step } from './Step.js'
export { connectionErrorCode, store, type StoreOptions } from './stores.js'
