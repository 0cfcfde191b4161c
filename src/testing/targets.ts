import * as E from 'fp-ts/lib/Either.js'
import { keyWithIdOrAlias, storeWithId, type Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { isPendingDeletion } from '../model/KmsKey.js'
import { storesNamed } from '../model/listed.js'
import type { Call } from './carryOut.js'
import type { Exchange } from './Run.js'

const member = ({ input }: Call, name: string): string => {
  const value = (input as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

/** What a request is about: the id of the store, or of the key, or the name of a new store. */
export const targetOf = (call: Call): string =>
  member(call, 'CustomKeyStoreId') || member(call, 'KeyId') || member(call, 'CustomKeyStoreName')

/** The state of a store; `deleted` where it is not there. */
export const stateIn = (account: Account, id: string): ConnectionState | 'deleted' =>
  storeWithId(account, id as CustomKeyStoreId)?.ConnectionState ?? 'deleted'

const isIn =
  (...states: ReadonlyArray<string>) =>
  (call: Call, account: Account): boolean =>
    states.includes(stateIn(account, targetOf(call)))

const keyIs =
  (wanted: 'enabled' | 'disabled' | 'going') =>
  (call: Call, account: Account): boolean => {
    const key = keyWithIdOrAlias(account, targetOf(call))
    if (key === undefined || isPendingDeletion(key)) return wanted === 'going'
    return wanted === (key.enabled ? 'enabled' : 'disabled')
  }

/** For each operation that changes something: whether what it asks for is so in an account, whoever brought it about. */
const isSo: Readonly<Record<string, (call: Call, account: Account) => boolean>> = {
  CreateCustomKeyStore: (call, account) =>
    storesNamed(account, member(call, 'CustomKeyStoreName')).length > 0,
  ConnectCustomKeyStore: isIn('CONNECTING', 'CONNECTED'),
  DisconnectCustomKeyStore: isIn('DISCONNECTING', 'DISCONNECTED', 'deleted'),
  DeleteCustomKeyStore: isIn('deleted'),
  UpdateCustomKeyStore: () => false,
  CreateKey: () => false,
  EnableKey: keyIs('enabled'),
  DisableKey: keyIs('disabled'),
  ScheduleKeyDeletion: keyIs('going'),
  CancelKeyDeletion: (call, account) => !keyIs('going')(call, account)
}

/** Whether a request is to change something, as far as it is looked at. */
export const isChange = ({ operation }: Call): boolean => Object.hasOwn(isSo, operation)

/** Whether what a request asks for is so. */
export const isAttained = (call: Call, account: Account): boolean =>
  isSo[call.operation]?.(call, account) ?? false

/** Whether a later request of the same operation on the same target is accepted. */
export const isMadeUpFor = (call: Call, later: ReadonlyArray<Exchange>): boolean =>
  later.some(
    ({ call: other, reply }) =>
      E.isRight(reply) && other.operation === call.operation && targetOf(other) === targetOf(call)
  )
