import * as E from 'fp-ts/lib/Either.js'
import { sources } from '../sources.js'
import { choiceKinds, standingOfChoice } from './Choice.js'
import type { FoundFault } from './FoundFault.js'
import { madeBy, shownState } from './looks.js'
import type { Exchange } from './Run.js'
import { stateIn, targetOf } from './targets.js'

/** One step of a story, or several that are alike. */
interface Step {
  readonly exchange: Exchange
  readonly times: number
}

const answerOf = (exchange: Exchange): string => {
  const { call, reply, after } = exchange
  if (E.isLeft(reply)) return reply.left.name
  const made = madeBy(exchange)
  if (made !== '') return `accepted: ${made}`
  const id = targetOf(call) || after.account.stores[0]?.CustomKeyStoreId || ''
  const shown = shownState(exchange, id)
  if (shown !== undefined) return shown
  const state = stateIn(after.account, id)
  return /CustomKeyStores?$/.test(call.operation) ? `accepted: ${state}` : 'accepted'
}

const callOf = ({ call }: Exchange): string => [call.operation, targetOf(call)].join(' ').trim()

const isAlike = (a: Exchange, b: Exchange): boolean =>
  callOf(a) === callOf(b) && answerOf(a) === answerOf(b) && b.choices.length === 0

const steps = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Step> =>
  exchanges.reduce<ReadonlyArray<Step>>((told, exchange) => {
    const last = told.at(-1)
    return last !== undefined && isAlike(last.exchange, exchange)
      ? [...told.slice(0, -1), { ...last, times: last.times + 1 }]
      : [...told, { exchange, times: 1 }]
  }, [])

const choiceLine = (exchange: Exchange): ReadonlyArray<string> =>
  exchange.choices.map((one) => {
    const { standing, assumes } = standingOfChoice(one)
    const sure = assumes.length > 0 ? `${standing}, ${assumes.join(', ')}` : standing
    return `     ~ ${one.name} (${sure}: ${sources[choiceKinds[one.kind].source].url})`
  })

const ruleLine = ({ reply }: Exchange): ReadonlyArray<string> => {
  if (E.isRight(reply) || !('rule' in reply.left)) return []
  const { message, source } = reply.left
  return [`     § ${message} (${sources[source].url})`]
}

const stepLines = ({ exchange, times }: Step, i: number): ReadonlyArray<string> => [
  ...choiceLine(exchange),
  `${String(i + 1).padStart(3)}  ${callOf(exchange)} → ${answerOf(exchange)}${times > 1 ? `, ${String(times)} times` : ''}`,
  ...ruleLine(exchange)
]

/** A world as it is written in code. */
const worldText = ({ world }: Pick<FoundFault, 'world'>): string =>
  `[${world.map(({ point, choice }) => `{ point: ${String(point)}, choice: ${JSON.stringify(choice)} }`).join(', ')}]`

/**
 * A fault as a story: what the program asked, what it was answered, what happened meanwhile, and the page of each rule.
 *
 * @example
 * const { faults } = await testing.everyWorld(() => Promise.resolve())
 * testing.storyOf(faults[0]).split(':')[0] //=> 'asksNothing'
 */
export const storyOf = (fault: FoundFault): string =>
  [
    `${fault.finding}: ${fault.says}`,
    ...steps(fault.run.exchanges).flatMap(stepLines),
    `     ${fault.assumes.length === 0 ? 'All of it is documented' : `Without ${fault.assumes.join(', ')} it would not be so`}: ${sources[fault.evidence.source].url}`,
    `     Again: everyWorld(program, { world: ${worldText(fault)} })`
  ].join('\n')

/**
 * A test of vitest or jest that runs just this world, as text; `program` and `options` are those of the search. Once the
 * program is mended, it may not come into this world any more: the test then rejects and says so.
 *
 * @example
 * const { faults } = await testing.everyWorld(() => Promise.resolve())
 * testing.testOf(faults[0]).includes('everyWorld') //=> true
 */
export const testOf = (fault: FoundFault): string =>
  [
    `it(${JSON.stringify(fault.says)}, async () => {`,
    `  const { faults } = await everyWorld(program, { ...options, world: ${worldText(fault)} })`,
    '  expect(faults).toEqual([])',
    '})'
  ].join('\n')
