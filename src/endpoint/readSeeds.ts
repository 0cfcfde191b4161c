import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode, violationAt, violationsAt, type Violation } from '../codec/decode.js'
import type { Account } from '../model/Account.js'
import { CloudHsmConnectionErrorCode, ExternalConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import { seededAccount, connectivityOf, typeOf, type Beginning } from './seededAccount.js'
import { SeededStores, type ReadKey, type ReadStore } from './SeededStore.js'

type Told = E.Either<ReadonlyArray<Violation>, Account>

const together = (path: string, value: unknown, constraint: string): ReadonlyArray<Violation> =>
  value === undefined ? [] : [violationAt(path, value, 'together', constraint)]

const codes = {
  AWS_CLOUDHSM: CloudHsmConnectionErrorCode.keys,
  EXTERNAL_KEY_STORE: ExternalConnectionErrorCode.keys
} as const

const codeFaults = (at: string, store: ReadStore): ReadonlyArray<Violation> => {
  const { ConnectionErrorCode: code, ConnectionState: state } = store
  const path = `${at}.ConnectionErrorCode`
  if (state !== 'FAILED') return together(path, code, 'Only a store that is FAILED has a code')
  const possible = codes[typeOf(store)]
  if (code === undefined || Object.hasOwn(possible, code)) return []
  const names = Object.keys(possible).join(', ')
  return together(path, code, `Member must be a code that a store of its type can have: ${names}`)
}

const ofCloudHsm = ['CloudHsmClusterId', 'TrustAnchorCertificate', 'clusterCertificate'] as const

const typeFaults = (at: string, store: ReadStore): ReadonlyArray<Violation> => {
  const { XksProxyConfiguration: proxy } = store
  if (typeOf(store) === 'AWS_CLOUDHSM')
    return together(`${at}.XksProxyConfiguration`, proxy, 'Only an EXTERNAL_KEY_STORE has one')
  const strange = ofCloudHsm.flatMap((name) =>
    together(`${at}.${name}`, store[name], 'Only an AWS_CLOUDHSM store has one')
  )
  if (connectivityOf(store) === 'VPC_ENDPOINT_SERVICE') return strange
  const ofVpc = (['VpcEndpointServiceName', 'VpcEndpointServiceOwner'] as const).flatMap((name) =>
    together(
      `${at}.XksProxyConfiguration.${name}`,
      proxy?.[name],
      'Only a proxy with the Connectivity VPC_ENDPOINT_SERVICE has one'
    )
  )
  return [...strange, ...ofVpc]
}

const keyFaults = (at: string, store: ReadStore, key: ReadKey): ReadonlyArray<Violation> => [
  ...(key.KeyState === undefined || key.KeyState === 'PendingDeletion'
    ? []
    : together(`${at}.DeletionDate`, key.DeletionDate, 'Only a key that is PendingDeletion has one')),
  ...(typeOf(store) === 'EXTERNAL_KEY_STORE'
    ? []
    : together(`${at}.XksKeyId`, key.XksKeyId, 'Only a key in an EXTERNAL_KEY_STORE has one'))
]

const faultsOf = (store: ReadStore, n: number): ReadonlyArray<Violation> => {
  const at = `stores.${String(n)}`
  return [
    ...codeFaults(at, store),
    ...typeFaults(at, store),
    ...(store.keys ?? []).flatMap((key, i) => keyFaults(`${at}.keys.${String(i)}`, store, key))
  ]
}

/** What is told twice and is each one's own. */
const repeated = (name: string, values: ReadonlyArray<string | undefined>): ReadonlyArray<Violation> => {
  const seen = new Set<string>()
  return values.flatMap((value) => {
    if (value === undefined) return []
    const isAgain = seen.has(value)
    seen.add(value)
    return isAgain ? [violationAt('stores', value, 'together', `No two must have the same ${name}`)] : []
  })
}

const repetitions = ({ stores, keys, aliases = [] }: Account): ReadonlyArray<Violation> => {
  const clusters = stores.map((store) => ('CloudHsmClusterId' in store ? store.CloudHsmClusterId : undefined))
  const proxies = stores.map((store) => {
    if (!('XksProxyConfiguration' in store)) return undefined
    const { UriEndpoint, UriPath } = store.XksProxyConfiguration
    return UriEndpoint + UriPath
  })
  return [
    ...repeated(
      'CustomKeyStoreId',
      stores.map((store) => store.CustomKeyStoreId)
    ),
    ...repeated(
      'CustomKeyStoreName',
      stores.map((store) => store.CustomKeyStoreName)
    ),
    ...repeated('CloudHsmClusterId', clusters),
    ...repeated('UriEndpoint and UriPath', proxies),
    ...repeated(
      'KeyId',
      keys.map((key) => key.KeyId)
    ),
    ...repeated(
      'AliasName',
      aliases.map((alias) => alias.AliasName)
    )
  ]
}

/** The account with stores and keys, in the form of a list of `SeededStore`; or what is wrong with one. */
export const readSeeds = (beginning: Beginning, seeds: unknown): Told =>
  pipe(
    decode(SeededStores)(seeds),
    E.mapLeft(violationsAt('stores')),
    E.filterOrElseW(
      (stores) => stores.flatMap(faultsOf).length === 0,
      (stores) => stores.flatMap(faultsOf)
    ),
    E.map((stores) => seededAccount(beginning, stores)),
    E.filterOrElse((account) => repetitions(account).length === 0, repetitions)
  )
