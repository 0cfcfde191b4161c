import { defaultEdition } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { KeyId } from '../../model/identifiers.js'
import type { KmsKey } from '../../model/KmsKey.js'
import { operationNames, operationsByName } from '../../operations/index.js'
import { enabledKey, keyIn, type KeyStateWhileConnected } from '../../possible/exampleKeys.js'
import { accountId, keyId, region, type Kind } from '../../possible/examples.js'
import { sealed } from '../../possible/sealed.js'
import { otherKeyId, type JsonMembers } from '../background.js'
import { caseWith, type Case } from './Case.js'

/** The cases about ciphertexts, algorithms and dry runs. */

const { Arn: arn } = enabledKey('AWS_CLOUDHSM')
const otherArn = `arn:aws:kms:${region}:${accountId}:key/${otherKeyId}`

const of = (
  operation: OperationName,
  id: string,
  says: string,
  request: JsonMembers,
  { kind = 'AWS_CLOUDHSM', ...rest }: Partial<Case> = {}
): Case =>
  caseWith(
    operation,
    kind,
    id,
    says,
    {
      ...(operation === 'Decrypt' || operation === 'ReEncrypt' ? { CiphertextBlob: sealed(arn) } : {}),
      ...request
    },
    { isOfCiphertext: true, ...rest }
  )

const canBeTried = operationNames.filter((operation) =>
  operationsByName[defaultEdition][operation].parts.some(({ rules }) =>
    rules.some(({ name }) => name === 'isNoDryRun')
  )
)

const algorithmMembers = [
  ['Encrypt', 'EncryptionAlgorithm'],
  ['Decrypt', 'EncryptionAlgorithm'],
  ['ReEncrypt', 'SourceEncryptionAlgorithm'],
  ['ReEncrypt', 'DestinationEncryptionAlgorithm']
] as const

/** Two keys in a store, the second in a state. */
const twoKeys = (state: KeyStateWhileConnected = 'Enabled'): ReadonlyArray<KmsKey> => [
  enabledKey('AWS_CLOUDHSM'),
  { ...keyIn[state]('AWS_CLOUDHSM'), KeyId: otherKeyId as KeyId, Arn: otherArn }
]

/** The operations that open a ciphertext: the members that name its key and bring its encryption context. */
const opening = [
  ['Decrypt', 'KeyId', 'EncryptionContext'],
  ['ReEncrypt', 'SourceKeyId', 'SourceEncryptionContext']
] as const

const ciphertexts = opening.flatMap(([operation, key, context]): ReadonlyArray<Case> => [
  of(operation, 'unknown-ciphertext', 'the ciphertext is none that was made, and no key is named for it', {
    CiphertextBlob: 'AQIDBA==',
    [key]: null
  }),
  of(
    operation,
    'other-key',
    'another key has made the ciphertext',
    { CiphertextBlob: sealed(otherArn), [key]: keyId },
    { keys: twoKeys() }
  ),
  of(operation, 'same-context', 'the encryption context is the one with which the ciphertext was made', {
    CiphertextBlob: sealed(arn, { Purpose: 'Example' }),
    [context]: { Purpose: 'Example' }
  }),
  ...(['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT'] as const satisfies ReadonlyArray<Kind>).map((kind) =>
    of(
      operation,
      'other-context',
      'the ciphertext was made with another encryption context',
      { CiphertextBlob: sealed(arn, { Purpose: 'Example' }), [context]: { Purpose: 'Another' } },
      { kind }
    )
  )
])

const destinations = (['Disabled', 'PendingDeletion'] as const).map((state) =>
  of(
    'ReEncrypt',
    `destination-${state}`,
    `the destination key is ${state}`,
    { DestinationKeyId: otherKeyId },
    { keys: twoKeys(state) }
  )
)

export const useCases: ReadonlyArray<Case> = [
  ...canBeTried.map((operation) =>
    of(operation, 'dry-run', 'nothing is wrong and it is to be tried only', { DryRun: true })
  ),
  ...algorithmMembers.map(([operation, member]) =>
    of(operation, `other-${member}`, `the ${member} is not one of symmetric keys`, {
      [member]: 'RSAES_OAEP_SHA_256'
    })
  ),
  ...ciphertexts,
  ...destinations
]
