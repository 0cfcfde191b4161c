import { commonErrors } from '../exceptions/commonErrors.js'
import { exceptions, type ExceptionTraits } from '../exceptions/Exception.js'
import { ofStatement, type Difference } from './Difference.js'
import type { EndpointReply } from './Exchange.js'
import { statusIsThatOfTheError } from './statements.js'

const traits: ReadonlyMap<string, ExceptionTraits> = new Map(
  Object.entries({ ...commonErrors, ...exceptions })
)

/** The status that AWS prints for an answer; none for an error that it does not know. */
const documented = (reply: EndpointReply): number | undefined => {
  if ('output' in reply) return 200
  return 'exception' in reply ? traits.get(reply.exception)?.httpStatus : undefined
}

/** The difference in the status of an answer that is right otherwise. Clients tell by it whether to try again. */
export const wrongStatus = (reply: EndpointReply): Difference | undefined => {
  const expected = documented(reply)
  const status = 'status' in reply ? reply.status : undefined
  return expected === undefined || status === undefined || status === expected
    ? undefined
    : ofStatement(statusIsThatOfTheError, `status ${String(expected)}`, `status ${String(status)}`)
}
