import type { OperationName } from '../../exceptions/documentedExceptions.js'
import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import { returned, type Members } from '../Exchange.js'
import type { Check, CheckOutcome } from '../ConformReport.js'
import type { Keeper } from './Keeper.js'
import type { HeardReply, Session } from './Session.js'
import type { Subject } from './Subject.js'

const notReached = 'NotReached'
const notImplemented = 'NotImplemented'

/** Ends a trial as not reached. `blocked`: the endpoint refused what would have led there. */
export const giveUp = (why: string, blocked = false): never => {
  throw Object.assign(new Error(why), { name: notReached, blocked })
}

/** Ends a trial for which the endpoint lacks an operation. */
const lacks = (operation: OperationName): never => {
  throw Object.assign(new Error(operation), { name: notImplemented })
}

/** Asks for an operation; gives up where the answer is due to the outside and says nothing of the rules. */
export const ask = async (
  session: Session,
  operation: OperationName,
  request: Members
): Promise<HeardReply> => {
  const answer = await session.call(operation, request)
  if (answer.held === 'not implemented') return lacks(operation)
  return answer.held === 'due to the outside'
    ? giveUp(`${operation} returned ${answer.exception ?? ''}`, true)
    : answer
}

/** The output of an operation; gives up without it. */
export const need = async (
  session: Session,
  operation: OperationName,
  request: Members
): Promise<Members> => {
  const { reply } = await ask(session, operation, request)
  return 'output' in reply ? reply.output : giveUp(returned(operation, reply), true)
}

/** The id of a store in a state; gives up where none can be brought into it. */
export const brought = async (keeper: Keeper, state: ConnectionState): Promise<string> => {
  const reached = await keeper.reach(state)
  return E.isRight(reached) ? reached.right : giveUp(reached.left.why, reached.left.blocked)
}

/** Runs a trial; the outcome says whether some answer in it was a difference. */
export const outcomeOf = async (session: Session, trial: () => Promise<unknown>): Promise<CheckOutcome> => {
  const before = session.seen().length
  const openBefore = session.leftOpen()
  const notUsefulBefore = session.notUseful().length
  let unreached: { readonly why: string; readonly blocked?: true } | undefined
  let missing: string | undefined
  try {
    await trial()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === notReached)
      unreached = {
        why: error.message,
        ...('blocked' in error && error.blocked === true && { blocked: true })
      }
    else if (error.name === notImplemented) missing = error.message
    else throw error
  }
  const deviations = session
    .seen()
    .slice(before)
    .map(({ id }) => id)
  if (deviations.length > 0) return { is: 'different', faults: [...new Set(deviations)] }
  const dependsOn = session.notUseful().slice(notUsefulBefore)
  if (dependsOn.length > 0) return { is: 'not useful', faults: [...new Set(dependsOn)] }
  if (missing !== undefined) return { is: 'not implemented', operation: missing }
  if (unreached !== undefined) return { is: 'not reached', ...unreached }
  return { is: session.leftOpen() > openBefore ? 'left open' : 'as documented' }
}

/** A check that is still to be made. */
export interface Planned extends Omit<Check, 'outcome' | 'milliseconds'> {
  readonly run: () => Promise<CheckOutcome>
}

/** A check by a trial. `id`: without the type. */
export const planned = (
  { session, type }: Subject,
  id: string,
  says: string,
  trial: () => Promise<unknown>
): Planned => ({ id: `${type}/${id}`, type, says, run: () => outcomeOf(session, trial) })
