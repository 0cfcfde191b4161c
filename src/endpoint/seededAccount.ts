import type { Account } from '../model/Account.js'
import type { Alias } from '../model/Alias.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId, KeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { enabledKey } from '../possible/exampleKeys.js'
import { exampleStore, kinds } from '../possible/examples.js'
import type { ReadKey, ReadStore } from './SeededStore.js'

/** Whose stores they are, and when they are first seen, in seconds since 1970. */
export interface Beginning {
  readonly AccountId: AccountId
  readonly Region: string
  readonly now: number
}

const day = 86_400
const longestWaitingPeriod = 30 * day

/** The example with a number in it that no other has; the first is the example itself. */
const countedOn = (example: string, digits: number, n: number): string =>
  example.slice(0, -digits) +
  (BigInt(`0x${example.slice(-digits)}`) + BigInt(n)).toString(16).padStart(digits, '0')

/** A text of small letters for each number: a, b, …, z, ba, bb, … */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCharCode(97 + (n % 26))

const repeatedTo = (length: number, text: string): string => text.repeat(Math.ceil(length / text.length))

export const typeOf = (store: ReadStore): CustomKeyStore['CustomKeyStoreType'] =>
  store.CustomKeyStoreType ?? (store.XksProxyConfiguration ? 'EXTERNAL_KEY_STORE' : 'AWS_CLOUDHSM')

export const connectivityOf = ({
  XksProxyConfiguration: proxy = {}
}: ReadStore): XksProxyConfiguration['Connectivity'] =>
  proxy.Connectivity ?? (proxy.VpcEndpointServiceName ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT')

/** Without members that are undefined. */
const given = <A extends object>(members: A): A =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as A

const proxyOf = (store: ReadStore, n: number): XksProxyConfiguration => {
  const example = kinds[connectivityOf(store)].XksProxyConfiguration
  const own = {
    UriPath: example.UriPath.replace('example', `example${String(n)}`),
    ...(n > 0 && { UriEndpoint: example.UriEndpoint.replace('xks', `xks${String(n)}`) }),
    ...('VpcEndpointServiceName' in example &&
      n > 0 && { VpcEndpointServiceName: `${example.VpcEndpointServiceName}${String(n)}` })
  }
  return { ...example, ...own, ...given(store.XksProxyConfiguration ?? {}) } as XksProxyConfiguration
}

/** The store that has a place among others. Everything that has to be its own is made from that place. */
const storeAt = (store: ReadStore, n: number): CustomKeyStore => {
  const { ConnectionState: state = 'DISCONNECTED', keys: _, ...members } = store
  const isExternal = typeOf(store) === 'EXTERNAL_KEY_STORE'
  const example = exampleStore(isExternal ? connectivityOf(store) : 'AWS_CLOUDHSM', state)
  return {
    ...example,
    CustomKeyStoreId: `cks-${countedOn(example.CustomKeyStoreId.slice(4), 13, n)}`,
    CustomKeyStoreName: n === 0 ? example.CustomKeyStoreName : `Example${String(n)}`,
    ...(isExternal ? {} : { CloudHsmClusterId: `cluster-${repeatedTo(11, letters(n))}` }),
    ...given(members),
    ...(isExternal && { XksProxyConfiguration: proxyOf(store, n) })
  } as CustomKeyStore
}

const keyAt =
  ({ AccountId: account, Region: region, now }: Beginning, store: CustomKeyStore, n: number) =>
  (key: ReadKey, i: number): KmsKey => {
    const { KeyState: state, Description = '', DeletionDate, XksKeyId } = key
    const KeyId = (key.KeyId ?? `1234abcd-12ab-34cd-56ef-${String(n * 1000 + i).padStart(12, '0')}`) as KeyId
    const isPending = state === 'PendingDeletion' || DeletionDate !== undefined
    const common = {
      KeyId,
      Arn: `arn:aws:kms:${region}:${account}:key/${KeyId}`,
      CustomKeyStoreId: store.CustomKeyStoreId,
      Description,
      enabled: state !== 'Disabled' && !isPending,
      ...(isPending && { DeletionDate: DeletionDate ?? now + longestWaitingPeriod })
    }
    const example = enabledKey(
      store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? 'AWS_CLOUDHSM' : 'PUBLIC_ENDPOINT'
    )
    return example.Origin === 'AWS_CLOUDHSM'
      ? { ...example, ...common }
      : {
          ...example,
          ...common,
          XksKeyConfiguration: { Id: XksKeyId ?? (`external-key-${String(n)}-${String(i)}` as never) }
        }
  }

const aliasOf = (key: ReadKey, { KeyId: TargetKeyId, CreationDate }: KmsKey): ReadonlyArray<Alias> =>
  key.AliasName === undefined
    ? []
    : [{ AliasName: key.AliasName, TargetKeyId, CreationDate, LastUpdatedDate: CreationDate }]

/** The account with these stores and keys. What is left out of one is that of a store without a fault, and its own. */
export const seededAccount = (beginning: Beginning, seeded: ReadonlyArray<ReadStore>): Account => {
  const stores = seeded.map(storeAt)
  const keysOf = stores.map((store, n) => (seeded[n]?.keys ?? []).map(keyAt(beginning, store, n)))
  const aliases = keysOf.flatMap((keys, n) =>
    keys.flatMap((key, i) => aliasOf(seeded[n]?.keys?.[i] ?? {}, key))
  )
  return {
    AccountId: beginning.AccountId,
    Region: beginning.Region,
    stores,
    keys: keysOf.flat(),
    ...(aliases.length > 0 && { aliases })
  }
}
