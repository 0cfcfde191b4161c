import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { enumeration } from '../codec/enumeration.js'
import {
  AccessKeyId,
  AccountId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from './identifiers.js'
import { struct } from '../codec/struct.js'
import { taggedUnion } from '../codec/taggedUnion.js'

/**
 * How KMS comes to an external key store proxy.
 *
 * @example
 * cks.XksProxyConnectivity.is('PUBLIC_ENDPOINT') //=> true
 * @see API_CreateCustomKeyStore
 */
export const XksProxyConnectivity = enumeration(
  'XksProxyConnectivity',
  ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'],
  'API_CreateCustomKeyStore'
)
export type XksProxyConnectivity = Extract<t.TypeOf<typeof XksProxyConnectivity>, string>

interface Address {
  readonly AccessKeyId: AccessKeyId
  readonly UriEndpoint: XksProxyUriEndpoint
  readonly UriPath: XksProxyUriPath
}

/** A proxy that KMS reaches over the internet. */
interface PublicEndpoint extends Address {
  readonly Connectivity: 'PUBLIC_ENDPOINT'
}

/** A proxy that KMS reaches through an Amazon VPC endpoint service. */
export interface ThroughVpcEndpointService extends Address {
  readonly Connectivity: 'VPC_ENDPOINT_SERVICE'
  readonly VpcEndpointServiceName: XksProxyVpcEndpointServiceName
  /** The account that owns the service, where it is not the account of the store. */
  readonly VpcEndpointServiceOwner?: AccountId
}

/**
 * Where the external key store proxy of a store is and how it is reached. The secret half of the credential is never
 * part of it.
 *
 * @see API_CustomKeyStoresListEntry
 */
export type XksProxyConfiguration = PublicEndpoint | ThroughVpcEndpointService

const address = {
  AccessKeyId: asShown(AccessKeyId),
  UriEndpoint: asShown(XksProxyUriEndpoint),
  UriPath: asShown(XksProxyUriPath)
}

/**
 * @example
 * cks.XksProxyConfiguration.is(XksProxyConfiguration) //=> true
 */
export const XksProxyConfiguration: t.Type<XksProxyConfiguration, unknown> = taggedUnion(
  'XksProxyConfiguration',
  'Connectivity',
  {
    PUBLIC_ENDPOINT: struct('PublicEndpoint', { Connectivity: t.literal('PUBLIC_ENDPOINT'), ...address }, {}),
    VPC_ENDPOINT_SERVICE: struct(
      'ThroughVpcEndpointService',
      {
        Connectivity: t.literal('VPC_ENDPOINT_SERVICE'),
        ...address,
        VpcEndpointServiceName: asShown(XksProxyVpcEndpointServiceName)
      },
      { VpcEndpointServiceOwner: asShown(AccountId) }
    )
  }
)
