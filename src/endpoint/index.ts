/** A KMS endpoint within this process, for tests of code that uses the AWS SDK for JavaScript. */
export { endpoint, type Endpoint, type Quotas } from './Endpoint.js'
export type { Caller } from './Caller.js'
export type { Options } from './Options.js'
export { callerOf } from './callerOf.js'
export {
  requestHandler,
  type SdkRequest,
  type SdkRequestHandler,
  type SdkResponse
} from './requestHandler.js'
