import * as E from 'fp-ts/lib/Either.js'
import { explainRequestUnder, requested } from '../account/requested.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { violated } from '../exceptions/commonErrors.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { emptyAccount, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Explanation } from '../operations/Decision.js'
import { operationsByName } from '../operations/index.js'
import type { Answered } from '../operations/Operation.js'
import { exampleRequest, type ExampleRequest } from './exampleRequests.js'
import { accountId, goodCircumstances, region } from './examples.js'
import type { Refusal } from '../rules/Rule.js'

/** The example account with stores, and keys in them. */
export const accountWith = (
  stores: ReadonlyArray<CustomKeyStore>,
  keys: ReadonlyArray<KmsKey> = []
): Account => ({ ...emptyAccount(accountId, region), stores, keys })

/** The result of a request, and the reasons for it. */
export interface Tried {
  readonly result: Answered<Refusal, object>
  readonly explanation: Explanation
}

/** A request carried out on an account. */
export const triedIn =
  (given: Circumstances) =>
  (edition: EditionName, operation: OperationName, request: ExampleRequest) =>
  (before: Account): Tried => {
    const read = requested(operationsByName[edition][operation])(given)(request)(before)
    return {
      result: E.isLeft(read) ? E.left(violated(read.left)) : read.right.result,
      explanation: explainRequestUnder(edition)(operation)(given)(request)(before)
    }
  }

/** The same in good circumstances. */
export const tried = triedIn(goodCircumstances)

/** The store that an operation makes where there was none, if it makes one. */
export const storeMadeBy = (operation: OperationName): CustomKeyStore | undefined => {
  const { result } = tried(
    defaultEdition,
    operation,
    exampleRequest(operation, 'AWS_CLOUDHSM')
  )(accountWith([]))
  return E.isLeft(result) ? undefined : result.right[1].stores[0]
}
