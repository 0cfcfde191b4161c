import { explainRequestUnder } from '../account/requested.js'
import { byEdition, type EditionName } from '../editions/editions.js'
import { isOpen } from '../Evidence.js'
import { isAboutForm } from '../exceptions/commonErrors.js'
import type { Account } from '../model/Account.js'
import type { Explanation } from '../operations/Decision.js'
import { mayHaveLedTo } from '../possible/accepted.js'
import { isItsOwn, isListed } from '../possible/refused.js'
import { leftOpen } from '../questions/leftOpen.js'
import { isBroken, type Finding } from '../rules/findings.js'
import type { OpenTo } from '../rules/Rule.js'
import type { Mismatch } from './described.js'
import { ofRule, ofStatement, type Difference } from './Difference.js'
import { inWords, type Exchange } from './Exchange.js'
import { circumstances, modelled } from './modelled.js'
import { isDueToTheOutside } from './outside.js'
import { noAnswer } from './silence.js'
import {
  answerIsAwsJson,
  brokenMembersAreRefused,
  exceptionIsListed,
  soundRequestIsAccepted
} from './statements.js'
import { flawIn, wrongOutput } from './wrongOutput.js'
import { wrongStatus } from './wrongStatus.js'

/**
 * How an exchange compares with the rules, given the account before it: as AWS documents, with the accounts that are
 * possible afterwards, and with what its answer shows wrongly though nothing follows from it; left open by AWS; a refusal that says nothing of the rules; or a difference.
 */
export type Comparison =
  | {
      readonly is: 'as documented'
      readonly after: ReadonlyArray<Account>
      readonly flaw?: Difference | undefined
    }
  | { readonly is: 'left open' }
  | { readonly is: 'due to the outside'; readonly exception: string }
  | { readonly is: 'not implemented' }
  | ({ readonly is: 'different' } & Mismatch)

const different = (difference: Difference): Comparison => ({ is: 'different', difference })

/** The first broken rule of which AWS does not leave open whether it refuses. */
const firstCertain = ({ rules }: Explanation): Finding | undefined =>
  rules.find((finding) => isBroken(finding) && !isOpen(finding))

const accepted = (
  edition: EditionName,
  account: Account,
  exchange: Exchange,
  explained: Explanation
): Comparison => {
  const { isReadable, accepted: model } = modelled(edition, exchange, account)
  if (model !== undefined) {
    const wrong = wrongOutput(exchange, model)
    if (wrong !== undefined) return { is: 'different', ...wrong }
    const after = mayHaveLedTo(exchange.request['CustomKeyStoreId'], explained, account, model.after)
    return { is: 'as documented', after, flaw: flawIn(exchange.reply, model) ?? wrongStatus(exchange.reply) }
  }
  const rule = firstCertain(explained)
  if (!isReadable && (rule !== undefined || !explained.rules.some(isBroken))) {
    return different(ofStatement(brokenMembersAreRefused, 'ValidationException', 'success'))
  }
  return rule === undefined ? { is: 'left open' } : different(ofRule(rule, rule.otherwise, 'success'))
}

/** Whether an exception is one of those that a rule leaves open besides its own. */
const isAmong = (
  operation: Exchange['operation'],
  otherwise: Finding['otherwise'],
  openTo: OpenTo,
  exception: string
): boolean =>
  openTo === 'any exception'
    ? isItsOwn(operation, exception)
    : [otherwise, ...openTo].some((name) => name === exception)

/** Whether an exception is one of those that may answer where a request is refused. */
const mayAnswer = (operation: Exchange['operation'], explained: Explanation, exception: string): boolean => {
  const first = explained.rules.find(isBroken)
  return first !== undefined && isAmong(operation, first.otherwise, leftOpen(explained).exceptions, exception)
}

/** Whether an exception is that of a rule which the model waives only because of an assumption. */
const isOfWaived = (operation: Exchange['operation'], { rules }: Explanation, exception: string): boolean =>
  rules.some(
    ({ waived, otherwise, openTo = [] }) =>
      waived !== undefined && isAmong(operation, otherwise, openTo, exception)
  )

/** The difference of a refusal without a reason. */
const unfounded = ({ operation }: Exchange, { rules }: Explanation, exception: string): Difference => {
  const rule = rules.find(({ otherwise }) => otherwise === exception)
  if (rule !== undefined && !isAboutForm(exception)) return ofRule(rule, 'success', exception)
  const statement = isListed(operation, exception) ? soundRequestIsAccepted : exceptionIsListed
  return ofStatement(statement, 'success', exception)
}

const refused = (
  edition: EditionName,
  account: Account,
  exchange: Exchange,
  explained: Explanation,
  exception: string
): Comparison => {
  const { operation } = exchange
  const kept: Comparison = { is: 'as documented', after: [account], flaw: wrongStatus(exchange.reply) }
  if (mayAnswer(operation, explained, exception)) return kept
  if (isListed(operation, exception) && isDueToTheOutside(edition, exchange, account, exception)) {
    return { is: 'due to the outside', exception }
  }
  if (!modelled(edition, exchange, account).isReadable) {
    return isAboutForm(exception) ? kept : { is: 'left open' }
  }
  const rule = firstCertain(explained)
  if (rule !== undefined) return different(ofRule(rule, rule.otherwise, exception))
  if (explained.rules.some(isBroken) || isOfWaived(operation, explained, exception)) {
    return { is: 'left open' }
  }
  return different(unfounded(exchange, explained, exception))
}

const explained = byEdition(explainRequestUnder)

/** Compares an exchange with the rules, if this was the account before it. */
export const hold =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (account: Account): Comparison => {
    const { operation, request, reply } = exchange
    if ('notImplemented' in reply) return { is: 'not implemented' }
    if ('unreadable' in reply) {
      const kind = reply.silent === true ? noAnswer : 'an answer that cannot be read'
      return different(ofStatement(answerIsAwsJson, 'an answer of AWS JSON 1.1', inWords(reply), kind))
    }
    const explanation = explained[edition](operation)(circumstances(reply))(request)(account)
    return 'exception' in reply
      ? refused(edition, account, exchange, explanation, reply.exception)
      : accepted(edition, account, exchange, explanation)
  }
