import { keyWithIdOrAlias } from '../model/Account.js'
import type { Base64 } from '../codec/blob.js'
import type { Circumstances } from '../model/Circumstances.js'
import { isCloudHsm } from '../model/CustomKeyStore.js'
import type { EncryptionContext } from '../model/EncryptionContext.js'
import { behind } from '../model/Infrastructure.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { EncryptionAlgorithm } from '../model/requests/cryptographicMembers.js'
import {
  algorithmFitsKey,
  ciphertextIsKnown,
  ciphertextIsSound,
  externalCiphertextIsSound,
  namedKeyExists,
  namedKeyMadeCiphertext
} from '../rules/ciphertext.js'
import { unless } from '../rules/Rule.js'
import { decision, either, titled } from './Decision.js'
import { keyNamed, stage, andThen, type AboutKey, type Asked } from './Stage.js'
import { externalKeyCanBeUsed, keyInClusterCanBeUsed, useOf } from './useKey.js'

/** A ciphertext to be opened, wherever a request carries it. */
export interface Sealed {
  readonly ciphertext: Base64
  readonly keyId: string | undefined
  readonly context: EncryptionContext | undefined
  readonly algorithm: EncryptionAlgorithm | undefined
}

/** A ciphertext that was opened, and the key that did it. */
export interface Opened {
  readonly key: KmsKey
  readonly plaintext: Base64
}

const sourceIsNamed = decision(
  [
    unless(ciphertextIsKnown, 'InvalidCiphertextException'),
    unless(namedKeyExists, 'NotFoundException'),
    unless(namedKeyMadeCiphertext, 'IncorrectKeyException')
  ],
  [],
  ({ madeWith }) => ({ madeWith })
)

const algorithmFits = unless(algorithmFitsKey, 'InvalidKeyUsageException')
const opened = ({ key, plaintext }: Opened): Opened => ({ key, plaintext })

const opensInCluster = decision(
  [...keyInClusterCanBeUsed, algorithmFits, unless(ciphertextIsSound, 'InvalidCiphertextException')],
  [],
  opened
)

const opensThroughProxy = decision(
  [
    ...externalKeyCanBeUsed,
    algorithmFits,
    unless(externalCiphertextIsSound, 'KMSInvalidStateException', {
      assumes: ['A54', 'A116'],
      openTo: ['InvalidCiphertextException']
    })
  ],
  [],
  opened
)

type ToOpen = ReturnType<typeof useOf> & {
  readonly algorithm: EncryptionAlgorithm | undefined
  readonly plaintext: Base64 | undefined
}
type ToOpenInCluster = ToOpen & { readonly store: { readonly CustomKeyStoreType: 'AWS_CLOUDHSM' } }

const opens = either(
  (subject: ToOpen): subject is ToOpenInCluster => isCloudHsm(subject.store),
  titled('ciphertext of a key in a cluster', opensInCluster),
  titled('ciphertext of an external key', opensThroughProxy)
)

const noBytes: Base64 = ''

/** The stages that open a ciphertext: it is known, its key exists, the key can be used, and it is sound. */
export const openCiphertext = <Request>(sealedIn: (request: Request) => Sealed) =>
  andThen(
    stage(({ given: { cryptography }, request, account }: Asked<Circumstances, Request, undefined>) => {
      const { ciphertext, keyId } = sealedIn(request)
      const namedKey = keyId === undefined ? undefined : keyWithIdOrAlias(account, keyId)
      const madeWith = cryptography === undefined ? (namedKey?.Arn ?? keyId) : cryptography.keyOf(ciphertext)
      return { madeWith, keyId, namedKey }
    }, sourceIsNamed),
    andThen(
      keyNamed(({ found }: Asked<Circumstances, Request, { readonly madeWith: string }>) => found.madeWith),
      stage(
        ({
          given: { infrastructure, failure, principal, cryptography },
          request,
          found: { store, key }
        }: AboutKey<Circumstances, Request>): ToOpen => {
          const { ciphertext, context, algorithm } = sealedIn(request)
          return {
            ...useOf({ ...behind(infrastructure, store), failure, principal }, store, key),
            algorithm,
            plaintext: cryptography === undefined ? noBytes : cryptography.decrypt(ciphertext, context ?? {})
          }
        },
        opens
      )
    )
  )
