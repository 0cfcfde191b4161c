import type { Arbitrary } from 'fast-check'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { someCiphertext } from '../smallWorld.js'
import * as grants from './grants.js'
import * as keys from './keys.js'
import type { Members } from './Members.js'
import * as settings from './settings.js'
import * as stores from './stores.js'

/** An operation that no key in a custom key store supports, with what it needs. */
const aboutAnyKey = (operation: OperationName): Arbitrary<Members> => {
  const { KeyId: _, ...needed } = exampleRequest(operation, 'AWS_CLOUDHSM')
  return keys.keyName.map((KeyId) => ({ KeyId, ...needed }))
}

const makers: Readonly<
  Record<OperationName, (operation: OperationName, seal: keys.Seal) => Arbitrary<Members>>
> = {
  CreateCustomKeyStore: () => stores.create,
  DescribeCustomKeyStores: () => stores.describe,
  ConnectCustomKeyStore: () => stores.named,
  DisconnectCustomKeyStore: () => stores.named,
  UpdateCustomKeyStore: () => stores.update,
  DeleteCustomKeyStore: () => stores.named,
  CreateKey: () => keys.createKey,
  GenerateRandom: () => stores.random,

  DescribeKey: () => keys.aboutKey,
  ListKeys: () => keys.listKeys,
  EnableKey: () => keys.aboutKey,
  DisableKey: () => keys.aboutKey,
  ScheduleKeyDeletion: () => keys.scheduleKeyDeletion,
  CancelKeyDeletion: () => keys.aboutKey,
  UpdateKeyDescription: () => settings.updateKeyDescription,
  TagResource: () => settings.tagResource,
  UntagResource: () => settings.untagResource,
  ListResourceTags: () => settings.listResourceTags,
  CreateAlias: () => settings.alias,
  UpdateAlias: () => settings.alias,
  DeleteAlias: () => settings.deleteAlias,
  ListAliases: () => settings.listAliases,
  GetKeyPolicy: () => settings.getKeyPolicy,
  PutKeyPolicy: () => settings.putKeyPolicy,
  ListKeyPolicies: () => settings.listKeyPolicies,
  CreateGrant: () => grants.createGrant,
  ListGrants: () => grants.listGrants,
  RevokeGrant: () => grants.revokeGrant,
  RetireGrant: () => grants.retireGrant,
  ListRetirableGrants: () => grants.listRetirableGrants,

  EnableKeyRotation: aboutAnyKey,
  DisableKeyRotation: aboutAnyKey,
  GetKeyRotationStatus: aboutAnyKey,
  ListKeyRotations: aboutAnyKey,
  RotateKeyOnDemand: aboutAnyKey,
  GetParametersForImport: aboutAnyKey,
  ImportKeyMaterial: aboutAnyKey,
  DeleteImportedKeyMaterial: aboutAnyKey,
  ReplicateKey: aboutAnyKey,
  UpdatePrimaryRegion: aboutAnyKey,
  Sign: aboutAnyKey,
  Verify: aboutAnyKey,
  GenerateMac: aboutAnyKey,
  VerifyMac: aboutAnyKey,
  GetPublicKey: aboutAnyKey,
  DeriveSharedSecret: aboutAnyKey,
  GenerateDataKeyPair: aboutAnyKey,
  GenerateDataKeyPairWithoutPlaintext: aboutAnyKey,

  Encrypt: () => keys.encrypt,
  Decrypt: (_, seal) => keys.decrypt(seal),
  ReEncrypt: (_, seal) => keys.reEncrypt(seal),
  GenerateDataKey: () => keys.generateDataKey,
  GenerateDataKeyWithoutPlaintext: () => keys.generateDataKey
}

/** What a valid request is made with. */
export interface ValidOptions {
  /** Makes the ciphertexts of Decrypt and ReEncrypt; without it one text stands for each. */
  readonly seal?: keys.Seal | undefined
}

/**
 * A request of an operation with nothing wrong in its form: `decode` reads it. KMS may refuse it all the same, by the state of
 * what it is about. It names stores as `cks-0` to `cks-5`, keys as `key-0` to `key-5`, aliases as `alias/one`; those with small
 * numbers more often than not.
 *
 * @example
 * cks.decode(cks.CreateKeyRequest)(one(arbitrary.validRequest('CreateKey')))._tag //=> 'Right'
 */
export const validRequest: (operation: OperationName, options?: ValidOptions) => Arbitrary<Members> = (
  operation,
  { seal = () => someCiphertext } = {}
) => makers[operation](operation, seal)
