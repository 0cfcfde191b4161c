import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operations } from '../operations/index.js'
import { newKeyIsEnabled } from '../rules/keyEffects.js'
import type { Follows } from '../rules/Follows.js'

/** All that AWS says of an operation that is accepted, whatever the case. */
export const effectsOf = (operation: OperationName): ReadonlyArray<Follows<never>> =>
  operations[operation].parts.flatMap(({ follows }) => follows)

/** Whether an operation can have an effect. */
export const canHave =
  (effect: Follows<never>) =>
  (operation: OperationName): boolean =>
    effectsOf(operation).includes(effect)

/** Whether an operation creates a key. */
export const makesKey = canHave(newKeyIsEnabled)

/** The operations that can have an effect. */
export const operationsWith = (effect: Follows<never>): ReadonlyArray<OperationName> =>
  operationNames.filter(canHave(effect))
