import * as E from 'fp-ts/lib/Either.js'
import { requested } from '../account/requested.js'
import { isOfWrongType, type Violation } from '../codec/decode.js'
import { defaultEdition } from '../editions/editions.js'
import { violated } from '../exceptions/commonErrors.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { operationsByName, type AnyOperation } from '../operations/index.js'
import type { Refusal } from '../rules/Rule.js'
import { ofWrongType, type ProtocolError } from './http.js'
import type { ImposedError } from './imposed.js'
import type { ProtocolCircumstances } from './ProtocolCircumstances.js'

/** Any error with which a request is refused. */
export type Refused = Refusal | ProtocolError | ImposedError

const unreadable = (violations: ReadonlyArray<Violation>): Refused => {
  const wrongTypes = violations.filter(isOfWrongType)
  return wrongTypes.length === 0 ? violated(violations) : ofWrongType(wrongTypes)
}

/** What an accepted request brings. */
export interface CarriedOut {
  readonly output: object
  readonly account: Account
  /** The change of what stands behind the stores, in the form of `withInfrastructureChange`. */
  readonly putsRight: object | undefined
}

/** Reads the input of an operation and carries it out on an account. */
export const carriedOut = (
  circumstances: Circumstances & Pick<ProtocolCircumstances, 'edition'>,
  name: OperationName,
  input: unknown,
  before: Account
): E.Either<Refused, CarriedOut> => {
  const operation: AnyOperation = operationsByName[circumstances.edition ?? defaultEdition][name]
  const read = requested(operation)(circumstances)(input)(before)
  if (E.isLeft(read)) return E.left(unreadable(read.left))
  const { result, putsRight } = read.right
  if (E.isLeft(result)) return result
  const [output, account] = result.right
  return E.right({ output, account, putsRight })
}
