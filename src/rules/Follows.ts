import type { Statement } from '../Evidence.js'
import type { ConnectionState } from '../model/ConnectionState.js'

/** An effect of an operation that is accepted: a statement with a source, as a rule is. */
export interface Follows<in A = unknown> extends Statement {
  /** The cases of which it is said; all of them if it is absent. */
  readonly where?: (subject: A) => boolean
  /** The states of a store of which it is said; all of them if it is absent. */
  readonly from?: ReadonlyArray<ConnectionState>
  /** The state that the store is in right after. */
  readonly to?: ConnectionState | 'the same' | 'deleted'
  /** The states in which it may be instead, as AWS leaves it open. */
  readonly or?: ReadonlyArray<ConnectionState>
}

/** Whether it is said of a case: of a store in a state, or of what is no store. */
export const isSaidOf =
  <A>(subject: A, state: ConnectionState | undefined) =>
  ({ from, where }: Follows<A>): boolean =>
    (from === undefined || (state !== undefined && from.includes(state))) &&
    (where === undefined || where(subject))
