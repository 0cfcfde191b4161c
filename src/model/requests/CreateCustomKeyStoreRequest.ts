import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { CustomKeyStoreType } from '../CustomKeyStoreType.js'
import {
  AccountId,
  CloudHsmClusterId,
  CustomKeyStoreName,
  TrustAnchorCertificate,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../identifiers.js'
import { secretString, type Redacted } from '../../codec/Redacted.js'
import { XksProxyAuthenticationCredential } from '../XksProxyAuthenticationCredential.js'
import { XksProxyConnectivity } from '../XksProxyConfiguration.js'
import { requestCodec, type Disagreement } from '../../codec/requestCodec.js'

/** Asks for a store that an AWS CloudHSM cluster backs. */
export interface CreateCloudHsmKeyStoreRequest {
  readonly CustomKeyStoreType: 'AWS_CLOUDHSM'
  readonly CustomKeyStoreName: CustomKeyStoreName
  readonly CloudHsmClusterId: CloudHsmClusterId
  readonly TrustAnchorCertificate: TrustAnchorCertificate
  readonly KeyStorePassword: Redacted
}

interface CreateExternalKeyStore {
  readonly CustomKeyStoreType: 'EXTERNAL_KEY_STORE'
  readonly CustomKeyStoreName: CustomKeyStoreName
  readonly XksProxyUriEndpoint: XksProxyUriEndpoint
  readonly XksProxyUriPath: XksProxyUriPath
  readonly XksProxyAuthenticationCredential: XksProxyAuthenticationCredential
}

/** Asks for a store behind an external key store proxy. */
export type CreateExternalKeyStoreRequest =
  | (CreateExternalKeyStore & { readonly XksProxyConnectivity: 'PUBLIC_ENDPOINT' })
  | (CreateExternalKeyStore & {
      readonly XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE'
      readonly XksProxyVpcEndpointServiceName: XksProxyVpcEndpointServiceName
      readonly XksProxyVpcEndpointServiceOwner?: AccountId
    })

/** @see API_CreateCustomKeyStore */
export type CreateCustomKeyStoreRequest = CreateCloudHsmKeyStoreRequest | CreateExternalKeyStoreRequest

const conditional = {
  CustomKeyStoreType,
  CloudHsmClusterId,
  TrustAnchorCertificate,
  KeyStorePassword: secretString('KeyStorePassword', { minLength: 7, maxLength: 32 }),
  XksProxyConnectivity,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyAuthenticationCredential,
  XksProxyVpcEndpointServiceName,
  XksProxyVpcEndpointServiceOwner: AccountId
}
type ConditionalMember = keyof typeof conditional

const proxy = [
  'XksProxyConnectivity',
  'XksProxyUriEndpoint',
  'XksProxyUriPath',
  'XksProxyAuthenticationCredential'
] as const

/** Which members go with what is asked for. Whatever is in neither list must be absent. */
const members = {
  AWS_CLOUDHSM: { needed: ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword'], open: [] },
  PUBLIC_ENDPOINT: { needed: proxy, open: [] },
  VPC_ENDPOINT_SERVICE: {
    needed: [...proxy, 'XksProxyVpcEndpointServiceName'],
    open: ['XksProxyVpcEndpointServiceOwner']
  }
} as const satisfies Record<string, Record<'needed' | 'open', ReadonlyArray<ConditionalMember>>>

/** @assumes A2 */
const agree = (
  request: { readonly CustomKeyStoreName: CustomKeyStoreName } & t.TypeOfPartialProps<typeof conditional>
) => {
  const kind =
    request.CustomKeyStoreType === 'EXTERNAL_KEY_STORE'
      ? (request.XksProxyConnectivity ?? 'PUBLIC_ENDPOINT')
      : 'AWS_CLOUDHSM'
  const needed: ReadonlyArray<string> = members[kind].needed
  const open: ReadonlyArray<string> = [...members[kind].open, 'CustomKeyStoreType']
  const disagreements = Object.keys(conditional).flatMap((member): ReadonlyArray<Disagreement> => {
    const present = Object.hasOwn(request, member)
    if (needed.includes(member))
      return present ? [] : [{ member, constraint: `Member is required for ${kind}` }]
    return open.includes(member) || !present
      ? []
      : [{ member, constraint: `Member must be absent for ${kind}` }]
  })
  return disagreements.length === 0
    ? E.right({ CustomKeyStoreType: 'AWS_CLOUDHSM', ...request } as CreateCustomKeyStoreRequest)
    : E.left(disagreements)
}

export const CreateCustomKeyStoreRequest: t.Type<CreateCustomKeyStoreRequest, unknown> = requestCodec(
  'CreateCustomKeyStoreRequest',
  { required: { CustomKeyStoreName }, optional: conditional },
  agree
)
