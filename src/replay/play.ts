import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { storeWithId } from '../model/Account.js'
import { behind, infrastructureOf } from '../model/Infrastructure.js'
import { withInfrastructureChange } from '../account/InfrastructureChange.js'
import { reported, settled, withoutExpiredKeys } from '../account/process.js'
import { unmetNeed } from '../connection/process.js'
import { evidenceOf } from '../Evidence.js'
import { isConnecting } from '../model/CustomKeyStore.js'
import type { Violation } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'
import type { Explanation } from '../operations/Decision.js'
import type { Follows } from '../rules/Follows.js'
import { sources } from '../sources.js'
import { replayed } from './operations.js'
import type { Because, Consequence, Happening, RequestResult } from './StepOutcome.js'
import { reportOf } from '../connection/Report.js'
import type {
  AdvanceStep,
  FactsStep,
  OperationStep,
  ReportStep,
  SettleStep,
  HistoryStep
} from './HistoryStep.js'
import { secondsIn } from '../codec/Duration.js'
import { worldCircumstances, withAccount, type World } from './World.js'

/** A step that was played: what happened, which stores and keys it names, and the world after it. */
export interface Played {
  readonly happening: Happening
  /** The findings and effects, if it is a request that could be read. */
  readonly explanation?: Explanation
  readonly names: ReadonlyArray<string>
  readonly after: World
}

const failureOf = ({ failure }: Pick<OperationStep, 'failure'>) => (failure === undefined ? {} : { failure })

const playFacts = ({ facts }: FactsStep, world: World): E.Either<ReadonlyArray<Violation>, Played> =>
  pipe(
    world.facts,
    withInfrastructureChange(facts),
    E.bimap(
      (violations) => violations.map((each) => ({ ...each, path: `facts.${each.path}` })),
      (after) => ({ happening: { facts }, names: [], after: { ...world, facts: after } })
    )
  )

const namingMembers = [
  'CustomKeyStoreId',
  'CustomKeyStoreName',
  'KeyId',
  'SourceKeyId',
  'DestinationKeyId',
  'TargetKeyId',
  'AliasName'
] as const

const namesIn = (request: Partial<Record<(typeof namingMembers)[number], unknown>>): ReadonlyArray<string> =>
  namingMembers.flatMap((member) => {
    const name = request[member]
    return typeof name === 'string' ? [name] : []
  })

/** The members of a request that was read, in the order in which they were written. */
const inOrderOf = (written: object, request: object): object => {
  const order = Object.keys(written)
  const place = ([member]: readonly [string, unknown]): number => order.indexOf(member)
  return Object.fromEntries(Object.entries(request).sort((a, b) => place(a) - place(b)))
}

const consequence = (follows: Follows<never>): Consequence => ({
  statement: follows.name,
  message: follows.says,
  ...evidenceOf(follows),
  url: sources[follows.source].url
})

const consequences = (explanation: Explanation | undefined) => {
  const follows = explanation?.follows ?? []
  return follows.length === 0 ? {} : { follows: follows.map(consequence) }
}

/** The world after a request that brings a change of the infrastructure with it. */
const putRight = (world: World, change: object | undefined): World =>
  change === undefined
    ? world
    : {
        ...world,
        facts: pipe(
          world.facts,
          withInfrastructureChange(change),
          E.getOrElse(() => world.facts)
        )
      }

const playOperation = (step: OperationStep, world: World): Played => {
  const written = step.request ?? {}
  const given = worldCircumstances(world, step)
  const { request, result, explanation, putsRight } = replayed(world.edition, step.operation)(given)(written)(
    world.account
  )
  const verdict: RequestResult = E.isRight(result)
    ? { answer: result.right[0], ...consequences(explanation) }
    : { exception: { ...result.left, url: sources[result.left.source].url } }
  const asked = {
    operation: step.operation,
    ...(request && { request: inOrderOf(written, request) }),
    ...(step.principal !== undefined && { principal: step.principal }),
    ...failureOf(step)
  }
  return {
    happening: { ...asked, ...verdict },
    ...(explanation && { explanation }),
    names: namesIn(request ?? {}),
    after: E.isRight(result) ? putRight(withAccount(world, result.right[1]), putsRight) : world
  }
}

/** Why the connection of a store fails, if one is going on and fails. */
const because = (step: SettleStep, world: World): Because | undefined => {
  const store = storeWithId(world.account, step.settle)
  if (store === undefined || !isConnecting(store)) return undefined
  const facts = {
    ...behind(infrastructureOf(world.facts), store),
    failure: step.failure,
    account: world.account.AccountId,
    region: world.account.Region
  }
  const need = unmetNeed(facts)(store)
  return need && { rule: need.name, message: need.says, ...evidenceOf(need), url: sources[need.source].url }
}

const playSettle = (step: SettleStep, world: World): Played => {
  const why = because(step, world)
  return {
    happening: { settle: step.settle, ...failureOf(step), ...(why && { because: why }) },
    names: [step.settle],
    after: withAccount(world, settled(worldCircumstances(world, step), step.settle)(world.account))
  }
}

const playReport = ({ report }: ReportStep, world: World): Played => ({
  happening: { report },
  names: [report.CustomKeyStoreId],
  after: withAccount(world, reported(report.CustomKeyStoreId, reportOf(report))(world.account))
})

const tooLate: Violation = {
  path: 'advance',
  received: 'a time',
  receivedAs: 'words',
  constraint: 'A history must end before the year 10000',
  kind: 'limit'
}

const playAdvance = ({ advance }: AdvanceStep, world: World): E.Either<ReadonlyArray<Violation>, Played> => {
  const now = world.now + secondsIn(advance)
  if (now > latestMoment) return E.left([tooLate])
  return E.right({
    happening: { advance },
    names: [],
    after: { ...world, now, account: withoutExpiredKeys(now)(world.account) }
  })
}

/** Plays one step. Left: facts that do not fit those before, or too much time; all else was checked when it was read. */
export const play = (step: HistoryStep, world: World): E.Either<ReadonlyArray<Violation>, Played> => {
  if ('facts' in step) return playFacts(step, world)
  if ('operation' in step) return E.right(playOperation(step, world))
  if ('settle' in step) return E.right(playSettle(step, world))
  if ('report' in step) return E.right(playReport(step, world))
  return playAdvance(step, world)
}
