import { about } from '../Claim.js'

/** A request for a list of which an earlier page may have been seen. */
export interface NextPage {
  readonly request: { readonly Marker?: string }
}

/** How claims about the marker of a list apply and hold. */
export const ofMarker = about(({ request }: NextPage) => request.Marker)
