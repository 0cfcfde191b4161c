/**
 * A KMS endpoint within this process, for tests of code that uses the AWS SDK for JavaScript. The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as inProcess from 'kms-custom-key-store/endpoint'
 * ```
 *
 * @packageDocumentation
 */

export { endpoint } from './inProcess.js'
export { endpointOrThrow, type ThrowingEndpoint } from './orThrow.js'
export type { Endpoint, Told } from './Endpoint.js'
export type { AnsweredRequest } from './AnsweredRequest.js'
export type { Caller } from './Caller.js'
export type { Failing } from './Failing.js'
export type { Options, Quotas } from './Options.js'
export type { SeededKey, SeededStore } from './SeededStore.js'
export { callerOf } from './callerOf.js'
export { clientConfig, type ClientConfig } from './clientConfig.js'
export {
  requestHandler,
  type SdkRequest,
  type SdkRequestHandler,
  type SdkResponse
} from './requestHandler.js'
