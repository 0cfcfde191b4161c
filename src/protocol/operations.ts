import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import type { Account } from '../model/Account.js'
import { accountUnder, type Answered } from '../account/operations.js'
import { violated, type ValidationException } from '../exceptions/commonErrors.js'
import type { Exception } from '../exceptions/Exception.js'
import { isOfWrongType, type Violation } from '../codec/decode.js'
import type { CryptographicOperation } from '../model/Operation.js'
import { DecryptRequest } from '../model/requests/DecryptRequest.js'
import { EncryptRequest } from '../model/requests/EncryptRequest.js'
import {
  GenerateDataKeyRequest,
  GenerateDataKeyWithoutPlaintextRequest
} from '../model/requests/GenerateDataKeyRequest.js'
import { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import { ListKeysRequest } from '../model/requests/ListKeysRequest.js'
import { ReEncryptRequest } from '../model/requests/ReEncryptRequest.js'
import { byEdition, defaultEdition } from '../editions/editions.js'
import * as cryptography from './cryptographicOperations.js'
import type { Given } from './Given.js'
import { ofWrongType, type ProtocolError } from './http.js'
import { listKeys } from './listKeys.js'
import { ask, requests, type Ask } from './requests.js'

/** Whatever can be wrong with a request. */
export type Refusal = Exception | ValidationException | ProtocolError

/** @assumes A50 */
const refused = (violations: ReadonlyArray<Violation>): ProtocolError | ValidationException => {
  const wrongTypes = violations.filter(isOfWrongType)
  return wrongTypes.length === 0 ? violated(violations) : ofWrongType(wrongTypes)
}

const engines = byEdition(accountUnder)

/** An operation as an endpoint answers it, under the edition that is given. */
const answering =
  (asks: Ask<Given>) =>
  (given: Given) =>
  (input: unknown) =>
  (account: Account): Answered<Refusal, object> =>
    pipe(
      asks(engines[given.edition ?? defaultEdition], given, input, account),
      E.mapLeft(refused),
      E.chainW(({ result }) => result)
    )

/** The bytes are not part of the model. */
const generateRandom = ask(
  GenerateRandomRequest,
  (engine) => (given: Given) => (request: GenerateRandomRequest) => (account: Account) =>
    pipe(
      account,
      engine.generateRandom(given)(request),
      E.map(
        ([, after]) => [{ Plaintext: given.cryptography.randomBytes(request.NumberOfBytes) }, after] as const
      )
    )
)

/** The AWS name of an operation that is answered. */
export type OperationName = keyof typeof requests | CryptographicOperation | 'ListKeys'

const asked: Readonly<Record<OperationName, Ask<Given>>> = {
  ...requests,
  GenerateRandom: generateRandom,
  ListKeys: ask(ListKeysRequest, () => listKeys),
  Encrypt: ask(EncryptRequest, () => cryptography.encrypt),
  Decrypt: ask(DecryptRequest, () => cryptography.decrypt),
  ReEncrypt: ask(ReEncryptRequest, () => cryptography.reEncrypt),
  GenerateDataKey: ask(GenerateDataKeyRequest, () => cryptography.generateDataKey),
  GenerateDataKeyWithoutPlaintext: ask(
    GenerateDataKeyWithoutPlaintextRequest,
    () => cryptography.generateDataKeyWithoutPlaintext
  )
}

/** Every operation that is answered, by its AWS name: how its request is read and what it does. */
export const operations = pipe(asked, RR.map(answering))
