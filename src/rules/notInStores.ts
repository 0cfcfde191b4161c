import { claim, type Claim } from '../Claim.js'
import type { Evidence } from '../Evidence.js'

/** A key, of which the origin tells whether it is in a custom key store. */
export interface OfOrigin {
  readonly key: { readonly Origin: string }
}

const originsInStores: ReadonlyArray<string> = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']

/** A claim that is true of KMS keys outside of custom key stores alone, so of none that the model has. */
const outsideOfStores = (
  name: string,
  says: string,
  evidence: Evidence & Pick<Claim<OfOrigin>, 'onEachPage'>
) =>
  claim<OfOrigin, never>({
    name,
    says,
    ...evidence,
    concerns: { kind: 'KMS key', because: 'origin' },
    holds: ({ key: { Origin } }) => !originsInStores.includes(Origin)
  })

export const materialCanBeRotated = outsideOfStores(
  'materialCanBeRotated',
  'The key material of a KMS key in a custom key store cannot be rotated.',
  { source: 'API_EnableKeyRotation' }
)

export const rotationsCanBeListed = outsideOfStores(
  'rotationsCanBeListed',
  'The rotations of a KMS key in a custom key store cannot be listed.',
  { source: 'API_ListKeyRotations', assumes: ['A100'] }
)

export const materialCanBeImported = outsideOfStores(
  'materialCanBeImported',
  'Key material cannot be imported into a KMS key in a custom key store.',
  { source: 'API_GetParametersForImport' }
)

export const keyIsMultiRegion = outsideOfStores(
  'keyIsMultiRegion',
  'A KMS key must be a multi-Region key; no key in a custom key store is one.',
  { source: 'API_ReplicateKey', implied: true, assumes: ['A101'] }
)

export const keyEncryptsKeyPairs = outsideOfStores(
  'keyEncryptsKeyPairs',
  'A KMS key in a custom key store cannot encrypt a data key pair.',
  { source: 'API_GenerateDataKeyPair', onEachPage: true, assumes: ['A102'] }
)

export const keySignsAndVerifies = outsideOfStores(
  'keySignsAndVerifies',
  'A KMS key must have the key usage SIGN_VERIFY; no key in a custom key store has it.',
  { source: 'API_Sign', onEachPage: true }
)

export const keyMakesMacs = outsideOfStores(
  'keyMakesMacs',
  'A KMS key must have the key usage GENERATE_VERIFY_MAC; no key in a custom key store has it.',
  { source: 'API_GenerateMac', onEachPage: true }
)

export const keyAgrees = outsideOfStores(
  'keyAgrees',
  'A KMS key must have the key usage KEY_AGREEMENT; no key in a custom key store has it.',
  { source: 'API_DeriveSharedSecret' }
)

export const keyHasPublicKey = outsideOfStores(
  'keyHasPublicKey',
  'A KMS key must be asymmetric to have a public key; no key in a custom key store is.',
  { source: 'API_GetPublicKey', implied: true, assumes: ['A102'] }
)
