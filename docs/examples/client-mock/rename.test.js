import {
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  KMSClient,
  UpdateCustomKeyStoreCommand
} from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { clientConfig, endpointOrThrow } from 'kms-custom-key-store/endpoint'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { rename, renameAtOnce } from './rename.js'

const CustomKeyStoreId = 'cks-1'
const kms = endpointOrThrow({
  connectionDelay: 60_000,
  stores: [{ CustomKeyStoreId, ConnectionState: 'CONNECTED' }]
})
const answering = new KMSClient({ ...clientConfig(kms), maxAttempts: 1 })
const { send } = KMSClient.prototype
const mock = mockClient(KMSClient)

/** Time passes for the endpoint alone, so nobody waits. */
const sleep = async (milliseconds) => kms.advance(milliseconds / 1000)

/** Whatever the test does not answer itself, for any client, the endpoint answers. */
beforeEach(() => {
  kms.reset()
  mock.reset()
  mock.send.callsFake((command) => send.call(answering, command))
})

test('a mock that accepts everything does not find the mistake', async () => {
  mock.on(DisconnectCustomKeyStoreCommand).resolves({})
  mock.on(UpdateCustomKeyStoreCommand).resolves({})
  await renameAtOnce(CustomKeyStoreId, 'Other')
})

test('the endpoint does', async () => {
  await assert.rejects(renameAtOnce(CustomKeyStoreId, 'Other'), {
    name: 'CustomKeyStoreInvalidStateException'
  })
})

test('and accepts it without the mistake; the mock still counts what was called', async () => {
  await rename(CustomKeyStoreId, 'Other', sleep)
  assert.equal(kms.accounts()[0].stores[0].CustomKeyStoreName, 'Other')
  assert.equal(mock.commandCalls(UpdateCustomKeyStoreCommand).length, 1)
  assert.equal(mock.commandCalls(DescribeCustomKeyStoresCommand).length, 3)
})

test('a single answer may still be that of the mock', async () => {
  mock.on(UpdateCustomKeyStoreCommand).rejects(new Error('socket hang up'))
  await assert.rejects(rename(CustomKeyStoreId, 'Other', sleep), { message: 'socket hang up' })
})
