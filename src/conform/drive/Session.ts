import * as t from 'io-ts'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import type { AccountId, CustomKeyStoreId } from '../../model/identifiers.js'
import type { EditionName } from '../../editions/editions.js'
import type { Difference } from '../Difference.js'
import {
  abandoned,
  forgotten,
  forgottenKey,
  isKnown,
  nothingBelieved,
  withFaulty,
  type Belief
} from '../Belief.js'
import type { Deviation } from '../Deviation.js'
import { hear, type Heard } from '../hear.js'
import { replyWithoutEcho, type Exchange, type Members, type EndpointReply } from '../Exchange.js'
import { boundedReply } from '../boundedReply.js'
import { echoesOf, secretsIn } from '../secrets.js'
import { makesKey } from '../effects.js'
import { createdIn, keyIdIn, stateIn } from '../replyMembers.js'
import { shortest } from '../shortest.js'
import type { Trace } from '../Trace.js'
import { idOf, reportedDeviation, type ReportedDeviation } from '../ReportedDeviation.js'
import { nothingLacking, type Lacking } from './Lacking.js'
import type { Send } from './Send.js'
import type { Made } from './tidy.js'

/** A reply, and the findings of its exchange. */
export type HeardReply = Heard & { readonly reply: EndpointReply }

/** A conversation with an endpoint about one account, every answer of which is held against the rules. */
export interface Session {
  readonly call: (operation: OperationName, request: Members) => Promise<HeardReply>
  /** The state in which Describe shows a store, if it shows one. */
  readonly look: (id: string) => Promise<ConnectionState | undefined>
  /** Whether the account has the store, as far as the answers show; not once the store is given up. */
  readonly knows: (id: string) => boolean
  /** Notes that a store is gone, by a request outside of the conversation. */
  readonly forget: (id: string) => void
  /** Notes that nothing is known of a store any longer, though it may be there. */
  readonly abandon: (id: string) => void
  /** Notes that a key is gone with its aliases, by requests outside of the conversation. What was said of it explains nothing later. */
  readonly forgetKey: (id: string) => void
  /** The aliases that were made for a key. */
  readonly aliasesOf: (id: string) => ReadonlyArray<string>
  /** Notes that no connection of a store can succeed. */
  readonly isFaulty: (id: string) => void
  /** Reports a difference that shows in several answers taken together. */
  readonly differs: (operation: OperationName, difference: Difference) => void
  /** Begins something by this name, which its deviations are reported with. */
  readonly begin: (name: string) => void
  /** Whether no more is sent: several requests in a row got no reply, or the run was stopped. */
  readonly isOver: () => boolean
  /** Everything that an answer has created, asked for or not. */
  readonly made: () => Made
  /** How many answers AWS leaves open. */
  readonly leftOpen: () => number
  /** The deviation from which each answer may follow that is of no use. */
  readonly notUseful: () => ReadonlyArray<string>
  /** The deviation that each differing answer showed so far. */
  readonly seen: () => ReadonlyArray<ReportedDeviation>
  /** What led to the first sight of a deviation, by its id; nothing where it was not seen. */
  readonly trace: (id: string) => Trace | undefined
}

const mostSilences = 3
const silence: EndpointReply = { unreadable: 'no answer', silent: true }

/** What is heard of a request that is not sent. */
const unheard = { held: 'due to the outside', exception: 'nothing', asShown: false, flaws: [] } as const

/** Whether an exchange is about a key and no store. */
const isAboutKey =
  (id: string) =>
  ({ request, reply }: Exchange): boolean =>
    request['KeyId'] === id || request['TargetKeyId'] === id || keyIdIn(reply) === id

const nothing = nothingBelieved('000000000000' as AccountId, '')

/** How a conversation is held. */
interface SessionOptions {
  /** Whether a deviation is reported with all exchanges since `begin`, and not with the fewest that explain it. */
  readonly whole?: boolean
  /** Whether no more may be sent. */
  readonly isStopped?: () => boolean
  /** What is known of the endpoint in all conversations. */
  readonly lacking?: Lacking
  /** What is believed before the first answer; without it nothing, of an account and a Region that are not known. */
  readonly start?: Belief
}

