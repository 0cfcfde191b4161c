import { describe, expect, it } from 'vitest'
import { keyMetadata } from '../../src/model/KeyMetadata.js'
import { accountId, cloudHsmKey, cloudHsmStore, externalKey, externalStore } from '../fixtures.js'

describe('key metadata', () => {
  it('shows a key of an AWS CloudHSM key store', () => {
    expect(keyMetadata(accountId, cloudHsmStore('CONNECTED'))(cloudHsmKey())).toEqual({
      AWSAccountId: '111122223333',
      KeyId: '11111111-2222-3333-4444-555555555555',
      Arn: 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555',
      CreationDate: 1_700_001_000,
      Enabled: true,
      Description: 'made in a cluster',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_CLOUDHSM',
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false
    })
  })

  it('shows a key of an external key store, with the date of a deletion', () => {
    const key = externalKey({ DeletionDate: 1_800_000_000 })
    expect(keyMetadata(accountId, externalStore('DISCONNECTED'))(key)).toEqual({
      AWSAccountId: '111122223333',
      KeyId: '66666666-7777-8888-9999-000000000000',
      Arn: 'arn:aws:kms:eu-central-1:111122223333:key/66666666-7777-8888-9999-000000000000',
      CreationDate: 1_700_002_000,
      Enabled: false,
      Description: 'kept outside',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'PendingDeletion',
      DeletionDate: 1_800_000_000,
      Origin: 'EXTERNAL_KEY_STORE',
      CustomKeyStoreId: 'cks-abcdef01234567890',
      XksKeyConfiguration: { Id: 'key-1' },
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false
    })
  })

  it('shows a key as enabled only in the state Enabled', () => {
    const shown = (enabled: boolean, state: 'CONNECTED' | 'FAILED') => {
      const { Enabled, KeyState } = keyMetadata(accountId, cloudHsmStore(state))(cloudHsmKey({ enabled }))
      return [Enabled, KeyState]
    }
    expect(shown(true, 'CONNECTED')).toEqual([true, 'Enabled'])
    expect(shown(false, 'CONNECTED')).toEqual([false, 'Disabled'])
    expect(shown(true, 'FAILED')).toEqual([false, 'Unavailable'])
  })
})
