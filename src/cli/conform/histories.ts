import { setTimeout as pause } from 'node:timers/promises'
import type * as fastCheck from 'fast-check'
import type { ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { EditionName } from '../../rules/editions.js'
import type { AskedOperation, Members } from '../../spec/conform/Exchange.js'
import type { Histories, ReportedFault } from '../../spec/conform/Report.js'
import { createRequest, type Backings, type Inventor } from './backings.js'
import type { Send } from './client.js'
import { session, type Answer, type Session } from './Session.js'

type FastCheck = typeof fastCheck

/** One step of a random history. The store is the one that was made as the so-and-so-many-eth, or none. */
interface Step {
  readonly does: 'create' | 'wait' | Exclude<AskedOperation, 'CreateCustomKeyStore' | 'CancelKeyDeletion'>
  readonly type: CustomKeyStoreType
  readonly store: number
  readonly own: boolean
}

const mostStores = 3
const mostSteps = 24

const steps = (fc: FastCheck, types: ReadonlyArray<CustomKeyStoreType>) => {
  const weight = (weight: number, ...does: ReadonlyArray<Step['does']>) => ({
    weight,
    arbitrary: fc.constantFrom(...does)
  })
  const step = fc.record<Step>({
    does: fc.oneof(
      weight(4, 'create'),
      weight(5, 'ConnectCustomKeyStore', 'wait'),
      weight(3, 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'CreateKey'),
      weight(
        2,
        'DeleteCustomKeyStore',
        'GenerateRandom',
        'DescribeCustomKeyStores',
        'Encrypt',
        'DescribeKey'
      ),
      weight(1, 'EnableKey', 'DisableKey', 'ScheduleKeyDeletion')
    ),
    type: fc.constantFrom(...types),
    store: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(mostStores) }),
    own: fc.boolean()
  })
  return fc.array(step, { minLength: 1, maxLength: mostSteps, size: 'max' })
}

export interface HistoryOptions {
  readonly edition: EditionName
  readonly backings: Backings
  readonly invent: Inventor
  readonly types: ReadonlyArray<CustomKeyStoreType>
  /** How many histories; none are run for 0. */
  readonly runs: number
  readonly seed: number
  /** Milliseconds that a wait may take. */
  readonly patience: number
  /** How to ask in a history of its own; whether keys may be created, which stay; and what is to be done after it. */
  readonly account: () => {
    readonly send: Send
    readonly mayCreateKeys: boolean
    readonly end: (made: ReadonlyArray<string>) => Promise<void>
  }
  readonly ran: () => void
}

