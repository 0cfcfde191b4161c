import type { Follows } from './Follows.js'
import { about, claim } from '../Claim.js'
import { keyArn, type Account } from '../model/Account.js'
import type { KeyId } from '../model/identifiers.js'
import type { ListKeysRequest } from '../model/requests/ListKeysRequest.js'

/** A request for a list of keys. */
export interface KeyListing {
  readonly account: Account
  readonly request: ListKeysRequest
}

/** The beginning of the ARN of every key of the account. */
export const firstPart = (account: Account): string => keyArn(account, '' as KeyId)

const ofMarker = about(({ request }: KeyListing) => request.Marker)

/** The marker is one that an earlier page has given. */
export const keyMarkerIsValid = claim<KeyListing>({
  name: 'keyMarkerIsValid',
  says: 'The marker must be the one with which an earlier page of the list ended.',
  source: 'API_ListKeys',
  assumes: ['A56'],
  ...ofMarker((marker, { account }) => marker.startsWith(firstPart(account)))
})

export const keysUnlessLimited = 100

export const aHundredKeysAreListed: Follows<KeyListing> = {
  name: 'aHundredKeysAreListed',
  says: `Without a Limit, a page of the list has at most ${String(keysUnlessLimited)} keys.`,
  source: 'API_ListKeys',
  where: ({ request }) => request.Limit === undefined
}
