import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'
import type { Kind } from '../possible/examples.js'
import { createRequest, credential, password, storeName } from './beginning.js'
import { xksKeyId, type Place } from './Place.js'

/** A request that the page can make. */
export interface Ask {
  /** As the address has it: the operation, and what tells requests of it apart. */
  readonly id: string
  readonly operation: OperationName
  /** What it asks for, in words; empty where the name of the operation says it. */
  readonly does: string
  readonly request: (place: Place) => Readonly<Record<string, unknown>>
}

const firstStore = 'cks-00000000000000001'

const storeIn = ({ store }: Place): string => store?.CustomKeyStoreId ?? firstStore

const onStore = (operation: OperationName, does: string, members: object = {}): Ask => ({
  id: operation,
  operation,
  does,
  request: (place) => ({ CustomKeyStoreId: storeIn(place), ...members })
})

const otherName = ({ store }: Place): string =>
  store?.CustomKeyStoreName === storeName ? 'RenamedKeyStore' : storeName

const updating = (
  member: UpdatableMember,
  does: string,
  value: (place: Place) => unknown
): readonly [Ask] => [
  {
    id: `UpdateCustomKeyStore.${member}`,
    operation: 'UpdateCustomKeyStore',
    does,
    request: (place) => ({ CustomKeyStoreId: storeIn(place), [member]: value(place) })
  }
]

const create = (kind: Kind): Ask => ({
  id: 'CreateCustomKeyStore',
  operation: 'CreateCustomKeyStore',
  does: '',
  request: () => ({ ...createRequest[kind] })
})

const createKey: Ask = {
  id: 'CreateKey',
  operation: 'CreateKey',
  does: '',
  request: (place) => ({
    CustomKeyStoreId: storeIn(place),
    ...(place.kind === 'AWS_CLOUDHSM'
      ? { Origin: 'AWS_CLOUDHSM' }
      : { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyId(place.world.keysMade + 1) })
  })
}

/** The requests about a store of a kind. */
export const storeAsks = (kind: Kind): ReadonlyArray<Ask> => [
  onStore('ConnectCustomKeyStore', ''),
  onStore('DisconnectCustomKeyStore', ''),
  ...updating('NewCustomKeyStoreName', 'another name', otherName),
  ...(kind === 'AWS_CLOUDHSM'
    ? updating('KeyStorePassword', 'the password of kmsuser', () => password)
    : updating('XksProxyAuthenticationCredential', 'the credential of the proxy', () => credential)),
  onStore('DeleteCustomKeyStore', ''),
  createKey,
  onStore('GenerateRandom', '32 bytes', { NumberOfBytes: 32 }),
  onStore('DescribeCustomKeyStores', '')
]

/** What there is to ask once the store is deleted. */
export const asksWithoutStore = (kind: Kind): ReadonlyArray<Ask> => [create(kind)]

const keyOperations: ReadonlyArray<readonly [OperationName, string, object]> = [
  ['Encrypt', '', {}],
  ['Decrypt', '', {}],
  ['DescribeKey', '', {}],
  ['DisableKey', '', {}],
  ['EnableKey', '', {}],
  ['ScheduleKeyDeletion', 'in 7 days', { PendingWindowInDays: 7 }],
  ['CancelKeyDeletion', '', {}]
]

/** The id that a story gives to the key that is created as the n-th, from 1. */
const keyId = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** The number, from 1, of a key by when it was created. */
export const numberOfKey = (id: string): number => Number.parseInt(id.slice(-12), 16)

/** The requests about the key that was created as the n-th. */
export const keyAsks = (n: number): ReadonlyArray<Ask> =>
  keyOperations.map(([operation, does, members]) => ({
    id: `${operation}.${String(n)}`,
    operation,
    does,
    request: () => ({ KeyId: keyId(n), ...members })
  }))

/** The highest number that an address has for a key. */
export const mostKeys = 999

/** The request that an address names. */
export const askNamed = (kind: Kind, id: string): Ask | undefined => {
  const own = [create(kind), ...storeAsks(kind)].find((ask) => ask.id === id)
  if (own !== undefined) return own
  const n = /^[A-Za-z]{1,40}\.([1-9]\d{0,2})$/.exec(id)?.[1]
  if (n === undefined || Number(n) > mostKeys) return undefined
  return keyAsks(Number(n)).find((ask) => ask.id === id)
}
