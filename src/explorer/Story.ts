import * as E from 'fp-ts/lib/Either.js'
import type { EditionName } from '../editions/editions.js'
import type { ServiceFailure } from '../model/BackingKeyStore.js'
import type { Kind } from '../possible/examples.js'
import { begin, readLine, type HistoryStep, type Replay, type StepOutcome } from '../replay/index.js'
import { firstSteps } from './beginning.js'
import { stepOf, type Move } from './moves.js'
import { placeOf, type Place } from './Place.js'

/** A step of a story and its outcome. `after`: how many moves had been made then; 0 for what is there at the start. */
export interface Told {
  readonly step: HistoryStep
  readonly outcome: StepOutcome
  readonly after: number
}

/** A story, played to its end. */
export interface Story {
  readonly edition: EditionName
  readonly place: Place
  readonly told: ReadonlyArray<Told>
  /** How KMS itself fails, from now on. */
  readonly failure: ServiceFailure | undefined
}

interface Playing {
  readonly replay: Replay
  readonly told: ReadonlyArray<Told>
  readonly failure: ServiceFailure | undefined
}

const played =
  (after: number, step: HistoryStep) =>
  ({ replay, told, failure }: Playing): Playing => {
    const read = readLine(step)(replay)
    if (E.isLeft(read) || read.right.outcome === undefined) return { replay, told, failure }
    return {
      replay: read.right.replay,
      told: [...told, { step, outcome: read.right.outcome, after }],
      failure
    }
  }

const moved =
  (kind: Kind) =>
  (playing: Playing, move: Move, i: number): Playing => {
    const step = stepOf(placeOf(kind, playing.replay.world), move, playing.failure)
    if (step !== undefined) return played(i + 1, step)(playing)
    return move.does === 'failure' ? { ...playing, failure: move.failure } : playing
  }

/** Plays moves under an edition, from a store of a kind that has just been created. */
export const playStory = (kind: Kind, edition: EditionName, moves: ReadonlyArray<Move>): Story => {
  const first = firstSteps(kind).reduce<Playing>((playing, step) => played(0, step)(playing), {
    replay: begin(edition),
    told: [],
    failure: undefined
  })
  const { replay, told, failure } = moves.reduce(moved(kind), first)
  return { edition, place: placeOf(kind, replay.world), told, failure }
}

/** The story as `replay` reads it: JSON Lines, its settings first. */
export const storyLines = ({ edition, told }: Story): string =>
  [{ edition }, ...told.map(({ step }) => step)].map((line) => `${JSON.stringify(line)}\n`).join('')
