import { emptyAccount, keyWithId, storeWithId, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { Cryptography } from '../model/Cryptography.js'
import { infrastructureOf, type InfrastructureFacts } from '../model/Infrastructure.js'
import { noInfrastructure } from '../account/InfrastructureChange.js'
import type { WithFailure, WithPrincipal } from '../model/BackingKeyStore.js'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { keysWithGrant } from '../model/listed.js'
import { defaultSettings, type HistorySettings } from './HistorySettings.js'

/** Everything that a history has led to so far. */
export interface World {
  readonly edition: EditionName
  readonly account: Account
  readonly facts: InfrastructureFacts
  /** Seconds since 1970. */
  readonly now: number
  /** How many stores, keys and grants have been made, deleted ones among them. */
  readonly storesMade: number
  readonly keysMade: number
  readonly grantsMade: number
  /** Without it requests to encrypt or decrypt only name keys. */
  readonly cryptography?: Cryptography
}

/** An account without a store, in a Region in which nothing stands behind one. */
export const newWorld = (settings: HistorySettings): World => {
  const { account, region, startsAt, edition } = { ...defaultSettings, edition: defaultEdition, ...settings }
  return {
    edition: edition as EditionName,
    account: emptyAccount(account, region),
    facts: noInfrastructure,
    now: startsAt,
    storesMade: 0,
    keysMade: 0,
    grantsMade: 0
  }
}

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')

const grantIdAfter = ({ grantsMade }: Pick<World, 'grantsMade'>): GrantId =>
  hexadecimal(grantsMade + 1, 64) as GrantId

/** The circumstances in which operations are carried out. New ids count from 1, in hexadecimal. */
export const worldCircumstances = (
  world: World,
  { failure, principal }: WithFailure & WithPrincipal = {}
): Circumstances => ({
  infrastructure: infrastructureOf(world.facts),
  now: world.now,
  failure,
  principal,
  newCustomKeyStoreId: `cks-${hexadecimal(world.storesMade + 1, 17)}` as CustomKeyStoreId,
  newKeyId: `00000000-0000-4000-8000-${hexadecimal(world.keysMade + 1, 12)}` as KeyId,
  newGrantId: grantIdAfter(world),
  ...(world.cryptography && { cryptography: world.cryptography })
})

/** The world with another account; ids that are taken now are not given again. */
export const withAccount = (world: World, account: Account): World => {
  const { newCustomKeyStoreId, newKeyId } = worldCircumstances(world)
  const madeStore = storeWithId(account, newCustomKeyStoreId) !== undefined
  const madeKey = keyWithId(account, newKeyId) !== undefined
  const madeGrant = keysWithGrant(account, grantIdAfter(world)).length > 0
  return {
    ...world,
    account,
    grantsMade: world.grantsMade + (madeGrant ? 1 : 0),
    storesMade: world.storesMade + (madeStore ? 1 : 0),
    keysMade: world.keysMade + (madeKey ? 1 : 0)
  }
}
