import * as E from 'fp-ts/lib/Either.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import { inputOf, operationOf } from './asked.js'
import { carriedOut, type CarriedOut, type Refused } from './carriedOut.js'
import type { Request } from './http.js'
import { imposedError } from './imposed.js'
import type { ProtocolCircumstances } from './ProtocolCircumstances.js'

/** A request as it was read, and what came of it. */
export interface Handled {
  /** Absent where it names none that is answered. */
  readonly operation?: OperationName
  /** A record, secrets included; absent where it could not be read, or nobody has looked at it. */
  readonly input?: Readonly<Record<string, unknown>>
  readonly result: E.Either<Refused, CarriedOut>
}

/** Reads a request and carries it out on an account. */
export const handled =
  (circumstances: ProtocolCircumstances) =>
  (request: Request) =>
  (account: Account): Handled => {
    const name = operationOf(request)
    if (E.isLeft(name)) return { result: name }
    const operation = name.right
    const input = inputOf(request)
    if (circumstances.refusedWith)
      return {
        operation,
        ...(E.isRight(input) && { input: input.right }),
        result: E.left(imposedError(circumstances.refusedWith))
      }
    if (E.isLeft(input)) return { operation, result: input }
    const result = carriedOut(circumstances, operation, input.right, account)
    return { operation, input: input.right, result }
  }
