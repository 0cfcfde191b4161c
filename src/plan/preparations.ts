import type { UpdatableMember } from '../editions/updatableMembers.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { PlanStep } from './PlanStep.js'
import type { Source } from '../sources.js'

/** What must hold outside KMS before KMS is told a new value of a member, and why. */
interface Preparation {
  readonly fix: string
  readonly why: string
  readonly source: Source
}

const proxyIsTried = 'KMS tries the proxy with the new values, and refuses an update with which it cannot.'

/** A name is only in KMS. Connectivity and the owner of a service go with an endpoint and the name of a service. */
const preparations: { readonly [M in UpdatableMember]: Preparation | undefined } = {
  NewCustomKeyStoreName: undefined,
  KeyStorePassword: {
    fix: 'Set the new password of kmsuser in the cluster.',
    why: 'An update tells KMS the password of kmsuser, and does not change it in the cluster.',
    source: 'update-keystore'
  },
  CloudHsmClusterId: {
    fix: 'Have the other cluster ready: from a backup of this one or of the same one, with two active HSMs in different Availability Zones. Its kmsuser must have the password that KMS will hold.',
    why: 'KMS accepts only a cluster with the same cluster certificate, and does not look at kmsuser before it connects.',
    source: 'update-keystore'
  },
  XksProxyAuthenticationCredential: {
    fix: 'Have the proxy accept the new credential.',
    why: proxyIsTried,
    source: 'update-xks-keystore'
  },
  XksProxyUriPath: {
    fix: 'Have the proxy answer at the new path.',
    why: proxyIsTried,
    source: 'update-xks-keystore'
  },
  XksProxyUriEndpoint: {
    fix: 'Have the proxy answer at the new endpoint, with a TLS certificate for its host name.',
    why: proxyIsTried,
    source: 'update-xks-keystore'
  },
  XksProxyConnectivity: undefined,
  XksProxyVpcEndpointServiceName: {
    fix: 'Have the new VPC endpoint service lead to the proxy, and let the KMS service principal of the Region use it.',
    why: proxyIsTried,
    source: 'update-xks-keystore'
  },
  XksProxyVpcEndpointServiceOwner: undefined
}

/** Whether the request takes the member away, for which nothing has to be ready. */
const takesAway = (request: UpdateCustomKeyStoreRequest, member: UpdatableMember): boolean =>
  member in request && request[member] === ''

/** What is to be done outside KMS before an update, for some of the members that it carries. */
export const preparationsFor = (
  request: UpdateCustomKeyStoreRequest,
  members: ReadonlyArray<UpdatableMember>
): ReadonlyArray<PlanStep> =>
  members.flatMap((member): ReadonlyArray<PlanStep> => {
    const preparation = preparations[member]
    return preparation === undefined || takesAway(request, member)
      ? []
      : [{ kind: 'fix', prepares: member, ...preparation }]
  })
