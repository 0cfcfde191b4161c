import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode, reading, type Violation } from '../codec/decode.js'
import type { EditionName } from '../editions/editions.js'
import { effects } from './Effects.js'
import type { StepOutcome } from './StepOutcome.js'
import { play } from './play.js'
import { isMeantForSettings, HistorySettings } from './HistorySettings.js'
import { HistoryStep } from './HistoryStep.js'
import { newWorld, type World } from './World.js'

/** A history that is being replayed. */
export interface Replay {
  readonly world: World
  /** How many steps have been played. */
  readonly steps: number
  /** Whether a line has been read, after which settings are refused. */
  readonly begun: boolean
  /** The edition that was asked for, whatever the history says. */
  readonly edition: EditionName | undefined
}

/** A line that was read: the history so far, and the outcome if the line is a step. */
export interface Advanced {
  readonly replay: Replay
  readonly outcome?: StepOutcome
}

type Read = E.Either<ReadonlyArray<Violation>, Advanced>

const settingsUnder = (edition: EditionName | undefined, settings: HistorySettings): HistorySettings =>
  edition === undefined ? settings : { ...settings, edition }

/**
 * A history before its first line. An edition that is given takes precedence over the one in the settings.
 *
 * @example
 * replay.begin('developer-guide').edition //=> 'developer-guide'
 */
export const begin = (edition?: EditionName): Replay => ({
  world: newWorld(settingsUnder(edition, {})),
  steps: 0,
  begun: false,
  edition
})

const tooLate: Violation = {
  path: '',
  received: 'settings',
  receivedAs: 'words',
  constraint: 'Settings must be on the first line of the history',
  kind: 'together'
}

const readSettings = (u: unknown, replay: Replay): Read =>
  replay.begun
    ? E.left([tooLate])
    : pipe(
        decode(HistorySettings)(u),
        E.map((settings) => ({
          replay: { ...replay, world: newWorld(settingsUnder(replay.edition, settings)), begun: true }
        }))
      )

const readStep = (u: unknown, replay: Replay): Read =>
  pipe(
    E.Do,
    E.bind('step', () => decode(HistoryStep)(u)),
    E.bind('played', ({ step }) => play(step, replay.world)),
    E.map(({ step, played: { happening, names, after } }) => {
      const steps = replay.steps + 1
      return {
        replay: { ...replay, world: after, steps, begun: true },
        outcome: {
          step: steps,
          at: after.now,
          ...(step.documentation === undefined ? {} : { documentation: step.documentation }),
          ...happening,
          ...effects(replay.world.account, after.account, names)
        }
      }
    })
  )

/**
 * Reads the next line of a history, which is its settings or a step. Left: what is wrong, where the line is neither.
 *
 * @example
 * const step = { operation: 'ConnectCustomKeyStore', request: { CustomKeyStoreId: 'cks-1' } }
 * const advanced = replay.readLine(step)(replay.begin())
 * pipe(advanced, E.map(({ outcome }) => outcome && 'exception' in outcome && outcome.exception.name))
 * //=> E.right('CustomKeyStoreNotFoundException')
 */
export const readLine =
  (u: unknown) =>
  (replay: Replay): Read =>
    reading(() => (isMeantForSettings(u) ? readSettings(u, replay) : readStep(u, replay)))
