import * as E from 'fp-ts/lib/Either.js'
import { elsewhere, type EditionName, type Elsewhere } from '../editions/editions.js'
import type { ServiceFailure } from '../model/BackingKeyStore.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isFailed, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Explanation } from '../operations/Decision.js'
import { leftOpen, type LeftOpen } from '../questions/leftOpen.js'
import type { HistoryStep } from '../replay/index.js'
import { play, type Played } from '../replay/play.js'
import type { Refusal } from '../rules/Rule.js'
import type { Ask } from './asks.js'
import { askStep } from './moves.js'
import { placeOf, type Place } from './Place.js'
import type { Story } from './Story.js'

/** What becomes of a request: the exception, or the state of the store after it; undefined where it is gone. */
export type Outcome =
  | { readonly is: 'refused'; readonly by: Refusal }
  | { readonly is: 'accepted'; readonly state: ConnectionState | undefined; readonly changesState: boolean }

/** A request in the place that a story has come to. */
export interface Verdict {
  readonly ask: Ask
  readonly outcome: Outcome
  readonly explanation: Explanation
  readonly leftOpen: LeftOpen
  /** What editions other than that of the story make of it, where that is something else. */
  readonly elsewhere: ReadonlyArray<Elsewhere<Outcome>>
}

const nothing: Explanation = { rules: [], follows: [] }

const outcomeOf = (place: Place, { happening, after }: Played): Outcome => {
  if ('exception' in happening) return { is: 'refused', by: happening.exception }
  const { store } = placeOf(place.kind, after)
  const state = store?.ConnectionState
  return { is: 'accepted', state, changesState: state !== place.store?.ConnectionState }
}

/** Two editions differ where the exception, the state or what is done to the store differs. */
const keyOf = (outcome: Outcome): string =>
  outcome.is === 'refused' ? `refused ${outcome.by.name}` : `accepted ${outcome.state ?? ''}`

const underEdition = (place: Place, edition: EditionName): Place => ({
  ...place,
  world: { ...place.world, edition }
})

const playedUnder = (place: Place, edition: EditionName, step: HistoryStep): Played | undefined => {
  const made = play(step, underEdition(place, edition).world)
  return E.isRight(made) ? made.right : undefined
}

const refusal = (place: Place, played: Played | undefined): Outcome =>
  played === undefined
    ? { is: 'accepted', state: place.store?.ConnectionState, changesState: false }
    : outcomeOf(place, played)

/** What becomes of a request now, by which rules, and what other editions make of it. */
export const verdictOn =
  ({ place, edition, failure }: Pick<Story, 'place' | 'edition' | 'failure'>) =>
  (ask: Ask): Verdict => {
    const step = askStep(place, ask, failure)
    const own = playedUnder(place, edition, step)
    const explanation = own?.explanation ?? nothing
    return {
      ask,
      outcome: refusal(place, own),
      explanation,
      leftOpen: leftOpen(explanation),
      elsewhere: elsewhere(
        (other) => refusal(place, other === edition ? own : playedUnder(place, other, step)),
        keyOf
      )(edition)
    }
  }

/** How the work that KMS is doing on a store ends as the facts are now, and the need that is not met. */
export interface Ending {
  readonly state: ConnectionState
  readonly code?: ConnectionErrorCode
  readonly because?: { readonly rule: string; readonly message: string; readonly url: string }
}

const endingOf = (store: CustomKeyStore, { happening }: Played): Ending => ({
  state: store.ConnectionState,
  ...(isFailed(store) && { code: store.ConnectionErrorCode }),
  ...('because' in happening && { because: happening.because })
})

/** How KMS will end its own work on the store; undefined while it has none. */
export const endingIn = (place: Place, failure: ServiceFailure | undefined): Ending | undefined => {
  const { store, world, kind } = place
  if (store?.ConnectionState !== 'CONNECTING' && store?.ConnectionState !== 'DISCONNECTING') return undefined
  const made = play({ settle: store.CustomKeyStoreId, ...(failure && { failure }) }, world)
  if (E.isLeft(made)) return undefined
  const after = placeOf(kind, made.right.after).store
  return after && endingOf(after, made.right)
}
