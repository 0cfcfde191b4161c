import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { AssumptionNumber } from '../leavesOpen.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { editionNames, type EditionName } from '../editions/editions.js'
import type { Statement } from '../Evidence.js'
import { workedOutOnce } from '../possible/once.js'
import { sources, type Source } from '../sources.js'
import { afterGap, by, contradicted, isImpossible, see, type Knowledge } from './Knowledge.js'
import { listed } from './Possibility.js'
import { changesState, type Sighting } from './Sighting.js'
import { explanation, knownFrom, type Trail } from './Trail.js'

/**
 * How sure a verdict is. AWS documents that an answer can be out of date for some time after a change, which may explain
 * the event.
 */
export type VerdictStanding = 'contradiction' | 'may be eventual consistency'

/** An event that no documented behaviour explains, together with earlier events. */
export interface Verdict {
  readonly account: string
  readonly region: string
  readonly store: string
  readonly standing: VerdictStanding
  readonly event: Sighting
  /** The earlier events that it contradicts, oldest first; none where it contradicts itself. */
  readonly because: ReadonlyArray<Sighting>
  /** In which states, and of which types, the store can have been just before the event. */
  readonly states: ReadonlyArray<ConnectionState | 'not created' | 'deleted'>
  readonly types: ReadonlyArray<CustomKeyStoreType>
  /**
   * Where the event is impossible only because the store holds a key: the earliest time at which every key that was seen
   * can be gone. Seconds since 1970.
   */
  readonly keysUntil?: number
  readonly rule: string
  /** The rule as a sentence. */
  readonly says: string
  readonly source: Source
  readonly url: string
  readonly assumes?: ReadonlyArray<AssumptionNumber>
  /** The edition of AWS's text by which it was judged, and the others by which the same events are possible. */
  readonly edition: EditionName
  readonly allowedBy: ReadonlyArray<EditionName>
}

/** In which states a store can be, of which types. There are few sets that occur. */
export const statesAndTypes: (known: Knowledge) => Pick<Verdict, 'states' | 'types'> = workedOutOnce(
  ({ possible }) => possible,
  (known) => {
    const possible = listed(known.possible)
    return {
      states: (['not created', ...connectionStates, 'deleted'] as const).filter((state) =>
        possible.some((one) => one.state === state)
      ),
      types: customKeyStoreTypes.filter((type) => possible.some((one) => one.type === type))
    }
  }
)

const areNear = (earlier: number | undefined, later: number, within: number): boolean =>
  earlier !== undefined && later - earlier < within

const previous = (chain: Trail): number | undefined => {
  const last = chain.at(-1)
  return last !== undefined && last.sightings.length > 1 ? last.time : chain.at(-2)?.time
}

/** Some answer may have been out of date: soon after a change, or at about the time of the one that it contradicts. */
const mayBeOutOfDate = (chain: Trail, event: Sighting, within: number): boolean =>
  areNear(previous(chain), event.time, within) ||
  chain.some(
    ({ sightings, time, changed }) =>
      (sightings.includes(event) || !sightings.some(changesState)) && areNear(changed, time, within)
  )

interface Blamed {
  readonly event: Sighting
  readonly rule: Statement
  /** All that is known just before the event. */
  readonly known: Knowledge
}

/** Until when the store holds a key, if the event would be possible without. */
const keysThatForbid = (
  edition: EditionName,
  { event, known }: Pick<Blamed, 'event' | 'known'>
): Pick<Verdict, 'keysUntil'> =>
  contradicted(edition, event)({ ...known, keysUntil: 0 }) === undefined ? { keysUntil: known.keysUntil } : {}

/** The first of the sightings of a moment, in the order of their ids, that contradicts what is known by then. */
const blamed = (
  edition: EditionName,
  [event, ...others]: ReadonlyArray<Sighting>,
  before: Knowledge
): O.Option<Blamed> =>
  pipe(
    O.fromNullable(event),
    O.chain((event) =>
      pipe(
        contradicted(edition, event)(before),
        O.fromNullable,
        O.map((rule) => ({ event, rule, known: before })),
        O.alt(() => blamed(edition, others, see(edition, event)(before)))
      )
    )
  )

const byEventId = ({ eventID: a = '' }: Sighting, { eventID: b = '' }: Sighting): number =>
  a < b ? -1 : Number(a > b)

/** The verdict on the last moment of a contradictory trail. `before`: all that was known before it. */
export const verdict = (
  { edition, consistentWithin }: { readonly edition: EditionName; readonly consistentWithin: number },
  before: Knowledge,
  trail: Trail
): O.Option<Verdict> => {
  const chain = explanation(edition, trail)
  return pipe(
    RNEA.fromReadonlyArray(chain),
    O.chain((chain) => {
      const { sightings, gap } = RNEA.last(chain)
      const known = pipe(RNEA.init(chain), knownFrom(edition), afterGap(gap))
      // Answers that may have been out of date can contradict each other; then the event contradicts all that was known.
      return blamed(edition, [...sightings].sort(byEventId), isImpossible(known) ? before : known)
    }),
    O.map(({ event, known, rule: { name, says, source, assumes } }) => ({
      account: event.account,
      region: event.region,
      store: event.store,
      standing: mayBeOutOfDate(chain, event, consistentWithin)
        ? 'may be eventual consistency'
        : 'contradiction',
      event,
      because: chain.flatMap(({ sightings }) => sightings).filter((sighting) => sighting !== event),
      ...statesAndTypes(by(event.time)(before)),
      ...keysThatForbid(edition, { event, known }),
      rule: name,
      says,
      source,
      url: sources[source].url,
      ...(assumes && { assumes }),
      edition,
      allowedBy: editionNames.filter((other) => !isImpossible(knownFrom(other)(trail)))
    }))
  )
}
