import { not } from 'fp-ts/lib/Predicate.js'
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
import type { Redacted } from '../../codec/Redacted.js'
import { KeyStorePassword } from '../KeyStorePassword.js'
import { XksProxyAuthenticationCredential } from '../XksProxyAuthenticationCredential.js'
import { XksProxyConnectivity } from '../XksProxyConfiguration.js'
import { requestCodec, type Agreement, type RequestCodec } from '../../codec/requestCodec.js'

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

/** Asks for a store of either type; without a type, for an AWS CloudHSM key store. @see API_CreateCustomKeyStore */
export type CreateCustomKeyStoreRequest = CreateCloudHsmKeyStoreRequest | CreateExternalKeyStoreRequest

const conditional = {
  CustomKeyStoreType,
  CloudHsmClusterId,
  TrustAnchorCertificate,
  KeyStorePassword,
  XksProxyConnectivity,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyAuthenticationCredential,
  XksProxyVpcEndpointServiceName,
  XksProxyVpcEndpointServiceOwner: AccountId
}

type Members = { readonly CustomKeyStoreName: CustomKeyStoreName } & t.TypeOfPartialProps<typeof conditional>

/** The stores that can be asked for: with a cluster, and with a proxy of either connectivity. */
type Asked = 'AWS_CLOUDHSM' | XksProxyConnectivity

const askedFor = ({ CustomKeyStoreType: type, XksProxyConnectivity: connectivity }: Members): Asked =>
  type === 'EXTERNAL_KEY_STORE' ? (connectivity ?? 'PUBLIC_ENDPOINT') : 'AWS_CLOUDHSM'

/** The kind of store as a violation names it. Without a connectivity it is not known by which of them the proxy is reached. */
const inWords = (members: Members, { called }: Use): string => {
  const isOpen = members.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' && !members.XksProxyConnectivity
  if (!isOpen) return askedFor(members)
  return called === 'Vpc' ? 'EXTERNAL_KEY_STORE without XksProxyConnectivity' : 'EXTERNAL_KEY_STORE'
}

interface Use {
  /** Which stores have the member. */
  readonly stores: ReadonlyArray<Asked>
  /** How these stores are called in the name of a rule and in its sentence. */
  readonly called: string
  readonly where: string
  /** Whether these stores must have the member. */
  readonly required: boolean
}

const ofCluster: Use = {
  stores: ['AWS_CLOUDHSM'],
  called: 'CloudHsm',
  where: 'CustomKeyStoreType is AWS_CLOUDHSM or absent',
  required: true
}
const ofProxy: Use = {
  stores: ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'],
  called: 'External',
  where: 'CustomKeyStoreType is EXTERNAL_KEY_STORE',
  required: true
}
const ofService: Use = {
  stores: ['VPC_ENDPOINT_SERVICE'],
  called: 'Vpc',
  where: 'CustomKeyStoreType is EXTERNAL_KEY_STORE and XksProxyConnectivity is VPC_ENDPOINT_SERVICE',
  required: true
}

/** Which stores each member belongs to. */
const uses: Readonly<Record<Exclude<keyof typeof conditional, 'CustomKeyStoreType'>, Use>> = {
  CloudHsmClusterId: ofCluster,
  TrustAnchorCertificate: ofCluster,
  KeyStorePassword: ofCluster,
  XksProxyConnectivity: ofProxy,
  XksProxyUriEndpoint: ofProxy,
  XksProxyUriPath: ofProxy,
  XksProxyAuthenticationCredential: ofProxy,
  XksProxyVpcEndpointServiceName: ofService,
  XksProxyVpcEndpointServiceOwner: { ...ofService, required: false }
}

/** That a member is there where it has to be, and that it is not where it has nothing to say. */
const rulesOf = ([member, use]: readonly [string, Use]): ReadonlyArray<Agreement<Members>> => {
  const { stores, called, where, required } = use
  const belongs = (members: Members): boolean => stores.includes(askedFor(members))
  const isGiven = (members: Members): boolean => Object.hasOwn(members, member)
  const isAbsent: Agreement<Members> = {
    name: `${member}IsFor${called}Only`,
    says: `${member} must be absent unless ${where}.`,
    source: 'API_CreateCustomKeyStore',
    implied: true,
    assumes: ['A2'],
    applies: not(belongs),
    holds: not(isGiven),
    member,
    constraint: (members) => `Member must be absent for ${inWords(members, use)}`
  }
  if (!required) return [isAbsent]
  const isThere: Agreement<Members> = {
    name: `${member}IsGivenFor${called}`,
    says: `${member} must be given where ${where}.`,
    source: 'API_CreateCustomKeyStore',
    assumes: ['A2'],
    applies: belongs,
    holds: isGiven,
    member,
    constraint: (members) => `Member is required for ${inWords(members, use)}`
  }
  return [isThere, isAbsent]
}

/**
 * @example
 * pipe(cks.decode(cks.CreateCustomKeyStoreRequest)({}), E.mapLeft((all) => all.map(({ path }) => path)))
 * //=> E.left(['CustomKeyStoreName'])
 */
export const CreateCustomKeyStoreRequest: RequestCodec<CreateCustomKeyStoreRequest> = requestCodec(
  'CreateCustomKeyStoreRequest',
  { source: 'API_CreateCustomKeyStore', required: { CustomKeyStoreName }, optional: conditional },
  Object.entries(uses).flatMap(rulesOf),
  (members) => ({ CustomKeyStoreType: 'AWS_CLOUDHSM', ...members }) as CreateCustomKeyStoreRequest
)
