import type { Infrastructure } from '../model/Infrastructure.js'
import { infrastructureBehind, type ConfiguredInfrastructure } from './ConfiguredInfrastructure.js'
import type { Failing } from './Failing.js'
import type { Kept, Settings } from './Kept.js'
import type { CheckedOptions, Options } from './Options.js'

/** Everything about an endpoint that changes, but for its accounts. */
export interface State {
  readonly configured: ConfiguredInfrastructure
  /** Made of what is configured. */
  readonly infrastructure: Infrastructure
  readonly quotas: Pick<CheckedOptions, 'storeQuota' | 'keyQuota'>
  /** Failures to come. */
  readonly failures: ReadonlyArray<Failing>
  /** How far the clock is ahead, in milliseconds. */
  readonly ahead: number
  readonly connectionDelay: NonNullable<Options['connectionDelay']>
  /** Whether it has begun with a world. */
  readonly begun: boolean
}

/** The state of a new endpoint. */
export const firstState = (given: Pick<State, 'configured' | 'quotas' | 'connectionDelay'>): State => ({
  ...given,
  infrastructure: infrastructureBehind(given.configured),
  failures: [],
  ahead: 0,
  begun: false
})

/** The state of an endpoint that begins with a world. `ahead`: how far its clock is, in milliseconds. */
export const begunState = (given: Parameters<typeof firstState>[0], ahead: number): State => ({
  ...firstState(given),
  ahead,
  begun: true
})

/** The state after the last change that was kept. */
export const stateKept = (first: State, { settings }: Kept): State => {
  if (settings === undefined) return first
  const { facts, restIsHealthy, gone, ahead, begun, failures, secret: _, ...others } = settings
  const { connectionDelay = begun ? 'manual' : first.connectionDelay, ...quotas } = others
  const configured = { facts, restIsHealthy, gone: new Set(gone) }
  return {
    configured,
    infrastructure: infrastructureBehind(configured),
    quotas,
    failures,
    ahead,
    connectionDelay,
    begun
  }
}

/** The state as it is kept. */
export const settingsOf = (state: State, secret: Uint8Array): Settings => ({
  secret: Buffer.from(secret).toString('base64'),
  facts: state.configured.facts,
  restIsHealthy: state.configured.restIsHealthy,
  gone: [...state.configured.gone],
  ahead: state.ahead,
  begun: state.begun,
  ...(state.begun && { connectionDelay: state.connectionDelay }),
  failures: state.failures,
  ...state.quotas
})

/** Whether two states are kept alike. */
export const haveSameSettings = (one: State, other: State): boolean =>
  one.configured === other.configured &&
  one.quotas === other.quotas &&
  one.failures === other.failures &&
  one.ahead === other.ahead &&
  one.begun === other.begun &&
  one.connectionDelay === other.connectionDelay
