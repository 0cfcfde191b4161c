import * as E from 'fp-ts/lib/Either.js'
import type { Account } from '../model/Account.js'
import { inputOf, operationOf } from './asked.js'
import { carriedOut, type Refused } from './carriedOut.js'
import { failureAnswer, successAnswer, type Answer, type Request } from './http.js'
import { imposedError } from './imposed.js'
import type { ProtocolCircumstances } from './ProtocolCircumstances.js'

/** The answer to a request, and the account after it: the very same one unless the status is 200. */
export interface Response {
  readonly answer: Answer
  readonly account: Account
  /** The change that the request brings with it of what stands behind the stores, in the form of `withInfrastructureChange`. */
  readonly infrastructureChange?: object
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
  (account: Account): Response => {
    const refused = (refusal: Refused): Response => ({
      answer: failureAnswer(refusal)(circumstances.requestId),
      account
    })
    const name = operationOf(request)
    if (E.isLeft(name)) return refused(name.left)
    if (circumstances.refusedWith) return refused(imposedError(circumstances.refusedWith))
    const input = inputOf(request)
    if (E.isLeft(input)) return refused(input.left)
    const result = carriedOut(circumstances, name.right, input.right, account)
    if (E.isLeft(result)) return refused(result.left)
    const { output, account: after, putsRight } = result.right
    return {
      answer: successAnswer(output)(circumstances.requestId),
      account: after,
      ...(putsRight && { infrastructureChange: putsRight })
    }
  }
