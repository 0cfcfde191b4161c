import type { ConnectionState } from '../../model/ConnectionState.js'
import { stateIn } from '../replyMembers.js'
import type { Send } from './Send.js'
import { poll } from './poll.js'

const isOnItsWay = (state: ConnectionState | undefined): boolean =>
  state !== undefined && state !== 'DISCONNECTED'

/** Disconnects and deletes a store, if it can be done within the time; whether it is gone. */
const removed = async (send: Send, id: string, milliseconds: number): Promise<boolean> => {
  const request = { CustomKeyStoreId: id }
  const look = async () => stateIn(await send('DescribeCustomKeyStores', request))
  const first = await look()
  if (isOnItsWay(first) && first !== 'DISCONNECTING') {
    if (!('output' in (await send('DisconnectCustomKeyStore', request)))) return false
  }
  const last = isOnItsWay(first) ? await poll(look, (state) => !isOnItsWay(state), milliseconds) : first
  if (last === undefined) return true
  return last === 'DISCONNECTED' && 'output' in (await send('DeleteCustomKeyStore', request))
}

/** Removes stores, each within the time; the ids of those that are left. */
export const tidied = async (
  send: Send,
  ids: ReadonlyArray<string>,
  milliseconds: number
): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  for (const id of ids) if (!(await removed(send, id, milliseconds))) left.push(id)
  return left
}
