import type { Exchange } from '../../conform/Exchange.js'
import { exchangesShown, type Shown } from '../../conform/ReportedDeviation.js'
import { stateIn } from '../../conform/replyMembers.js'
import type { Finding } from './play.js'

/** The store of a Describe by its id. */
const lookedAt = ({ operation, request }: Exchange): unknown =>
  operation === 'DescribeCustomKeyStores' ? request['CustomKeyStoreId'] : undefined

/** The exchanges without those that look at a store and show nothing new of its state; but with the last. */
const withoutEqualLooks = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> => {
  const states = new Map<unknown, unknown>()
  return exchanges.filter((exchange, i) => {
    const id = lookedAt(exchange)
    if (id === undefined || i === exchanges.length - 1) return true
    const [before, now] = [states.get(id) ?? 'DISCONNECTED', stateIn(exchange.reply)]
    states.set(id, now ?? before)
    return now !== undefined && before !== now
  })
}

/** The requests of a finding with their answers, without secrets. */
export const shownIn = ({ exchanges }: Finding): ReadonlyArray<Shown> =>
  exchangesShown(withoutEqualLooks(exchanges))

const longest = 240

/** A value as JSON, or its beginning. */
const inShort = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A finding as text: the rule, its page, what was expected, and the history that shows it, step by step. */
export const storyOf = (finding: Finding): string => {
  const { operation, difference, url, address, allowedBy } = finding.deviation
  const steps = shownIn(finding).map(
    ({ operation, request, answer }, i) =>
      `  ${String(i + 1)}. ${operation} ${inShort(request)} → ${inShort(answer)}`
  )
  return [
    `${operation}: ${difference.rule}`,
    difference.says,
    url,
    address,
    `Expected ${difference.expected}; got ${difference.got}.`,
    ...(allowedBy.length > 0 ? [`Other editions of AWS's text allow it: ${allowedBy.join(', ')}.`] : []),
    'The shortest history that shows it:',
    ...steps
  ].join('\n')
}
