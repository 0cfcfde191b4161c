import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Timestamp } from '../codec/Timestamp.js'
import { ofStatement, type Difference } from './Difference.js'
import { beginningOf, type Exchange, type Members } from './Exchange.js'
import { answerIsAwsJson } from './statements.js'

/** Members of answers that are moments: in the answer itself, in what it shows, and in each entry of a list. */
const moments: ReadonlySet<string> = new Set([
  'CreationDate',
  'DeletionDate',
  'LastUpdatedDate',
  'ValidTo',
  'ParametersValidTo'
])

/** A member of an answer that is a moment in another form than AWS JSON has. */
interface Misshapen {
  readonly name: string
  readonly value: unknown
}

const isMisshapen = ([name, value]: readonly [string, unknown]): boolean =>
  moments.has(name) && value !== null && value !== undefined && typeof value !== 'number'

/** A moment in seconds since 1970, in whatever form it is written; of one that nobody can read the first, since none is compared. */
const secondsOf = (value: unknown): number => {
  const read = Timestamp.decode(value)
  return E.isRight(read) ? read.right : 0
}

/** Members with numbers for moments, as far down as answers have them. `found`: takes what was not one. */
const withNumbers = (members: Members, found: (misshapen: Misshapen) => void, depth = 2): Members => {
  const inside = (value: unknown): unknown =>
    t.UnknownRecord.is(value) && !Array.isArray(value) ? withNumbers(value, found, depth - 1) : value
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      if (isMisshapen([name, value])) {
        found({ name, value })
        return [name, secondsOf(value)]
      }
      if (depth === 0) return [name, value]
      return [name, Array.isArray(value) ? value.map(inside) : inside(value)]
    })
  )
}

const misshapen = ({ name, value }: Misshapen): Difference =>
  ofStatement(
    answerIsAwsJson,
    `${name} as a number of seconds since 1970`,
    `${name} ${beginningOf(value)}`,
    `a date that is ${typeof value === 'string' ? 'a text' : 'no number'}`
  )

/**
 * An exchange with a number in the place of each date that is none, and the difference that this is: one, however many there
 * are. So nothing else follows from it.
 */
export const withDates = (
  exchange: Exchange
): { readonly exchange: Exchange; readonly wrong: ReadonlyArray<Difference> } => {
  const { reply } = exchange
  if (!('output' in reply)) return { exchange, wrong: [] }
  const found: Array<Misshapen> = []
  const output = withNumbers(reply.output, (one) => found.push(one))
  const [first] = found
  return first === undefined
    ? { exchange, wrong: [] }
    : { exchange: { ...exchange, reply: { ...reply, output } }, wrong: [misshapen(first)] }
}
