import * as E from 'fp-ts/lib/Either.js'
import { identity, pipe } from 'fp-ts/lib/function.js'
import type { AssumptionNumber } from '../assumptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { someMemberIsUpdatable, validConnectionState } from '../rules/connectionState.js'
import type { StateBoundOperation } from '../editions/Edition.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { enforce, unless } from '../rules/Rule.js'

/** The operations that some ConnectionState forbids. */
export type StateOperation = StateBoundOperation | 'UpdateCustomKeyStore'

/** Where an operation that is valid leaves the state. @assumes A3, A5 */
const leadsTo: Readonly<Record<StateOperation, (state: ConnectionState) => ConnectionState>> = {
  ConnectCustomKeyStore: (state) => (state === 'DISCONNECTED' ? 'CONNECTING' : state),
  DisconnectCustomKeyStore: () => 'DISCONNECTING',
  UpdateCustomKeyStore: identity,
  DeleteCustomKeyStore: identity,
  CreateKey: identity,
  GenerateRandom: identity
}

/** What of that is assumed; the rest is documented. */
export const assumedEffects: Readonly<
  Partial<Record<StateOperation, Readonly<Partial<Record<ConnectionState, AssumptionNumber>>>>>
> = {
  ConnectCustomKeyStore: { CONNECTING: 'A3', CONNECTED: 'A3' },
  DisconnectCustomKeyStore: { CONNECTING: 'A4', FAILED: 'A5' }
}

const ruleOf = (edition: EditionName, operation: StateOperation) =>
  unless(
    operation === 'UpdateCustomKeyStore'
      ? someMemberIsUpdatable(edition)
      : validConnectionState(edition, operation),
    'CustomKeyStoreInvalidStateException'
  )

export const stateAfterUnder = (edition: EditionName) => (operation: StateOperation) => {
  const allow = enforce([ruleOf(edition, operation)])
  return (
    state: ConnectionState
  ): E.Either<Exception<'CustomKeyStoreInvalidStateException'>, ConnectionState> =>
    pipe(
      allow({ store: { ConnectionState: state } }),
      E.map(() => leadsTo[operation](state))
    )
}

/**
 * The bare machine, for callers who hold nothing but a ConnectionState: whether an operation is valid in it, and the
 * state right after. For an Update this says whether any member can be updated there; GenerateRandom is that of an AWS
 * CloudHSM key store.
 *
 * @see API_ConnectCustomKeyStore
 */
export const stateAfter = stateAfterUnder(defaultEdition)
