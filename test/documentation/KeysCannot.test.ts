/** What the documents say that KMS keys in custom key stores cannot do. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import type { everyState } from '../fixtures.js'
import { accountWith, cloudHsmKey, cloudHsmStore, externalKey, externalStore, withKeys } from '../fixtures.js'
import { ask, errorOf } from '../protocol/endpoint.js'
import { refusedInStores, refusedNames, type RefusedInStores } from '../refusedInStores.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const unsupported = 'UnsupportedOperationException'
const wrongUsage = 'InvalidKeyUsageException'

type States = readonly [enabled: string, disabled: string, pendingDeletion: string, unavailable: string]

const holding = (changes: object, state: (typeof everyState)[number] = 'CONNECTED'): Account =>
  withKeys(cloudHsmKey({ ...changes }))(accountWith(cloudHsmStore(state)))

const inStates = (operation: RefusedInStores): States => {
  const answerTo = (account: Account) => errorOf(account, operation, { KeyId, ...refusedInStores[operation] })
  return [
    answerTo(holding({})),
    answerTo(holding({ enabled: false })),
    answerTo(holding({ DeletionDate: 1_900_000_000 })),
    answerTo(holding({}, 'DISCONNECTED'))
  ]
}

const whatever: States = [unsupported, unsupported, unsupported, unsupported]
const pending = 'KMSInvalidStateException'
const manage: States = [unsupported, 'DisabledException', pending, unsupported]
const use = (otherwise: string): States => [otherwise, 'DisabledException', pending, pending]

/** In the states Enabled, Disabled, PendingDeletion and Unavailable, as the pages and the table of key states say. */
const answers: Readonly<Record<RefusedInStores, States>> = {
  EnableKeyRotation: manage,
  DisableKeyRotation: manage,
  RotateKeyOnDemand: manage,
  GetKeyRotationStatus: whatever,
  ListKeyRotations: whatever,
  GetParametersForImport: whatever,
  ImportKeyMaterial: whatever,
  DeleteImportedKeyMaterial: whatever,
  ReplicateKey: manage,
  UpdatePrimaryRegion: manage,
  Sign: use(wrongUsage),
  Verify: use(wrongUsage),
  GenerateMac: use(wrongUsage),
  VerifyMac: use(wrongUsage),
  DeriveSharedSecret: use(wrongUsage),
  GetPublicKey: use(unsupported),
  GenerateDataKeyPair: use(unsupported),
  GenerateDataKeyPairWithoutPlaintext: use(unsupported)
}

describe('a KMS key in a custom key store', () => {
  it.each(refusedNames)('refuses %s in every state, and stays as it is', (operation) => {
    expect(inStates(operation)).toEqual(answers[operation])
    const account = holding({})
    expect(ask(account, operation, { KeyId, ...refusedInStores[operation] }).after).toBe(account)
  })

  it.each(refusedNames)('refuses %s in an external key store as well', (operation) => {
    const account = withKeys(externalKey())(accountWith(externalStore('CONNECTED')))
    const request = { KeyId: externalKey().KeyId, ...refusedInStores[operation] }
    expect(errorOf(account, operation, request)).toBe(answers[operation][0])
  })

  it.each(refusedNames)('%s answers NotFoundException where there is no such key', (operation) => {
    const request = { KeyId: 'none', ...refusedInStores[operation] }
    expect(errorOf(holding({}), operation, request)).toBe('NotFoundException')
  })

  it('is named by an alias where a key is used, and only there', () => {
    const named = ask(holding({}), 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId }).after
    const takes = refusedNames.filter(
      (operation) =>
        errorOf(named, operation, { KeyId: 'alias/a', ...refusedInStores[operation] }) !== 'NotFoundException'
    )
    expect(takes).toEqual([
      'Sign',
      'Verify',
      'GenerateMac',
      'VerifyMac',
      'GetPublicKey',
      'DeriveSharedSecret',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext'
    ])
  })
})
