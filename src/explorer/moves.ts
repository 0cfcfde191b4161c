import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { canComeOf } from '../connection/process.js'
import { ServiceFailure } from '../model/BackingKeyStore.js'
import { kinds, type Kind } from '../possible/examples.js'
import type { HistoryStep } from '../replay/index.js'
import { askNamed, type Ask } from './asks.js'
import { factStep, type Fact, type Option } from './facts/Fact.js'
import { factNamed } from './facts/groups.js'
import type { Place } from './Place.js'

/** What KMS can do by itself: end its work as the facts say, or as it is told. */
export type OwnWork = 'settle' | 'connected' | 'disconnected' | ConnectionErrorCode

/** One thing that was done on the page. */
export type Move =
  | { readonly does: 'ask'; readonly ask: Ask }
  | { readonly does: 'fact'; readonly fact: Fact; readonly option: Option }
  | { readonly does: 'own work'; readonly work: OwnWork }
  | { readonly does: 'time'; readonly days: number }
  | { readonly does: 'failure'; readonly failure: ServiceFailure | undefined }

/** The codes with which a connection of a store of a kind can fail. */
export const errorCodes = (kind: Kind): ReadonlyArray<ConnectionErrorCode> => {
  if (kind === 'AWS_CLOUDHSM') {
    return Object.keys(CloudHsmConnectionErrorCode.keys) as ReadonlyArray<CloudHsmConnectionErrorCode>
  }
  const codes = Object.keys(ExternalConnectionErrorCode.keys) as ReadonlyArray<ExternalConnectionErrorCode>
  return codes.filter((code) => canComeOf(kinds[kind].XksProxyConfiguration as never, code))
}

/** The failures of KMS itself. */
export const failures = Object.keys(ServiceFailure.keys) as ReadonlyArray<ServiceFailure>

/** The days that can pass at once: as many as a key waits at least, and at most. */
export const spans = [7, 30] as const

/** How a move is written in an address. */
export const moveText = (move: Move): string => {
  switch (move.does) {
    case 'ask':
      return move.ask.id
    case 'fact':
      return `${move.fact.id}.${move.option.id}`
    case 'own work':
      return `kms.${move.work}`
    case 'time':
      return `days.${String(move.days)}`
    case 'failure':
      return `failure.${move.failure ?? 'none'}`
  }
}

const ownWorkNamed = (kind: Kind, name: string): Move | undefined => {
  const works: ReadonlyArray<OwnWork> = ['settle', 'connected', 'disconnected', ...errorCodes(kind)]
  const work = works.find((each) => each === name)
  return work === undefined ? undefined : { does: 'own work', work }
}

const failureNamed = (name: string): Move | undefined => {
  if (name === 'none') return { does: 'failure', failure: undefined }
  const failure = failures.find((each) => each === name)
  return failure === undefined ? undefined : { does: 'failure', failure }
}

const daysNamed = (name: string): Move | undefined => {
  const days = spans.find((each) => String(each) === name)
  return days === undefined ? undefined : { does: 'time', days }
}

const optionNamed = (kind: Kind, id: string, name: string): Move | undefined => {
  const fact = factNamed(kind, id)
  const option = fact?.options.find((each) => each.id === name)
  return fact === undefined || option === undefined ? undefined : { does: 'fact', fact, option }
}

/** The move that a text in an address stands for; undefined if it stands for none of that kind of store. */
export const moveNamed = (kind: Kind, text: string): Move | undefined => {
  const ask = askNamed(kind, text)
  if (ask !== undefined) return { does: 'ask', ask }
  const [group = '', name = '', ...rest] = text.split('.')
  if (rest.length > 0) return undefined
  if (group === 'kms') return ownWorkNamed(kind, name)
  if (group === 'failure') return failureNamed(name)
  return group === 'days' ? daysNamed(name) : optionNamed(kind, group, name)
}

const ownWorkStep = ({ store }: Place, work: OwnWork, failing: object): HistoryStep | undefined => {
  if (store === undefined) return undefined
  const { CustomKeyStoreId, attempt } = store
  if (work === 'settle') return { settle: CustomKeyStoreId, ...failing }
  const of = { CustomKeyStoreId, attempt }
  if (work === 'connected') return { report: { ...of, outcome: 'connectionSucceeded' } }
  if (work === 'disconnected') return { report: { ...of, outcome: 'disconnectionCompleted' } }
  return { report: { ...of, outcome: 'connectionFailed', ConnectionErrorCode: work } }
}

/** The step of a story that a request is, while KMS fails or not. */
export const askStep = (place: Place, ask: Ask, failure?: ServiceFailure): HistoryStep => ({
  operation: ask.operation,
  request: ask.request(place),
  ...(failure && { failure })
})

/** The step of a story that a move is; none for one that only says how KMS is from then on. */
export const stepOf = (place: Place, move: Move, failure?: ServiceFailure): HistoryStep | undefined => {
  switch (move.does) {
    case 'ask':
      return askStep(place, move.ask, failure)
    case 'fact':
      return factStep(place, move.fact, move.option)
    case 'own work':
      return ownWorkStep(place, move.work, failure === undefined ? {} : { failure })
    case 'time':
      return { advance: { days: move.days } }
    case 'failure':
      return undefined
  }
}
