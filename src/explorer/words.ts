import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { LeftOpen } from '../questions/leftOpen.js'
import { isClaim, type Fact, type Option } from './facts/Fact.js'
import { subjectOf } from './facts/groups.js'
import type { Move, OwnWork } from './moves.js'
import type { Told } from './Story.js'
import type { Outcome } from './verdicts.js'

/** Words in a row: a, b and c. */
export const listed = (words: ReadonlyArray<string>, and: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.slice(-1).join('')}`

const ownWorkWords = (work: OwnWork): string => {
  switch (work) {
    case 'settle':
      return 'KMS ends its work'
    case 'connected':
      return 'KMS has connected'
    case 'disconnected':
      return 'KMS has disconnected'
    default:
      return `KMS could not connect: ${work}`
  }
}

const factWords = (fact: Fact, option: Option): string => {
  if (!isClaim(fact)) return `${fact.says}, ${option.says}`
  return `${option.id === 'yes' ? 'again' : 'no longer'} “${fact.says}”`
}

/** What was done, in a few words. */
export const moveWords = (move: Move): string => {
  switch (move.does) {
    case 'ask':
      return move.ask.does === '' ? move.ask.operation : `${move.ask.operation}: ${move.ask.does}`
    case 'fact':
      return `${subjectOf(move.fact)}: ${factWords(move.fact, move.option)}`
    case 'own work':
      return ownWorkWords(move.work)
    case 'time':
      return `${String(move.days)} days pass`
    case 'failure':
      return move.failure === undefined ? 'KMS works again' : `KMS fails from now on: ${move.failure}`
  }
}

/** A state with the code of its failure. */
export const stateWords = (state: string, code?: ConnectionErrorCode): string =>
  code === undefined ? state : `${state}, ${code}`

/** Whether AWS leaves anything open of a request. */
export const isOpen = ({ outcome, exceptions }: LeftOpen): boolean => outcome || exceptions.length > 0

/** What AWS leaves open of a request. */
export const openWords = ({ outcome, exceptions }: LeftOpen): string => {
  if (outcome) return 'AWS leaves the outcome open.'
  if (exceptions === 'any exception') return 'AWS leaves open which exception refuses this.'
  return `AWS leaves open whether ${listed(exceptions, 'or')} answers instead.`
}

/** How well something went: as wished, not, or neither. */
export type Tone = 'good' | 'bad' | 'plain'

/** What became of a step, in a few words. */
export interface Became {
  readonly tone: Tone
  readonly words: string
}

/** What becomes of a request. */
export const outcomeWords = (outcome: Outcome): Became => {
  if (outcome.is === 'refused') return { tone: 'bad', words: outcome.by.name }
  if (!outcome.changesState) return { tone: 'good', words: 'accepted' }
  return { tone: 'good', words: `accepted → ${outcome.state ?? 'deleted'}` }
}

const storeBecame = ({ outcome: { stores } }: Told): Became | undefined => {
  const [changed] = stores.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  if (changed === undefined) return undefined
  if (changed.after === null) return { tone: 'plain', words: 'deleted' }
  const { ConnectionState, ConnectionErrorCode } = changed.after
  const tone = ConnectionState === 'FAILED' ? 'bad' : 'plain'
  return { tone, words: stateWords(ConnectionState, ConnectionErrorCode) }
}

const keysGone = ({ outcome: { keys } }: Told): Became | undefined => {
  const gone = keys.filter(({ after }) => after === null).length
  if (gone === 0) return undefined
  return { tone: 'plain', words: gone === 1 ? 'a key is deleted' : `${String(gone)} keys are deleted` }
}

/** What became of a step of a story. */
export const becameOf = (told: Told): Became => {
  const { outcome } = told
  if ('exception' in outcome) return { tone: 'bad', words: outcome.exception.name }
  const became = storeBecame(told)
  if ('answer' in outcome) {
    return { tone: 'good', words: became === undefined ? 'accepted' : `accepted → ${became.words}` }
  }
  if ('facts' in outcome) return { tone: 'plain', words: '' }
  return became ?? keysGone(told) ?? { tone: 'plain', words: 'nothing changes' }
}

/** The sentences that say why, with the pages that say so. */
export const reasonsOf = ({
  outcome
}: Told): ReadonlyArray<{ readonly says: string; readonly url: string }> => {
  if ('exception' in outcome) return [{ says: outcome.exception.message, url: outcome.exception.url }]
  if ('answer' in outcome) return (outcome.follows ?? []).map(({ message, url }) => ({ says: message, url }))
  if ('because' in outcome) {
    return [{ says: outcome.because.message, url: outcome.because.url }]
  }
  return []
}
