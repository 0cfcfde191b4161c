import type { CloudHsmCluster, Traffic } from '../model/CloudHsmCluster.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { TrustAnchorCertificate } from '../model/identifiers.js'
import { about, claim } from '../Claim.js'

/** A subject of which the AWS CloudHSM cluster of a store is a part, if there is one. */
export interface WithCluster {
  readonly cluster?: CloudHsmCluster | undefined
}

const behindStore = { outside: 'backing key store', concerns: { kind: 'AWS CloudHSM cluster' } } as const

/** How claims about the cluster apply and hold. */
export const ofCluster = about(({ cluster }: WithCluster) => cluster, behindStore)

const isActive = ({ state }: { readonly state: string }): boolean => state === 'ACTIVE'

/** Whether the places that count are in two Availability Zones or more. */
const areInTwoZones = <P extends { readonly availabilityZone: string }>(
  places: ReadonlyArray<P>,
  counts: (place: P) => boolean
): boolean => {
  const first = places.find(counts)
  return places.some((place) => counts(place) && place.availabilityZone !== first?.availabilityZone)
}

const isPrivate = (subnet: CloudHsmCluster['subnets'][number]): boolean => subnet.private

/** The cluster that is named exists in the account and Region. */
export const clusterExists = claim<WithCluster, { readonly cluster: CloudHsmCluster }>({
  name: 'clusterExists',
  says: 'The AWS CloudHSM cluster must exist in the account and Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A45'],
  ...behindStore,
  holds: ({ cluster }) => cluster !== undefined
})

const ofClusterOfStore = about(
  ({ cluster }: WithCluster & { readonly store: CustomKeyStore }) => cluster,
  behindStore
)

/** The cluster is the one of the store, or has the same certificate. */
export const clusterIsRelated = claim<WithCluster & { readonly store: CustomKeyStore }>({
  name: 'clusterIsRelated',
  says: 'The AWS CloudHSM cluster must be the one of the custom key store or share a backup history with it.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A47'],
  ...ofClusterOfStore(
    (cluster, { store }) =>
      isCloudHsm(store) &&
      (cluster.clusterId === store.CloudHsmClusterId || cluster.certificate === store.clusterCertificate)
  )
})

/** The cluster has been initialized and activated. */
export const clusterIsActive = claim<WithCluster>({
  name: 'clusterIsActive',
  says: 'The AWS CloudHSM cluster must be initialized and active.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  ...ofCluster(isActive),
  concerns: { kind: 'AWS CloudHSM cluster', because: 'state' }
})

export interface WithTrustAnchor extends WithCluster {
  readonly trustAnchorCertificate?: TrustAnchorCertificate | undefined
}

const ofClusterAndTrustAnchor = about(({ cluster }: WithTrustAnchor) => cluster, behindStore)

/** The certificate presented is the one that signed the certificate of the cluster. */
export const trustAnchorIsTheClusters = claim<WithTrustAnchor>({
  name: 'trustAnchorIsTheClusters',
  says: 'The trust anchor certificate must be the one with which the AWS CloudHSM cluster was initialized.',
  source: 'API_CreateCustomKeyStore',
  ...ofClusterAndTrustAnchor(
    ({ trustAnchorCertificate: own }, { trustAnchorCertificate: presented }) =>
      own === undefined || own === presented
  )
})

/** The cluster has private subnets in two Availability Zones or more. */
export const clusterHasPrivateSubnetsInTwoZones = claim<WithCluster>({
  name: 'clusterHasPrivateSubnetsInTwoZones',
  says: 'The AWS CloudHSM cluster must be configured with private subnets in at least two Availability Zones.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  ...ofCluster(({ subnets }) => areInTwoZones(subnets, isPrivate))
})

const ports = [2223, 2224, 2225]

const carriesEveryPort = (traffic: ReadonlyArray<Traffic>, group: string): boolean =>
  ports.every((port) =>
    traffic.some(
      (rule) =>
        rule.protocol === 'tcp' && rule.group === group && rule.fromPort <= port && port <= rule.toPort
    )
  )

/** The security group lets TCP traffic through on ports 2223 to 2225, from itself. */
export const clusterSecurityGroupLetsItsTrafficIn = claim<WithCluster>({
  name: 'clusterSecurityGroupLetsItsTrafficIn',
  says: 'The security group of the AWS CloudHSM cluster must have inbound rules for TCP on ports 2223-2225 with the group itself as source.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  ...ofCluster(({ securityGroup: { id, inbound } }) => carriesEveryPort(inbound, id))
})

/** The security group lets TCP traffic through on ports 2223 to 2225, to itself. */
export const clusterSecurityGroupLetsItsTrafficOut = claim<WithCluster>({
  name: 'clusterSecurityGroupLetsItsTrafficOut',
  says: 'The security group of the AWS CloudHSM cluster must have outbound rules for TCP on ports 2223-2225 with the group itself as destination.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  ...ofCluster(({ securityGroup: { id, outbound } }) => carriesEveryPort(outbound, id))
})

/** The cluster has an active HSM, which is enough to connect. */
export const clusterHasAnActiveHsm = claim<WithCluster>({
  name: 'clusterHasAnActiveHsm',
  says: 'The AWS CloudHSM cluster must contain at least one active HSM.',
  source: 'API_ConnectCustomKeyStore',
  ...ofCluster(({ hsms }) => hsms.some(isActive))
})

/** The cluster has active HSMs in two Availability Zones or more. */
export const clusterHasActiveHsmsInTwoZones = claim<WithCluster>({
  name: 'clusterHasActiveHsmsInTwoZones',
  says: 'The AWS CloudHSM cluster must have at least two active HSMs, each in a different Availability Zone.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  assumes: ['A41'],
  ...ofCluster(({ hsms }) => areInTwoZones(hsms, isActive))
})
