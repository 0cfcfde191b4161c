import type { OperationName } from '../../exceptions/documentedExceptions.js'
import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import { returned, type Members } from '../Exchange.js'
import type { Check, CheckOutcome } from '../ConformReport.js'
import type { Keeper } from './Keeper.js'
import type { HeardReply, Session } from './Session.js'
import type { Subject } from './Subject.js'

const notReached = 'NotReached'

/** Ends a trial as not reached. */
export const giveUp = (why: string): never => {
  throw Object.assign(new Error(why), { name: notReached })
}

/** Asks for an operation; gives up where the answer is due to the outside and says nothing of the rules. */
export const ask = async (
  session: Session,
  operation: OperationName,
  request: Members
): Promise<HeardReply> => {
  const answer = await session.call(operation, request)
  return answer.held === 'due to the outside'
    ? giveUp(`${operation} returned ${answer.exception ?? ''}`)
    : answer
}

/** The output of an operation; gives up without it. */
export const need = async (
  session: Session,
  operation: OperationName,
  request: Members
): Promise<Members> => {
  const { reply } = await ask(session, operation, request)
  return 'output' in reply ? reply.output : giveUp(returned(operation, reply))
}

/** The id of a store in a state; gives up where none can be brought into it. */
export const brought = async (keeper: Keeper, state: ConnectionState): Promise<string> => {
  const reached = await keeper.reach(state)
  return E.isRight(reached) ? reached.right : giveUp(reached.left)
}

/** Runs a trial; the outcome says whether some answer in it was a difference. */
export const outcomeOf = async (session: Session, trial: () => Promise<unknown>): Promise<CheckOutcome> => {
  const before = session.seen().length
  const openBefore = session.leftOpen()
  let why: string | undefined
  try {
    await trial()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== notReached) throw error
    why = error.message
  }
  const deviations = session
    .seen()
    .slice(before)
    .map(({ id }) => id)
  if (deviations.length > 0) return { is: 'different', faults: [...new Set(deviations)] }
  if (why !== undefined) return { is: 'not reached', why }
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
