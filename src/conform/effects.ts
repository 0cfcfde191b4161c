import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operations } from '../operations/index.js'
import { accountBefore } from '../possible/before.js'
import { exampleRequest } from '../possible/exampleRequests.js'
import { workedOutOnce } from '../possible/once.js'
import { tried } from '../possible/tried.js'
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

/** Whether an operation that is accepted leaves the account as it was, as those do that only use or show something. */
export const changesNothing = workedOutOnce(
  (operation: OperationName) => operation,
  (operation) => {
    const before = accountBefore(operation, 'AWS_CLOUDHSM')
    const { result } = tried(defaultEdition, operation, exampleRequest(operation, 'AWS_CLOUDHSM'))(before)
    return E.isRight(result) && JSON.stringify(result.right[1]) === JSON.stringify(before)
  }
)

/** The operations that can have an effect. */
export const operationsWith = (effect: Follows<never>): ReadonlyArray<OperationName> =>
  operationNames.filter(canHave(effect))
