import * as E from 'fp-ts/lib/Either.js'
import { isPendingDeletion } from '../model/KmsKey.js'
import { isSettled } from '../questions/isSettled.js'
import type { Exchange } from './Run.js'
import type { Situation } from './Situation.js'

const changesByItself = ({ after: { account } }: Exchange): boolean =>
  !account.stores.every(isSettled) || account.keys.some(isPendingDeletion)

const changedAnything = ({ before, after, reply }: Exchange): boolean =>
  E.isRight(reply) && before.carriedOut !== after.carriedOut

const statesOf = ({ account: { stores, keys } }: Situation) => [
  stores.map(({ CustomKeyStoreId, ConnectionState }) => [CustomKeyStoreId, ConnectionState]),
  keys.map(({ KeyId, enabled }) => [KeyId, enabled])
]

/**
 * What was asked, and in which states of the stores and keys; undefined where a state changes by itself, or by the request. To
 * ask it again shows the same again, until somebody else acts.
 */
export const standing = (exchange: Exchange): string | undefined => {
  const { call, after, choices } = exchange
  if (choices.length > 0 || changedAnything(exchange) || changesByItself(exchange)) return undefined
  return JSON.stringify([call, statesOf(after)])
}