export const session = (
  edition: EditionName,
  send: Send,
  {
    whole = false,
    isStopped = (): boolean => false,
    lacking = nothingLacking,
    start = nothing
  }: SessionOptions = {}
): Session => {
  let belief = start
  let name = ''
  let exchanges: Array<Exchange> = []
  /** Of all secrets that were sent, since an endpoint may show one of them in any later answer. */
  const echoes = new Set<string>()
  const stores = new Set<string>()
  const deleted = new Set<string>()
  const keys = new Set<string>()
  /** Each alias, with the key that it was made for. */
  const aliases = new Map<string, unknown>()
  let begun = 0
  let silences = 0
  let leftOpen = 0
  const notUseful: Array<string> = []
  const seen: Array<ReportedDeviation> = []
  const ids = new Set<string>()
  const traces = new Map<string, Trace>()

  /** The exchanges that explain a deviation. */
  const explanation = (id: string): ReadonlyArray<Exchange> => {
    const { faulty } = belief
    return whole
      ? exchanges.slice(begun)
      : shortest(edition, { ...start, faulty }, { exchanges, begun, id, ids })
  }

  /** Takes down a deviation; of one that was seen before no more than where. */
  const sees = (deviation: Deviation, explaining: () => ReadonlyArray<Exchange>): void => {
    const id = idOf(deviation)
    const trace = traces.get(id) ?? { all: exchanges.slice(), begun, explaining: explaining() }
    seen.push(reportedDeviation(deviation, name, traces.has(id) ? [] : trace.explaining))
    traces.set(id, trace)
  }

  const note = (heard: Heard): void => {
    belief = heard.belief
    if (heard.held === 'left open') leftOpen += 1
    const { deviation, dependsOn, flaws } = heard
    if (dependsOn !== undefined) notUseful.push(dependsOn)
    for (const each of flaws) sees(each, () => exchanges.slice(-1))
    if (deviation !== undefined) sees(deviation, () => explanation(idOf(deviation)))
  }

  const noteMade = ({ operation, request, reply }: Exchange): void => {
    const { AliasName: alias } = request
    if ('output' in reply && t.string.is(alias)) {
      if (operation === 'CreateAlias') aliases.set(alias, request['TargetKeyId'])
      if (operation === 'DeleteAlias') aliases.delete(alias)
    }
    const { CustomKeyStoreId: id } = request
    if ('output' in reply && operation === 'DeleteCustomKeyStore' && t.string.is(id)) deleted.add(id)
    const store = createdIn(reply)
    const key = makesKey(operation) ? keyIdIn(reply) : undefined
    if (store !== undefined) stores.add(store)
    if (key !== undefined) keys.add(key)
  }

  const aliasesOf = (id: string): ReadonlyArray<string> =>
    [...aliases].flatMap(([alias, key]) => (key === id ? [alias] : []))

  const isOver = (): boolean => isStopped() || silences >= mostSilences

  const call: Session['call'] = async (operation, request) => {
    if (isOver()) return { ...unheard, belief, reply: silence }
    for (const echo of secretsIn(request).flatMap(echoesOf)) echoes.add(echo)
    const answered = await send(operation, request)
    noteMade({ operation, request, reply: answered })
    const reply = replyWithoutEcho(echoes)(boundedReply(stores)(answered))
    silences = 'silent' in reply ? silences + 1 : 0
    const exchange = { operation, request, reply }
    exchanges.push(exchange)
    const found = hear(edition)(exchange)(belief)
    if (found.deviation !== undefined) ids.add(idOf(found.deviation))
    const heard = lacking.judge(name, belief, exchange, found)
    note(heard)
    return { ...heard, reply }
  }

  return {
    call,
    look: async (id) => stateIn((await call('DescribeCustomKeyStores', { CustomKeyStoreId: id })).reply),
    knows: (id) => isKnown(belief, id),
    forget: (id) => {
      belief = forgotten(belief, id as CustomKeyStoreId)
    },
    abandon: (id) => {
      belief = abandoned(belief, id as CustomKeyStoreId)
    },
    forgetKey: (id) => {
      belief = forgottenKey(belief, id)
      for (const alias of aliasesOf(id)) aliases.delete(alias)
      exchanges = exchanges.filter((exchange) => !isAboutKey(id)(exchange))
      begun = exchanges.length
    },
    aliasesOf,
    isFaulty: (id) => {
      belief = withFaulty(id as CustomKeyStoreId)(belief)
    },
    differs: (operation, difference) => {
      sees({ operation, difference, allowedBy: [] }, () => exchanges.slice(begun))
    },
    begin: (next) => {
      name = next
      begun = exchanges.length
    },
    isOver,
    made: () => ({ stores: [...stores], keys: [...keys], aliases: [...aliases.keys()], deleted }),
    leftOpen: () => leftOpen,
    notUseful: () => notUseful,
    seen: () => seen,
    trace: (id) => traces.get(id)
  }
}
