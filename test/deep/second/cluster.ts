import { either } from './rules.js'
import type { Broken, Rules } from './rules.js'
import type { Cluster, Hsm, Traffic, World } from './world.js'

export const clusterOf = ({ clusters }: World, id: unknown): Cluster | undefined =>
  clusters.find(({ clusterId }) => clusterId === id)

const zonesOf = (inZones: ReadonlyArray<{ readonly availabilityZone: string }>): number =>
  new Set(inZones.map(({ availabilityZone }) => availabilityZone)).size

const activeHsms = ({ hsms }: Cluster): ReadonlyArray<Hsm> => hsms.filter(({ state }) => state === 'ACTIVE')

const allows = (traffic: ReadonlyArray<Traffic>, id: string, tcp: RegExp): boolean =>
  [2223, 2224, 2225].every((port) =>
    traffic.some(
      ({ protocol, fromPort, toPort, group }) =>
        tcp.test(protocol) && fromPort <= port && port <= toPort && group === id
    )
  )

/** TCP on ports 2223-2225 in and out of the group itself. Whether another name of TCP allows it is left open. */
const securityGroupIsBroken = ({ securityGroup: { id, inbound, outbound } }: Cluster): Broken => {
  const isAllowed = (tcp: RegExp) => allows(inbound, id, tcp) && allows(outbound, id, tcp)
  return either(!isAllowed(/^(tcp|-1|6|all)$/i), !isAllowed(/^tcp$/))
}

/** Private subnets in two Availability Zones. Whether a subnet that was deleted still counts is left open. */
const subnetsAreBroken = ({ subnets }: Cluster): Broken => {
  const configured = subnets.filter((subnet) => subnet.private)
  return either(zonesOf(configured) < 2, zonesOf(configured.filter(({ exists }) => exists)) < 2)
}

/** The requirements of an operation that needs so many active HSMs (API_ConnectCustomKeyStore, A41). */
export const configurationRules = (cluster: Cluster, hsms: 1 | 2): Rules => {
  const [exception, source] = ['CloudHsmClusterInvalidConfigurationException', 'API_ConnectCustomKeyStore']
  const active = activeHsms(cluster)
  return [
    [exception, subnetsAreBroken(cluster), source],
    [exception, securityGroupIsBroken(cluster), source],
    [exception, hsms === 1 ? active.length < 1 : zonesOf(active) < 2, `${source}, A41`]
  ]
}

export const clusterRules = (cluster: Cluster | undefined, hsms: 1 | 2): Rules =>
  cluster === undefined
    ? []
    : [
        ['CloudHsmClusterNotActiveException', cluster.state !== 'ACTIVE', 'API_ConnectCustomKeyStore'],
        ...configurationRules(cluster, hsms)
      ]

/** Why a connection to the cluster fails. */
export const clusterConnectionRules = (cluster: Cluster | undefined): Rules => {
  const source = 'API_CustomKeyStoresListEntry'
  if (cluster === undefined) return [['CLUSTER_NOT_FOUND', true, `${source}, A45`]]
  const { hsms, subnets, kmsuser } = cluster
  const active = activeHsms(cluster)
  const isMissing = (hsm: Hsm) => !(hsm.kmsuser?.exists ?? kmsuser.exists)
  const isLoggedIn = (hsm: Hsm) => hsm.kmsuser?.loggedIn ?? kmsuser.loggedIn
  const gone = subnets.filter(({ exists }) => !exists)
  const full = subnets.filter(({ freeAddresses }) => freeAddresses < 1)
  const someIsGone = gone.some((subnet) => subnet.private)
  const someIsFull = full.some((subnet) => subnet.private && subnet.exists)
  return [
    // Of subnets that are not private the pages do not speak.
    ['SUBNET_NOT_FOUND', either(someIsGone, gone.length > 0), source],
    ['INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', either(someIsFull, full.length > 0), source],
    ['INSUFFICIENT_CLOUDHSM_HSMS', active.length < 1, 'fix-keystore, A7'],
    ['NETWORK_ERRORS', !cluster.reachable, source],
    ['NETWORK_ERRORS', cluster.state !== 'ACTIVE', 'A67'],
    ['NETWORK_ERRORS', securityGroupIsBroken(cluster), 'A67'],
    // No page has a code for subnets that Connect refuses.
    ['NETWORK_ERRORS', subnetsAreBroken(cluster) && 'open', 'A67'],
    ['USER_NOT_FOUND', either(active.some(isMissing), hsms.some(isMissing)), 'A85'],
    ['USER_LOCKED_OUT', kmsuser.lockedOut, source],
    ['USER_LOGGED_IN', either(active.some(isLoggedIn), hsms.some(isLoggedIn)), 'API_ConnectCustomKeyStore'],
    ['INVALID_CREDENTIALS', !kmsuser.passwordMatches, source]
  ]
}

/** Whether a key cannot be used (fix-keystore). Pages differ on the security group; none names subnets. */
export const clusterFailsKey = (cluster: Cluster | undefined, keyId: string): Broken => {
  if (cluster?.state !== 'ACTIVE' || !cluster.reachable || activeHsms(cluster).length < 1) return true
  const isLost = cluster.lostKeyMaterial?.includes(keyId) === true // A29
  return either(isLost, securityGroupIsBroken(cluster) !== false)
}
