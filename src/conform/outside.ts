import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../codec/decode.js'
import { isAboutForm, isCommonError } from '../exceptions/commonErrors.js'
import type { EditionName } from '../editions/editions.js'
import type { Account } from '../model/Account.js'
import { operationsByName, type AnyOperation } from '../operations/index.js'
import { explainedAtWorst, isNamedBy, isReason } from '../possible/refused.js'
import type { Exchange } from './Exchange.js'

/** Whether an exception can speak of what stands behind a store, or of AWS KMS with its quotas. */
const speaksOfTheOutside = ({ parts }: AnyOperation, exception: string): boolean =>
  parts.some(({ rules }) => rules.some((rule) => rule.outside !== undefined && isNamedBy(exception)(rule)))

/** Whether a refusal can be due to what an endpoint does not show. It is no deviation, but leaves the check not reached. */
export const isDueToTheOutside = (
  edition: EditionName,
  { operation: name, request }: Exchange,
  account: Account,
  exception: string
): boolean => {
  if (isCommonError(exception)) return !isAboutForm(exception)
  const operation = operationsByName[edition][name]
  if (!speaksOfTheOutside(operation, exception)) return false
  const read = decode(operation.request)(request)
  if (E.isLeft(read)) return true
  const findings = explainedAtWorst(operation, read.right, account).flatMap(({ rules }) => rules)
  const named = findings.filter(isNamedBy(exception))
  // No rule with the exception was looked at: the request names nothing that exists.
  return named.length === 0 || named.some(isReason)
}
