import { ConnectionState } from '../../model/ConnectionState.js'
import type { EndpointReply, Members } from '../Exchange.js'
import { entriesIn, outputOf } from '../replyMembers.js'
import type { Send } from './Send.js'
import { poll } from './poll.js'

/** The ids of stores and keys. */
export interface Resources {
  readonly stores: ReadonlyArray<string>
  readonly keys: ReadonlyArray<string>
}

/** What answers have created, and aliases, which go before their keys. `deleted`: the stores that, as was answered, are gone. */
export interface Made extends Resources {
  readonly aliases: ReadonlyArray<string>
  readonly deleted: ReadonlySet<string>
}

export const both = (one: Resources, other: Resources): Resources => ({
  stores: [...one.stores, ...other.stores],
  keys: [...one.keys, ...other.keys]
})

/** Whether a request may have been done: an answer that cannot be read does not tell. */
const mayBeDone = (reply: EndpointReply): boolean =>
  'output' in reply || ('unreadable' in reply && reply.silent !== true)

const saysThereIsNone = (reply: EndpointReply): boolean =>
  'exception' in reply && /NotFound/i.test(reply.exception)

/** What a Describe of a store shows: its state, that there is none, or nothing that can be read. */
type Look = ConnectionState | 'gone' | 'unreadable'

const lookIn = (reply: EndpointReply, id: string): Look => {
  if (saysThereIsNone(reply)) return 'gone'
  if (!Array.isArray(outputOf(reply)['CustomKeyStores'])) return 'unreadable'
  const entries = entriesIn(reply)
  const isOther = ({ CustomKeyStoreId: other }: Members): boolean => other !== undefined && other !== id
  const own = entries.find((entry) => !isOther(entry))
  if (own === undefined) return 'gone'
  const { ConnectionState: state } = own
  return ConnectionState.is(state) ? state : 'unreadable'
}

/** Whether a store may be deleted, as far as is shown. */
const mayBeDeleted = (look: Look): boolean =>
  look === 'DISCONNECTED' || look === 'gone' || look === 'unreadable'

/** Milliseconds that a store of which nothing is shown may take to disconnect. */
const longestUnseen = 2_000

/** What became of a store; not known where no answer tells. */
type Removal = 'gone' | 'there' | 'unknown'

/** Disconnects and deletes a store, if it can be done within the time. */
const removed = async (send: Send, id: string, milliseconds: number): Promise<Removal> => {
  const request = { CustomKeyStoreId: id }
  const look = async (): Promise<Look> => lookIn(await send('DescribeCustomKeyStores', request), id)
  const deletes = (): Promise<EndpointReply> => send('DeleteCustomKeyStore', request)
  const first = await look()
  if (first !== 'DISCONNECTED' && first !== 'DISCONNECTING' && first !== 'gone') {
    const reply = await send('DisconnectCustomKeyStore', request)
    if (first !== 'unreadable' && !mayBeDone(reply)) return 'there'
  }
  const last = mayBeDeleted(first) ? first : await poll(look, mayBeDeleted, milliseconds)
  if (last === 'gone') return 'gone'
  if (!mayBeDeleted(last)) return 'there'
  // Where nothing shows how far the disconnection is, Delete tells.
  const isOver = (reply: EndpointReply): boolean =>
    last !== 'unreadable' || !('exception' in reply) || !/InvalidState/i.test(reply.exception)
  const deleted = await poll(deletes, isOver, Math.min(milliseconds, longestUnseen))
  if ('output' in deleted || saysThereIsNone(deleted)) return 'gone'
  const then = mayBeDone(deleted) ? await look() : last
  if (then === 'gone') return 'gone'
  return then === 'unreadable' && !('exception' in deleted) ? 'unknown' : 'there'
}

const isUnknown = (reply: EndpointReply): boolean =>
  'exception' in reply && reply.exception === 'NotFoundException'

/** The shortest waiting period that AWS allows. */
const shortestWait = 7

/** Schedules the deletion of a key; whether it is gone already. */
const keyIsGone = async (send: Send, id: string): Promise<boolean> => {
  const scheduled = await send('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: shortestWait })
  return isUnknown(scheduled) || isUnknown(await send('DescribeKey', { KeyId: id }))
}

/** Removes aliases, whatever comes of it. */
export const withoutAliases = async (send: Send, aliases: ReadonlyArray<string>): Promise<void> => {
  for (const AliasName of aliases) await send('DeleteAlias', { AliasName })
}

/** Schedules the deletion of a key, whatever comes of it. */
export const disposed = async (send: Send, key: string): Promise<void> => {
  await send('ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: shortestWait })
}

/** Milliseconds that it may take to remove all stores. */
const longest = 60_000

/** Sends until one request gets no answer, and nothing after that. */
const whileItAnswers = (send: Send): Send => {
  let lost: EndpointReply | undefined
  return async (...request) => {
    if (lost !== undefined) return lost
    const reply = await send(...request)
    if ('silent' in reply) lost = reply
    return reply
  }
}

/** Milliseconds until an end. */
const until = (end: number): number => end - performance.now()

/**
 * Removes what was made: aliases and keys first, as far as they can be, then the stores, each within the time, and all within a
 * minute. What is left. A store of which nothing can be read is gone where an answer once said so.
 */
export const tidied = async (
  send: Send,
  { stores, keys, aliases = [], deleted = new Set() }: Resources & Partial<Made>,
  milliseconds: number
): Promise<Resources> => {
  const end = performance.now() + longest
  const sends = whileItAnswers(send)
  const left: Record<keyof Resources, Array<string>> = { stores: [], keys: [] }
  await withoutAliases(sends, aliases)
  for (const id of keys) {
    if (until(end) < 0 || !(await keyIsGone(sends, id))) left.keys.push(id)
  }
  for (const id of stores) {
    const time = Math.min(milliseconds, until(end))
    const removal = time < 0 ? 'unknown' : await removed(sends, id, time)
    if (removal === 'there' || (removal === 'unknown' && !deleted.has(id))) left.stores.push(id)
  }
  return left
}
