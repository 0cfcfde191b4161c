import type { AnyRequestCodec } from '../codec/requestCodec.js'
import { byEdition, defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { Refusal } from '../rules/Rule.js'
import { cancelKeyDeletion } from './cancelKeyDeletion.js'
import { connectUnder } from './connect.js'
import { create } from './create.js'
import { createAlias } from './createAlias.js'
import { createKey } from './createKey.js'
import type { Explanation } from './Decision.js'
import { decrypt } from './decrypt.js'
import { delete as deleteStore } from './delete.js'
import { deleteAlias } from './deleteAlias.js'
import { describe } from './describe.js'
import { describeKey } from './describeKey.js'
import { disableKey } from './disableKey.js'
import { disconnect } from './disconnect.js'
import { enableKey } from './enableKey.js'
import { encrypt } from './encrypt.js'
import { generateDataKey, generateDataKeyWithoutPlaintext } from './generateDataKey.js'
import { generateRandom } from './generateRandom.js'
import { getKeyPolicy } from './getKeyPolicy.js'
import { listAliases } from './listAliases.js'
import { listKeyPolicies } from './listKeyPolicies.js'
import { listKeys } from './listKeys.js'
import { listResourceTags } from './listResourceTags.js'
import {
  disableKeyRotation,
  enableKeyRotation,
  getKeyRotationStatus,
  listKeyRotations,
  rotateKeyOnDemand
} from './rotation.js'
import { deleteImportedKeyMaterial, getParametersForImport, importKeyMaterial } from './importKeyMaterial.js'
import { replicateKey, updatePrimaryRegion } from './multiRegion.js'
import { deriveSharedSecret, generateMac, getPublicKey, sign, verify, verifyMac } from './otherKeyUsage.js'
import { generateDataKeyPair, generateDataKeyPairWithoutPlaintext } from './dataKeyPairs.js'
import { createGrant } from './createGrant.js'
import { listGrants } from './listGrants.js'
import { revokeGrant } from './revokeGrant.js'
import { retireGrant } from './retireGrant.js'
import { listRetirableGrants } from './listRetirableGrants.js'
import type { Answered, Operation } from './Operation.js'
import { putKeyPolicy } from './putKeyPolicy.js'
import { reEncrypt } from './reEncrypt.js'
import { scheduleKeyDeletion } from './scheduleKeyDeletion.js'
import { tagResource } from './tagResource.js'
import { untagResource } from './untagResource.js'
import { updateAlias } from './updateAlias.js'
import { updateUnder } from './update.js'
import { updateKeyDescription } from './updateKeyDescription.js'

/** Those that no edition touches, but for the first of all. */
const same = {
  delete: deleteStore,
  createKey,
  generateRandom,

  describeKey,
  listKeys,
  enableKey,
  disableKey,
  scheduleKeyDeletion,
  cancelKeyDeletion,
  updateKeyDescription,
  tagResource,
  untagResource,
  listResourceTags,
  createAlias,
  updateAlias,
  deleteAlias,
  listAliases,
  getKeyPolicy,
  putKeyPolicy,
  listKeyPolicies,
  createGrant,
  listGrants,
  revokeGrant,
  retireGrant,
  listRetirableGrants,

  enableKeyRotation,
  disableKeyRotation,
  getKeyRotationStatus,
  listKeyRotations,
  rotateKeyOnDemand,
  getParametersForImport,
  importKeyMaterial,
  deleteImportedKeyMaterial,
  replicateKey,
  updatePrimaryRegion,
  sign,
  verify,
  generateMac,
  verifyMac,
  getPublicKey,
  deriveSharedSecret,
  generateDataKeyPair,
  generateDataKeyPairWithoutPlaintext,

  encrypt,
  decrypt,
  reEncrypt,
  generateDataKey,
  generateDataKeyWithoutPlaintext
}

/** The operations by the names that they have here, as `under(edition)` makes them. */
export interface Operations<N extends EditionName = EditionName> extends Readonly<typeof same> {
  readonly create: typeof create
  readonly describe: typeof describe
  readonly connect: ReturnType<typeof connectUnder>
  readonly disconnect: typeof disconnect
  readonly update: ReturnType<typeof updateUnder<N>>
}

/** In the order of a life of a store: those that begin it, those on it, and those on its keys. */
const made = byEdition((edition): Operations => ({
  create,
  describe,
  connect: connectUnder(edition),
  disconnect,
  update: updateUnder(edition),
  ...same
}))

/**
 * Every operation, under one edition of AWS's text. Those that no edition touches are the same in all. Whatever else is
 * known of operations is found from here.
 */
export const operationsUnder = <N extends EditionName>(edition: N): Operations<N> =>
  made[edition] as Operations<N>

/** Any of the operations, where it does not matter which. */
export interface AnyOperation extends Omit<
  Operation<OperationName, Circumstances, never, Refusal, object>,
  'request' | 'onAccount' | 'explainOnAccount'
> {
  readonly request: AnyRequestCodec
  readonly onAccount: (
    given: Circumstances
  ) => (request: never) => (account: Account) => Answered<Refusal, object>
  readonly explainOnAccount: (given: Circumstances) => (request: never) => (account: Account) => Explanation
}

/** The operations of a record by their AWS names. */
type Named<All> = { readonly [Op in All[keyof All] as NameOf<Op>]: Op }
type NameOf<Op> = Op extends { readonly operation: infer Name extends string } ? Name : never

const named = <All extends Operations>(all: All): Named<All> => {
  const record: Readonly<Record<string, AnyOperation>> = { ...(all as Operations) }
  return Object.fromEntries(
    Object.values(record).map((each) => [each.operation, each])
  ) as unknown as Named<All>
}

/** The operations of each edition, by their AWS names. */
export const operationsByName: Readonly<Record<EditionName, Readonly<Record<OperationName, AnyOperation>>>> =
  byEdition((edition) => named(operationsUnder(edition)))

/**
 * The operations of the default edition, by their AWS names: each with its page, its request and its rules.
 *
 * @example
 * cks.operations.DeleteCustomKeyStore.permission //=> 'kms:DeleteCustomKeyStore'
 * cks.operations.DisconnectCustomKeyStore.parts[0].rules.map((rule) => rule.name)
 * //=> ['storeExists', 'validConnectionState', 'kmsSucceeds']
 */
export const operations = named(operationsUnder(defaultEdition))

/** Every AWS name of an operation, in the order of the record. @example cks.operationNames.length //=> 53 */
export const operationNames = Object.keys(operations) as ReadonlyArray<OperationName>
