import * as E from 'fp-ts/lib/Either.js'
import { requested } from '../account/requested.js'
import type { EditionName } from '../editions/editions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import { healthyInfrastructure } from '../model/Infrastructure.js'
import { operationsByName } from '../operations/index.js'
import { standIn } from '../possible/sealed.js'
import type { Exchange, Members, EndpointReply } from './Exchange.js'
import { createdIn, grantIn, keyIdIn } from './replyMembers.js'

/** The ids that the endpoint has given, and healthy infrastructure. Its ciphertexts are read as {@link withoutOpaque} puts them. */
export const circumstances = (reply: EndpointReply): Circumstances => ({
  infrastructure: healthyInfrastructure,
  now: 0,
  newCustomKeyStoreId: (createdIn(reply) ?? '') as CustomKeyStoreId,
  newKeyId: (keyIdIn(reply) ?? '') as KeyId,
  newGrantId: (grantIn(reply) ?? '') as GrantId,
  storeQuota: Number.MAX_SAFE_INTEGER,
  keyQuota: Number.MAX_SAFE_INTEGER,
  aliasQuota: Number.MAX_SAFE_INTEGER,
  grantQuota: Number.MAX_SAFE_INTEGER,
  cryptography: standIn
})

/** The output of the model and the account after it, where it accepts a request. */
export interface Modelled {
  readonly output: Members
  readonly after: Account
}

/** How the model answers; none where it refuses. `isReadable`: whether the request keeps to the form of its members. */
export const modelled = (
  edition: EditionName,
  { operation, request, reply }: Exchange,
  account: Account
): { readonly isReadable: boolean; readonly accepted?: Modelled } => {
  const read = requested(operationsByName[edition][operation])(circumstances(reply))(request)(account)
  if (E.isLeft(read)) return { isReadable: false }
  const { result } = read.right
  if (E.isLeft(result)) return { isReadable: true }
  const [output, after] = result.right
  return { isReadable: true, accepted: { output: { ...output }, after } }
}
