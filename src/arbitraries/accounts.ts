import fc, { type Arbitrary } from 'fast-check'
import type { Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { isCloudHsm } from '../model/CustomKeyStore.js'
import type { AccountId, KeyId, XksKeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import { accountIds, either, keyArn, keyIds, rarely, region, xksKeyIds } from './smallWorld.js'
import { storeAt, type Place, type StoreOptions } from './stores.js'

const keyStates = fc.record({
  enabled: rarely(fc.constant(true), fc.constant(false)),
  DeletionDate: fc.option(fc.constant(1_701_000_000), { nil: undefined, freq: 2 })
})

interface KeyState {
  readonly enabled: boolean
  readonly DeletionDate?: number | undefined
}

/** The key of that number in a store. */
const keyIn = (store: CustomKeyStore, number: number, { enabled, DeletionDate }: KeyState): KmsKey => {
  const id = keyIds[number] ?? `key-${String(number)}`
  const common = {
    KeyId: id as KeyId,
    Arn: keyArn(id),
    CustomKeyStoreId: store.CustomKeyStoreId,
    Description: '',
    CreationDate: 1_600_000_009,
    enabled,
    ...(DeletionDate !== undefined && { DeletionDate })
  }
  return isCloudHsm(store)
    ? { ...common, Origin: 'AWS_CLOUDHSM' }
    : {
        ...common,
        Origin: 'EXTERNAL_KEY_STORE',
        XksKeyConfiguration: { Id: xksKeyIds[number % 2] as XksKeyId }
      }
}

/**
 * A KMS key in a store: enabled, disabled or pending deletion. Its dates are in seconds since 1970.
 *
 * @example
 * const store = one(arbitrary.store())
 * one(arbitrary.key(store)).CustomKeyStoreId === store.CustomKeyStoreId //=> true
 */
export const key = (store: CustomKeyStore): Arbitrary<KmsKey> =>
  keyStates.map((state) => keyIn(store, 0, state))

interface Held {
  readonly stores: ReadonlyArray<CustomKeyStore>
  readonly keys: ReadonlyArray<KmsKey>
}

/** A store at a place with up to two keys, or one time in eight nothing. */
const held = (place: Place, options: StoreOptions): Arbitrary<Held> =>
  either<Held>(
    { weight: 1, arbitrary: fc.constant({ stores: [], keys: [] }) },
    {
      weight: 7,
      arbitrary: fc
        .tuple(storeAt(place, options), fc.array(keyStates, { maxLength: 2 }))
        .map(([one, states]) => ({
          stores: [one],
          keys: states.map((state, n) => keyIn(one, 2 * place + n, state))
        }))
    }
  )

/** An account with these stores and keys. */
const accountOf = (stores: ReadonlyArray<CustomKeyStore>, keys: ReadonlyArray<KmsKey>): Account => ({
  AccountId: accountIds[0] as AccountId,
  Region: region,
  stores,
  keys
})

/**
 * An account with up to three stores, as they can be at the same time, and keys in them; `options`: what each store is like.
 *
 * @example
 * one(arbitrary.account()).stores.length <= 3 //=> true
 */
export const account = (options: StoreOptions = {}): Arbitrary<Account> =>
  fc.tuple(held(0, options), held(1, options), held(2, options)).map((all) =>
    accountOf(
      all.flatMap(({ stores }) => stores),
      all.flatMap(({ keys }) => keys)
    )
  )
