import * as E from 'fp-ts/lib/Either.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { isPendingDeletion } from '../../model/KmsKey.js'
import type { Situation } from '../Situation.js'
import type { Deed } from './Thread.js'

/** Something that an execution has asked KMS for. */
export interface Wish {
  readonly operation: OperationName
  /** The store or the key, as the request names it; empty where it names none. */
  readonly about: string
  /** The state of the workflow that asked. */
  readonly state: string
  /** The exception that refused it. */
  readonly refused?: string
}

const reads = /^(Describe|List|Get(?!Parameters))/

/** Whether a request asks for a change. */
export const isChange = (operation: OperationName): boolean => !reads.test(operation)

/** Requests that bring a store somewhere: the later one counts. */
const movesStore: ReadonlyArray<OperationName> = [
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'DeleteCustomKeyStore'
]

const aboutOf = (input: unknown): string => {
  const { CustomKeyStoreId: store, KeyId: key } = input as Readonly<Record<string, unknown>>
  return typeof key === 'string' ? key : typeof store === 'string' ? store : ''
}

const isSuperseded =
  ({ operation, about }: Wish) =>
  (earlier: Wish): boolean =>
    earlier.about === about &&
    (earlier.operation === operation ||
      (movesStore.includes(operation) && movesStore.includes(earlier.operation)))

/** What an execution wants once one more thing was done. */
export const wishesAfter = (
  wishes: ReadonlyArray<Wish>,
  { call, reply, state }: Deed
): ReadonlyArray<Wish> => {
  if (call === undefined || reply === undefined || !isChange(call.operation)) return wishes
  const { operation } = call
  const wish: Wish = {
    operation,
    about: aboutOf(call.input),
    state,
    ...(E.isLeft(reply) && { refused: reply.left.name })
  }
  return [...wishes.filter((earlier) => !isSuperseded(wish)(earlier)), wish]
}

/** Whether what was asked for is so. What nothing shows is so where it was accepted. */
const isSo = ({ operation, about, refused }: Wish, { account: { stores, keys } }: Situation): boolean => {
  const store = stores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === about)
  const key = keys.find(({ KeyId, Arn }) => KeyId === about || Arn === about)
  switch (operation) {
    case 'ConnectCustomKeyStore':
      return store?.ConnectionState === 'CONNECTED'
    case 'DisconnectCustomKeyStore':
      return store?.ConnectionState === 'DISCONNECTED'
    case 'DeleteCustomKeyStore':
      return store === undefined
    case 'ScheduleKeyDeletion':
      return key === undefined || isPendingDeletion(key)
    default:
      return refused === undefined
  }
}

export const unfulfilled = (wishes: ReadonlyArray<Wish>, situation: Situation): ReadonlyArray<Wish> =>
  wishes.filter((wish) => !isSo(wish, situation))
