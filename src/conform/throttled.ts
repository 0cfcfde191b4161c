import { core, isNameOfError } from './errorNames.js'
import type { EndpointReply } from './Exchange.js'

/** By which services tell a client to come back later, as the SDKs of AWS know them: without case and ending. */
const names: ReadonlySet<string> = new Set([
  'throttling',
  'throttled',
  'requestthrottled',
  'ec2throttled',
  'toomanyrequests',
  'requestlimitexceeded',
  'rateexceeded',
  'slowdown',
  'bandwidthlimitexceeded',
  'provisionedthroughputexceeded',
  'priorrequestnotcomplete'
])

const ofStatus: ReadonlyMap<number, string> = new Map([
  [429, 'ThrottlingException'],
  [503, 'ServiceUnavailable']
])

/**
 * The error of AWS KMS for an answer that puts a client off: whatever has the name of such an error, and the statuses 429 and
 * 503 where no other error of AWS KMS is named.
 */
export const puttingOff = (status: number, name: string | undefined): string | undefined => {
  if (name !== undefined && names.has(core(name))) return 'ThrottlingException'
  const error = ofStatus.get(status)
  const isNamed = name !== undefined && isNameOfError(name) && core(name) !== core(error ?? '')
  return isNamed ? undefined : error
}

/** Whether the same request may be accepted a moment later. */
export const isPutOff = (reply: EndpointReply): boolean =>
  'exception' in reply && [...ofStatus.values()].includes(reply.exception)
