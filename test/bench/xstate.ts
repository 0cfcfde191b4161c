import { isRight } from 'fp-ts/lib/Either.js'
import { setup, transition } from 'xstate'
import { connect, connectionStates, type ConnectionState, type Disconnected } from '../../src/index.js'
import { hasActiveHsm, wrongConfigurationIn } from './byHand/cluster.js'
import { wrongBacking, wrongRequest } from './byHand/createKey.js'
import { create } from './byHand/createStore.js'
import { updateDisconnected, wrongMembers } from './byHand/update.js'
import type { Decision, DecisionOf } from './Decision.js'

const kmsSucceeds = ({ facts: { failure } }: Decision): boolean => failure !== 'KMSInternalException'

const wrongConfiguration = wrongConfigurationIn(connect)

const clusterIsConnectable = ({ facts: { cluster }, store }: DecisionOf<'ConnectCustomKeyStore'>): boolean =>
  cluster === undefined ||
  store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' ||
  (cluster.state === 'ACTIVE' && wrongConfiguration(cluster) === undefined && hasActiveHsm(cluster))

const mayBeUpdated = ({ facts, request, store }: DecisionOf<'UpdateCustomKeyStore'>): boolean =>
  wrongMembers(request, store) === undefined &&
  // Asked for in DISCONNECTED only.
  isRight(updateDisconnected(facts, request, store as Disconnected))

const keyMayBeCreated = ({ facts, request, store }: DecisionOf<'CreateKey'>): boolean =>
  wrongRequest(request, store) === undefined && wrongBacking(facts, request) === undefined

const randomMayBeGenerated = (decision: DecisionOf<'GenerateRandom'>): boolean =>
  decision.store.CustomKeyStoreType === 'AWS_CLOUDHSM' &&
  decision.facts.failure !== 'DependencyTimeoutException' &&
  kmsSucceeds(decision)

/** What a guard is told: an event of one type, which is the only type that is routed to it. */
interface Told {
  readonly event: Decision
}
const on =
  <Type extends Decision['type']>(type: Type, holds: (decision: DecisionOf<Type>) => boolean) =>
  ({ event }: Told): boolean =>
    event.type === type && holds(event as DecisionOf<Type>)

const { createMachine } = setup({
  types: { events: {} as Decision },
  guards: {
    kmsSucceeds: ({ event }) => kmsSucceeds(event),
    storeMayBeCreated: on('CreateCustomKeyStore', (decision) => isRight(create(decision))),
    connectionMayStart: on('ConnectCustomKeyStore', (e) => clusterIsConnectable(e) && kmsSucceeds(e)),
    mayBeUpdated: on('UpdateCustomKeyStore', mayBeUpdated),
    mayBeDeleted: on('DeleteCustomKeyStore', (e) => e.facts.keys.length === 0 && kmsSucceeds(e)),
    keyMayBeCreated: on('CreateKey', keyMayBeCreated),
    randomMayBeGenerated: on('GenerateRandom', randomMayBeGenerated)
  }
})

/**
 * The connection states, and a store that is not there, as a machine. Without actions and context, which would cost it
 * two thirds of its speed; a valid operation that changes nothing leads to the state itself, so that `can` tells it apart.
 */
const machine = createMachine({
  initial: 'ABSENT',
  states: {
    ABSENT: { on: { CreateCustomKeyStore: { guard: 'storeMayBeCreated', target: 'DISCONNECTED' } } },
    DISCONNECTED: {
      on: {
        ConnectCustomKeyStore: { guard: 'connectionMayStart', target: 'CONNECTING' },
        UpdateCustomKeyStore: { guard: 'mayBeUpdated', target: 'DISCONNECTED' },
        DeleteCustomKeyStore: { guard: 'mayBeDeleted', target: 'ABSENT' }
      }
    },
    CONNECTING: {
      on: {
        ConnectCustomKeyStore: { guard: 'kmsSucceeds', target: 'CONNECTING' },
        DisconnectCustomKeyStore: { guard: 'kmsSucceeds', target: 'DISCONNECTING' }
      }
    },
    CONNECTED: {
      on: {
        ConnectCustomKeyStore: { guard: 'kmsSucceeds', target: 'CONNECTED' },
        DisconnectCustomKeyStore: { guard: 'kmsSucceeds', target: 'DISCONNECTING' },
        CreateKey: { guard: 'keyMayBeCreated', target: 'CONNECTED' },
        GenerateRandom: { guard: 'randomMayBeGenerated', target: 'CONNECTED' }
      }
    },
    FAILED: { on: { DisconnectCustomKeyStore: { guard: 'kmsSucceeds', target: 'DISCONNECTING' } } },
    DISCONNECTING: {}
  }
})

const snapshotIn = (state: ConnectionState | 'ABSENT') => machine.resolveState({ value: state })
const snapshots = Object.fromEntries(
  (['ABSENT', ...connectionStates] as const).map((state) => [state, snapshotIn(state)])
) as Record<ConnectionState | 'ABSENT', ReturnType<typeof snapshotIn>>

const before = (decision: Decision) =>
  snapshots[decision.type === 'CreateCustomKeyStore' ? 'ABSENT' : decision.store.ConnectionState]

/** Decides by XState's pure transition, from a snapshot that was made beforehand. */
export const decideByXState = (decision: Decision) => transition(machine, before(decision), decision)[0]

/** Whether XState finds the operation valid. */
export const isValidByXState = (decision: Decision): boolean => before(decision).can(decision)
