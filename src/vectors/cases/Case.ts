import type { CustomKeyStore } from '../../model/CustomKeyStore.js'
import type { KmsKey } from '../../model/KmsKey.js'
import type { Operation } from '../../model/Operation.js'
import type { Kind } from '../../possible/examples.js'
import type { Infrastructure, Members } from '../background.js'

/** A case of its own: what is other than in the good case of the operation. */
export interface Case {
  readonly id: string
  readonly says: string
  readonly operation: Operation
  readonly kind: Kind
  readonly stores?: ReadonlyArray<CustomKeyStore>
  readonly keys?: ReadonlyArray<KmsKey>
  readonly infrastructure?: Infrastructure
  readonly request?: Members
}
