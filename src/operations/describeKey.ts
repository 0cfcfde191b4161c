import { storeOf, type Account } from '../model/Account.js'
import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import { behind } from '../model/Infrastructure.js'
import { keyMetadata, type KeyMetadata } from '../model/KeyMetadata.js'
import { KeyIdRequest } from '../model/requests/KeyIdRequest.js'
import { KeyMetadataResponse } from '../model/responses/KeyMetadata.js'
import type { KeyInStore } from '../rules/keyState.js'
import {
  keyShowsTheClusterOfItsStore,
  keyStateFollowsTheStore,
  keyStateIgnoresMaterial
} from '../rules/keyEffects.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKeyOrAlias } from './onKey.js'
import type { AboutKey } from './Stage.js'

/** The backing key store decides nothing. */
type DescribeKeyFacts = WithFailure & Pick<BackingKeyStore, 'cluster'>

/**
 * Shows the metadata of a key, unless KMS itself fails.
 *
 * Refused with: InvalidArnException, NotFoundException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.describeKey({})(store)(key), E.map(({ KeyId }) => KeyId)) //=> E.right('key-1')
 * @see API_DescribeKey
 */
export const describeKey = onKeyOrAlias({
  operation: 'DescribeKey',
  source: 'API_DescribeKey',
  permission: 'kms:DescribeKey',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  shows: 'keys',
  relatedOperations: [
    'GetKeyPolicy',
    'GetKeyRotationStatus',
    'ListAliases',
    'ListGrants',
    'ListKeys',
    'ListResourceTags',
    'ListRetirableGrants'
  ],
  request: KeyIdRequest,
  response: KeyMetadataResponse,
  facts: ({
    given: { infrastructure, failure },
    found: { store }
  }: AboutKey<Pick<Circumstances, 'infrastructure' | 'failure'>>): DescribeKeyFacts => ({
    cluster: behind(infrastructure, store).cluster,
    failure
  }),
  subject: ({ cluster, failure }: DescribeKeyFacts, store, key) => ({ store, key, cluster, failure }),
  decides: decision(
    kmsAnswers,
    [keyShowsTheClusterOfItsStore, keyStateFollowsTheStore, keyStateIgnoresMaterial],
    (_, { key }: KeyInStore) => key
  ),
  answer: (key, { account }): readonly [{ readonly KeyMetadata: KeyMetadata }, Account] => [
    { KeyMetadata: keyMetadata(account.AccountId, storeOf(account, key))(key) },
    account
  ]
})
