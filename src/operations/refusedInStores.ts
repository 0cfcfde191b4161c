import { absurd } from 'fp-ts/lib/function.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { Nothing, type Empty } from '../model/responses/shown.js'
import { keyIsAvailable, keyIsEnabled, keyIsNotPendingDeletion } from '../rules/keyState.js'
import { unless, type OwnEvidence } from '../rules/Rule.js'
import type { AboutKey } from './Stage.js'

/** The states in which a key could be used, if it were of the right sort. `ofStore`: how far AWS says that of the store. */
const ready = (ofStore: OwnEvidence) =>
  [
    unless(keyIsNotPendingDeletion, 'KMSInvalidStateException', { openTo: ['DisabledException'] }),
    unless(keyIsAvailable, 'KMSInvalidStateException', ofStore),
    unless(keyIsEnabled, 'DisabledException')
  ] as const

/** The table of key states has nothing for these operations in a store that is not connected. */
export const keyIsReady = ready({ implied: true })

/** For data key pairs it has. */
export const keyIsReadyForKeyPairs = ready({})

/** The members that are the same for all operations that no key in a custom key store allows. */
export const refusedInStores = <Name extends OperationName>(name: Name) =>
  ({
    operation: name,
    source: `API_${name}`,
    permission: `kms:${name}`,
    answersBeforeItIsDone: false,
    response: Nothing,
    facts: ({ given: { failure } }: AboutKey<WithFailure>): WithFailure => ({ failure }),
    subject: ({ failure }: WithFailure, store: CustomKeyStore, key: KmsKey) => ({ store, key, failure }),
    answer: absurd<readonly [answer: Empty, account: Account]>
  }) as const
