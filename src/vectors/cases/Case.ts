import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Alias } from '../../model/Alias.js'
import type { ServiceFailure } from '../../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../../model/CustomKeyStore.js'
import type { KmsKey } from '../../model/KmsKey.js'
import type { Kind } from '../../possible/examples.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import type { InfrastructureChange, JsonMembers } from '../background.js'

/** A case, by its differences from the good case of the operation. */
export interface Case {
  readonly id: string
  readonly says: string
  readonly operation: OperationName
  readonly kind: Kind
  readonly stores?: ReadonlyArray<CustomKeyStore>
  readonly keys?: ReadonlyArray<KmsKey>
  /** Besides those that the operation needs. */
  readonly aliases?: ReadonlyArray<Alias>
  readonly infrastructure?: InfrastructureChange
  readonly request?: JsonMembers
  /** Whether more counts of a request to encrypt or decrypt than its keys. */
  readonly isOfCiphertext?: true
  readonly failure?: ServiceFailure
}

/** A case by the members in which its request differs from a good one of the operation. */
export const caseWith = (
  operation: OperationName,
  kind: Kind,
  id: string,
  says: string,
  request: JsonMembers,
  rest: Partial<Case> = {}
): Case => ({
  id,
  says,
  operation,
  kind,
  request: { ...exampleRequest(operation, kind), ...request },
  ...rest
})
