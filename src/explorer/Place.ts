import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Kind } from '../possible/examples.js'
import type { World } from '../replay/World.js'
import { clusterId, serviceName, uriEndpoint, uriPath } from './beginning.js'

/** Where a story has come to: what its next step can be about. */
export interface Place {
  readonly kind: Kind
  readonly world: World
  /** The store of the story; absent once it is deleted. */
  readonly store: CustomKeyStore | undefined
  /** The keys in it, in the order in which they were created. */
  readonly keys: ReadonlyArray<KmsKey>
}

/** There is never more than one store: a second one would need what stands behind the first. */
export const placeOf = (kind: Kind, world: World): Place => ({
  kind,
  world,
  store: world.account.stores[0],
  keys: [...world.account.keys]
})

/** What stands behind the store: members as the facts of a story have them. */
export type Entry = Readonly<Record<string, unknown>>

/** What a fact can be about. */
export type Behind = 'cluster' | 'proxy' | 'service'

/** What names each in the facts of a story. */
export const nameOf: Readonly<Record<Behind, Entry>> = {
  cluster: { clusterId },
  proxy: { uriEndpoint, uriPath },
  service: { serviceName }
}

/** The list of the facts that has each. */
export const listOf = {
  cluster: 'clusters',
  proxy: 'proxies',
  service: 'vpcEndpointServices'
} as const satisfies Readonly<Record<Behind, string>>

/** What stands behind the store as it is now; undefined where it does not exist. */
export const entryOf = ({ world: { facts } }: Place, behind: Behind): Entry | undefined =>
  facts[listOf[behind]][0]

/** The external key that the next KMS key stands for, after as many as have been created. */
export const xksKeyId = (n: number): string => `example-key-${String(n)}`

/** The external keys of the KMS keys so far, and that of the next. */
export const xksKeyIds = ({ world: { keysMade } }: Place): ReadonlyArray<string> =>
  Array.from({ length: keysMade + 1 }, (_, i) => xksKeyId(i + 1))
