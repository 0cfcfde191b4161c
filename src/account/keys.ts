import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ManageKeyException, UseKeyException } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { keyMetadata, type KeyMetadata } from '../model/KeyMetadata.js'
import { isPendingDeletion, keyState, type KeyState, type KmsKey } from '../model/KmsKey.js'
import * as manage from '../operations/manageKey.js'
import { useKey as useKeyInStore } from '../operations/useKey.js'
import { keyExists } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { keyWithId, storeWithId, withKey, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { useKeyFacts } from './facts.js'
import type { Answered, Empty } from './operations.js'

/** A request about one key, by id or ARN. */
export interface KeyRequest {
  readonly KeyId: string
}

interface Held {
  readonly key: KmsKey
  readonly store: CustomKeyStore
}

const notFound = unless(keyExists, 'NotFoundException').refusal

const find = (
  account: Account,
  { KeyId: id }: KeyRequest
): E.Either<Exception<'NotFoundException'>, Held> => {
  const key = keyWithId(account, id)
  const store = key && storeWithId(account, key.CustomKeyStoreId)
  return key === undefined || store === undefined ? notFound : E.right({ key, store })
}

/** What AWS shows of a key. @see API_KeyMetadata */
export const describeKey =
  (request: KeyRequest) =>
  (account: Account): Answered<Exception<'NotFoundException'>, { readonly KeyMetadata: KeyMetadata }> =>
    pipe(
      find(account, request),
      E.map(({ key, store }) => [{ KeyMetadata: keyMetadata(account.AccountId, store)(key) }, account])
    )

/** Whether a key can be used to encrypt or decrypt; answers with the key. @see use-cmk-keystore */
export const useKey =
  (given: Circumstances) =>
  (request: KeyRequest) =>
  (account: Account): Answered<UseKeyException, KmsKey> =>
    pipe(
      find(account, request),
      E.chainW(({ key, store }) => useKeyInStore(useKeyFacts(given, store))(store)(key)),
      E.map((key) => [key, account])
    )

const changed = <After extends KmsKey>(
  change: (store: CustomKeyStore) => (key: KmsKey) => E.Either<ManageKeyException, After>,
  request: KeyRequest,
  account: Account
) =>
  pipe(
    find(account, request),
    E.bindW('after', ({ key, store }) => change(store)(key))
  )

/** @see API_EnableKey */
export const enableKey =
  (given: Service) =>
  (request: KeyRequest) =>
  (account: Account): Answered<ManageKeyException, Empty> =>
    pipe(
      changed(manage.enableKey(given), request, account),
      E.map(({ after }) => [{}, withKey(account, after)])
    )

/** @see API_DisableKey */
export const disableKey =
  (given: Service) =>
  (request: KeyRequest) =>
  (account: Account): Answered<ManageKeyException, Empty> =>
    pipe(
      changed(manage.disableKey(given), request, account),
      E.map(({ after }) => [{}, withKey(account, after)])
    )

/** @see API_CancelKeyDeletion */
export const cancelKeyDeletion =
  (given: Service) =>
  (request: KeyRequest) =>
  (account: Account): Answered<ManageKeyException, { readonly KeyId: string }> =>
    pipe(
      changed(manage.cancelKeyDeletion(given), request, account),
      E.map(({ after }) => [{ KeyId: after.Arn }, withKey(account, after)])
    )

/** The days that a key waits for its deletion unless the request says otherwise. @see API_ScheduleKeyDeletion */
const defaultPendingWindowInDays = 30

/** `PendingWindowInDays`: 7 to 30; 30 without it. @see API_ScheduleKeyDeletion */
export interface ScheduleKeyDeletionRequest extends KeyRequest {
  readonly PendingWindowInDays?: number
}

/** Dates in seconds since 1970. @see API_ScheduleKeyDeletion */
export interface ScheduleKeyDeletionResponse {
  readonly KeyId: string
  readonly KeyState: KeyState
  readonly DeletionDate: number
  readonly PendingWindowInDays: number
}

/** @see API_ScheduleKeyDeletion */
export const scheduleKeyDeletion =
  (given: Pick<Circumstances, 'failure' | 'now'>) =>
  ({ KeyId, PendingWindowInDays = defaultPendingWindowInDays }: ScheduleKeyDeletionRequest) =>
  (account: Account): Answered<ManageKeyException, ScheduleKeyDeletionResponse> =>
    pipe(
      changed(manage.scheduleKeyDeletion({ ...given, PendingWindowInDays }), { KeyId }, account),
      E.map(({ store, after }) => [
        {
          KeyId: after.Arn,
          KeyState: keyState(store)(after),
          DeletionDate: after.DeletionDate,
          PendingWindowInDays
        },
        withKey(account, after)
      ])
    )

/** The account without the keys whose waiting period is over. `now` in seconds since 1970. @see API_ScheduleKeyDeletion */
export const withoutExpiredKeys =
  (now: number) =>
  (account: Account): Account => ({
    ...account,
    keys: account.keys.filter((key) => !isPendingDeletion(key) || key.DeletionDate > now)
  })
