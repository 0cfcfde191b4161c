import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import type * as t from 'io-ts'
import type { Account } from '../account/Account.js'
import * as keys from '../account/keys.js'
import { accountUnder, type Answered } from '../account/operations.js'
import { violated, type ValidationException } from '../exceptions/commonErrors.js'
import type { Exception } from '../exceptions/Exception.js'
import { decode, isOfWrongType, type Violation } from '../model/decode.js'
import type { CryptographicOperation, Operation } from '../model/Operation.js'
import { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { CustomKeyStoreIdRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import { DecryptRequest } from '../model/requests/DecryptRequest.js'
import { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { EncryptRequest } from '../model/requests/EncryptRequest.js'
import { GenerateDataKeyRequest } from '../model/requests/GenerateDataKeyRequest.js'
import { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import { KeyIdRequest } from '../model/requests/KeyIdRequest.js'
import { ListKeysRequest } from '../model/requests/ListKeysRequest.js'
import { ReEncryptRequest } from '../model/requests/ReEncryptRequest.js'
import { ScheduleKeyDeletionRequest } from '../model/requests/ScheduleKeyDeletionRequest.js'
import { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { defaultEdition, editions, type EditionName } from '../rules/editions.js'
import type { KeyOperation } from '../rules/keyState.js'
import * as cryptography from './cryptographicOperations.js'
import { describeKey } from './describeKey.js'
import type { Given } from './Given.js'
import { ofWrongType, type ProtocolError } from './http.js'
import { listKeys } from './listKeys.js'

/** Whatever can be wrong with a request. */
export type Refusal = Exception | ValidationException | ProtocolError

type Run<Request> = (
  given: Given
) => (request: Request) => (account: Account) => Answered<Exception | ValidationException, object>

/** @assumes A50 */
const refused = (violations: ReadonlyArray<Violation>): ProtocolError | ValidationException => {
  const wrongTypes = violations.filter(isOfWrongType)
  return wrongTypes.length === 0 ? violated(violations) : ofWrongType(wrongTypes)
}

/** An operation that reads its request from plain data. */
const operation = <Request>(codec: t.Type<Request, unknown>, run: Run<Request>) => {
  const read = decode(codec)
  return (given: Given) =>
    (input: unknown) =>
    (account: Account): Answered<Refusal, object> =>
      pipe(
        read(input),
        E.mapLeft(refused),
        E.chainW((request) => run(given)(request)(account))
      )
}

type Operations = ReturnType<typeof accountUnder>

const byEdition: Readonly<Record<EditionName, Operations>> = pipe(
  editions,
  RR.mapWithIndex<EditionName, unknown, Operations>((name) => accountUnder(name))
)

/** The operation of that name on an account, under the edition that is given. */
const inEdition =
  <Request>(pick: (operations: Operations) => Run<Request>): Run<Request> =>
  (given) =>
    pick(byEdition[given.edition ?? defaultEdition])(given)

/** The bytes are not part of the model. */
const generateRandom: Run<GenerateRandomRequest> = (given) => (request) => (account) =>
  pipe(
    account,
    inEdition(({ generateRandom }) => generateRandom)(given)(request),
    E.map(([, after]) => [{ Plaintext: given.cryptography.randomBytes(request.NumberOfBytes) }, after])
  )

/** The AWS name of an operation that is answered. */
export type OperationName = Operation | CryptographicOperation | KeyOperation | 'DescribeKey' | 'ListKeys'

/** Every operation that is answered, by its AWS name: how its request is read and what it does. */
export const operations = {
  CreateCustomKeyStore: operation(
    CreateCustomKeyStoreRequest,
    inEdition(({ create }) => create)
  ),
  DescribeCustomKeyStores: operation(
    DescribeCustomKeyStoresRequest,
    inEdition(({ describe }) => describe)
  ),
  ConnectCustomKeyStore: operation(
    CustomKeyStoreIdRequest,
    inEdition(({ connect }) => connect)
  ),
  DisconnectCustomKeyStore: operation(
    CustomKeyStoreIdRequest,
    inEdition(({ disconnect }) => disconnect)
  ),
  UpdateCustomKeyStore: operation(
    UpdateCustomKeyStoreRequest,
    inEdition(({ update }) => update)
  ),
  DeleteCustomKeyStore: operation(
    CustomKeyStoreIdRequest,
    inEdition((operations) => operations.delete)
  ),
  CreateKey: operation(
    CreateKeyRequest,
    inEdition(({ createKey }) => createKey)
  ),
  GenerateRandom: operation(GenerateRandomRequest, generateRandom),

  DescribeKey: operation(KeyIdRequest, describeKey),
  ListKeys: operation(ListKeysRequest, listKeys),
  EnableKey: operation(KeyIdRequest, keys.enableKey),
  DisableKey: operation(KeyIdRequest, keys.disableKey),
  ScheduleKeyDeletion: operation(ScheduleKeyDeletionRequest, keys.scheduleKeyDeletion),
  CancelKeyDeletion: operation(KeyIdRequest, keys.cancelKeyDeletion),

  Encrypt: operation(EncryptRequest, cryptography.encrypt),
  Decrypt: operation(DecryptRequest, cryptography.decrypt),
  ReEncrypt: operation(ReEncryptRequest, cryptography.reEncrypt),
  GenerateDataKey: operation(GenerateDataKeyRequest, cryptography.generateDataKey),
  GenerateDataKeyWithoutPlaintext: operation(
    GenerateDataKeyRequest,
    cryptography.generateDataKeyWithoutPlaintext
  )
} as const satisfies Record<OperationName, unknown>
