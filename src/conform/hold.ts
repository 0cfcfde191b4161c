import { pipe } from 'fp-ts/lib/function.js'
import type { Account } from '../model/Account.js'
import { explainRequestUnder } from '../account/explain.js'
import { invalidMembers, isCommonError } from '../exceptions/commonErrors.js'
import { documentedExceptions } from '../exceptions/documentedExceptions.js'
import type { Finding, Findings } from '../questions/explain.js'
import { Operation } from '../model/Operation.js'
import { byEdition, type EditionName } from '../editions/editions.js'
import type { Mismatch } from './described.js'
import { ofRule, ofStatement, type Difference } from './Difference.js'
import { inWords, type Exchange } from './Exchange.js'
import { circumstances, leftOpen, modelled } from './modelled.js'
import { isAboutForm, isDueToTheOutside } from './outside.js'
import {
  answerIsAwsJson,
  brokenMembersAreRefused,
  exceptionIsListed,
  soundRequestIsAccepted,
  type Statement
} from './statements.js'
import { wrongOutput } from './wrongOutput.js'

/**
 * What an exchange is beside one way in which it can stand with the account: what AWS documents, with how it can stand
 * afterwards; something that AWS leaves open; a refusal that says nothing of the rules; or a difference.
 */
export type Held =
  | { readonly is: 'as documented'; readonly after: ReadonlyArray<Account> }
  | { readonly is: 'left open' }
  | { readonly is: 'due to the outside'; readonly exception: string }
  | ({ readonly is: 'different' } & Mismatch)

const different = (difference: Difference): Held => ({ is: 'different', difference })

const isUnsure = ({ standing }: Finding): boolean => standing === 'assumed'

const accepted = (edition: EditionName, account: Account, exchange: Exchange, broken: Findings): Held => {
  const model = modelled(edition, exchange, account)
  if ('output' in model.reply) {
    const wrong = wrongOutput(exchange, model)
    return wrong === undefined
      ? { is: 'as documented', after: leftOpen(edition, exchange, account, model.after) }
      : { is: 'different', ...wrong }
  }
  const rule = broken.find((finding) => !isUnsure(finding))
  if (rule !== undefined) return different(ofRule(rule, rule.otherwise, 'success'))
  return broken.length > 0
    ? { is: 'left open' }
    : different(ofStatement(brokenMembersAreRefused, invalidMembers, 'success'))
}

/** Where AWS documents two exceptions for one reason and not which of them answers. */
const alsoOtherwise: Readonly<Record<string, string>> = { keyIsNotPendingDeletion: 'DisabledException' }

const isListed = (operation: Exchange['operation'], exception: string): boolean =>
  isCommonError(exception) ||
  !Operation.is(operation) ||
  (documentedExceptions[operation] as ReadonlyArray<string>).includes(exception)

/** The statement that is broken where nothing forbids the request that was refused. */
const brokenBy = (exchange: Exchange, exception: string): Statement =>
  isListed(exchange.operation, exception) ? soundRequestIsAccepted : exceptionIsListed

const refused = (
  edition: EditionName,
  account: Account,
  exchange: Exchange,
  exception: string,
  findings: Findings
): Held => {
  const broken = findings.filter(({ verdict }) => verdict === 'does not hold')
  const kept: Held = { is: 'as documented', after: [account] }
  const isExpected = broken.some(
    ({ rule, otherwise }) => otherwise === exception || alsoOtherwise[rule] === exception
  )
  if (isExpected) return kept
  if (isListed(exchange.operation, exception) && isDueToTheOutside(exception)) {
    return { is: 'due to the outside', exception }
  }
  const rule = broken.find((finding) => !isUnsure(finding))
  if (rule !== undefined) return different(ofRule(rule, rule.otherwise, exception))
  if (broken.length > 0) return { is: 'left open' }
  if (!('output' in modelled(edition, exchange, account).reply)) {
    return isAboutForm(exception) ? kept : { is: 'left open' }
  }
  const unfounded = findings.find(({ otherwise }) => otherwise === exception)
  return different(
    unfounded === undefined
      ? ofStatement(brokenBy(exchange, exception), 'success', exception)
      : ofRule(unfounded, 'success', exception)
  )
}

const explained = byEdition(explainRequestUnder)

/** Holds an exchange against the rules, if it stood with the account in this way. */
export const hold =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (account: Account): Held => {
    const { operation, request, reply } = exchange
    if ('unreadable' in reply) {
      return different(ofStatement(answerIsAwsJson, 'an answer of AWS JSON 1.1', inWords(reply)))
    }
    const findings = pipe(account, explained[edition](operation)(circumstances(reply))(request))
    if ('exception' in reply) return refused(edition, account, exchange, reply.exception, findings)
    const broken = findings.filter(({ verdict }) => verdict === 'does not hold')
    return accepted(edition, account, exchange, broken)
  }
