import { withoutExpiredKeys } from '../account/process.js'
import type { ConfiguredInfrastructure } from '../endpoint/ConfiguredInfrastructure.js'
import type { Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { aliasChanges, keyChanges, storeChanges } from '../model/listed.js'
import type { ErrorName } from '../protocol/imposed.js'
import { allows, spent, type Bounds } from './Bounds.js'
import type { Choice, ChoiceKind } from './Choice.js'

/** All that there is at one moment of one world, as plain data. */
export interface Situation {
  readonly account: Account
  /** The account before its latest change, which an answer may still show. */
  readonly earlier?: Account
  readonly configured: ConfiguredInfrastructure
  /** Seconds since 1970. */
  readonly now: number
  /** How many requests have been carried out; new ids count on from it. */
  readonly carriedOut: number
  /** How many more looks at a store show its attempt as it is, by {@link attemptOf}. */
  readonly looksLeft: Readonly<Record<string, number>>
  /** With what KMS refuses the next requests, and how many more of them. */
  readonly failing?: Failing
  readonly bounds: Bounds
}

/** An error with which KMS refuses so many requests in a row. */
export interface Failing {
  readonly error: ErrorName
  readonly times: number
}

/** A situation, and what went otherwise than smoothly on the way to it. */
export interface Moment {
  readonly choices: ReadonlyArray<Choice>
  readonly situation: Situation
}

/** One attempt of one store to connect or disconnect. */
export const attemptOf = ({ CustomKeyStoreId: id, attempt }: CustomKeyStore): string =>
  `${id} ${String(attempt)}`

const isUnchanged = (before: Account, after: Account): boolean =>
  [storeChanges, keyChanges, aliasChanges].every((changes) => changes(before, after).length === 0)

/** The situation with another account, of which the one before may still be shown. The same one if nothing has changed. */
export const withAccount = (situation: Situation, account: Account): Situation =>
  isUnchanged(situation.account, account) ? situation : { ...situation, account, earlier: situation.account }

/** The situation at a later time. Keys whose waiting period is over are gone. */
export const atTime =
  (now: number) =>
  (situation: Situation): Situation =>
    now === situation.now
      ? situation
      : { ...situation, now, account: withoutExpiredKeys(now)(situation.account) }

export const mayChoose = ({ bounds }: Situation, kind: ChoiceKind): boolean => allows(bounds, kind)

/** The moment once a choice has been made of it, and of its bounds. */
export const chosen =
  (choice: Choice, situation: Situation) =>
  ({ choices }: Moment): Moment => ({
    choices: [...choices, choice],
    situation: { ...situation, bounds: spent(situation.bounds, choice.kind) }
  })

/** What of an account can be seen, without times and the numbers of attempts. */
const visible = ({ stores, keys, aliases = [] }: Account) => [
  stores.map(({ attempt: _, CreationDate: __, ...store }) => store),
  keys.map((key) => ({ ...key, CreationDate: 0, ...('DeletionDate' in key && { DeletionDate: 0 }) })),
  aliases
]

/**
 * Situations of one identity are the same in all that can still follow, but for times and new ids.
 *
 * @example
 * const begun = testing.begin({ stores: [{ ConnectionState: 'CONNECTED' }] })
 * const later = pipe(begun, E.map(({ situation }) => ({ ...situation, now: situation.now + 60 })))
 * const same = pipe(begun, E.map(({ situation }) => testing.identityOf(situation)))
 * pipe(later, E.map(testing.identityOf)) //=> same
 */
export const identityOf: (situation: Situation) => string = ({
  account,
  earlier,
  configured,
  looksLeft,
  failing,
  bounds
}) =>
  JSON.stringify([
    visible(account),
    earlier && visible(earlier),
    configured.facts,
    [...configured.gone],
    account.stores.map((store) => looksLeft[attemptOf(store)]),
    failing,
    bounds
  ])
