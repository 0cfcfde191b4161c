import type { Exchange } from './Exchange.js'
import { outputOf } from './replyMembers.js'

/** The markers that an endpoint has given. They are opaque: whatever it gave is valid, and nothing else is. */
export type Markers = ReadonlySet<string>

const longestList = 1000

export const withMarker = (markers: Markers, { reply }: Exchange): Markers => {
  const { NextMarker: marker } = outputOf(reply)
  return typeof marker === 'string' ? new Set([...markers, marker]) : markers
}

/**
 * An exchange in which a marker that the endpoint has given is left out, since the model reads only its own. A list that
 * has a Limit may begin anywhere.
 */
export const withoutOwnMarker = (markers: Markers, exchange: Exchange): Exchange => {
  const { Marker: marker, Limit: limit = longestList, ...rest } = exchange.request
  return typeof marker === 'string' && markers.has(marker)
    ? { ...exchange, request: { ...rest, Limit: limit } }
    : exchange
}
