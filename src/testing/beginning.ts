import type { ConfiguredInfrastructure } from '../endpoint/ConfiguredInfrastructure.js'
import { seededAccount } from '../endpoint/seededAccount.js'
import type { ReadStore } from '../endpoint/SeededStore.js'
import type { Account } from '../model/Account.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { accountId, region, type Kind } from '../possible/examples.js'
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
const firstSecond = 1_764_547_200

const seedOf = ({
  kind = 'AWS_CLOUDHSM',
  ConnectionState: state = 'DISCONNECTED',
  ConnectionErrorCode: code,
  keys = 0
}: StoreAtFirst): ReadStore => ({
  CustomKeyStoreType: kind === 'AWS_CLOUDHSM' ? kind : 'EXTERNAL_KEY_STORE',
  ...(kind === 'VPC_ENDPOINT_SERVICE' && { XksProxyConfiguration: { Connectivity: kind } }),
  ConnectionState: state,
  ...(state === 'FAILED' && code !== undefined && { ConnectionErrorCode: code }),
  keys: Array.from({ length: keys }, () => ({}))
})

/** The example account with these stores and their keys. The first store is the example store of its kind. */
export const accountAtFirst = (stores: ReadonlyArray<StoreAtFirst>): Account =>
  seededAccount({ AccountId: accountId, Region: region, now: firstSecond }, stores.map(seedOf))

/** Where every world begins. */
export const situationAtFirst = (
  account: Account,
  configured: ConfiguredInfrastructure,
  bounds: Bounds = defaultBounds
): Situation => ({ account, configured, now: firstSecond, carriedOut: 0, looksLeft: {}, bounds })
