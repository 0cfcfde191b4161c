import { KMSClient } from '@aws-sdk/client-kms'
import { clientConfig, endpointOrThrow } from 'kms-custom-key-store/endpoint'
import { holdsInEveryWorld } from 'kms-custom-key-store/testing'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bringTo } from './provision.js'

const CustomKeyStoreId = 'cks-1234567890abcdef0'
const clusterId = 'cluster-abcdefghijk'

/** An endpoint with a store that could not connect, since somebody was logged in as kmsuser. */
const failed = () => {
  const kms = endpointOrThrow({
    stores: [
      {
        CustomKeyStoreId,
        CloudHsmClusterId: clusterId,
        ConnectionState: 'FAILED',
        ConnectionErrorCode: 'USER_LOGGED_IN'
      }
    ]
  })
  kms.changeInfrastructure({ clusters: [{ clusterId, kmsuser: { loggedIn: true } }] })
  return kms
}

test('a FAILED store is connected once what was wrong is put right', async () => {
  const kms = failed()
  const told = []
  await bringTo(new KMSClient(clientConfig(kms)), CustomKeyStoreId, 'CONNECTED', (fix) => {
    told.push(fix)
    kms.changeInfrastructure({ clusters: [{ clusterId, kmsuser: { loggedIn: false } }] })
  })
  assert.equal(told.length, 1)
  assert.match(told[0], /Log kmsuser out/i)
  assert.deepEqual(
    kms
      .requests()
      .map(({ operation }) => operation)
      .filter((operation) => operation !== 'DescribeCustomKeyStores'),
    ['DisconnectCustomKeyStore', 'ConnectCustomKeyStore']
  )
})

test('without anybody to put it right, it says what is to be done', () =>
  assert.rejects(
    bringTo(new KMSClient(clientConfig(failed())), CustomKeyStoreId, 'CONNECTED'),
    /By hand: Log kmsuser out/i
  ))

const inEveryWorld = (ConnectionState, goal) =>
  holdsInEveryWorld(
    ({ config, CustomKeyStoreId }) => bringTo(new KMSClient(config), CustomKeyStoreId, goal),
    {
      stores: [{ ConnectionState }]
    }
  )

test('it comes to an end and swallows nothing, whatever KMS does', async () => {
  await inEveryWorld('DISCONNECTED', 'CONNECTED')
  await inEveryWorld('CONNECTED', 'DISCONNECTED')
})
