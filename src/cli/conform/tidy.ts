import { setTimeout as pause } from 'node:timers/promises'
import { ConnectionState } from '../../model/ConnectionState.js'
import { entriesIn } from '../../spec/conform/told.js'
import type { Send } from './client.js'

const longestPause = 500

const stateOf = async (send: Send, id: string): Promise<ConnectionState | undefined> => {
  const reply = await send('DescribeCustomKeyStores', { CustomKeyStoreId: id })
  const state = entriesIn(reply)[0]?.['ConnectionState']
  return ConnectionState.is(state) ? state : undefined
}

/** Disconnects and deletes a store, as far as that goes within so many milliseconds; whether it is gone. */
const removed = async (send: Send, id: string, milliseconds: number): Promise<boolean> => {
  const started = performance.now()
  let length = 10
  let asked = false
  for (;;) {
    const state = await stateOf(send, id)
    if (state === undefined) return true
    if (state === 'DISCONNECTED')
      return 'output' in (await send('DeleteCustomKeyStore', { CustomKeyStoreId: id }))
    if (state !== 'DISCONNECTING' && !asked) {
      asked = 'output' in (await send('DisconnectCustomKeyStore', { CustomKeyStoreId: id }))
      if (!asked) return false
    } else if (performance.now() - started > milliseconds) return false
    else await pause((length = Math.min(length * 1.5, longestPause)))
  }
}

/** Removes stores again; the ids of those that are left. */
export const tidied = async (
  send: Send,
  ids: ReadonlyArray<string>,
  milliseconds: number
): Promise<ReadonlyArray<string>> => {
  const left: Array<string> = []
  for (const id of ids) if (!(await removed(send, id, milliseconds))) left.push(id)
  return left
}
