import * as t from 'io-ts'
import { keyArn, type Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KeyId } from '../model/identifiers.js'
import { keysAfter } from '../model/listed.js'
import { ListKeysRequest } from '../model/requests/ListKeysRequest.js'
import { shown } from '../model/responses/shown.js'
import {
  aHundredKeysAreListed,
  firstPart,
  keyMarkerIsValid,
  keysUnlessLimited,
  type KeyListing
} from '../rules/keyListing.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { operation } from './Operation.js'
import { pageOf, type More } from './pageOf.js'
import { stage, type Asked } from './Stage.js'

/** A page of keys. @see API_ListKeys */
export interface ListKeysResponse extends More {
  readonly Keys: ReadonlyArray<{ readonly KeyId: KeyId; readonly KeyArn: string }>
}

const page = ({
  account,
  request: { Limit: limit = keysUnlessLimited, Marker: marker }
}: KeyListing): ListKeysResponse => {
  const last = marker?.slice(firstPart(account).length) ?? ''
  const left = keysAfter(account, last, limit + 1)
  const [keys, more] = pageOf(left, limit, ({ KeyId }) => keyArn(account, KeyId))
  return { Keys: keys.map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn })), ...more }
}

/**
 * The keys of the account, in whatever state. Only on an account; a page has up to 1,000.
 *
 * Refused with: InvalidMarkerException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.account.listKeys(circumstances)({})(account), E.map(([{ Keys }]) => Keys[0].KeyId)) //=> E.right('key-1')
 * @see API_ListKeys
 */
export const listKeys = operation({
  operation: 'ListKeys',
  source: 'API_ListKeys',
  permission: 'kms:ListKeys',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  shows: 'keys',
  relatedOperations: ['CreateKey', 'DescribeKey', 'ListAliases', 'ListResourceTags'],
  request: ListKeysRequest,
  response: shown(
    'ListKeysResponse',
    { Keys: t.readonlyArray(shown('KeyListEntry', {}, { KeyId: t.string, KeyArn: t.string })) },
    { Truncated: t.boolean, NextMarker: t.string }
  ),
  stage: stage(
    ({ given: { failure }, request, account }: Asked<WithFailure, ListKeysRequest>) => ({
      account,
      request,
      failure
    }),
    decision(
      [unless(keyMarkerIsValid, 'InvalidMarkerException'), ...kmsAnswers],
      [aHundredKeysAreListed],
      page
    )
  ),
  answer: (response, { account }): readonly [ListKeysResponse, Account] => [response, account]
})
