import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Members, EndpointReply } from '../Exchange.js'

/** Asks an endpoint for an operation. Whatever it does, there is a reply. */
export type Send = (operation: OperationName, request: Members) => Promise<EndpointReply>

/** A client of one endpoint. */
export interface Client {
  /** Sends with an access key; without one, with that of the signer. */
  readonly as: (accessKeyId?: string) => Send
  readonly close: () => void
}
