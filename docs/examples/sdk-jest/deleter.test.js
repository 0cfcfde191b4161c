const { KMSClient } = require('@aws-sdk/client-kms')
const { clientConfig, endpointOrThrow } = require('kms-custom-key-store/endpoint')
const { deleteStore } = require('./deleter.js')

const kms = endpointOrThrow({
  stores: [
    { CustomKeyStoreId: 'cks-empty' },
    { CustomKeyStoreId: 'cks-full', keys: 3 },
    { CustomKeyStoreId: 'cks-connected', ConnectionState: 'CONNECTED' }
  ]
})
const client = new KMSClient({ ...clientConfig(kms), maxAttempts: 1 })

beforeEach(() => kms.reset())

const stores = () => kms.accounts().flatMap(({ stores }) => stores.map((store) => store.CustomKeyStoreId))

test('a store is deleted, and is gone the second time', async () => {
  expect(await deleteStore(client, 'cks-empty')).toBe(true)
  expect(stores()).toEqual(['cks-full', 'cks-connected'])
  expect(await deleteStore(client, 'cks-empty')).toBe(false)
})

test.each([
  ['cks-full', 'CustomKeyStoreHasCMKsException'],
  ['cks-connected', 'CustomKeyStoreInvalidStateException']
])('that %s cannot be deleted is not swallowed', async (id, name) => {
  await expect(deleteStore(client, id)).rejects.toMatchObject({ name })
  expect(stores()).toContain(id)
})

test.each(['KMSInternalException', 'AccessDeniedException', 'ThrottlingException'])(
  'nor is %s',
  async (error) => {
    kms.fail({ operation: 'DeleteCustomKeyStore', error })
    await expect(deleteStore(client, 'cks-empty')).rejects.toMatchObject({ name: error })
    expect(stores()).toContain('cks-empty')
  }
)

test('a failure that passes is tried again by the SDK', async () => {
  const patient = new KMSClient({ ...clientConfig(kms), maxAttempts: 3 })
  kms.fail({ operation: 'DeleteCustomKeyStore', error: 'KMSInternalException', times: 2 })
  expect(await deleteStore(patient, 'cks-empty')).toBe(true)
  expect(kms.requests().map(({ error }) => error?.name)).toEqual([
    'KMSInternalException',
    'KMSInternalException',
    undefined
  ])
})
