import type { EditionName } from '../editions/editions.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { Cryptography } from '../model/Cryptography.js'
import type { ErrorName } from './imposed.js'

/** The circumstances of an operation on an account, and those that an endpoint adds. */
export interface ProtocolCircumstances extends Circumstances {
  /** Comes back with the answer. */
  readonly requestId: string
  /** The default edition if absent. */
  readonly edition?: EditionName
  readonly cryptography: Cryptography
  /** The error with which the request is refused, whatever it asks for: a ThrottlingException, for example. */
  readonly refusedWith?: ErrorName | undefined
}
