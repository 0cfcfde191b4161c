const { KMSClient } = require('@aws-sdk/client-kms')
const { everyWorld, holdsInEveryWorld } = require('kms-custom-key-store/testing')
const { waitForConnected, waitUntilSettled } = require('./waiter.js')

// Hundreds of worlds take a few seconds.
jest.setTimeout(60_000)

const disconnected = { stores: [{ ConnectionState: 'DISCONNECTED' }] }
const trying =
  (program) =>
  ({ config, CustomKeyStoreId }) =>
    program(new KMSClient(config), CustomKeyStoreId)

test('a wait that ends, whatever KMS does', () => holdsInEveryWorld(trying(waitUntilSettled), disconnected))

test('a wait for CONNECTED alone is found out', async () => {
  const { faults } = await everyWorld(trying(waitForConnected), disconnected)
  expect(faults.map(({ finding, about }) => `${finding}: ${about}`)).toContain(
    'endlessWait: DescribeCustomKeyStores FAILED'
  )
})
