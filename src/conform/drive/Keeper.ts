import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { returned, type EndpointReply, type Members } from '../Exchange.js'
import { createdIn } from '../replyMembers.js'
import { createRequest, type Inventor } from './Inventor.js'
import { poll } from './poll.js'
import type { Session } from './Session.js'

/** Why a state was not reached. `blocked`: the endpoint refused what would have led there. */
export interface Obstacle {
  readonly why: string
  readonly blocked: boolean
}

/** The id of a store that is in a state; or why none could be brought into it. */
type Reached = E.Either<Obstacle, string>

const never = (why: string): Obstacle => ({ why, blocked: false })
const blockedBy = (operation: OperationName, reply: EndpointReply): Obstacle => ({
  why: returned(operation, reply),
  blocked: true
})

/** Keeps one store of a kind, and creates another where it is gone. */
export interface Keeper {
  readonly reach: (state: ConnectionState) => Promise<Reached>
  /** The members that the store was created with. */
  readonly createdWith: () => Members
  /** Removes its store, if that can be. */
  readonly release: () => Promise<void>
  /** Takes this store, created with these members, in place of its own. */
  readonly keep: (id: string, createdWith: Members) => void
}

/** How long a state may last, in milliseconds. A state that has lasted longer is hardly waited for again. */
export interface Patience {
  readonly of: (state: ConnectionState) => number
  readonly lost: (state: ConnectionState) => void
}

const shortest = 200

export const patience = (milliseconds: number): Patience => {
  const lost = new Set<ConnectionState>()
  return {
    of: (state) => (lost.has(state) ? Math.min(shortest, milliseconds) : milliseconds),
    lost: (state) => void lost.add(state)
  }
}

const mostSteps = 12
const mostTries = 2
const mostSpoiled = 3
const doubtful = 'each new store is doubtful as soon as it is shown'

interface KeeperOptions {
  readonly session: Session
  readonly invent: Inventor
  readonly type: CustomKeyStoreType
  /** Members to create its stores with. */
  readonly properties: Members
  /** Whether no connection of its stores can succeed. */
  readonly faulty: boolean
  readonly patience: Patience
  /** Removes a store, outside of the conversation; whether it is gone. */
  readonly remove: (id: string) => Promise<boolean>
}

export const keeper = ({
  session,
  invent,
  type,
  properties,
  faulty,
  patience,
  remove
}: KeeperOptions): Keeper => {
  let id: string | undefined
  let createdWith: Members = {}

  const keep = (newId: string, members: Members): void => {
    id = newId
    createdWith = members
  }

  /** Removes the store that is of no use any longer, so that it does not count against a quota. */
  const giveUp = async (): Promise<void> => {
    const old = id
    id = undefined
    if (old === undefined) return
    if (await remove(old)) session.forget(old)
    else session.abandon(old)
  }

  /** Goes on without the store, which does not leave its state. Each that is still expected to doubles what is possible. */
  const leave = (): void => {
    if (id !== undefined) session.abandon(id)
    id = undefined
  }

  const create = async (): Promise<Reached> => {
    await giveUp()
    const request = createRequest(invent, type, properties)
    const { reply } = await session.call('CreateCustomKeyStore', request)
    const created = createdIn(reply)
    if (created === undefined) return E.left(blockedBy('CreateCustomKeyStore', reply))
    if (faulty) session.isFaulty(created)
    keep(created, request)
    return E.right(created)
  }

  const asks = async (
    operation: 'ConnectCustomKeyStore' | 'DisconnectCustomKeyStore',
    id: string
  ): Promise<Obstacle | undefined> => {
    const { reply } = await session.call(operation, { CustomKeyStoreId: id })
    return 'output' in reply ? undefined : blockedBy(operation, reply)
  }

  const waits = async (id: string, state: ConnectionState): Promise<Obstacle | undefined> => {
    const longest = patience.of(state)
    const isOver = (shown: ConnectionState | undefined): boolean => shown !== state || !session.knows(id)
    if (isOver(await poll(() => session.look(id), isOver, longest))) return undefined
    patience.lost(state)
    return never(`${state} lasts longer than ${String(longest)} ms`)
  }

  /** One step from a state towards another; or why there is none. */
  const step = async (
    id: string,
    from: ConnectionState,
    to: ConnectionState
  ): Promise<Obstacle | undefined> => {
    if (from === 'DISCONNECTED') return asks('ConnectCustomKeyStore', id)
    if (from === 'DISCONNECTING') return waits(id, from)
    if (from === 'CONNECTING' && (to === 'CONNECTED' || to === 'FAILED')) return waits(id, from)
    if (from === 'CONNECTED' && to === 'FAILED') return never('the connection succeeds')
    if (from === 'FAILED' && to === 'CONNECTED') return never('the connection fails')
    return asks('DisconnectCustomKeyStore', id)
  }

  /** Whether a new store is nearer to a state than one that does not leave its own. */
  const isBetterNew = (from: ConnectionState, to: ConnectionState): boolean =>
    from === 'DISCONNECTING' && (to === 'DISCONNECTED' || to === 'CONNECTING')

  /** How many new stores in a row were doubtful as soon as they were shown. */
  let spoiled = 0
  const unseen = new Set<ConnectionState>()
  const neverShown = (state: ConnectionState): Reached => {
    unseen.add(state)
    return E.left(never(`${state} is never shown`))
  }

  const reach: Keeper['reach'] = async (state) => {
    let connections = 0
    if (unseen.has(state)) return neverShown(state)
    if (spoiled >= mostSpoiled) return E.left(never(doubtful))
    for (let steps = 0; steps < mostSteps && spoiled < mostSpoiled; steps += 1) {
      if (id === undefined || !session.knows(id)) {
        const created = await create()
        if (E.isLeft(created)) return created
      }
      const current = id ?? ''
      const from = await session.look(current)
      if (!session.knows(current)) {
        spoiled += 1
        continue
      }
      spoiled = 0
      if (from === state) return E.right(current)
      if (from === undefined) await giveUp()
      else {
        if (from === 'DISCONNECTED') connections += 1
        if (connections > mostTries) return neverShown(state)
        const obstacle = await step(current, from, state)
        if (obstacle !== undefined && !isBetterNew(from, state)) return E.left(obstacle)
        if (obstacle !== undefined) leave()
      }
    }
    return E.left(never(spoiled < mostSpoiled ? `it took more than ${String(mostSteps)} steps` : doubtful))
  }

  return { reach, createdWith: () => createdWith, release: giveUp, keep }
}
