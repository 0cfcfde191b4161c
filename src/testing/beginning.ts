import type { ConfiguredInfrastructure } from '../endpoint/ConfiguredInfrastructure.js'
import type { Account } from '../model/Account.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isFailed, isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type {
  CloudHsmClusterId,
  CustomKeyStoreId,
  CustomKeyStoreName,
  KeyId,
  XksKeyId,
  XksProxyUriPath
} from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import { enabledKey } from '../possible/exampleKeys.js'
import { accountId, exampleStore, kindOf, region, type Kind } from '../possible/examples.js'
import { defaultBounds, type Bounds } from './Bounds.js'
import type { Situation } from './Situation.js'

/** A store that there is before the program begins. */
export interface StoreAtFirst {
  /** An external key store is reached at a public endpoint, unless the kind is named. Default: AWS_CLOUDHSM. */
  readonly kind?: Kind | 'EXTERNAL_KEY_STORE'
  /** Default: DISCONNECTED. */
  readonly ConnectionState?: ConnectionState
  /** Of a FAILED store; one that its type can have. Default: INVALID_CREDENTIALS. */
  readonly ConnectionErrorCode?: ConnectionErrorCode
  /** How many enabled KMS keys are in it. Default: 0. */
  readonly keys?: number
}

/** In seconds since 1970: when every world begins. */
export const firstSecond = 1_764_547_200

const numbered = (text: string, n: number): string => `${text.slice(0, -1)}${n.toString(16)}`

/** Another store with an id, a name and a backing key store of its own. */
const theOther = (store: CustomKeyStore, n: number): CustomKeyStore => {
  const identity = {
    CustomKeyStoreId: numbered(store.CustomKeyStoreId, n) as CustomKeyStoreId,
    CustomKeyStoreName: (n === 0 ? store.CustomKeyStoreName : `Example${String(n)}`) as CustomKeyStoreName
  }
  if (isCloudHsm(store)) {
    const cluster = `cluster-${'abcdefghijklmnop'.charAt(n).repeat(11)}` as CloudHsmClusterId
    return { ...store, ...identity, CloudHsmClusterId: cluster }
  }
  const configuration = store.XksProxyConfiguration
  const UriPath = configuration.UriPath.replace('example', `example${String(n)}`) as XksProxyUriPath
  return { ...store, ...identity, XksProxyConfiguration: { ...configuration, UriPath } }
}

const storeAt = (first: StoreAtFirst, n: number): CustomKeyStore => {
  const { kind = 'AWS_CLOUDHSM', ConnectionState: state = 'DISCONNECTED', ConnectionErrorCode: code } = first
  const store = exampleStore(kind === 'EXTERNAL_KEY_STORE' ? kindOf[kind] : kind, state)
  const failed = isFailed(store) && code !== undefined ? { ...store, ConnectionErrorCode: code } : store
  return theOther(failed as CustomKeyStore, n)
}

const keysIn = (
  { kind = 'AWS_CLOUDHSM', keys = 0 }: StoreAtFirst,
  { CustomKeyStoreId }: CustomKeyStore,
  n: number
): ReadonlyArray<KmsKey> =>
  Array.from({ length: keys }, (_, i) => {
    const key = enabledKey(kind === 'EXTERNAL_KEY_STORE' ? kindOf[kind] : kind)
    const KeyId = `1234abcd-12ab-34cd-56ef-${String(n * 1000 + i).padStart(12, '0')}` as KeyId
    const Arn = `arn:aws:kms:${region}:${accountId}:key/${KeyId}`
    const named = { ...key, KeyId, Arn, CustomKeyStoreId }
    return named.Origin === 'AWS_CLOUDHSM'
      ? named
      : { ...named, XksKeyConfiguration: { Id: `external-key-${String(n)}-${String(i)}` as XksKeyId } }
  })

/** The example account with these stores and their keys. The first store is the example store of its kind. */
export const accountAtFirst = (stores: ReadonlyArray<StoreAtFirst>): Account => {
  const made = stores.map(storeAt)
  return {
    AccountId: accountId,
    Region: region,
    stores: made,
    keys: stores.flatMap((first, n) => keysIn(first, made[n] as CustomKeyStore, n))
  }
}

/** Where every world begins. */
export const situationAtFirst = (
  account: Account,
  configured: ConfiguredInfrastructure,
  bounds: Bounds = defaultBounds
): Situation => ({ account, configured, now: firstSecond, carriedOut: 0, looksLeft: {}, bounds })
