import { isCommonError } from '../exceptions/commonErrors.js'
import { documentedExceptions, type OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Explanation } from '../operations/Decision.js'
import type { AnyOperation } from '../operations/index.js'
import { isBroken, type Finding } from '../rules/findings.js'
import type { AnyRule, OpenTo, RefusalName } from '../rules/Rule.js'
import { badCircumstances, type Names } from './badCircumstances.js'

/** Whether an exception is one of an operation's own: listed on its page, or what is wrong with the request itself. */
export const isItsOwn = (operation: OperationName, exception: string): boolean => {
  const listed: ReadonlyArray<string> = documentedExceptions[operation]
  return listed.includes(exception) || exception === 'ValidationException'
}

/** Whether an operation can answer with an exception at all. */
export const isListed = (operation: OperationName, exception: string): boolean =>
  isItsOwn(operation, exception) || isCommonError(exception)

/** The exceptions that AWS names for a rule. Where it leaves open every one, it names none besides that of the rule. */
export const exceptionsOf = ({
  otherwise,
  openTo = []
}: Pick<AnyRule, 'otherwise'> & { readonly openTo?: OpenTo }): ReadonlyArray<RefusalName> =>
  openTo === 'any exception' ? [otherwise] : [otherwise, ...openTo]

/** Whether AWS names an exception for a rule. */
export const isNamedBy =
  (exception: string) =>
  (rule: Parameters<typeof exceptionsOf>[0]): boolean =>
    exceptionsOf(rule).some((name) => name === exception)

/** Whether a rule is a reason to refuse: it is broken, or it is broken and waived by an assumption. */
export const isReason = (finding: Finding): boolean => isBroken(finding) || finding.waived !== undefined

/** How a request, as its codec reads it, is explained on an account when everything that no request shows has gone wrong. */
export const explainedAtWorst = (
  { explainOnAccount }: AnyOperation,
  request: unknown,
  account: Account
): ReadonlyArray<Explanation> =>
  badCircumstances(account, request as Names).map((given) =>
    explainOnAccount(given)(request as never)(account)
  )
