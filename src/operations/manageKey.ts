import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ManageKeyException } from '../exceptions/documentedExceptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { validKeyState, type KeyOperation } from '../rules/keyState.js'
import { enforce, unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'

export const manageKeyRules = (operation: KeyOperation) =>
  [
    unless(validKeyState(operation), 'KMSInvalidStateException'),
    unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

const managed = (operation: KeyOperation) => {
  const allow = enforce(manageKeyRules(operation))
  return <After extends KmsKey>({ failure }: Service, change: (key: KmsKey) => After) =>
    (store: CustomKeyStore) =>
    (key: KmsKey): E.Either<ManageKeyException, After> =>
      pipe(
        { store, key, failure },
        allow,
        E.map(({ key }) => change(key))
      )
}

const scheduled = managed('ScheduleKeyDeletion')
const cancelled = managed('CancelKeyDeletion')
const enabled = managed('EnableKey')
const disabled = managed('DisableKey')

const secondsADay = 86_400

/** When deletion is asked for, in seconds since 1970, and for how many days the key waits: 7 to 30. */
export interface ScheduleKeyDeletionFacts extends Service {
  readonly now: number
  readonly PendingWindowInDays: number
}

/** Lets the waiting period of a key begin, whatever the state of its store. @see API_ScheduleKeyDeletion */
export const scheduleKeyDeletion = (facts: ScheduleKeyDeletionFacts) =>
  scheduled(facts, (key) => ({ ...key, DeletionDate: facts.now + facts.PendingWindowInDays * secondsADay }))

/** Ends the waiting period; the key is disabled. @see API_CancelKeyDeletion @assumes A40 */
export const cancelKeyDeletion = (facts: Service) =>
  cancelled(facts, ({ DeletionDate: _, ...key }) => ({ ...key, enabled: false }))

/** Enables a key; in a store that is not connected this shows once it is. @see API_EnableKey */
export const enableKey = (facts: Service) => enabled(facts, (key) => ({ ...key, enabled: true }))

/** Disables a key; in a store that is not connected this shows once it is. @see API_DisableKey */
export const disableKey = (facts: Service) => disabled(facts, (key) => ({ ...key, enabled: false }))
