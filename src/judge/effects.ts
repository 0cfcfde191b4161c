import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AssumptionNumber } from '../assumptions.js'
import { assumedEffects, stateAfterUnder } from '../questions/stateAfter.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { byEdition, type EditionName } from '../editions/editions.js'
import type { Possibility } from './Possibility.js'
import type { Sighting } from './Sighting.js'

/** Where an accepted operation leaves a store, for each state that it may have been in. */
type Effects = Readonly<Record<ConnectionState, ReadonlyArray<ConnectionState>>>

/**
 * Where the library follows an assumption, what AWS leaves open beside it: a second Connect may begin the connection
 * anew, and a connection that is going on may end before the Disconnect takes effect.
 */
const leftOpen: Readonly<Partial<Record<AssumptionNumber, ReadonlyArray<ConnectionState>>>> = {
  A3: ['CONNECTING'],
  A4: ['CONNECTING']
}

const effectsOf = (
  edition: EditionName,
  operation: 'ConnectCustomKeyStore' | 'DisconnectCustomKeyStore'
): Effects => {
  const after = stateAfterUnder(edition)(operation)
  const effects = connectionStates.map((state) => {
    const assumption = assumedEffects[operation]?.[state]
    const open = assumption && leftOpen[assumption]
    return [
      state,
      pipe(
        after(state),
        E.match(
          () => [],
          (to) => [to, ...(open ?? [])]
        )
      )
    ] as const
  })
  return Object.fromEntries(effects) as unknown as Effects
}

const effectsUnder = (edition: EditionName) => ({
  ConnectCustomKeyStore: effectsOf(edition, 'ConnectCustomKeyStore'),
  DisconnectCustomKeyStore: effectsOf(edition, 'DisconnectCustomKeyStore')
})

const ofEdition = byEdition(effectsUnder)

/** The states that an accepted operation may lead to, what AWS leaves open among them. */
export const statesAfter = (
  edition: EditionName,
  operation: 'ConnectCustomKeyStore' | 'DisconnectCustomKeyStore',
  state: ConnectionState
): ReadonlyArray<ConnectionState> => ofEdition[edition][operation][state]

/** How it can stand with a store after an event, if it stood as the clues of that event leave it. */
export const after =
  (edition: EditionName, { operation, refusal }: Sighting) =>
  (before: Possibility): ReadonlyArray<Possibility> => {
    if (refusal !== undefined) return [before]
    switch (operation) {
      case 'CreateCustomKeyStore':
        return [{ ...before, state: 'DISCONNECTED' }]
      case 'ConnectCustomKeyStore':
      case 'DisconnectCustomKeyStore':
        return statesAfter(edition, operation, before.state as ConnectionState).map((state) => ({
          ...before,
          state
        }))
      case 'DeleteCustomKeyStore':
        return [{ ...before, state: 'deleted' }]
      case 'CreateKey':
        return [{ ...before, keys: true }]
      default:
        return [before]
    }
  }
