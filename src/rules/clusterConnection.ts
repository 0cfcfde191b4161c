import { ofCluster, type WithCluster } from './cluster.js'
import { claim } from '../Claim.js'

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

/** Too many wrong passwords have not locked the user out. */
export const kmsuserIsNotLockedOut = claim<WithCluster>({
  name: 'kmsuserIsNotLockedOut',
  says: 'The kmsuser crypto user must not be locked out.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ kmsuser }) => !kmsuser.lockedOut)
})

/** Nobody else is logged in as the user. */
export const kmsuserIsNotLoggedIn = claim<WithCluster>({
  name: 'kmsuserIsNotLoggedIn',
  says: 'The kmsuser crypto user must not be logged into the AWS CloudHSM cluster.',
  source: 'API_ConnectCustomKeyStore',
  ...ofCluster(({ kmsuser }) => !kmsuser.loggedIn)
})

/** The password that KMS holds is the user's. */
export const kmsuserPasswordMatches = claim<WithCluster>({
  name: 'kmsuserPasswordMatches',
  says: 'The password that AWS KMS holds must be the password of the kmsuser crypto user.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofCluster(({ kmsuser }) => kmsuser.passwordMatches)
})
