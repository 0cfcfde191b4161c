import { connect, update, type CloudHsmCluster } from '../../../src/index.js'
import { refusalIn } from './refusalIn.js'

const refuse = refusalIn(connect, update)

export const notActive = refuse('CloudHsmClusterNotActiveException', 'clusterIsActive')
export const noActiveHsm = refuse('CloudHsmClusterInvalidConfigurationException', 'clusterHasAnActiveHsm')
const subnetsInOneZone = refuse(
  'CloudHsmClusterInvalidConfigurationException',
  'clusterHasPrivateSubnetsInTwoZones'
)
const trafficKeptOut = refuse(
  'CloudHsmClusterInvalidConfigurationException',
  'clusterSecurityGroupLetsItsTrafficIn'
)
const trafficKeptIn = refuse(
  'CloudHsmClusterInvalidConfigurationException',
  'clusterSecurityGroupLetsItsTrafficOut'
)
const hsmsInOneZone = refuse('CloudHsmClusterInvalidConfigurationException', 'clusterHasActiveHsmsInTwoZones')

const hasPrivateSubnetsInTwoZones = ({ subnets }: CloudHsmCluster): boolean => {
  let zone: string | undefined
  for (const subnet of subnets) {
    if (!subnet.private) continue
    if (zone === undefined) zone = subnet.availabilityZone
    else if (zone !== subnet.availabilityZone) return true
  }
  return false
}

const hasActiveHsmsInTwoZones = ({ hsms }: CloudHsmCluster): boolean => {
  let zone: string | undefined
  for (const hsm of hsms) {
    if (hsm.state !== 'ACTIVE') continue
    if (zone === undefined) zone = hsm.availabilityZone
    else if (zone !== hsm.availabilityZone) return true
  }
  return false
}

export const hasActiveHsm = ({ hsms }: CloudHsmCluster): boolean => {
  for (const hsm of hsms) if (hsm.state === 'ACTIVE') return true
  return false
}

type Traffic = CloudHsmCluster['securityGroup']['inbound']

const passes = (traffic: Traffic, group: string, port: number): boolean => {
  for (const rule of traffic) {
    if (rule.protocol === 'tcp' && rule.group === group && rule.fromPort <= port && port <= rule.toPort)
      return true
  }
  return false
}

const passesEveryPort = (traffic: Traffic, group: string): boolean =>
  passes(traffic, group, 2223) && passes(traffic, group, 2224) && passes(traffic, group, 2225)

export const wrongConfiguration = (cluster: CloudHsmCluster) => {
  if (!hasPrivateSubnetsInTwoZones(cluster)) return subnetsInOneZone
  const { id, inbound, outbound } = cluster.securityGroup
  if (!passesEveryPort(inbound, id)) return trafficKeptOut
  if (!passesEveryPort(outbound, id)) return trafficKeptIn
  return undefined
}

/** As before, with the HSMs in two zones that every operation but Connect asks for. */
export const unfitCluster = (cluster: CloudHsmCluster) =>
  wrongConfiguration(cluster) ?? (hasActiveHsmsInTwoZones(cluster) ? undefined : hsmsInOneZone)
