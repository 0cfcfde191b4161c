import * as E from 'fp-ts/lib/Either.js'
import { ServiceFailure } from '../model/BackingKeyStore.js'
import { operationOf } from '../protocol/asked.js'
import type { Handled } from '../protocol/handled.js'
import type { Request } from '../protocol/http.js'
import type { ProtocolCircumstances } from '../protocol/ProtocolCircumstances.js'
import { nextError, type Failing } from './Failing.js'

type Imposed = Pick<ProtocolCircumstances, 'failure' | 'refusedWith'>

/** How a request is made to fail, and what is to fail after it: the very same list where it is not. */
export const imposedOn = (
  failures: ReadonlyArray<Failing>,
  request: Request
): { readonly imposed: Imposed; readonly after: ReadonlyArray<Failing> } => {
  const operation = failures.length === 0 ? undefined : E.toUnion(operationOf(request))
  if (typeof operation !== 'string') return { imposed: {}, after: failures }
  const [error, after] = nextError(failures, operation)
  return { imposed: ServiceFailure.is(error) ? { failure: error } : { refusedWith: error }, after }
}

/** Whether the request was answered with the error that was imposed on it, and not refused for another reason. */
export const isAnsweredWith = ({ failure, refusedWith }: Imposed, { result }: Handled): boolean =>
  E.isLeft(result) && result.left.name === (failure ?? refusedWith)
