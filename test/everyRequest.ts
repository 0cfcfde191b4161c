import type { RequestCodec } from '../src/codec/requestCodec.js'
import type { OperationName } from '../src/exceptions/documentedExceptions.js'
import { operationNames, operations } from '../src/operations/index.js'

/** The request of every operation, by its AWS name. */
export const everyRequest = Object.fromEntries(
  operationNames.map((name) => [name, operations[name].request])
) as unknown as Readonly<Record<OperationName, RequestCodec<object>>>
