import { KMSClient } from '@aws-sdk/client-kms'
import { everyWorld, holdsInEveryWorld } from 'kms-custom-key-store/testing'
import { expect, it, vi } from 'vitest'
import { deleteAfterwards, deleteAtOnce } from './deletion.js'

// Hundreds of worlds take a few seconds.
vi.setConfig({ testTimeout: 60_000 })

const connected = { stores: [{ ConnectionState: 'CONNECTED' }] } as const

it('deletes a store, whatever KMS does', async () => {
  await holdsInEveryWorld(
    ({ config, CustomKeyStoreId }) => deleteAfterwards(new KMSClient(config), CustomKeyStoreId),
    connected
  )
})

it('is found out where it does not wait', async () => {
  const { faults } = await everyWorld(
    ({ config, CustomKeyStoreId }) => deleteAtOnce(new KMSClient(config), CustomKeyStoreId),
    connected
  )
  expect(faults.map(({ finding }) => finding)).toEqual(['sentWhereRefused'])
})
