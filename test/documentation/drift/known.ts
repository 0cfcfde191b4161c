import type { OperationName } from '../../../src/exceptions/documentedExceptions.js'

type ByOperation = Readonly<Partial<Record<OperationName, ReadonlyArray<string>>>>

/** Nobody is refused for want of a grant, so a token says nothing to the model. */
const token = ['GrantTokens']
/** AWS has added this since: a dry run without a ciphertext. No rule here speaks of it. */
const decrypting = ['GrantTokens', 'DryRunModifiers']

/** The members of a request that AWS has and the model leaves out: they are accepted and change nothing. */
export const knownMembers: ByOperation = {
  DescribeKey: token,
  Sign: token,
  Verify: token,
  GenerateMac: token,
  VerifyMac: token,
  GetPublicKey: token,
  DeriveSharedSecret: token,
  GenerateDataKeyPair: token,
  GenerateDataKeyPairWithoutPlaintext: token,
  Encrypt: token,
  GenerateDataKey: token,
  GenerateDataKeyWithoutPlaintext: token,
  Decrypt: decrypting,
  ReEncrypt: decrypting,
  CreateGrant: ['GrantTokens', 'GranteeServicePrincipal', 'RetiringServicePrincipal'],
  ListGrants: ['GranteeServicePrincipal'],
  ListRetirableGrants: ['RetiringServicePrincipal']
}

/**
 * The members that the model requires and the client does not: of GenerateRandom by assumption, of the others since AWS let
 * something else stand in their place, which the model leaves out.
 */
export const notRequiredByClient: ByOperation = {
  GenerateRandom: ['NumberOfBytes'],
  CreateGrant: ['GranteePrincipal'],
  ListRetirableGrants: ['RetiringPrincipal'],
  Decrypt: ['CiphertextBlob'],
  ReEncrypt: ['CiphertextBlob']
}

/** Nothing here asks for an answer for a Nitro enclave. */
const enclave = ['CiphertextForRecipient']

/** The members of an answer that AWS has and the model leaves out. It has no key material that AWS names by an id. */
export const knownAnswers: ByOperation = {
  GenerateRandom: enclave,
  Decrypt: [...enclave, 'KeyMaterialId'],
  GenerateDataKey: [...enclave, 'KeyMaterialId'],
  GenerateDataKeyWithoutPlaintext: ['KeyMaterialId'],
  ReEncrypt: ['SourceKeyMaterialId', 'DestinationKeyMaterialId']
}
