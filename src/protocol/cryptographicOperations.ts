import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { keyWithId, type Account } from '../model/Account.js'
import { useKey } from '../account/keys.js'
import type { Answered } from '../account/operations.js'
import type { UseKeyException } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Base64 } from '../codec/blob.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { EncryptionAlgorithm } from '../model/requests/cryptographicMembers.js'
import type { DecryptRequest } from '../model/requests/DecryptRequest.js'
import type { EncryptRequest } from '../model/requests/EncryptRequest.js'
import { bytesOf, type GenerateDataKeyRequest } from '../model/requests/GenerateDataKeyRequest.js'
import type { ReEncryptRequest } from '../model/requests/ReEncryptRequest.js'
import { enforce } from '../rules/Rule.js'
import { afterUse, algorithmRules, beforeUse, dryRunRules } from './ciphertextRules.js'
import type { Given } from './Given.js'

/** What a use of a key through the protocol can answer. @see API_Decrypt */
export type CryptographicException =
  | UseKeyException
  | Exception<
      | 'DryRunOperationException'
      | 'IncorrectKeyException'
      | 'InvalidCiphertextException'
      | 'InvalidKeyUsageException'
    >

type Result<A> = E.Either<CryptographicException, A>

const sourceIsNamed = enforce(beforeUse)
const opens = enforce(afterUse)
const algorithmFits = enforce(algorithmRules)
const isMeant = enforce(dryRunRules)

const algorithm = 'SYMMETRIC_DEFAULT' satisfies EncryptionAlgorithm

const usable = (given: Given, account: Account, id: string, asked: EncryptionAlgorithm | undefined) =>
  pipe(
    useKey(given)({ KeyId: id })(account),
    E.chainFirstW(() => algorithmFits({ algorithm: asked })),
    E.map(([key]) => key)
  )

interface Opened {
  readonly key: KmsKey
  readonly plaintext: Base64
}

/** @assumes A54 */
const opened = (given: Given, account: Account, request: DecryptRequest): Result<Opened> =>
  pipe(
    sourceIsNamed({
      madeWith: given.cryptography.keyOf(request.CiphertextBlob),
      keyId: request.KeyId,
      key: request.KeyId && keyWithId(account, request.KeyId)
    }),
    E.chainW(({ madeWith }) => usable(given, account, madeWith, request.EncryptionAlgorithm)),
    E.chainW((key) =>
      opens({
        key,
        plaintext: given.cryptography.decrypt(request.CiphertextBlob, request.EncryptionContext ?? {})
      })
    )
  )

/** @see API_Encrypt */
export const encrypt =
  (given: Given) =>
  (request: EncryptRequest) =>
  (account: Account): Answered<CryptographicException, object> =>
    pipe(
      usable(given, account, request.KeyId, request.EncryptionAlgorithm),
      E.chainFirstW(() => isMeant(request)),
      E.map(({ Arn }) => [
        {
          CiphertextBlob: given.cryptography.encrypt(Arn, request.Plaintext, request.EncryptionContext ?? {}),
          KeyId: Arn,
          EncryptionAlgorithm: algorithm
        },
        account
      ])
    )

/** @see API_Decrypt */
export const decrypt =
  (given: Given) =>
  (request: DecryptRequest) =>
  (account: Account): Answered<CryptographicException, object> =>
    pipe(
      opened(given, account, request),
      E.chainFirstW(() => isMeant(request)),
      E.map(({ key, plaintext }) => [
        { KeyId: key.Arn, Plaintext: plaintext, EncryptionAlgorithm: algorithm },
        account
      ])
    )

const sourceOf = (request: ReEncryptRequest): DecryptRequest => ({
  CiphertextBlob: request.CiphertextBlob,
  ...(request.SourceKeyId && { KeyId: request.SourceKeyId }),
  ...(request.SourceEncryptionContext && { EncryptionContext: request.SourceEncryptionContext }),
  ...(request.SourceEncryptionAlgorithm && { EncryptionAlgorithm: request.SourceEncryptionAlgorithm })
})

/** The source first, then the destination. @see API_ReEncrypt */
export const reEncrypt =
  (given: Given) =>
  (request: ReEncryptRequest) =>
  (account: Account): Answered<CryptographicException, object> =>
    pipe(
      opened(given, account, sourceOf(request)),
      E.bindW('destination', () =>
        usable(given, account, request.DestinationKeyId, request.DestinationEncryptionAlgorithm)
      ),
      E.chainFirstW(() => isMeant(request)),
      E.map(({ key, plaintext, destination }) => [
        {
          CiphertextBlob: given.cryptography.encrypt(
            destination.Arn,
            plaintext,
            request.DestinationEncryptionContext ?? {}
          ),
          SourceKeyId: key.Arn,
          KeyId: destination.Arn,
          SourceEncryptionAlgorithm: algorithm,
          DestinationEncryptionAlgorithm: algorithm
        },
        account
      ])
    )

const dataKey = (given: Given) => (request: GenerateDataKeyRequest) => (account: Account) =>
  pipe(
    usable(given, account, request.KeyId, undefined),
    E.chainFirstW(() => isMeant(request)),
    E.map(({ Arn }) => {
      const { randomBytes, encrypt: encrypted } = given.cryptography
      const Plaintext = randomBytes(
        request.KeySpec === undefined ? request.NumberOfBytes : bytesOf[request.KeySpec]
      )
      return {
        CiphertextBlob: encrypted(Arn, Plaintext, request.EncryptionContext ?? {}),
        Plaintext,
        KeyId: Arn
      }
    })
  )

/** @see API_GenerateDataKey */
export const generateDataKey =
  (given: Given) =>
  (request: GenerateDataKeyRequest) =>
  (account: Account): Answered<CryptographicException, object> =>
    pipe(
      dataKey(given)(request)(account),
      E.map((key) => [key, account])
    )

/** @see API_GenerateDataKey */
export const generateDataKeyWithoutPlaintext =
  (given: Given) =>
  (request: GenerateDataKeyRequest) =>
  (account: Account): Answered<CryptographicException, object> =>
    pipe(
      dataKey(given)(request)(account),
      E.map(({ CiphertextBlob, KeyId }) => [{ CiphertextBlob, KeyId }, account])
    )
