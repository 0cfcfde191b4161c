import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { canComeOf } from '../connection/process.js'
import { decode, violationAt, violationsAt, type Violation } from '../codec/decode.js'
import type { Account } from '../model/Account.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { aliasNameIsAllowed } from '../rules/aliases.js'
import { keyIsNamedByIdOrArn } from '../rules/existence.js'
import { repetitions } from './repetitions.js'
import { seededAccount, connectivityOf, typeOf, type Beginning } from './seededAccount.js'
import { SeededStores, type ReadKey, type ReadStore } from './SeededStore.js'

type Told = E.Either<ReadonlyArray<Violation>, Account>

const together = (path: string, value: unknown, constraint: string): ReadonlyArray<Violation> =>
  value === undefined ? [] : [violationAt(path, value, 'together', constraint)]

const codes = {
  cloudHsm: Object.keys(CloudHsmConnectionErrorCode.keys) as ReadonlyArray<CloudHsmConnectionErrorCode>,
  external: Object.keys(ExternalConnectionErrorCode.keys) as ReadonlyArray<ExternalConnectionErrorCode>
} as const

/** The codes with which a store of its kind can have failed. */
const codesOf = (store: ReadStore): ReadonlyArray<ConnectionErrorCode> => {
  if (typeOf(store) === 'AWS_CLOUDHSM') return codes.cloudHsm
  const proxy = { Connectivity: connectivityOf(store) }
  return codes.external.filter((code) => canComeOf(proxy, code))
}

const codeFaults = (at: string, store: ReadStore): ReadonlyArray<Violation> => {
  const { ConnectionErrorCode: code, ConnectionState: state } = store
  const path = `${at}.ConnectionErrorCode`
  if (state !== 'FAILED') return together(path, code, 'Only a store that is FAILED has a code')
  const possible = codesOf(store)
  if (code === undefined || possible.includes(code)) return []
  return together(
    path,
    code,
    `Member must be a code that a store of its kind can have: ${possible.join(', ')}`
  )
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

/** A name of a key that is neither its ARN nor an alias. */
const isKeyId = (keyId: string): boolean => keyIsNamedByIdOrArn.holds({ keyId }) && !keyId.startsWith('arn:')

const nameFaults = (at: string, { KeyId: keyId, AliasName }: ReadKey): ReadonlyArray<Violation> => [
  ...(keyId === undefined || isKeyId(keyId)
    ? []
    : together(`${at}.KeyId`, keyId, 'Member must be the id of a key, and neither its ARN nor an alias')),
  ...(AliasName === undefined || aliasNameIsAllowed.holds({ request: { AliasName } })
    ? []
    : together(`${at}.AliasName`, AliasName, 'Member must begin with alias/ and not with alias/aws/'))
]

const keyFaults = (at: string, store: ReadStore, key: ReadKey): ReadonlyArray<Violation> => [
  ...nameFaults(at, key),
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
