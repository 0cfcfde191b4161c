import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Account } from '../../account/Account.js'
import type { Circumstances } from '../../account/Circumstances.js'
import * as keys from '../../account/keys.js'
import type { accountUnder, Answered } from '../../account/operations.js'
import { violated } from '../../exceptions/commonErrors.js'
import { decode } from '../../model/decode.js'
import { KeyId } from '../../model/identifiers.js'
import { CreateCustomKeyStoreRequest } from '../../model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../../model/requests/CreateKeyRequest.js'
import { CustomKeyStoreIdRequest } from '../../model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../../model/requests/GenerateRandomRequest.js'
import { KeyIdRequest } from '../../model/requests/KeyIdRequest.js'
import { requestCodec } from '../../model/requests/requestCodec.js'
import { ScheduleKeyDeletionRequest } from '../../model/requests/ScheduleKeyDeletionRequest.js'
import { UpdateCustomKeyStoreRequest } from '../../model/requests/UpdateCustomKeyStoreRequest.js'
import type { Refusal } from '../../rules/Rule.js'

/** What became of a request. `request`: as it was read, without secrets; absent where it could not be read. */
export interface Reply {
  readonly request?: object
  readonly result: Answered<Refusal, object>
}

/** The operations on the stores of an account, under one edition. */
export type Engine = ReturnType<typeof accountUnder>

type Operation<Request, X extends Refusal, A extends object> = (
  given: Circumstances
) => (request: Request) => (account: Account) => Answered<X, A>

const asks =
  <Request extends object, X extends Refusal, A extends object>(
    codec: t.Type<Request, unknown>,
    operation: (engine: Engine) => Operation<Request, X, A>
  ) =>
  (engine: Engine, given: Circumstances, u: unknown, account: Account): Reply =>
    pipe(
      decode(codec)(u),
      E.match(
        (violations): Reply => ({ result: E.left(violated(violations)) }),
        (request): Reply => ({ request, result: operation(engine)(given)(request)(account) })
      )
    )

/** Uses one key, which is all that is looked at: nothing is encrypted, and the answer carries the ARN of the key alone. */
const uses = asks(
  KeyIdRequest,
  () => (given) => (request) => (account) =>
    pipe(
      account,
      keys.useKey(given)(request),
      E.map(([key, after]) => [{ KeyId: key.Arn }, after] as const)
    )
)

const BothKeys = requestCodec(
  'BothKeys',
  { required: { SourceKeyId: KeyId, DestinationKeyId: KeyId }, optional: {} },
  E.right
)

/** Uses the key of the source to decrypt, then the key of the destination to encrypt. */
const usesTwo = asks(
  BothKeys,
  () => (given) => (request) => (account) =>
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
export const replayable = {
  CreateCustomKeyStore: asks(CreateCustomKeyStoreRequest, ({ create }) => create),
  DescribeCustomKeyStores: asks(DescribeCustomKeyStoresRequest, ({ describe }) => describe),
  ConnectCustomKeyStore: asks(CustomKeyStoreIdRequest, ({ connect }) => connect),
  DisconnectCustomKeyStore: asks(CustomKeyStoreIdRequest, ({ disconnect }) => disconnect),
  UpdateCustomKeyStore: asks(UpdateCustomKeyStoreRequest, ({ update }) => update),
  DeleteCustomKeyStore: asks(CustomKeyStoreIdRequest, (engine) => engine.delete),
  CreateKey: asks(CreateKeyRequest, ({ createKey }) => createKey),
  GenerateRandom: asks(GenerateRandomRequest, ({ generateRandom }) => generateRandom),

  DescribeKey: asks(KeyIdRequest, () => () => keys.describeKey),
  EnableKey: asks(KeyIdRequest, () => keys.enableKey),
  DisableKey: asks(KeyIdRequest, () => keys.disableKey),
  ScheduleKeyDeletion: asks(ScheduleKeyDeletionRequest, () => keys.scheduleKeyDeletion),
  CancelKeyDeletion: asks(KeyIdRequest, () => keys.cancelKeyDeletion),

  Encrypt: uses,
  Decrypt: uses,
  ReEncrypt: usesTwo,
  GenerateDataKey: uses,
  GenerateDataKeyWithoutPlaintext: uses
} as const

export const ReplayableOperation = t.keyof(replayable, 'ReplayableOperation')
export type ReplayableOperation = t.TypeOf<typeof ReplayableOperation>
