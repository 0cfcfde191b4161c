import { ofStatement, type Difference } from './Difference.js'
import type { EndpointReply, Exchange } from './Exchange.js'
import { entriesIn, outputOf } from './replyMembers.js'
import { describeShowsTheStore } from './statements.js'

/** Whether it asks for a page of all stores. */
const isPage = ({ operation, request }: Exchange): boolean =>
  operation === 'DescribeCustomKeyStores' &&
  request['Limit'] !== undefined &&
  request['CustomKeyStoreId'] === undefined &&
  request['CustomKeyStoreName'] === undefined

const isFirstPage = (exchange: Exchange): boolean =>
  isPage(exchange) && exchange.request['Marker'] === undefined

const hasText = (marker: unknown): boolean => typeof marker === 'string' && marker !== ''

/** The marker of the page after a page; nothing after the last one. Without Truncated a marker tells that there is more. */
export const markerAfter = (reply: EndpointReply): unknown => {
  const { Truncated: truncated, NextMarker: marker } = outputOf(reply)
  return entriesIn(reply).length > 0 && (truncated ?? hasText(marker)) === true ? marker : undefined
}

/** The pages with which some exchanges end, from the first to the last; none where the last is not there. */
const lastPages = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> => {
  const first = exchanges.map(isFirstPage).lastIndexOf(true)
  if (first < 0) return []
  const pages = exchanges.slice(first)
  const isWhole = pages.every((page) => isPage(page) && 'output' in page.reply)
  return isWhole && pages.slice(-1).every(({ reply }) => markerAfter(reply) === undefined) ? pages : []
}

/** What exchanges show that end with pages of all stores, where a store is on none of them. */
export const missingOnPages = (exchanges: ReadonlyArray<Exchange>, id: string): Difference | undefined => {
  const pages = lastPages(exchanges)
  const listed = pages.flatMap(({ reply }) => entriesIn(reply)).map((entry) => entry['CustomKeyStoreId'])
  return pages.length === 0 || listed.includes(id)
    ? undefined
    : ofStatement(describeShowsTheStore, `the store ${id} on one of the pages`, 'pages without it')
}
