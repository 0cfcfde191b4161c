import type { ServiceFailure } from '../model/BackingKeyStore.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'

/** An operation by its AWS name, with a request as it arrives. */
export interface RequestStep<Request = unknown> {
  readonly does: OperationName
  readonly request: Request
}

/** What KMS is doing with a store ends, in the way that follows from what stands behind it. */
export interface SettleStep {
  readonly does: 'settle'
  /** The id of the store. */
  readonly id: string
}

/** A report of KMS about a store. */
export interface ReportStep {
  readonly does: 'connectionSucceeded' | 'connectionFailed' | 'disconnectionCompleted'
  /** The id of the store. */
  readonly id: string
  /** The attempt that it is about; without it the one that is going on. */
  readonly attempt: number | undefined
  /** Why the connection failed, where it did. */
  readonly code: ConnectionErrorCode
}

/** What else can happen: keys that have waited long enough are deleted; something stands otherwise behind the stores. */
export type OutsideStep =
  | { readonly does: 'waitForDeletions' }
  | { readonly does: 'changeInfrastructure'; readonly facts: InfrastructureFacts }

/** One thing that happens to an account. `failure`: KMS itself fails while it answers. */
export type Step = { readonly failure?: ServiceFailure | undefined } & (
  RequestStep | ReportStep | SettleStep | OutsideStep
)
