import type { ConnectionState } from '../../model/ConnectionState.js'
import type { EndpointReply } from '../Exchange.js'
import { stateIn } from '../replyMembers.js'
import type { Send } from './Send.js'
import { poll } from './poll.js'

/** The ids of stores and keys. */
export interface Resources {
  readonly stores: ReadonlyArray<string>
  readonly keys: ReadonlyArray<string>
}

/** What answers have created, and aliases, which go before their keys. */
export interface Made extends Resources {
  readonly aliases: ReadonlyArray<string>
}

export const both = (one: Resources, other: Resources): Resources => ({
  stores: [...one.stores, ...other.stores],
  keys: [...one.keys, ...other.keys]
})

const isOnItsWay = (state: ConnectionState | undefined): boolean =>
  state !== undefined && state !== 'DISCONNECTED'

/** Whether a request may have been done: an answer that cannot be read does not tell. */
const mayBeDone = (reply: EndpointReply): boolean =>
  'output' in reply || ('unreadable' in reply && reply.silent !== true)

/** Disconnects and deletes a store, if it can be done within the time; whether it is gone. */
const removed = async (send: Send, id: string, milliseconds: number): Promise<boolean> => {
  const request = { CustomKeyStoreId: id }
  let isSilent = false as boolean
  const look = async () => {
    const reply = await send('DescribeCustomKeyStores', request)
    isSilent = 'unreadable' in reply
    return stateIn(reply)
  }
  const first = await look()
  if (isOnItsWay(first) && first !== 'DISCONNECTING') {
    if (!mayBeDone(await send('DisconnectCustomKeyStore', request))) return false
  }
  const last = isOnItsWay(first) ? await poll(look, (state) => !isOnItsWay(state), milliseconds) : first
  if (isSilent) return false
  if (last === undefined) return true
  if (last !== 'DISCONNECTED') return false
  const deleted = await send('DeleteCustomKeyStore', request)
  if ('output' in deleted) return true
  return mayBeDone(deleted) && (await look()) === undefined && !isSilent
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

/** Removes stores, each within the time; the ids of those that are left. `end`: when nothing more is begun. */
const storesLeft = async (
  send: Send,
  ids: ReadonlyArray<string>,
  milliseconds: number,
  end: number
): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  for (const id of ids) {
    const time = Math.min(milliseconds, end - performance.now())
    if (time < 0 || !(await removed(send, id, time))) left.push(id)
  }
  return left
}

/**
 * Removes what was made: aliases and keys first, as far as they can be, then the stores, each within the time, and all within a
 * minute. What is left.
 */
export const tidied = async (
  send: Send,
  made: Resources & Partial<Made>,
  milliseconds: number
): Promise<Resources> => {
  const end = performance.now() + longest
  const sends = whileItAnswers(send)
  await withoutAliases(sends, made.aliases ?? [])
  const keys: Array<string> = []
  for (const id of made.keys) {
    if (performance.now() > end || !(await keyIsGone(sends, id))) keys.push(id)
  }
  return { stores: await storesLeft(sends, made.stores, milliseconds, end), keys }
}
