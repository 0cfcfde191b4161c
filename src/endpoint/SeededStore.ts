import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { boundedArray } from '../codec/boundedArray.js'
import { boundedInteger } from '../codec/boundedInteger.js'
import { closedStruct } from '../codec/closedStruct.js'
import { Moment } from '../codec/Moment.js'
import { AliasName } from '../model/Alias.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { ConnectionState } from '../model/ConnectionState.js'
import { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import * as ids from '../model/identifiers.js'
import { Description } from '../model/requests/UpdateKeyDescriptionRequest.js'
import { XksProxyConnectivity } from '../model/XksProxyConfiguration.js'

/** A KMS key that there is at first, and its alias. What is left out is filled in; without any member it is Enabled. */
export interface SeededKey {
  readonly KeyId?: string
  readonly KeyState?: 'Enabled' | 'Disabled' | 'PendingDeletion'
  readonly Description?: string
  /** `alias/` included. Default: none. */
  readonly AliasName?: string
  /** Of a key pending deletion, in seconds since 1970. Default: in thirty days. */
  readonly DeletionDate?: number
  /** Of a key in an external key store. */
  readonly XksKeyId?: string
}

interface Seeded {
  readonly CustomKeyStoreId?: string
  readonly CustomKeyStoreName?: string
  /** In seconds since 1970. */
  readonly CreationDate?: number
  /** The number of its latest connection or disconnection. */
  readonly attempt?: number
  /** How many enabled keys are in it, or each of them. Default: none. */
  readonly keys?: number | ReadonlyArray<SeededKey>
}

/** Only a FAILED store has a code; it is INVALID_CREDENTIALS where none is told. */
type In<Code> =
  | { readonly ConnectionState?: Exclude<ConnectionState, 'FAILED'>; readonly ConnectionErrorCode?: never }
  | { readonly ConnectionState: 'FAILED'; readonly ConnectionErrorCode?: Code }

type SeededCloudHsmKeyStore = Seeded &
  In<CloudHsmConnectionErrorCode> & {
    readonly CustomKeyStoreType?: 'AWS_CLOUDHSM'
    readonly CloudHsmClusterId?: string
    readonly TrustAnchorCertificate?: string
    readonly clusterCertificate?: string
    readonly XksProxyConfiguration?: never
  }

type SeededExternalKeyStore = Seeded &
  In<ExternalConnectionErrorCode> & {
    readonly CustomKeyStoreType: 'EXTERNAL_KEY_STORE'
    /** Reached at a public endpoint, unless the connectivity or a VPC endpoint service is named. */
    readonly XksProxyConfiguration?: {
      readonly Connectivity?: XksProxyConnectivity
      readonly AccessKeyId?: string
      readonly UriEndpoint?: string
      readonly UriPath?: string
      readonly VpcEndpointServiceName?: string
      readonly VpcEndpointServiceOwner?: string
    }
    readonly CloudHsmClusterId?: never
    readonly TrustAnchorCertificate?: never
    readonly clusterCertificate?: never
  }

/** A store that there is at first. What is left out is filled in; without any member it is a DISCONNECTED AWS CloudHSM key store. */
export type SeededStore = SeededCloudHsmKeyStore | SeededExternalKeyStore

/** Of stores, and of the keys in one: so that making them keeps nobody waiting. */
const most = { stores: 100, keys: 1_000 } as const

/** Any of the codes, whatever the type of the store. */
const anyCode: t.Type<ConnectionErrorCode, unknown> = t.keyof(
  { ...CloudHsmConnectionErrorCode.keys, ...ExternalConnectionErrorCode.keys },
  'ConnectionErrorCode'
)

const Key = closedStruct(
  'SeededKey',
  {},
  {
    KeyId: ids.KeyId,
    KeyState: t.keyof({ Enabled: null, Disabled: null, PendingDeletion: null }, 'KeyState'),
    Description,
    AliasName,
    DeletionDate: Moment,
    XksKeyId: ids.XksKeyId
  }
)
export type ReadKey = t.TypeOf<typeof Key>

const keyCount = boundedInteger('keys', 0, most.keys)
const keyList = boundedArray(Key, most.keys)

/** How many keys there are, or each of them. */
const Keys: t.Type<ReadonlyArray<ReadKey>, unknown> = new t.Type(
  'Keys',
  (u): u is ReadonlyArray<ReadKey> => keyList.is(u),
  (u, context) => {
    if (Array.isArray(u)) return keyList.validate(u, context)
    const count = keyCount.validate(u, context)
    return E.isLeft(count) ? count : t.success(Array.from({ length: count.right }, (): ReadKey => ({})))
  },
  t.identity
)

const Configuration = closedStruct(
  'SeededXksProxyConfiguration',
  {},
  {
    Connectivity: XksProxyConnectivity,
    AccessKeyId: ids.AccessKeyId,
    UriEndpoint: ids.XksProxyUriEndpoint,
    UriPath: ids.XksProxyUriPath,
    VpcEndpointServiceName: ids.XksProxyVpcEndpointServiceName,
    VpcEndpointServiceOwner: ids.AccountId
  }
)

const Store = closedStruct(
  'SeededStore',
  {},
  {
    CustomKeyStoreId: ids.CustomKeyStoreId,
    CustomKeyStoreName: ids.CustomKeyStoreName,
    CustomKeyStoreType,
    ConnectionState,
    ConnectionErrorCode: anyCode,
    CreationDate: Moment,
    attempt: boundedInteger('attempt', 0, 1_000_000),
    CloudHsmClusterId: ids.CloudHsmClusterId,
    TrustAnchorCertificate: ids.TrustAnchorCertificate,
    clusterCertificate: t.string,
    XksProxyConfiguration: Configuration,
    keys: Keys
  }
)
export type ReadStore = t.TypeOf<typeof Store>

/** Stores of which each member may be left out, as they are written. */
export const SeededStores = boundedArray(Store, most.stores)
