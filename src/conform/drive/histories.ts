import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { EditionName } from '../../editions/editions.js'
import type { Histories } from '../ConformReport.js'
import type { ReportedDeviation } from '../ReportedDeviation.js'
import type { Trace } from '../Trace.js'
import type { Inventor } from './Inventor.js'
import type { StorePropertiesByType } from './storeProperties.js'
import type { Lacking } from './Lacking.js'
import type { Send } from './Send.js'
import { plays, type Play } from './play.js'
import { session } from './Session.js'
import type { Resources } from './tidy.js'
import { steps, type RandomStep } from './steps.js'

interface HistoryOptions {
  readonly edition: EditionName
  readonly storeProperties: StorePropertiesByType
  readonly invent: Inventor
  readonly types: ReadonlyArray<CustomKeyStoreType>
  /** How many histories; none are run for 0. */
  readonly runs: number
  readonly seed: number
  /** Milliseconds that a wait may take. */
  readonly patience: number
  /** For each history: how to send requests, whether it may create keys, and what to do at its end with what it has made. */
  readonly account: () => {
    readonly send: Send
    readonly mayCreateKeys: boolean
    readonly end: (made: Resources) => Promise<void>
  }
  readonly ran: () => void
  readonly isStopped: () => boolean
  readonly lacking: Lacking
}

/** A deviation that a history showed, and what led to it. */
export interface Found {
  readonly deviation: ReportedDeviation
  readonly trace: Trace | undefined
}

/** Plays a history to its end, or to the first deviation that is not known. */
const played = async (
  options: HistoryOptions,
  history: ReadonlyArray<RandomStep>,
  known: ReadonlySet<string>
): Promise<Found | undefined> => {
  const { send, mayCreateKeys, end } = options.account()
  const play: Play = {
    ...options,
    session: session(options.edition, send, {
      whole: true,
      isStopped: options.isStopped,
      lacking: options.lacking
    }),
    mayCreateKeys,
    stores: [],
    keys: new Map()
  }
  const givenUp = new Set<string>()
  play.session.begin('random histories')
  try {
    for (const step of history) {
      if (play.session.isOver()) return undefined
      const about = play.stores[step.store]
      const before = play.session.seen().length
      if (about === undefined || step.does === 'create' || !givenUp.has(about.id)) await plays(play, step)
      const deviations = play.session.seen().slice(before)
      if (deviations.length > 0 && about !== undefined && !play.session.knows(about.id)) givenUp.add(about.id)
      const deviation = deviations.find(({ id }) => !known.has(id))
      if (deviation !== undefined) return { deviation, trace: play.session.trace(deviation.id) }
    }
    return undefined
  } finally {
    await end(play.session.made())
  }
}

const mostDeviations = 3

/** Milliseconds after which a search for a shorter history ends. */
const longestSearch = 30_000

/**
 * Plays random histories, each on stores of its own. One that shows a new deviation is made as short as
 * possible. fast-check is loaded only here, so that nothing else needs it.
 */
export const randomHistories = async (
  options: HistoryOptions,
  known: ReadonlyArray<string>
): Promise<{ readonly histories: Histories; readonly found: ReadonlyArray<Found> }> => {
  if (options.runs === 0) return { histories: { ran: 0, why: 'none were asked for' }, found: [] }
  const fc = await import('fast-check').catch(() => undefined)
  if (fc === undefined) {
    return {
      histories: { ran: 0, why: 'fast-check is not installed: npm install fast-check' },
      found: []
    }
  }
  const found: Array<Found> = []
  let ran = 0
  while (ran < options.runs && !options.isStopped() && found.length < mostDeviations) {
    const ids = new Set([...known, ...found.map(({ deviation }) => deviation.id)])
    let shortest: Found | undefined
    let searchEnds = Infinity
    let tried = 0
    const property = fc.asyncProperty(steps(fc, options.types), async (history) => {
      if (performance.now() > searchEnds || options.isStopped()) return true
      tried += 1
      const one = await played(options, history, ids)
      if (one !== undefined) {
        searchEnds = Math.min(searchEnds, performance.now() + longestSearch)
        shortest = one
      } else if (shortest === undefined) options.ran()
      return one === undefined
    })
    const details = await fc.check(property, { numRuns: options.runs - ran, seed: options.seed + ran })
    ran += Math.min(details.numRuns, tried)
    if (shortest === undefined) break
    found.push(shortest)
  }
  return { histories: { ran, seed: options.seed }, found }
}
