import * as E from 'fp-ts/lib/Either.js'
import type { Account } from '../model/Account.js'
import { handled, type Handled } from './handled.js'
import { failureAnswer, successAnswer, type Answer, type Request } from './http.js'
import type { ProtocolCircumstances } from './ProtocolCircumstances.js'

/** The answer to a request, and the account after it: the very same one unless the status is 200. */
export interface Response {
  readonly answer: Answer
  readonly account: Account
  /** The change that the request brings with it of what stands behind the stores, in the form of `withInfrastructureChange`. */
  readonly infrastructureChange?: object
}

/** The response to a request on an account of which something has come. */
export const responseTo = (requestId: string, before: Account, { result }: Handled): Response => {
  if (E.isLeft(result)) return { answer: failureAnswer(result.left)(requestId), account: before }
  const { output, account, putsRight } = result.right
  return {
    answer: successAnswer(output)(requestId),
    account,
    ...(putsRight && { infrastructureChange: putsRight })
  }
}

/**
 * Answers a request of AWS JSON 1.1 on an account. Nothing that a request can hold makes it throw. Signatures and
 * permissions are not looked at.
 *
 * @example
 * const request = {
 *   method: 'POST',
 *   path: '/',
 *   headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.ConnectCustomKeyStore' },
 *   body: JSON.stringify({ CustomKeyStoreId: 'cks-1' })
 * }
 * const { answer } = protocol.respond(circumstances)(request)(account)
 * JSON.parse(answer.body).__type //=> 'CustomKeyStoreNotFoundException'
 * @see aws-json-1_1
 */
export const respond =
  (circumstances: ProtocolCircumstances) =>
  (request: Request) =>
  (account: Account): Response =>
    responseTo(circumstances.requestId, account, handled(circumstances)(request)(account))