/** A history while it is played. */
interface Play {
  readonly session: Session
  readonly options: HistoryOptions
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

const unknownStore = 'cks-0000000000c0nf0rm'
const unknownKey = '00000000-0000-0000-0000-000000000000'

interface Asked {
  readonly operation: AskedOperation
  readonly request: Members
  readonly about?: Made
}

/** A Create, with a name of its own or that of the first store. */
const creation = ({ options, stores }: Play, { type, own }: Step): Asked | undefined => {
  const request = createRequest(options.invent, type, options.backings[type].sound)
  const [first] = stores
  const name = own || first === undefined ? {} : { CustomKeyStoreName: first.request['CustomKeyStoreName'] }
  return stores.length < mostStores
    ? { operation: 'CreateCustomKeyStore', request: { ...request, ...name } }
    : undefined
}

const keyCreation = ({ options, mayCreateKeys }: Play, { own }: Step, about: Made): Asked | undefined => {
  const { id, type } = about
  const XksKeyId = own ? options.invent.xksKeyId() : 'conform-shared'
  return mayCreateKeys
    ? {
        operation: 'CreateKey',
        request: { CustomKeyStoreId: id, Origin: type, ...(type === 'EXTERNAL_KEY_STORE' && { XksKeyId }) },
        about
      }
    : undefined
}

const keyMembers: Readonly<Partial<Record<AskedOperation, Members>>> = {
  Encrypt: { Plaintext: 'AAAA' },
  ScheduleKeyDeletion: { PendingWindowInDays: 7 },
  DescribeKey: {},
  EnableKey: {},
  DisableKey: {}
}

/** What a step asks for, if it can be asked for. */
const asked = (
  play: Play,
  step: Step & { readonly does: Exclude<Step['does'], 'wait'> }
): Asked | undefined => {
  const { does: operation, store, own } = step
  if (operation === 'create') return creation(play, step)
  const about = play.stores[store]
  const CustomKeyStoreId = about?.id ?? unknownStore
  const ofKey = keyMembers[operation]
  if (ofKey !== undefined) {
    return {
      operation,
      request: { KeyId: play.keys.get(CustomKeyStoreId) ?? unknownKey, ...ofKey },
      ...(about && { about })
    }
  }
  if (operation === 'CreateKey') {
    return keyCreation(play, step, about ?? { id: unknownStore, type: step.type, request: {} })
  }
  const [first] = play.stores
  const taken = own ? undefined : first?.request['CustomKeyStoreName']
  const members: Members = {
    ...(operation === 'UpdateCustomKeyStore' && {
      NewCustomKeyStoreName: taken ?? play.options.invent.name()
    }),
    ...(operation === 'GenerateRandom' && { NumberOfBytes: 8 })
  }
  return { operation, request: { CustomKeyStoreId, ...members }, ...(about && { about }) }
}

const passing: ReadonlyArray<ConnectionState | undefined> = ['CONNECTING', 'DISCONNECTING']
const pauseLength = 20

/** Waits until no store is on its way, or for as long as it may take. */
const waits = async ({ session, stores, options }: Play): Promise<void> => {
  const started = performance.now()
  for (const { id } of stores) {
    while (
      session.knows(id) &&
      passing.includes(await session.look(id)) &&
      performance.now() - started < options.patience
    ) {
      await pause(pauseLength)
    }
  }
}

const outputOf = ({ reply }: Answer): Members => ('output' in reply ? (reply.output as Members) : {})

/** Notes what an answer has made. */
const note = (play: Play, { request, about }: Asked, step: Step, answer: Answer): void => {
  const { CustomKeyStoreId: id, KeyMetadata: key } = outputOf(answer)
  if (typeof id === 'string' && !play.stores.some((store) => store.id === id)) {
    play.stores.push({ id, type: step.type, request })
  }
  const KeyId = (key as Members | undefined)?.['KeyId']
  if (about !== undefined && typeof KeyId === 'string') play.keys.set(about.id, KeyId)
}

const plays = async (play: Play, step: Step): Promise<void> => {
  const { does } = step
  if (does === 'wait') return waits(play)
  const ask = asked(play, { ...step, does })
  if (ask === undefined) return
  const answer = await play.session.call(ask.operation, ask.request)
  note(play, ask, step, answer)
  for (const { id } of play.stores) if (play.session.knows(id)) await play.session.look(id)
}

/** Plays a history to its end, or to the first fault that is not known. */
const played = async (
  options: HistoryOptions,
  history: ReadonlyArray<Step>,
  known: ReadonlySet<string>
): Promise<ReportedFault | undefined> => {
  const { send, mayCreateKeys, end } = options.account()
  const play: Play = {
    session: session(options.edition, send, true),
    options,
    mayCreateKeys,
    stores: [],
    keys: new Map()
  }
  const givenUp = new Set<string>()
  play.session.begin('random histories')
  try {
    for (const step of history) {
      const about = play.stores[step.store]
      const before = play.session.seen().length
      if (about === undefined || step.does === 'create' || !givenUp.has(about.id)) await plays(play, step)
      const faults = play.session.seen().slice(before)
      if (faults.length > 0 && about !== undefined && !play.session.knows(about.id)) givenUp.add(about.id)
      const fault = faults.find(({ id }) => !known.has(id))
      if (fault !== undefined) return fault
    }
    return undefined
  } finally {
    await end(play.stores.map(({ id }) => id))
  }
}

const mostFaults = 3

/** Milliseconds after which a search for a shorter history ends. */
const longestSearch = 30_000

/**
 * Plays random histories, each on stores of its own; where one shows a fault that is not known yet, the shortest that
 * shows it. fast-check is loaded only here, so that nothing else needs it.
 */
export const randomHistories = async (
  options: HistoryOptions,
  known: ReadonlyArray<string>
): Promise<{ readonly histories: Histories; readonly faults: ReadonlyArray<ReportedFault> }> => {
  if (options.runs === 0) return { histories: { ran: 0, why: '--histories 0' }, faults: [] }
  const fc = await import('fast-check').catch(() => undefined)
  if (fc === undefined) {
    return { histories: { ran: 0, why: 'fast-check is not installed: npm install fast-check' }, faults: [] }
  }
  const faults: Array<ReportedFault> = []
  let ran = 0
  while (ran < options.runs && faults.length < mostFaults) {
    const ids = new Set([...known, ...faults.map(({ id }) => id)])
    let shortest: ReportedFault | undefined
    const property = fc.asyncProperty(steps(fc, options.types), async (history) => {
      const fault = await played(options, history, ids)
      shortest = fault ?? shortest
      if (shortest === undefined) options.ran()
      return fault === undefined
    })
    const details = await fc.check(property, {
      numRuns: options.runs - ran,
      seed: options.seed + ran,
      interruptAfterTimeLimit: longestSearch
    })
    ran += details.numRuns
    if (shortest === undefined) break
    faults.push(shortest)
  }
  return { histories: { ran, seed: options.seed }, faults }
}
