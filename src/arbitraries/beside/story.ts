import { exchangesShown } from '../../conform/ReportedDeviation.js'
import type { Finding } from './play.js'

const longest = 240

/** A value as JSON, or its beginning. */
const inShort = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A finding as text: the rule, its page, what was expected, and the history that shows it, step by step. */
export const storyOf = ({ deviation, exchanges }: Finding): string => {
  const { operation, difference, url, address, allowedBy } = deviation
  const steps = exchangesShown(exchanges).map(
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
