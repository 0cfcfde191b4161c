import fc, { type Arbitrary } from 'fast-check'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'
import { kinds as exampleKinds, type Kind } from '../possible/examples.js'
import {
  accessKeyIds,
  accountIds,
  anchor,
  certificates,
  chosen,
  clusterIds,
  endpoints,
  oneOf,
  paths,
  serviceNames,
  storeIds,
  storeNames
} from './smallWorld.js'

const namesOf = <A extends string>(keys: Readonly<Record<A, unknown>>) =>
  Object.keys(keys) as ReadonlyArray<string> as ReadonlyArray<A>

const cloudHsmCodes = namesOf(CloudHsmConnectionErrorCode.keys)
const externalCodes = namesOf(ExternalConnectionErrorCode.keys)
const kinds = namesOf(exampleKinds)
const states: ReadonlyArray<ConnectionState> = [
  'DISCONNECTED',
  'CONNECTING',
  'CONNECTED',
  'FAILED',
  'DISCONNECTING'
]

/**
 * A ConnectionErrorCode, of whichever type of store; `kind`: one that this kind of store can have.
 *
 * @example
 * cks.CloudHsmConnectionErrorCode.is(one(arbitrary.connectionErrorCode('AWS_CLOUDHSM'))) //=> true
 */
export const connectionErrorCode = (kind?: Kind): Arbitrary<ConnectionErrorCode> => {
  if (kind === undefined)
    return oneOf<ConnectionErrorCode>([...new Set([...cloudHsmCodes, ...externalCodes])])
  return oneOf<ConnectionErrorCode>(kind === 'AWS_CLOUDHSM' ? cloudHsmCodes : externalCodes)
}

/** What a store is to be like; without a member, or where it is empty, anything. */
export interface StoreOptions<S extends ConnectionState = ConnectionState> {
  /** The type and connectivity: `AWS_CLOUDHSM`, `PUBLIC_ENDPOINT` or `VPC_ENDPOINT_SERVICE`. */
  readonly kinds?: ReadonlyArray<Kind> | undefined
  readonly states?: ReadonlyArray<S> | undefined
}

/** The three places at which a store can stand. Stores at two of them have nothing in common. */
export type Place = 0 | 1 | 2

const clusterAt = [0, 2, 3] as const

/** What a store may be like, whichever kind it turns out to have: so another kind leaves everything else as it is. */
interface Traits {
  readonly kind: Kind
  readonly state: ConnectionState
  readonly cloudHsmCode: ConnectionErrorCode
  readonly externalCode: ConnectionErrorCode
  readonly UriPath: string
  readonly AccessKeyId: string
  readonly owner: string | undefined
}

const backingAt = (place: Place, { kind, UriPath, AccessKeyId, owner }: Traits): object => {
  if (kind === 'AWS_CLOUDHSM') {
    const id = clusterIds[clusterAt[place]] ?? ''
    return {
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: id,
      TrustAnchorCertificate: anchor,
      clusterCertificate: certificates[id]
    }
  }
  const XksProxyConfiguration = {
    Connectivity: kind,
    AccessKeyId,
    UriEndpoint: endpoints[place],
    UriPath,
    ...(kind === 'VPC_ENDPOINT_SERVICE' && {
      VpcEndpointServiceName: serviceNames[place],
      ...(owner && { VpcEndpointServiceOwner: owner })
    })
  }
  return { CustomKeyStoreType: 'EXTERNAL_KEY_STORE', XksProxyConfiguration }
}

const codeOf = ({ kind, cloudHsmCode, externalCode }: Traits): ConnectionErrorCode =>
  kind === 'AWS_CLOUDHSM' ? cloudHsmCode : externalCode

/** All entries, and some of them twice: these come twice as often. */
const oftener = <A>(all: ReadonlyArray<A>, twice: A): ReadonlyArray<A> =>
  all.flatMap((one) => (one === twice ? [one, one] : [one]))

/** The store that stands at a place. It is connected twice as often, since much can only happen then. */
export const storeAt = (place: Place, options: StoreOptions = {}): Arbitrary<CustomKeyStore> =>
  fc
    .record({
      kind: oneOf(oftener(chosen(options.kinds, kinds), 'AWS_CLOUDHSM')),
      state: oneOf(oftener(chosen(options.states, states), 'CONNECTED')),
      cloudHsmCode: connectionErrorCode('AWS_CLOUDHSM'),
      externalCode: connectionErrorCode('PUBLIC_ENDPOINT'),
      UriPath: oneOf(paths),
      AccessKeyId: oneOf(accessKeyIds),
      owner: fc.option(oneOf(accountIds), { nil: undefined }),
      CreationDate: fc.integer({ min: 1_600_000_000, max: 1_600_000_002 }),
      attempt: fc.nat(3)
    })
    .map(({ CreationDate, attempt, ...traits }) => {
      const store = {
        CustomKeyStoreId: storeIds[place],
        CustomKeyStoreName: storeNames[place],
        CreationDate,
        attempt,
        ...backingAt(place, traits),
        ConnectionState: traits.state,
        ...(traits.state === 'FAILED' && { ConnectionErrorCode: codeOf(traits) })
      }
      return store as CustomKeyStore
    })

/**
 * A custom key store, of each type and in each ConnectionState unless `kinds` or `states` narrow that. Its dates are in seconds
 * since 1970. It shrinks to a store of the first kind in the first state.
 *
 * @example
 * one(arbitrary.store({ states: ['FAILED'] })).ConnectionState //=> 'FAILED'
 */
export const store = <S extends ConnectionState = ConnectionState>(
  options: StoreOptions<S> = {}
): Arbitrary<StoreIn<S>> => storeAt(0, options) as Arbitrary<StoreIn<S>>
