import { absurd } from 'fp-ts/lib/function.js'
import { ReplicateKeyRequest, UpdatePrimaryRegionRequest } from '../model/requests/MultiRegionRequests.js'
import { keyIsEnabled, keyIsNotPendingDeletion } from '../rules/keyState.js'
import { keyIsMultiRegion } from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { decision } from './Decision.js'
import { onKey } from './onKey.js'
import { refusedInStores } from './refusedInStores.js'

/** The replication of a key into other Regions, which no key in a custom key store has. */

const replicates = (name: 'ReplicateKey' | 'UpdatePrimaryRegion') =>
  decision(
    [
      unless(keyIsNotPendingDeletion, 'KMSInvalidStateException', { openTo: ['DisabledException'] }),
      unless(keyIsEnabled, 'DisabledException'),
      unless(keyIsMultiRegion, 'UnsupportedOperationException', {
        source: `API_${name}`,
        openTo: 'any exception'
      }),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [],
    absurd<never>
  )

/**
 * Always refused: no key in these stores is a multi-Region key.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, KMSInternalException.
 *
 * @example
 * pipe(cks.replicateKey({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('UnsupportedOperationException')
 * @see API_ReplicateKey
 */
export const replicateKey = onKey({
  ...refusedInStores('ReplicateKey'),
  answersBeforeItIsDone: true,
  furtherPermissions: [
    { where: 'in the replica Region', permission: 'kms:CreateKey' },
    { where: 'in the replica Region with Tags', permission: 'kms:TagResource' }
  ],
  crossAccountUse: 'no',
  relatedOperations: ['CreateKey', 'UpdatePrimaryRegion'],
  request: ReplicateKeyRequest,
  example: () => ({ ReplicaRegion: 'eu-west-1' }),
  decides: replicates('ReplicateKey')
})

/**
 * Always refused, for the same reason as `replicateKey`.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, KMSInternalException.
 *
 * @example
 * pipe(cks.updatePrimaryRegion({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_UpdatePrimaryRegion
 */
export const updatePrimaryRegion = onKey({
  ...refusedInStores('UpdatePrimaryRegion'),
  answersBeforeItIsDone: true,
  crossAccountUse: 'no',
  relatedOperations: ['CreateKey', 'ReplicateKey'],
  request: UpdatePrimaryRegionRequest,
  example: () => ({ PrimaryRegion: 'eu-west-1' }),
  decides: replicates('UpdatePrimaryRegion')
})
