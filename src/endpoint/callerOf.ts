import { createHash } from 'node:crypto'
import type { AccountId } from '../model/identifiers.js'
import type { Headers } from '../protocol/http.js'
import type { Caller } from './Caller.js'

const credential = /Credential=([^/,\s]{1,128})\/\d{8}\/([a-z0-9-]{1,32})\//

/** The account of an access key: the key itself if it is the number of an account, and else a number made from it. */
const accountOf = (accessKey: string): AccountId => {
  if (/^\d{12}$/.test(accessKey)) return accessKey as AccountId
  const digest = createHash('sha256').update(accessKey).digest()
  return String(digest.readUIntBE(0, 6) % 1e12).padStart(12, '0') as AccountId
}

/**
 * Who asks, and in which Region, as the signature of a request claims. The signature itself is not verified. `account`:
 * whose requests they all are, if it is given. Each access key counts as a user of that name.
 *
 * @example
 * inProcess.callerOf({}).region //=> 'us-east-1'
 */
export const callerOf = (headers: Headers, account?: AccountId): Caller => {
  const [, accessKey = 'anonymous', region = 'us-east-1'] =
    credential.exec(headers['authorization'] ?? '') ?? []
  const owner = account ?? accountOf(accessKey)
  return { account: owner, principal: `arn:aws:iam::${owner}:user/${accessKey}`, region }
}
