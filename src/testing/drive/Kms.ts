import * as E from 'fp-ts/lib/Either.js'
import { asRequest } from '../../endpoint/asRequest.js'
import { inputOf, operationOf } from '../../protocol/asked.js'
import { failureAnswer, successAnswer, type Answer, type Request } from '../../protocol/http.js'
import { isSameReply, type Call, type Reply } from '../carryOut.js'
import { possibleAnswers, type Nature } from '../possibleAnswers.js'
import type { Exchange, World } from '../Run.js'
import { spent } from '../Bounds.js'
import { atTime, mayChoose, type Situation } from '../Situation.js'
import { standing } from '../standing.js'
import { withoutSecrets } from '../withoutSecrets.js'

/** A moment at which it was open how to go on: the names of all ways, the smooth one first, and the one that was taken. */
export interface Point {
  readonly ways: ReadonlyArray<string>
  readonly taken: number
}

/** The smooth course. */
const smooth = ''

/** Which of several ways to take at a point, counted from 0; -1 if it is none of them. */
export type Course = (point: number, ways: ReadonlyArray<string>) => number

/** The course that a world has. */
export const courseOf = (world: World): Course => {
  const choices = new Map(world.map(({ point, choice }) => [point, choice]))
  return (point, ways) => {
    const choice = choices.get(point)
    return choice === undefined ? 0 : ways.indexOf(choice)
  }
}

/** The world in which these ways were taken. */
export const worldOf = (points: ReadonlyArray<Point>): World =>
  points.flatMap(({ ways, taken }, point) => (taken === 0 ? [] : [{ point, choice: ways[taken] ?? smooth }]))

/** KMS in one world. */
export interface Kms {
  readonly answer: (request: Request) => Answer
  /** Which of several requests comes first, as the world has it. Their names: that of the first is {@link smooth}. */
  readonly order: (ways: ReadonlyArray<string>) => number
  readonly points: () => ReadonlyArray<Point>
  readonly exchanges: () => ReadonlyArray<Exchange>
  readonly situation: () => Situation
  /** The request that was made too often in a state that does not change by itself, if there is one. */
  readonly repeated: () => string | undefined
  /** Why this is not the world that was asked for, if it is not. */
  readonly unlike: () => Error | undefined
}

/** The program has asked for other things than it did before in the same world. */
const notRepeatable = (point: number, ways: ReadonlyArray<string>): Error =>
  new Error(
    `At point ${String(point)} the world cannot go on as it did: there is only ${ways.map((way) => `'${way}'`).join(', ')}. What a program asks may depend only on the answers that it gets.`
  )

const callIn = (request: Request): E.Either<Reply, Call> => {
  const operation = operationOf(request)
  if (E.isLeft(operation)) return E.left(operation)
  const input = inputOf(request)
  return E.isLeft(input) ? E.left(input) : E.right({ operation: operation.right, input: input.right })
}

interface KmsOptions {
  readonly nature: Nature
  readonly course: Course
  readonly begun: Situation
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** After how many equal exchanges in a row only the smooth course is taken; undefined for never. */
  readonly alike: number | undefined
  /** How often the same may be asked in a state that does not change by itself. */
  readonly patience: number
  /** What is known to be asked for ever. */
  readonly endless: ReadonlySet<string>
}

const withoutSurprises = (situation: Situation): Situation => ({
  ...situation,
  bounds: { ...situation.bounds, together: 0 }
})

/** Whether so many exchanges are all of this call, and have the same reply. */
const isRow = (exchanges: ReadonlyArray<Exchange>, length: number, call: Call): boolean => {
  const [first] = exchanges
  if (first === undefined || exchanges.length < length) return false
  const asked = JSON.stringify(call)
  return exchanges.every((one) => JSON.stringify(one.call) === asked && isSameReply(one.reply, first.reply))
}

export const kms = ({ nature, course, begun, now, alike, patience, endless }: KmsOptions): Kms => {
  const points: Array<Point> = []
  const exchanges: Array<Exchange> = []
  const asked = new Map<string, number>()
  let situation = begun
  let repeated: string | undefined
  let unlike: Error | undefined

  const take = (ways: ReadonlyArray<string>): number => {
    const point = points.length
    const taken = course(point, ways)
    if (taken < 0) unlike ??= notRepeatable(point, ways)
    points.push({ ways, taken: Math.max(taken, 0) })
    return Math.max(taken, 0)
  }

  const count = (exchange: Exchange): void => {
    const what = standing(exchange)
    if (what === undefined) return
    const times = (asked.get(what) ?? 0) + 1
    asked.set(what, times)
    if (times >= patience || (times >= 3 && endless.has(what))) repeated = what
  }

  const reply = (call: Call): Reply => {
    const before = atTime(now() / 1000)(situation)
    const told = { ...call, input: withoutSecrets(call.input) }
    const isOneMore = alike !== undefined && isRow(exchanges.slice(-alike), alike, told)
    const answers = possibleAnswers(nature)(call)(isOneMore ? withoutSurprises(before) : before)
    const ways = answers.map(({ choices }) => choices.map(({ name }) => name).join(', and '))
    const answer = answers[take(ways)]
    if (answer === undefined) throw new Error('There is always an answer.')
    const { choices, reply: given } = answer
    const after = { ...answer.after, bounds: isOneMore ? before.bounds : answer.after.bounds }
    const exchange = { call: told, choices, reply: given, before, after }
    exchanges.push(exchange)
    situation = after
    count(exchange)
    return given
  }

  return {
    answer: (request) => {
      const call = callIn(asRequest(request))
      const given = E.isLeft(call) ? call.left : reply(call.right)
      const id = `request-${String(exchanges.length)}`
      return E.isLeft(given) ? failureAnswer(given.left)(id) : successAnswer(given.right)(id)
    },
    order: (ways) => {
      const taken = take(mayChoose(situation, 'order') ? ways : ways.slice(0, 1))
      if (taken > 0) situation = { ...situation, bounds: spent(situation.bounds, 'order') }
      return taken
    },
    points: () => points,
    exchanges: () => exchanges,
    situation: () => situation,
    repeated: () => repeated,
    unlike: () => unlike
  }
}
