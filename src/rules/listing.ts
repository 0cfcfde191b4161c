import { claim } from '../Claim.js'
import { guard } from './when.js'
import type { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { ofMarker } from './marker.js'

/** A request for a list of stores. */
export interface Listing {
  readonly request: DescribeCustomKeyStoresRequest
}

/** Whether the request names one store. */
export const namesOneStore = guard(
  'the request has a CustomKeyStoreId or a CustomKeyStoreName',
  ({ request }: Listing) => request.CustomKeyStoreId !== undefined || request.CustomKeyStoreName !== undefined
)

/** Where a page ends: the place of its last store in the order of the list. */
export interface Place {
  readonly CreationDate: number
  readonly CustomKeyStoreId: string
}

export const markerAfter = ({ CreationDate, CustomKeyStoreId }: Place): string =>
  `${String(CreationDate)}/${CustomKeyStoreId}`

export const placeOf = (marker: string): Place | undefined => {
  const slash = marker.indexOf('/')
  const CreationDate = Number(marker.slice(0, slash))
  const place = { CreationDate, CustomKeyStoreId: marker.slice(slash + 1) }
  return Number.isFinite(CreationDate) && markerAfter(place) === marker ? place : undefined
}

/** The marker is one that an earlier page has given. */
export const markerIsValid = claim<Listing>({
  name: 'markerIsValid',
  says: 'The marker must be the one with which an earlier page of the list ended.',
  source: 'API_DescribeCustomKeyStores',
  assumes: ['A38'],
  ...ofMarker((marker) => placeOf(marker) !== undefined)
})
