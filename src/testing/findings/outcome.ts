import * as E from 'fp-ts/lib/Either.js'
import { choiceKinds } from '../Choice.js'
import { couldKnow, isUnseen, madeBy, shownState } from '../looks.js'
import { endOf, type Exchange, type Run } from '../Run.js'
import { stateIn, targetOf } from '../targets.js'
import { firstLine } from './threw.js'
import { endedWell, type Fault, type Finding, type Goal } from './Fault.js'

const leadsTo: Readonly<Record<string, Goal>> = {
  ConnectCustomKeyStore: 'CONNECTED',
  DisconnectCustomKeyStore: 'DISCONNECTED'
}

/** The last request of the program that was to bring a store somewhere and was accepted, for each store. */
const lastMoves = (run: Run): ReadonlyMap<string, { readonly at: number; readonly goal: Goal }> =>
  new Map(
    run.exchanges.flatMap(({ call, reply }, at) => {
      const goal = leadsTo[call.operation]
      return goal === undefined || E.isLeft(reply) ? [] : [[targetOf(call), { at, goal }] as const]
    })
  )

const lastLook = (run: Run, id: string, from: number): number =>
  run.exchanges.map((exchange, at) => at > from && shownState(exchange, id) !== undefined).lastIndexOf(true)

/** What the program saw last is not where its last request was to bring the store. */
const againstItsOwnLook = (run: Run): ReadonlyArray<Fault> =>
  [...lastMoves(run)].flatMap(([id, { at, goal }]) => {
    const look = lastLook(run, id, at)
    const seen = look < 0 ? goal : shownState(run.exchanges[look] as Exchange, id)
    if (seen === goal || stateIn(endOf(run).account, id) === 'deleted') return []
    return [
      {
        at: look,
        about: goal,
        says: `It ends as if all were well, though the store was to be ${goal}, and was ${String(seen)} when it last looked.`,
        evidence: { source: 'API_DescribeCustomKeyStores' }
      }
    ]
  })

const storeOf = (run: Run): string =>
  run.begun.account.stores[0]?.CustomKeyStoreId ??
  run.exchanges
    .filter(({ call }) => call.operation === 'CreateCustomKeyStore')
    .map(madeBy)
    .filter((id) => id !== '')
    .at(-1) ??
  ''

const againstTheGoal = (run: Run, goal: Goal): ReadonlyArray<Fault> => {
  const id = storeOf(run)
  const state = stateIn(endOf(run).account, id)
  if (state === goal || !couldKnow([...run.exchanges, ...run.exchanges.slice(-1)], id)) return []
  return [
    {
      at: run.exchanges.length - 1,
      about: goal,
      says: `It ends as if all were well, though the store was to be ${goal}, and is ${state}.`,
      evidence: { source: 'API_DescribeCustomKeyStores' }
    }
  ]
}

/** A program that never does what it is for. */
export const givesUpForNothing: Finding = {
  name: 'givesUpForNothing',
  says: 'The program rejects in a world in which nothing is in its way.',
  source: 'API_ConnectCustomKeyStore',
  implied: true,
  in: ({ world, ending, exchanges }) =>
    world.length > 0 || ending.how !== 'rejected'
      ? []
      : [
          {
            at: exchanges.length - 1,
            about: '',
            says: `It rejects, though nothing was in its way: ${firstLine(ending.error)}`,
            evidence: { source: 'API_ConnectCustomKeyStore', implied: true }
          }
        ]
}

/** A store that is elsewhere than the program says. */
export const notWhereItSays: Finding = {
  name: 'notWhereItSays',
  says: 'The program ends as if all were well, and the store is not in the state to which it was to be brought.',
  source: 'API_DescribeCustomKeyStores',
  implied: true,
  in: (run, expectations) => {
    if (!endedWell(run, expectations)) return []
    return expectations.goal === undefined ? againstItsOwnLook(run) : againstTheGoal(run, expectations.goal)
  }
}

const createdIn = ({ call, before, after }: Exchange): ReadonlyArray<string> => {
  const old = new Set<string>([
    ...before.account.stores.map((store) => store.CustomKeyStoreId),
    ...before.account.keys.map((key) => key.KeyId)
  ])
  const now =
    call.operation === 'CreateKey'
      ? after.account.keys.map((key): string => key.KeyId)
      : after.account.stores.map((store): string => store.CustomKeyStoreId)
  return call.operation.startsWith('Create') ? now.filter((id) => !old.has(id)) : []
}

/** Whether an answer that the program got has the id in it. */
const isTold = (run: Run, id: string): boolean =>
  run.exchanges.some(({ reply }) => E.isRight(reply) && JSON.stringify(reply.right).includes(id))

/** A store or key that the program has made and does not know of. */
export const leftBehind: Finding = {
  name: 'leftBehind',
  says: 'The program ends as if all were well, and has made a store or key of which it does not know.',
  ...{ source: choiceKinds.answerIsLost.source, assumes: choiceKinds.answerIsLost.assumes },
  in: (run, expectations) =>
    !endedWell(run, expectations)
      ? []
      : run.exchanges.flatMap((exchange, at) =>
          isUnseen(exchange)
            ? createdIn(exchange)
                .filter((id) => !isTold(run, id) && isThere(run, id))
                .map((id) => ({
                  at,
                  about: exchange.call.operation,
                  says: `It leaves behind ${id}, which ${exchange.call.operation} made, and of which no answer has told it.`,
                  evidence: {
                    source: choiceKinds.answerIsLost.source,
                    assumes: choiceKinds.answerIsLost.assumes
                  }
                }))
            : []
        )
}

const isThere = (run: Run, id: string): boolean => {
  const { account } = endOf(run)
  return stateIn(account, id) !== 'deleted' || account.keys.some(({ KeyId }) => KeyId === id)
}
