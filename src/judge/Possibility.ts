import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { KmsKey } from '../model/KmsKey.js'
import { clusterId, exampleStore, keyId, storeId, xksKeyId } from '../possible/examples.js'
import { afterOwnWorkOn } from '../possible/ownWork.js'

/** One way in which it can stand with the id of a store, whose type never changes. Without a store there are no keys. */
export interface Possibility {
  readonly type: CustomKeyStoreType
  readonly state: ConnectionState | 'not created' | 'deleted'
  readonly keys: boolean
}

const withOrWithoutKeys = [false, true] as const

const stores = (type: CustomKeyStoreType): ReadonlyArray<Possibility> =>
  connectionStates.flatMap((state) => withOrWithoutKeys.map((keys) => ({ type, state, keys })))

/** All that can be, of which the beginning of a log excludes nothing. */
export const everything: ReadonlyArray<Possibility> = customKeyStoreTypes.flatMap((type) => [
  { type, state: 'not created', keys: false },
  ...stores(type),
  { type, state: 'deleted', keys: false }
])

const nameOf = ({ type, state, keys }: Possibility): string => `${type} ${state} ${String(keys)}`

/** Each possibility once. */
export const once = (possibilities: ReadonlyArray<Possibility>): ReadonlyArray<Possibility> => [
  ...new Map(possibilities.map((possibility) => [nameOf(possibility), possibility])).values()
]

/** Whether two sets, each without repetition, are the same. */
export const areSame = (a: ReadonlyArray<Possibility>, b: ReadonlyArray<Possibility>): boolean =>
  a.length === b.length && once([...a, ...b]).length === a.length

/** An answer for each possibility, worked out beforehand; there is no other possibility. */
const workedOut = <A>(of: (possibility: Possibility) => A) => {
  const answers = new Map(everything.map((possibility) => [nameOf(possibility), of(possibility)]))
  return (possibility: Possibility): A => answers.get(nameOf(possibility)) as A
}

/** A store to run the library on, in a list; the list is empty where no store exists. */
export const storeIn = workedOut<ReadonlyArray<CustomKeyStore>>(({ type, state }) =>
  state === 'not created' || state === 'deleted'
    ? []
    : [exampleStore(type === 'AWS_CLOUDHSM' ? 'AWS_CLOUDHSM' : 'PUBLIC_ENDPOINT', state)]
)

const key = {
  KeyId: keyId,
  Arn: '',
  CustomKeyStoreId: storeId,
  Description: '',
  CreationDate: 0,
  enabled: true
}

/** A key in a store of each type, to run the library on. */
export const keyIn: Readonly<Record<CustomKeyStoreType, KmsKey>> = {
  AWS_CLOUDHSM: { ...key, Origin: 'AWS_CLOUDHSM', CloudHsmClusterId: clusterId },
  EXTERNAL_KEY_STORE: { ...key, Origin: 'EXTERNAL_KEY_STORE', XksKeyConfiguration: { Id: xksKeyId } }
}

/** Where the store can be once KMS has gone on with what it is doing, which no log shows. */
export const afterOwnWork = workedOut<ReadonlyArray<Possibility>>((possibility) =>
  once([
    possibility,
    ...storeIn(possibility)
      .flatMap(afterOwnWorkOn)
      .map(({ ConnectionState: state }) => ({ ...possibility, state }))
  ])
)

/** Where the store can be after it was created, connected, disconnected or deleted any number of times. An id is never used again. */
export const afterChanges = (possibility: Possibility): ReadonlyArray<Possibility> =>
  everything.filter(
    ({ type, state, keys }) =>
      type === possibility.type &&
      (state === 'deleted' ||
        state === possibility.state ||
        (state !== 'not created' && possibility.state !== 'deleted')) &&
      keys === (possibility.keys && state !== 'deleted')
  )

/** What the store can hold after keys were created in it. */
export const afterNewKeys = (possibility: Possibility): ReadonlyArray<Possibility> =>
  storeIn(possibility).length === 0 ? [possibility] : [possibility, { ...possibility, keys: true }]
