import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { storeWithId, withStore, type Account } from '../../account/Account.js'
import type { Circumstances } from '../../account/Circumstances.js'
import { explainRequestUnder } from '../../account/explain.js'
import { healthyInfrastructure } from '../../account/Infrastructure.js'
import { documentedExceptions } from '../../exceptions/documentedExceptions.js'
import type { Finding, Findings } from '../../explain.js'
import type { Base64 } from '../../model/blob.js'
import { CustomKeyStoreId, type KeyId } from '../../model/identifiers.js'
import { Operation } from '../../model/Operation.js'
import { answers } from '../../protocol/answers.js'
import type { Cryptography } from '../../protocol/Cryptography.js'
import { respond } from '../../protocol/respond.js'
import { editions, type EditionName } from '../../rules/editions.js'
import { statesAfter } from '../judge/effects.js'
import { mismatch, type Mismatch } from './described.js'
import { ofRule, ofStatement, type Difference } from './Difference.js'
import { inWords, type Exchange, type Reply } from './Exchange.js'
import { isAboutForm, isCommonError, isDueToTheOutside } from './outside.js'
import {
  answerIsAwsJson,
  brokenMembersAreRefused,
  createIsIdempotent,
  exceptionIsListed,
  keyStateFollowsTheStore,
  soundRequestIsAccepted,
  type Statement
} from './statements.js'
import { inState } from './states.js'

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

const noBytes = 'AAAA' as Base64

/** Bytes decide nothing. */
const anyCryptography: Cryptography = {
  randomBytes: () => noBytes,
  encrypt: () => noBytes,
  keyOf: () => undefined,
  decrypt: () => undefined
}

const Created = t.type({ CustomKeyStoreId: t.string })
const WithKey = t.type({
  KeyMetadata: t.intersection([t.type({ KeyId: t.string }), t.partial({ KeyState: t.string })])
})

/** The ids that the endpoint has given, and a world without fault. */
const circumstances = (reply: Reply): Circumstances => {
  const output = 'output' in reply ? reply.output : undefined
  return {
    infrastructure: healthyInfrastructure,
    now: 0,
    newCustomKeyStoreId: (Created.is(output) ? output.CustomKeyStoreId : '') as CustomKeyStoreId,
    newKeyId: (WithKey.is(output) ? output.KeyMetadata.KeyId : '') as KeyId,
    storeQuota: Number.MAX_SAFE_INTEGER,
    keyQuota: Number.MAX_SAFE_INTEGER
  }
}

/** What the model answers, and the account after it. */
const modelled = (edition: EditionName, { operation, request, reply }: Exchange, account: Account) => {
  const { answer, account: after } = respond({
    ...circumstances(reply),
    edition,
    requestId: '',
    cryptography: anyCryptography
  })({
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
    body: JSON.stringify(request)
  })(account)
  return { accepts: answer.status === 200, output: JSON.parse(answer.body) as unknown, after }
}

/** Where an accepted operation may have led instead, as AWS leaves it open. */
const leftOpen = (
  edition: EditionName,
  { operation, request }: Exchange,
  before: Account,
  after: Account
): ReadonlyArray<Account> => {
  if (operation !== 'ConnectCustomKeyStore' && operation !== 'DisconnectCustomKeyStore') return [after]
  const id = request['CustomKeyStoreId'] as CustomKeyStoreId
  const store = storeWithId(before, id)
  return store === undefined
    ? [after]
    : statesAfter(edition, operation, store.ConnectionState).map((state) =>
        withStore(after, inState(state)(store))
      )
}

/** What is wrong with the output of an operation that had to be accepted. */
const wrongOutput = (
  { operation, request }: Exchange,
  output: unknown,
  expected: { readonly output: unknown; readonly after: Account }
): Mismatch | undefined => {
  if (operation === 'DescribeCustomKeyStores') return mismatch(expected.after, request, output)
  if (Operation.is(operation) && E.isLeft(answers[operation].decode(output))) {
    const got = JSON.stringify(output).slice(0, 100)
    return {
      difference: ofStatement(answerIsAwsJson, `the output that the page of ${operation} describes`, got)
    }
  }
  if (Created.is(output) && !CustomKeyStoreId.is(output.CustomKeyStoreId)) {
    const got = JSON.stringify(output.CustomKeyStoreId).slice(0, 100)
    return { difference: ofStatement(answerIsAwsJson, 'an id of 1 to 64 characters', got) }
  }
  if (Created.is(expected.output) && Created.is(output)) {
    const { CustomKeyStoreId: id } = expected.output
    return id === output.CustomKeyStoreId
      ? undefined
      : { difference: ofStatement(createIsIdempotent, id, output.CustomKeyStoreId) }
  }
  if (WithKey.is(expected.output) && WithKey.is(output)) {
    const [state, shown] = [expected.output.KeyMetadata.KeyState, output.KeyMetadata.KeyState]
    return state === shown
      ? undefined
      : {
          difference: ofStatement(
            keyStateFollowsTheStore,
            `KeyState ${String(state)}`,
            `KeyState ${String(shown)}`
          )
        }
  }
  return undefined
}

const isUnsure = ({ standing }: Finding): boolean => standing === 'assumed'

const accepted = (
  edition: EditionName,
  account: Account,
  exchange: Exchange,
  output: unknown,
  broken: Findings
): Held => {
  const model = modelled(edition, exchange, account)
  if (model.accepts) {
    const wrong = wrongOutput(exchange, output, model)
    return wrong === undefined
      ? { is: 'as documented', after: leftOpen(edition, exchange, account, model.after) }
      : { is: 'different', ...wrong }
  }
  const rule = broken.find((finding) => !isUnsure(finding))
  if (rule !== undefined) return different(ofRule(rule, rule.otherwise, 'success'))
  return broken.length > 0
    ? { is: 'left open' }
    : different(ofStatement(brokenMembersAreRefused, 'ValidationException', 'success'))
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
  if (!modelled(edition, exchange, account).accepts)
    return isAboutForm(exception) ? kept : { is: 'left open' }
  const unfounded = findings.find(({ otherwise }) => otherwise === exception)
  return different(
    unfounded === undefined
      ? ofStatement(brokenBy(exchange, exception), 'success', exception)
      : ofRule(unfounded, 'success', exception)
  )
}

const explained = Object.fromEntries(
  Object.keys(editions).map((edition) => [edition, explainRequestUnder(edition as EditionName)])
) as Readonly<Record<EditionName, ReturnType<typeof explainRequestUnder>>>

/** Holds an exchange against the rules, if it stood with the account in this way. */
export const hold =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (account: Account): Held => {
    const { operation, request, reply } = exchange
    if ('unreadable' in reply)
      return different(ofStatement(answerIsAwsJson, 'an answer of AWS JSON 1.1', inWords(reply)))
    const findings =
      operation === 'DescribeKey'
        ? []
        : pipe(account, explained[edition](operation)(circumstances(reply))(request))
    if ('exception' in reply) return refused(edition, account, exchange, reply.exception, findings)
    const broken = findings.filter(({ verdict }) => verdict === 'does not hold')
    return accepted(edition, account, exchange, reply.output, broken)
  }
