import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { claim } from './Rule.js'

export interface Listing {
  readonly request: DescribeCustomKeyStoresRequest
  /** The stores that the request is about. */
  readonly found: ReadonlyArray<CustomKeyStore>
}

const isAboutOne = ({ request }: Listing): boolean =>
  request.CustomKeyStoreId !== undefined || request.CustomKeyStoreName !== undefined

/** The store that the request names exists in the account and Region. @assumes A33 */
export const storeExists = claim<Listing>({
  name: 'storeExists',
  says: 'A custom key store with the id or name of the request must exist in the account and Region.',
  source: 'API_ConnectCustomKeyStore',
  applies: isAboutOne,
  holds: ({ found }) => found.length > 0
})

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

/** The marker is one that an earlier page has given. @assumes A38 */
export const markerIsValid = claim<Listing>({
  name: 'markerIsValid',
  says: 'The marker must be the one with which an earlier page of the list ended.',
  source: 'API_DescribeCustomKeyStores',
  assumes: 'A38',
  applies: ({ request }) => request.Marker !== undefined,
  holds: ({ request: { Marker: marker } }) => marker !== undefined && placeOf(marker) !== undefined
})
