import { accountId, region } from '../possible/examples.js'
import { requestHandler, type Answering, type SdkRequestHandler } from './requestHandler.js'

/** What a client of the AWS SDK for JavaScript is made with. */
export interface ClientConfig {
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly requestHandler: SdkRequestHandler
}

/**
 * The configuration of a client whose requests an endpoint answers, in the account and the Region in which `stores` are
 * unless they are told otherwise: `new KMSClient(clientConfig(endpoint))`.
 *
 * @example
 * const made = inProcess.endpointOrThrow()
 * inProcess.clientConfig(made).region //=> 'us-east-1'
 */
export const clientConfig = (endpoint: Answering): ClientConfig => ({
  region,
  credentials: { accessKeyId: accountId, secretAccessKey: 'any' },
  requestHandler: requestHandler(endpoint)
})
