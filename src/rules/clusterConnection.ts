import { ofCluster, type WithCluster } from './cluster.js'
import { claim } from '../Claim.js'
import type { CloudHsmCluster, Hsm } from '../model/CloudHsmCluster.js'

const activeHsms = ({ hsms }: CloudHsmCluster): ReadonlyArray<Hsm> =>
  hsms.filter(({ state }) => state === 'ACTIVE')

/** Every subnet with which the cluster was configured still exists. */
export const clusterSubnetsExist = claim<WithCluster>({
  name: 'clusterSubnetsExist',
  says: 'Every subnet with which the AWS CloudHSM cluster was configured must still exist.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ subnets }) => subnets.every((subnet) => subnet.exists))
})

/** Every private subnet has an address left for KMS. */
export const clusterSubnetsHaveFreeAddresses = claim<WithCluster>({
  name: 'clusterSubnetsHaveFreeAddresses',
  says: 'Every private subnet of the AWS CloudHSM cluster must have a free IP address.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ subnets }) => subnets.every((subnet) => !subnet.private || subnet.freeAddresses >= 1))
})

/** The network between KMS and the cluster works. */
export const clusterIsReachable = claim<WithCluster>({
  name: 'clusterIsReachable',
  says: 'The network between AWS KMS and the AWS CloudHSM cluster must work.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ reachable }) => reachable)
})

/** The cluster has the crypto user that KMS logs in as. */
export const kmsuserExists = claim<WithCluster>({
  name: 'kmsuserExists',
  says: 'The AWS CloudHSM cluster must have a crypto user named kmsuser.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ kmsuser }) => kmsuser.exists)
})

/** No active HSM lacks the crypto user. */
export const kmsuserExistsOnEveryHsm = claim<WithCluster>({
  name: 'kmsuserExistsOnEveryHsm',
  says: 'Every active HSM of the AWS CloudHSM cluster must have the crypto user named kmsuser.',
  source: 'API_CustomKeyStoresListEntry',
  assumes: ['A85'],
  observed: 'kmsuserIsMissingOnOneHsm',
  ...ofCluster((cluster) => activeHsms(cluster).every(({ kmsuser }) => kmsuser?.exists !== false))
})

/** Too many wrong passwords have not locked the user out. */
export const kmsuserIsNotLockedOut = claim<WithCluster>({
  name: 'kmsuserIsNotLockedOut',
  says: 'The kmsuser crypto user must not be locked out.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ kmsuser }) => !kmsuser.lockedOut)
})

/** Nobody else is logged in as the user, on no active HSM. */
export const kmsuserIsNotLoggedIn = claim<WithCluster>({
  name: 'kmsuserIsNotLoggedIn',
  says: 'The kmsuser crypto user must not be logged into the AWS CloudHSM cluster.',
  source: 'API_ConnectCustomKeyStore',
  ...ofCluster(
    (cluster) =>
      !cluster.kmsuser.loggedIn && activeHsms(cluster).every(({ kmsuser }) => kmsuser?.loggedIn !== true)
  )
})

/** The password that KMS holds is the user's. */
export const kmsuserPasswordMatches = claim<WithCluster>({
  name: 'kmsuserPasswordMatches',
  says: 'The password that AWS KMS holds must be the password of the kmsuser crypto user.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ kmsuser }) => kmsuser.passwordMatches)
})
