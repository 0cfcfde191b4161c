import {
  clusterHasActiveHsmsInTwoZones,
  clusterHasPrivateSubnetsInTwoZones,
  clusterSecurityGroupLetsItsTrafficIn,
  clusterSecurityGroupLetsItsTrafficOut
} from '../rules/cluster.js'
import { unless } from '../rules/Rule.js'

/** The rules of the security group, without which AWS KMS does not come through to the cluster. */
export const clusterLetsTrafficThrough = [
  clusterSecurityGroupLetsItsTrafficIn,
  clusterSecurityGroupLetsItsTrafficOut
] as const

/** How an AWS CloudHSM cluster must be configured for a store to be created, updated or connected. */
export const clusterIsConfigured = [
  unless(clusterHasPrivateSubnetsInTwoZones, 'CloudHsmClusterInvalidConfigurationException'),
  unless(clusterSecurityGroupLetsItsTrafficIn, 'CloudHsmClusterInvalidConfigurationException'),
  unless(clusterSecurityGroupLetsItsTrafficOut, 'CloudHsmClusterInvalidConfigurationException')
] as const

/** The same, with the two HSMs that every operation but Connect asks for. */
export const clusterIsFit = [
  ...clusterIsConfigured,
  unless(clusterHasActiveHsmsInTwoZones, 'CloudHsmClusterInvalidConfigurationException')
] as const
