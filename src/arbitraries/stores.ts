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

/** A ConnectionErrorCode, of whichever type of store; `kind`: one that this kind of store can have. */
export const connectionErrorCode = (kind?: Kind): Arbitrary<ConnectionErrorCode> => {
  if (kind === undefined)
    return oneOf<ConnectionErrorCode>([...new Set([...cloudHsmCodes, ...externalCodes])])
  return oneOf<ConnectionErrorCode>(kind === 'AWS_CLOUDHSM' ? cloudHsmCodes : externalCodes)
}

/** What a store is to be like; without a member, anything. */
export interface StoreOptions<S extends ConnectionState = ConnectionState> {
  /** The type and connectivity: `AWS_CLOUDHSM`, `PUBLIC_ENDPOINT` or `VPC_ENDPOINT_SERVICE`. */
  readonly kinds?: ReadonlyArray<Kind> | undefined
  readonly states?: ReadonlyArray<S> | undefined
}

/** The three places at which a store can stand. Stores at two of them have nothing in common. */
export type Place = 0 | 1 | 2

const clusterAt = [0, 2, 3] as const

const external = fc.record({
  UriPath: oneOf(paths),
  AccessKeyId: oneOf(accessKeyIds),
  owner: fc.option(oneOf(accountIds), { nil: undefined })
})

const backingAt = (place: Place, kind: Kind): Arbitrary<object> => {
  if (kind === 'AWS_CLOUDHSM') {
    const id = clusterIds[clusterAt[place]] ?? ''
    return fc.constant({
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: id,
      TrustAnchorCertificate: anchor,
      clusterCertificate: certificates[id]
    })
  }
  return external.map(({ owner, ...address }) => ({
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConfiguration: {
      Connectivity: kind,
      ...address,
      UriEndpoint: endpoints[place],
      ...(kind === 'VPC_ENDPOINT_SERVICE' && {
        VpcEndpointServiceName: serviceNames[place],
        ...(owner && { VpcEndpointServiceOwner: owner })
      })
    }
  }))
}

/** The store that stands at a place. */
export const storeAt = (
  place: Place,
  { kinds: some = kinds, states: within = states }: StoreOptions = {}
): Arbitrary<CustomKeyStore> => {
  const identity = {
    CustomKeyStoreId: fc.constant(storeIds[place]),
    CustomKeyStoreName: fc.constant(storeNames[place]),
    CreationDate: fc.integer({ min: 1_600_000_000, max: 1_600_000_002 }),
    attempt: fc.nat(3)
  }
  /** A store is connected twice as often, since much can only happen then. */
  const state = oneOf([...within, ...within.filter((one) => one === 'CONNECTED')])
  const ofKind = (kind: Kind): Arbitrary<object> =>
    fc
      .tuple(fc.record(identity), backingAt(place, kind), state, connectionErrorCode(kind))
      .map(([id, backing, ConnectionState, ConnectionErrorCode]) => ({
        ...id,
        ...backing,
        ConnectionState,
        ...(ConnectionState === 'FAILED' && { ConnectionErrorCode })
      }))
  const all = fc.oneof(
    { withCrossShrink: true },
    ...some.map((kind) => ({ weight: kind === 'AWS_CLOUDHSM' ? 2 : 1, arbitrary: ofKind(kind) }))
  )
  return all as Arbitrary<CustomKeyStore>
}

/**
 * A custom key store, of each type and in each ConnectionState unless `kinds` or `states` narrow that. Its dates are in seconds
 * since 1970. It shrinks to a store of the first kind in the first state.
 */
export const store = <S extends ConnectionState = ConnectionState>(
  options: StoreOptions<S> = {}
): Arbitrary<StoreIn<S>> => storeAt(0, options) as Arbitrary<StoreIn<S>>
