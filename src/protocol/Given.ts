import type { Circumstances } from '../model/Circumstances.js'
import type { EditionName } from '../editions/editions.js'
import type { Cryptography } from './Cryptography.js'

/** What is told beside a request: the circumstances of the account, and what an endpoint adds. */
export interface Given extends Circumstances {
  /** Comes back with the answer. */
  readonly requestId: string
  /** The default edition unless told otherwise. */
  readonly edition?: EditionName
  readonly cryptography: Cryptography
}
