/**
 * A second implementation of what AWS documents of custom key stores, written from the documents alone, with nothing
 * of the library. The documents do not order the rules (A1), so what it says of a request is a set.
 *
 * Not covered, and answered with `undefined`: other operations, aliases and their ARNs, and Decrypt without KeyId.
 */
import { create } from './create.js'
import { createKey, generateRandom } from './createKey.js'
import { keyOperations } from './keys.js'
import { malformed } from './members.js'
import { requests } from './requests.js'
import { isRecord, isSure, ruleNames } from './rules.js'
import type { Operation, Rules } from './rules.js'
import { connect, deleteStore, describe, disconnect } from './stores.js'
import { update } from './update.js'
import type { World } from './world.js'

export type * from './world.js'
export { report, settle } from './connection.js'

export { endWaitingPeriods, keyState } from './keys.js'

/** The texts that disagree on the states in which a store may be connected and updated. */
export type Edition =
  | 'exception-text-2022'
  | 'operation-page-2022'
  | 'exception-text-2026'
  | 'operation-page-2026'
  | 'developer-guide'

export type ConnectionState = 'DISCONNECTED' | 'CONNECTING' | 'CONNECTED' | 'FAILED' | 'DISCONNECTING'

type EveryStore = Readonly<{
  CustomKeyStoreId: string
  CustomKeyStoreName: string
  ConnectionState: ConnectionState
  /** In FAILED, and only there. */
  ConnectionErrorCode?: string
  /** Unix seconds, as every time here. */
  CreationDate: number
  /** The number of the latest connection or disconnection; each that begins has the next one. */
  attempt: number
}>

export type CloudHsmStore = EveryStore &
  Readonly<{
    CustomKeyStoreType: 'AWS_CLOUDHSM'
    CloudHsmClusterId: string
    TrustAnchorCertificate: string
    /** That of the cluster with which the store was created. Absent: unknown. */
    clusterCertificate?: string
  }>

export type XksProxyConfiguration = Readonly<{
  Connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE'
  AccessKeyId: string
  UriEndpoint: string
  UriPath: string
  VpcEndpointServiceName?: string
  /** Absent where no request has named one (A64). */
  VpcEndpointServiceOwner?: string
}>

export type ExternalStore = EveryStore &
  Readonly<{ CustomKeyStoreType: 'EXTERNAL_KEY_STORE'; XksProxyConfiguration: XksProxyConfiguration }>

export type Store = CloudHsmStore | ExternalStore

export type Key = Readonly<{
  KeyId: string
  CustomKeyStoreId: string
  CreationDate: number
  /** What the key is, or will be once its store is connected. False while its deletion is pending. */
  Enabled: boolean
  /** While the deletion is pending, and only then. */
  DeletionDate?: number
  XksKeyId?: string
}>

/** One account in one Region. It need not have come about by requests. */
export type State = Readonly<{ stores: ReadonlyArray<Store>; keys: ReadonlyArray<Key> }>

export type Given = Readonly<{
  edition: Edition
  world: World
  failure?: 'KMSInternalException' | 'DependencyTimeoutException' | 'KeyUnavailableException'
  now: number
  account: string
  region: string
  newCustomKeyStoreId: string
  newKeyId: string
  /** 10 if absent. */
  storeQuota?: number
  /** 100,000 if absent. */
  keyQuota?: number
  /** The ARN of who makes the request. */
  principal?: string
  storesOfOtherAccounts?: ReadonlyArray<Store>
  /** False where of a cryptographic request only KeyId is read: its other members then refuse nothing surely. */
  readsCryptographicMembers?: boolean
}>

/**
 * A request must be refused if `refusals` is not empty, by any name in `refusals` or `mayRefuse`. If it is empty, the
 * request must be accepted, or be refused by a name in `mayRefuse`, where the documents leave that open.
 */
export type Answer = Readonly<{
  refusals: ReadonlySet<string>
  mayRefuse: ReadonlySet<string>
  /** The rules behind both: exception, whether it is broken for sure, source. */
  because: Rules
  /** If the request is accepted; otherwise nothing changes. */
  after: State
  /** If it is accepted. Only passwordMatches changes, by an Update (A86). */
  world: World
  /** Members of the response if it is accepted; a response may have more of them. Absent: not predicted. */
  output?: Readonly<Record<string, unknown>>
}>

const operations = new Map<string, Operation>([
  ['CreateCustomKeyStore', create],
  ['ConnectCustomKeyStore', connect],
  ['DisconnectCustomKeyStore', disconnect],
  ['UpdateCustomKeyStore', update],
  ['DeleteCustomKeyStore', deleteStore],
  ['DescribeCustomKeyStores', describe],
  ['CreateKey', createKey],
  ['GenerateRandom', generateRandom],
  ...keyOperations
])

/** The operations that are covered. */
export const operationNames: ReadonlyArray<string> = [...operations.keys()]

/** Whether the page of the operation lists the failure: those on stores list KMSInternalException alone. */
const failures = ({ failure }: Given, operation: string): Rules => {
  const isListed =
    failure === 'KeyUnavailableException'
      ? /^(Encrypt|Decrypt|GenerateDataKey.*)$/.test(operation)
      : failure === 'DependencyTimeoutException'
        ? !/CustomKeyStores?$/.test(operation)
        : true
  return failure !== undefined && isListed ? [[failure, true, `API_${operation}`]] : []
}

/** What the documents say of a request, in AWS's JSON: which exceptions may answer it, and what it does. */
export const answer =
  (given: Given) =>
  (operation: string, request: unknown) =>
  (state: State): Answer | undefined => {
    const decide = operations.get(operation)
    const members = requests[operation]
    if (decide === undefined || members === undefined) return undefined
    const form = malformed(given, operation, members)(request)
    const isOfForm = isRecord(request) && !form.some(isSure)
    const verdict = isOfForm ? decide(given, request, state, operation) : { rules: [] }
    if (verdict === undefined) return undefined
    const rules = [...form, ...verdict.rules, ...(isOfForm ? failures(given, operation) : [])]
    const refusals = ruleNames(rules, true)
    const { after = state, world = given.world, output } = refusals.size === 0 ? (verdict.then?.() ?? {}) : {}
    return {
      refusals,
      mayRefuse: ruleNames(rules, 'open'),
      because: rules.filter(([, broken]) => broken !== false),
      after,
      world,
      ...(output === undefined ? {} : { output })
    }
  }
