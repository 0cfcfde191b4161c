import { boundedInteger } from '../../codec/boundedInteger.js'
import type { Source } from '../../sources.js'
import { Marker } from './DescribeCustomKeyStoresRequest.js'

/** The members with which a request asks for a page of a list. */
export interface PageRequest {
  /** 1 to 1000. */
  readonly Limit?: number
  readonly Marker?: Marker
}

/** The codecs of these members, for an operation whose pages can hold fewer entries than Limit. */
export const pageMembers = (source: Source) => ({
  Limit: boundedInteger('Limit', 1, 1000, { source, assumes: ['A73'] }),
  Marker
})
