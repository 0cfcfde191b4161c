import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { operations } from '../../operations/index.js'
import { makesKey } from '../effects.js'
import type { Members } from '../Exchange.js'
import { isPassingState } from '../passing.js'
import { createdIn, keyIdIn } from '../replyMembers.js'
import { createRequest, type Inventor } from './Inventor.js'
import type { StorePropertiesByType } from './storeProperties.js'
import { poll } from './poll.js'
import type { HeardReply, Session } from './Session.js'
import { mostStores, type RandomStep } from './steps.js'

/** A history while it is played. */
export interface Play {
  readonly session: Session
  readonly storeProperties: StorePropertiesByType
  readonly invent: Inventor
  /** Milliseconds that a wait may take. */
  readonly patience: number
  /** Whether keys may be created; a key stays, and its store with it. */
  readonly mayCreateKeys: boolean
  readonly stores: Array<Made>
  /** The latest key of each store. */
  readonly keys: Map<string, string>
}

interface Made {
  readonly id: string
  readonly type: CustomKeyStoreType
  readonly request: Members
}

const unknownKey = '00000000-0000-0000-0000-000000000000'

interface Asked {
  readonly operation: OperationName
  readonly request: Members
  readonly about?: Made
}

/** A Create, with a name of its own or that of the first store. */
const creation = (
  { storeProperties, invent, stores }: Play,
  { type, own }: RandomStep
): Asked | undefined => {
  const request = createRequest(invent, type, storeProperties[type].sound)
  const [first] = stores
  const name = own || first === undefined ? {} : { CustomKeyStoreName: first.request['CustomKeyStoreName'] }
  return stores.length < mostStores
    ? { operation: 'CreateCustomKeyStore', request: { ...request, ...name } }
    : undefined
}

/** A value for every member that some request has; each request takes those that its codec knows. */
const values = (
  { invent, keys, stores: [first] }: Play,
  own: boolean,
  { id, type }: Pick<Made, 'id' | 'type'>
): Members => ({
  CustomKeyStoreId: id,
  KeyId: keys.get(id) ?? unknownKey,
  NewCustomKeyStoreName: (own ? undefined : first?.request['CustomKeyStoreName']) ?? invent.name(),
  Origin: type,
  ...(type === 'EXTERNAL_KEY_STORE' && { XksKeyId: own ? invent.name() : 'conform-shared' }),
  NumberOfBytes: 8,
  PendingWindowInDays: 7,
  Plaintext: 'AAAA'
})

/** The request of a step, if it can be asked for. */
const asked = (
  play: Play,
  step: RandomStep & { readonly does: Exclude<RandomStep['does'], 'wait'> }
): Asked | undefined => {
  const { does: operation, type, store, own } = step
  if (operation === 'create') return creation(play, step)
  const about = play.stores[store]
  // A key in a store that does not exist could not be removed with the store.
  if (makesKey(operation) && (!play.mayCreateKeys || about === undefined)) return undefined
  const all = values(play, own, about ?? { id: play.invent.unknownStore(), type })
  const known = operations[operation].request.members.map(({ name }) => name)
  const request = Object.fromEntries(Object.entries(all).filter(([name]) => known.includes(name)))
  return { operation, request, ...(about && { about }) }
}

/** Waits until no store is CONNECTING or DISCONNECTING, or the patience is over. */
const waits = async ({ session, stores, patience }: Play): Promise<void> => {
  const end = performance.now() + patience
  for (const { id } of stores) {
    if (!session.knows(id)) continue
    const isOver = (state: ConnectionState | undefined) => !session.knows(id) || !isPassingState(state)
    await poll(() => session.look(id), isOver, end - performance.now())
  }
}

/** Notes the store or key that an answer shows. */
const note = (play: Play, { request, about }: Asked, step: RandomStep, answer: HeardReply): void => {
  const id = createdIn(answer.reply)
  if (id !== undefined && !play.stores.some((store) => store.id === id)) {
    play.stores.push({ id, type: step.type, request })
  }
  const KeyId = keyIdIn(answer.reply)
  if (about !== undefined && KeyId !== undefined) play.keys.set(about.id, KeyId)
}

/** Sends the request of a step, and looks at every store afterwards. */
export const plays = async (play: Play, step: RandomStep): Promise<void> => {
  const { does } = step
  if (does === 'wait') return waits(play)
  const ask = asked(play, { ...step, does })
  if (ask === undefined) return
  const answer = await play.session.call(ask.operation, ask.request)
  note(play, ask, step, answer)
  for (const { id } of play.stores) if (play.session.knows(id)) await play.session.look(id)
}
