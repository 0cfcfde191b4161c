/** What a run asks of a sound endpoint, and by which rules that refuses. */
import { explainRequestUnder } from '../../../src/account/requested.js'
import type { OperationName } from '../../../src/exceptions/documentedExceptions.js'
import { healthyInfrastructure } from '../../../src/model/Infrastructure.js'
import { emptyAccount, type Account } from '../../../src/model/Account.js'
import type { CustomKeyStoreId, KeyId } from '../../../src/model/identifiers.js'
import type { Explanation } from '../../../src/operations/Decision.js'
import { operationNames } from '../../../src/operations/index.js'
import type { Answer, Request } from '../../../src/protocol/index.js'
import type { Caller, Endpoint } from '../../../src/endpoint/index.js'
import { changesNothing } from '../../../src/conform/effects.js'
import { isBroken } from '../../../src/rules/findings.js'

/** A request, the right answer, and why it is that. */
export interface Asked {
  readonly operation: OperationName
  readonly explanation: Explanation
  readonly right: Answer
  /** The rule by which it is refused; none where it is accepted. */
  readonly rule: string | undefined
}

const explain = explainRequestUnder('exception-text-2022')

const circumstances = {
  infrastructure: healthyInfrastructure,
  now: 0,
  newCustomKeyStoreId: 'cks-new' as CustomKeyStoreId,
  newKeyId: 'new' as KeyId
}

const inputOf = ({ body }: Request): unknown => JSON.parse(body === '' ? '{}' : body)

const accountOf = (kms: Endpoint, { account }: Caller): Account =>
  kms.accounts().find(({ AccountId: id }) => id === account) ?? emptyAccount(account, 'us-east-1')

/** The endpoint, but for the answers that are put in place of the right ones. */
export const answering = (kms: Endpoint, instead: (asked: Asked) => Answer | undefined): Endpoint => ({
  ...kms,
  answer: (caller, request) => {
    const name = (request.headers['x-amz-target'] ?? '').replace('TrentService.', '')
    const operation = operationNames.find((one) => one === name)
    if (operation === undefined) return kms.answer(caller, request)
    const explanation = explain(operation)(circumstances)(inputOf(request))(accountOf(kms, caller))
    // Whether it is right to accept shows before anything is changed, so that a wrong refusal changes nothing.
    const isSound = !explanation.rules.some(isBroken)
    const asked = { operation, explanation, rule: explanation.rules.find(isBroken)?.rule }
    if (isSound && !changesNothing(operation)) {
      const right = { status: 200, headers: {}, body: '{}' }
      return instead({ ...asked, right }) ?? kms.answer(caller, request)
    }
    const right = kms.answer(caller, request)
    // A ciphertext says more than the explanation knows of.
    const isExplained = isSound === (right.status === 200)
    return (isExplained ? instead({ ...asked, right }) : undefined) ?? right
  }
})
