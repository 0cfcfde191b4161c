/** Compares the answers of a KMS endpoint with the rules. */
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
