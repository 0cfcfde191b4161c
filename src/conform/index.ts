/**
 * Compares the answers of a KMS endpoint with the rules. The examples begin with:
 *
 * ```ts
 * import * as cks from 'kms-custom-key-store'
 * import * as conforming from 'kms-custom-key-store/conform'
 *
 * const belief = conforming.nothingBelieved('111122223333' as cks.AccountId, 'us-east-1')
 * const exchange = {
 *   operation: 'DescribeCustomKeyStores',
 *   request: { CustomKeyStoreId: 'cks-1' },
 *   reply: { exception: 'NotFoundException', message: 'There is no such store.', status: 400 }
 * } as const
 * const silent: conforming.Send = () => Promise.resolve({ unreadable: 'no answer', silent: true })
 * const options: Omit<conforming.ConformOptions, 'client'> = {
 *   endpoint: 'http://127.0.0.1:8080',
 *   edition: 'exception-text-2022',
 *   types: ['AWS_CLOUDHSM'],
 *   storeProperties: { AWS_CLOUDHSM: { sound: {} }, EXTERNAL_KEY_STORE: { sound: {} } },
 *   only: '',
 *   runs: 0,
 *   seed: 1,
 *   patience: 1000,
 *   progress: () => undefined
 * }
 * ```
 *
 * @packageDocumentation
 */

export type { OperationName } from '../exceptions/documentedExceptions.js'
export { nothingBelieved, withFaulty, type Belief } from './Belief.js'
export { client, type Sign, type Unsigned } from './drive/client.js'
export type { Client, Send } from './drive/Send.js'
export type { Difference } from './Difference.js'
export { run as conform, type RunOptions as ConformOptions } from './drive/run.js'
export { replyOf, type Exchange, type EndpointReply } from './Exchange.js'
export type { Deviation } from './Deviation.js'
export { hear, type Heard } from './hear.js'
export {
  conforms,
  type Check,
  type CheckOutcome,
  type ConformReport,
  type Histories,
  type ReportNumbers
} from './ConformReport.js'
export { breaksARule, type ReportedDeviation } from './ReportedDeviation.js'
export type { ReportHead } from './ReportHead.js'
