import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import * as keys from '../account/keys.js'
import type { Answered } from '../account/operations.js'
import { violated } from '../exceptions/commonErrors.js'
import { KeyId } from '../model/identifiers.js'
import { KeyIdRequest } from '../model/requests/KeyIdRequest.js'
import { awsJsonStruct } from '../codec/struct.js'
import { ask, requests, type Ask, type Engine } from '../protocol/requests.js'
import type { Refusal } from '../rules/Rule.js'

/** What became of a request. `request`: as it was read, without secrets; absent where it could not be read. */
export interface Reply {
  readonly request?: object
  readonly result: Answered<Refusal, object>
}

/** Uses one key, which is all that is looked at: nothing is encrypted, and the answer carries the ARN of the key alone. */
const uses = ask(
  KeyIdRequest,
  () => (given: Circumstances) => (request) => (account) =>
    pipe(
      account,
      keys.useKey(given)(request),
      E.map(([key, after]) => [{ KeyId: key.Arn }, after] as const)
    )
)

const BothKeys = awsJsonStruct('BothKeys', {
  source: 'API_ReEncrypt',
  required: { SourceKeyId: KeyId, DestinationKeyId: KeyId },
  optional: {}
})

/** Uses the key of the source to decrypt, then the key of the destination to encrypt. */
const usesTwo = ask(
  BothKeys,
  () => (given: Circumstances) => (request) => (account) =>
    pipe(
      E.Do,
      E.bind('source', () => keys.useKey(given)({ KeyId: request.SourceKeyId })(account)),
      E.bind('destination', () => keys.useKey(given)({ KeyId: request.DestinationKeyId })(account)),
      E.map(
        ({ source, destination }) =>
          [{ SourceKeyId: source[0].Arn, KeyId: destination[0].Arn }, account] as const
      )
    )
)

/** Every operation that a history can ask for, by its AWS name. */
const replayable = {
  ...requests,
  Encrypt: uses,
  Decrypt: uses,
  ReEncrypt: usesTwo,
  GenerateDataKey: uses,
  GenerateDataKeyWithoutPlaintext: uses
} as const

export const ReplayableOperation = t.keyof(replayable, 'ReplayableOperation')
export type ReplayableOperation = t.TypeOf<typeof ReplayableOperation>

/** Carries out a request of a history. */
export const replayed = (
  operation: ReplayableOperation,
  engine: Engine,
  given: Circumstances,
  input: unknown,
  account: Account
): Reply => {
  const asks: Ask<Circumstances> = replayable[operation]
  return pipe(
    asks(engine, given, input, account),
    E.match(
      (violations): Reply => ({ result: E.left(violated(violations)) }),
      (asked): Reply => asked
    )
  )
}
