import {
  clusterExists,
  clusterHasActiveHsmsInTwoZones,
  clusterHasPrivateSubnetsInTwoZones,
  clusterSecurityGroupLetsItsTrafficIn,
  clusterIsActive,
  clusterSecurityGroupLetsItsTrafficOut
} from '../rules/cluster.js'
import {
  clusterIsReachable,
  clusterSubnetsExist,
  clusterSubnetsHaveFreeAddresses,
  kmsuserExists,
  kmsuserExistsOnEveryHsm,
  kmsuserIsNotLockedOut,
  kmsuserIsNotLoggedIn,
  kmsuserPasswordMatches
} from '../rules/clusterConnection.js'
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

/** Everything that is asked of a cluster somewhere, whatever the exception that answers otherwise. */
export const everyClusterRule = [
  clusterExists,
  clusterIsActive,
  clusterHasPrivateSubnetsInTwoZones,
  clusterSecurityGroupLetsItsTrafficIn,
  clusterSecurityGroupLetsItsTrafficOut,
  clusterHasActiveHsmsInTwoZones,
  clusterSubnetsExist,
  clusterSubnetsHaveFreeAddresses,
  clusterIsReachable,
  kmsuserExists,
  kmsuserExistsOnEveryHsm,
  kmsuserIsNotLockedOut,
  kmsuserIsNotLoggedIn,
  kmsuserPasswordMatches
] as const
