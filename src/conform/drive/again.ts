import type { EditionName } from '../../editions/editions.js'
import { isPassingState, isSettledState } from '../passing.js'
import type { Deviation } from '../Deviation.js'
import { idOf } from '../ReportedDeviation.js'
import { returned, type Exchange, type Members } from '../Exchange.js'
import { missingOnPages } from '../pages.js'
import { createdIn, stateIn } from '../replyMembers.js'
import { isFaultyCreate, type StorePropertiesByType } from './storeProperties.js'
import { inventor } from './Inventor.js'
import type { Patience } from './Keeper.js'
import { newValues } from './newValues.js'
import { poll } from './poll.js'
import type { Send } from './Send.js'
import { session, type HeardReply, type Session } from './Session.js'
import type { Resources } from './tidy.js'

/** The means by which exchanges are played again. */
export interface Stage {
  readonly edition: EditionName
  readonly storeProperties: StorePropertiesByType
  readonly patience: Patience
  readonly isStopped: () => boolean
  /** Whether the exchanges come from outside, so that they may name what conform has not made. */
  readonly fromOutside?: boolean
}

/** How exchanges went that were played again. */
export interface PlayedAgain {
  /** The deviation that was looked for, if it showed itself. */
  readonly deviation?: Deviation
  /** The ids of all deviations that showed themselves. */
  readonly shown: ReadonlyArray<string>
  /** The new exchanges, up to the one that showed it. */
  readonly exchanges: ReadonlyArray<Exchange>
  /** How many of the old ones were played. */
  readonly taken: number
  /** Why it did not go the way that it went before. */
  readonly obstacle?: string
  readonly made: Resources
}

/** An exchange, and how it compares with the rules. */
interface Asked extends Exchange {
  readonly held: HeardReply['held']
}

/** Whether an answer says nothing of the rules. */
const isNoAnswer = ({ held, reply }: Asked): boolean =>
  held === 'due to the outside' || held === 'not implemented' || 'silent' in reply

/** What stands in the way of the exchanges after one, if it went another way than before. */
const obstacleAfter = (old: Exchange, own: Asked): string | undefined => {
  if ('output' in old.reply && !('output' in own.reply)) return returned(own.operation, own.reply)
  const [before, now] = [stateIn(old.reply), stateIn(own.reply)]
  if (old.request['CustomKeyStoreId'] === undefined || before === now) return undefined
  return `a store is ${now ?? 'not shown'}, and was ${before ?? 'not shown'}`
}

/** Asks again; where the old answer showed a store that had settled, once it has settled. */
const asks = async (
  { call }: Session,
  { patience }: Stage,
  old: Exchange,
  request: Members,
  heard: (exchange: Exchange) => void
): Promise<Asked> => {
  const { operation } = old
  const ask = async (): Promise<Asked> => {
    const { reply, held } = await call(operation, request)
    heard({ operation, request, reply })
    return { operation, request, reply, held }
  }
  const first = await ask()
  const state = stateIn(first.reply)
  const isLate = isPassingState(state) && isSettledState(stateIn(old.reply))
  if (!isLate || request['CustomKeyStoreId'] === undefined) return first
  const last = await poll(ask, ({ reply }) => !isPassingState(stateIn(reply)), patience.of(state))
  if (isPassingState(stateIn(last.reply))) patience.lost(state)
  return last
}

/**
 * Plays exchanges again, with new names and with the ids that the endpoint gives this time, until a deviation shows itself.
 * `all`: where the values come from that they may still have.
 */
export const again = async (
  stage: Stage,
  send: Send,
  { id, steps, all }: { readonly id: string } & Record<'steps' | 'all', ReadonlyArray<Exchange>>
): Promise<PlayedAgain> => {
  const talk = session(stage.edition, send, { whole: true, isStopped: stage.isStopped })
  const { put, learn, foreignIn } = newValues(inventor(), all)
  const exchanges: Array<Exchange> = []
  const stores = (): ReadonlyArray<string> => talk.made().stores.filter(talk.knows)
  const onPages = (): Deviation | undefined => {
    const difference = stores()
      .map((store) => missingOnPages(exchanges, store))
      .find((found) => found !== undefined)
    return difference && { operation: 'DescribeCustomKeyStores', difference, allowedBy: [] }
  }
  const found = (): Deviation | undefined =>
    [...talk.seen(), onPages()].find((one) => one !== undefined && idOf(one) === id)

  let taken = 0
  let obstacle: string | undefined
  for (const old of steps) {
    if (talk.isOver() || found() !== undefined) break
    taken += 1
    const request = put(old.request)
    if (request === undefined) continue
    const foreign = stage.fromOutside === true ? foreignIn(old.request) : undefined
    if (foreign !== undefined) {
      obstacle = `${foreign} names something that the requests before do not make`
      break
    }
    const own = await asks(talk, stage, old, request, (exchange) => exchanges.push(exchange))
    learn(old.reply, own.reply)
    const created = createdIn(own.reply)
    if (created !== undefined && isFaultyCreate(stage.storeProperties, request)) talk.isFaulty(created)
    if (isNoAnswer(own)) obstacle ??= returned(own.operation, own.reply)
    else if (taken < steps.length) obstacle ??= obstacleAfter(old, own)
  }
  const deviation = found()
  if (talk.isOver()) obstacle ??= 'the endpoint has stopped answering'
  return {
    ...(deviation && { deviation }),
    shown: talk.seen().map(idOf),
    exchanges,
    taken,
    ...(obstacle !== undefined && { obstacle }),
    made: talk.made()
  }
}
