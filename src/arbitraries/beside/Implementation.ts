import type { Endpoint } from '../../endpoint/Endpoint.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Members } from '../requests/Members.js'

/** An output in AWS's JSON, with dates in seconds since 1970 and bytes in base64; or an exception by its AWS name. */
export type Reply = { readonly output: Members } | { readonly exception: string; readonly message?: string }

/**
 * Answers a request, at once or later. It may also throw an exception, by its `name`. It answers `undefined` for an operation that
 * it does not have.
 */
export type Ask = (
  operation: OperationName,
  request: Members
) => Reply | undefined | Promise<Reply | undefined>

/** An implementation of KMS in this process. */
export interface InProcess {
  readonly ask: Ask
  /** Ends what it is doing with the store of that id; without it, looking at the store three times has to do. */
  readonly settle?: (id: string) => unknown
}

/** An endpoint of this process, as `kms-custom-key-store/endpoint` makes them. */
export type EndpointInProcess = Pick<Endpoint, 'answer'> & Partial<Pick<Endpoint, 'settle'>>

/** The URL of an endpoint as a `URL` has it. */
export interface Address {
  readonly href: string
}

/**
 * What is tested: the URL of an endpoint, as text or as a `URL`; or a function that is called at the beginning of each history and makes an implementation
 * that holds nothing yet.
 */
export type Implementation = string | Address | (() => Ask | InProcess | EndpointInProcess)
