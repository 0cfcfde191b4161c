import { ConnectCustomKeyStoreCommand, KMSClient } from '@aws-sdk/client-kms'
import { clientConfig, endpointOrThrow } from 'kms-custom-key-store/endpoint'
import { beforeEach, expect, it } from 'vitest'
import { untilConnected } from './waiter.js'

const CustomKeyStoreId = 'cks-1'
const kms = endpointOrThrow({
  connectionDelay: 20 * 60_000,
  stores: [{ CustomKeyStoreId, CloudHsmClusterId: 'cluster-abcdefghijk' }]
})
const client = new KMSClient({ ...clientConfig(kms), maxAttempts: 1 })

/** Time passes for the endpoint alone, so nobody waits. */
const sleep = async (milliseconds: number) => kms.advance(milliseconds / 1000)

const operations = () => kms.requests().map(({ operation }) => operation)

beforeEach(() => kms.reset())

it('waits until the store is CONNECTED, and does nothing else', async () => {
  await client.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  await untilConnected(client, CustomKeyStoreId, sleep)
  expect(operations()).toEqual(['ConnectCustomKeyStore', ...Array(41).fill('DescribeCustomKeyStores')])
})

it('does not wait for a store that has failed, and says why it has', async () => {
  kms.begin({
    stores: [{ CustomKeyStoreId, ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_NOT_FOUND' }]
  })
  await expect(untilConnected(client, CustomKeyStoreId, sleep)).rejects.toThrow('FAILED: USER_NOT_FOUND')
  expect(operations()).toEqual(['DescribeCustomKeyStores'])
})

it('does not wait for a store whose connection fails meanwhile', async () => {
  await client.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  kms.changeInfrastructure({ clusters: [{ clusterId: 'cluster-abcdefghijk', kmsuser: { loggedIn: true } }] })
  await expect(untilConnected(client, CustomKeyStoreId, sleep)).rejects.toThrow('FAILED: USER_LOGGED_IN')
})

it('does not wait for ever', async () => {
  kms.begin({ stores: [{ CustomKeyStoreId, ConnectionState: 'CONNECTING' }] })
  await expect(untilConnected(client, CustomKeyStoreId, sleep)).rejects.toThrow('still CONNECTING')
})

it('rejects where it may not look', async () => {
  kms.fail({ operation: 'DescribeCustomKeyStores', error: 'AccessDeniedException' })
  await expect(untilConnected(client, CustomKeyStoreId, sleep)).rejects.toThrow(
    expect.objectContaining({ name: 'AccessDeniedException' })
  )
})
