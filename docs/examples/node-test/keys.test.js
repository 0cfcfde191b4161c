import { KMSClient } from '@aws-sdk/client-kms'
import { everyWorld, holdsInEveryWorld } from 'kms-custom-key-store/testing'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeKey, makeKeyTooSoon } from './keys.js'

const disconnected = { stores: [{ ConnectionState: 'DISCONNECTED' }] }
const trying =
  (program) =>
  ({ config, CustomKeyStoreId }) =>
    program(new KMSClient(config), CustomKeyStoreId, new KMSClient({ ...config, maxAttempts: 1 }))

test('a key is made once the store is connected, whatever KMS does', () =>
  holdsInEveryWorld(trying(makeKey), disconnected))

test('a key that is made too soon is found out', async () => {
  const { faults } = await everyWorld(trying(makeKeyTooSoon), disconnected)
  assert.deepEqual(
    faults.map(({ finding }) => finding),
    ['sentWhereRefused', 'sentWhereRefused', 'leftBehind']
  )
})
