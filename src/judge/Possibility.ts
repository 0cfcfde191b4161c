import { storeWithId, type Account } from '../model/Account.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { emptyExample, exampleAccounts } from '../possible/exampleAccounts.js'
import { storeId } from '../possible/examples.js'
import { workedOutOnce } from '../possible/once.js'
import { afterOwnWork } from '../possible/ownWork.js'

/** One meaning of a store id: no store yet, a store in some state, or a deleted one. The type never changes. */
export interface Possibility {
  readonly type: CustomKeyStoreType
  readonly state: ConnectionState | 'not created' | 'deleted'
  readonly keys: boolean
}

const withOrWithoutKeys = [false, true] as const

const stores = (type: CustomKeyStoreType): ReadonlyArray<Possibility> =>
  connectionStates.flatMap((state) => withOrWithoutKeys.map((keys) => ({ type, state, keys })))

/** Every possibility; the beginning of a log excludes none. */
export const everything: ReadonlyArray<Possibility> = customKeyStoreTypes.flatMap((type) => [
  { type, state: 'not created', keys: false },
  ...stores(type),
  { type, state: 'deleted', keys: false }
])

/** The place of each type and state among everything, without keys; the place after it is that with keys. */
const places = Object.fromEntries(
  customKeyStoreTypes.map((type) => [
    type,
    Object.fromEntries(
      everything.flatMap((one, place) => (one.type === type && !one.keys ? [[one.state, place]] : []))
    )
  ])
) as Readonly<Record<CustomKeyStoreType, Readonly<Record<Possibility['state'], number>>>>

/** The place of a possibility among everything. */
export const possibilityPlace = ({ type, state, keys }: Possibility): number =>
  places[type][state] + Number(keys)

/** Some possibilities: for each a bit, at its place among everything. */
export type Possibilities = number

export const possibilities = (some: ReadonlyArray<Possibility>): Possibilities =>
  some.reduce((set, one) => set | (1 << possibilityPlace(one)), 0)

/** All of them. */
export const every: Possibilities = 2 ** everything.length - 1

export const listed = (set: Possibilities): ReadonlyArray<Possibility> =>
  everything.filter((_, place) => ((set >> place) & 1) === 1)

/** Where any of some possibilities leads. Where one leads is worked out once. */
export const leading = (
  from: (possibility: Possibility) => ReadonlyArray<Possibility>
): ((set: Possibilities) => Possibilities) => {
  const lead = workedOutOnce(
    (place: number) => place,
    (place) => possibilities(everything.slice(place, place + 1).flatMap(from))
  )
  return (set) => {
    let led = 0
    for (let [rest, place] = [set, 0]; rest !== 0; rest >>= 1, place += 1) {
      if ((rest & 1) === 1) led |= lead(place)
    }
    return led
  }
}

/** Whether there is a store. */
export const exists = ({ state }: Possibility): boolean => state !== 'not created' && state !== 'deleted'

/** The example accounts of a possibility, on which the library is run. */
export const accountsOf = workedOutOnce(
  possibilityPlace,
  ({ type, state, keys }: Possibility): ReadonlyArray<Account> =>
    state === 'not created' || state === 'deleted' ? [emptyExample] : exampleAccounts(type, state, keys)
)

/** The possibility that an account shows, after an operation on an account of `before`. */
export const inAccount =
  (before: Possibility) =>
  (account: Account): Possibility => {
    const store = storeWithId(account, storeId)
    if (store === undefined) return exists(before) ? { ...before, state: 'deleted', keys: false } : before
    const { CustomKeyStoreType: type, ConnectionState: state } = store
    return { type, state, keys: account.keys.length > 0 }
  }

/** The possibilities once KMS may have ended its own work, which no log shows. */
export const afterOwnWorkOf = leading((possibility) =>
  accountsOf(possibility).flatMap(afterOwnWork()).map(inAccount(possibility))
)

/** Where the store can be after it was created, connected, disconnected or deleted any number of times. An id is never used again. */
export const afterChanges = leading((possibility) =>
  everything.filter(
    ({ type, state, keys }) =>
      type === possibility.type &&
      (state === 'deleted' ||
        state === possibility.state ||
        (state !== 'not created' && possibility.state !== 'deleted')) &&
      keys === (possibility.keys && state !== 'deleted')
  )
)

/** The possibilities after keys may have been created in the store. */
export const afterNewKeys = leading((possibility) =>
  exists(possibility) ? [possibility, { ...possibility, keys: true }] : [possibility]
)

/** The possibilities after keys may have been deleted. */
export const afterKeysGone = leading((possibility) => [possibility, { ...possibility, keys: false }])

export const withKeys: Possibilities = possibilities(everything.filter(({ keys }) => keys))
