import * as t from 'io-ts'
import type { HistoryStep } from '../../../replay/HistoryStep.js'
import type { ConnectionState } from '../../../model/ConnectionState.js'
import { operations, type AnyOperation } from '../../../operations/index.js'
import type { Expected, Vector } from '../../../vectors/index.js'
import type { EndpointReply } from '../../Exchange.js'
import { givenInPlace } from '../../givenValues.js'
import { isPassingState } from '../../passing.js'
import { poll } from '../poll.js'
import type { Patience } from '../Keeper.js'
import type { Session } from '../Session.js'
import { ask, giveUp } from '../trial.js'
import type { OwnValues } from './ownValues.js'

/** What it takes to play the steps of vectors. */
export interface Player {
  readonly session: Session
  readonly own: OwnValues
  readonly patience: Patience
  /** The ids of the stores and keys to look at after each request. */
  readonly made: () => { readonly stores: ReadonlyArray<string>; readonly keys: ReadonlyArray<string> }
}

/** Waits for the end of a connection or disconnection; the state after it. */
export const settled = async (
  { session, patience }: Pick<Player, 'session' | 'patience'>,
  id: string
): Promise<ConnectionState | undefined> => {
  const first = await session.look(id)
  if (!isPassingState(first)) return first
  const longest = patience.of(first)
  const isOver = (state: ConnectionState | undefined): boolean => !session.knows(id) || !isPassingState(state)
  const last = await poll(() => session.look(id), isOver, longest)
  if (isOver(last)) return last
  patience.lost(first)
  return giveUp(`${first} lasts longer than ${String(longest)} ms`)
}

/** Notes what an answer gives, each in the place of what the vector expects. */
const learns = ({ own }: Player, { answer = {} }: Expected, reply: EndpointReply): void => {
  for (const [theirs, mine] of givenInPlace({ output: { ...answer } }, reply)) {
    if (own.of(theirs) === undefined) own.learn(theirs, mine)
  }
}

/** Looks at everything that was made. */
export const looks = async ({ session, made }: Player): Promise<void> => {
  const { stores, keys } = made()
  for (const id of stores) if (session.knows(id)) await session.look(id)
  for (const KeyId of keys) await session.call('DescribeKey', { KeyId })
}

const takesStep = async (
  player: Player,
  step: HistoryStep,
  expected: Expected | undefined
): Promise<void> => {
  const { session, own } = player
  if ('settle' in step) {
    const id = own.of(step.settle)
    await settled(player, t.string.is(id) ? id : step.settle)
    return looks(player)
  }
  if (!('operation' in step)) return giveUp('no request does that')
  const { shows }: AnyOperation = operations[step.operation]
  const { reply } = await ask(session, step.operation, own.put(step.request ?? {}))
  if (expected !== undefined) learns(player, expected, reply)
  if (shows === undefined) await looks(player)
}

/** Takes the steps of a vector one after the other, and looks at what came of each. */
export const takes = async (player: Player, { params, expect }: Vector): Promise<void> => {
  for (const [i, step] of params.steps.entries()) await takesStep(player, step, expect[i])
}
