import { storeWithId, withStore, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { healthyInfrastructure } from '../model/Infrastructure.js'
import type { Base64 } from '../codec/blob.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import { requestHeaders } from '../protocol/awsJson.js'
import type { Cryptography } from '../protocol/Cryptography.js'
import { respond } from '../protocol/respond.js'
import type { EditionName } from '../editions/editions.js'
import { statesAfter } from '../judge/effects.js'
import { replyOf, type Exchange, type Reply } from './Exchange.js'
import { inState } from './states.js'
import { createdIn, keyIn } from './told.js'

const noBytes = 'AAAA' as Base64

/** Bytes decide nothing. */
const anyCryptography: Cryptography = {
  randomBytes: () => noBytes,
  encrypt: () => noBytes,
  keyOf: () => undefined,
  decrypt: () => undefined
}

/** The ids that the endpoint has given, and a world without fault. */
export const circumstances = (reply: Reply): Circumstances => ({
  infrastructure: healthyInfrastructure,
  now: 0,
  newCustomKeyStoreId: (createdIn(reply) ?? '') as CustomKeyStoreId,
  newKeyId: (keyIn(reply) ?? '') as KeyId,
  storeQuota: Number.MAX_SAFE_INTEGER,
  keyQuota: Number.MAX_SAFE_INTEGER
})

/** What the model replies, and the account after it. */
export const modelled = (edition: EditionName, { operation, request, reply }: Exchange, account: Account) => {
  const { answer, account: after } = respond({
    ...circumstances(reply),
    edition,
    requestId: '',
    cryptography: anyCryptography
  })({
    method: 'POST',
    path: '/',
    headers: requestHeaders(operation),
    body: JSON.stringify(request)
  })(account)
  return { reply: replyOf(answer), after }
}

/** Where an accepted operation may have led instead, as AWS leaves it open. */
export const leftOpen = (
  edition: EditionName,
  { operation, request }: Exchange,
  before: Account,
  after: Account
): ReadonlyArray<Account> => {
  if (operation !== 'ConnectCustomKeyStore' && operation !== 'DisconnectCustomKeyStore') return [after]
  const id = request['CustomKeyStoreId'] as CustomKeyStoreId
  const store = storeWithId(before, id)
  return store === undefined
    ? [after]
    : statesAfter(edition, operation, store.ConnectionState).map((state) =>
        withStore(after, inState(state)(store))
      )
}
