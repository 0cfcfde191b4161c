import type { CloudHsmCluster } from '../../../src/index.js'
import { refusalIn, type WithRules } from './refusalIn.js'

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

const misconfigured = 'CloudHsmClusterInvalidConfigurationException'

/** What an operation answers of a cluster with wrong subnets or a wrong security group. */
export const wrongConfigurationIn = (operation: WithRules) => {
  const refuse = refusalIn(operation)
  const subnetsInOneZone = refuse(misconfigured, 'clusterHasPrivateSubnetsInTwoZones')
  const trafficKeptOut = refuse(misconfigured, 'clusterSecurityGroupLetsItsTrafficIn')
  const trafficKeptIn = refuse(misconfigured, 'clusterSecurityGroupLetsItsTrafficOut')
  return (cluster: CloudHsmCluster) => {
    if (!hasPrivateSubnetsInTwoZones(cluster)) return subnetsInOneZone
    const { id, inbound, outbound } = cluster.securityGroup
    if (!passesEveryPort(inbound, id)) return trafficKeptOut
    if (!passesEveryPort(outbound, id)) return trafficKeptIn
    return undefined
  }
}

/** The same, with the HSMs in two zones that every operation but Connect asks for. */
export const unfitClusterIn = (operation: WithRules) => {
  const wrongConfiguration = wrongConfigurationIn(operation)
  const hsmsInOneZone = refusalIn(operation)(misconfigured, 'clusterHasActiveHsmsInTwoZones')
  return (cluster: CloudHsmCluster) =>
    wrongConfiguration(cluster) ?? (hasActiveHsmsInTwoZones(cluster) ? undefined : hsmsInOneZone)
}
