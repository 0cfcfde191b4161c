/** An emulator that accepts everything, as emulators do that know the shapes and not the rules. */
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { client } from '../../src/conform/drive/client.js'
import { run } from '../../src/conform/drive/run.js'
import type { Members } from '../../src/conform/Exchange.js'
import { madeUp, sign, withoutEnd } from './world.js'

const refusal = (name: string) => ({ status: 400, body: { __type: name } })
const success = (body: object = {}) => ({ status: 200, body })

/** Connects and disconnects at once, and looks at no state. */
const permissive = () => {
  const stores = new Map<unknown, Members>()
  const keys = new Map<unknown, Members>()
  const set = (id: unknown, members: Members) => {
    const store = stores.get(id)
    if (store === undefined) return refusal('CustomKeyStoreNotFoundException')
    stores.set(id, { ...store, ...members })
    return success()
  }
  const operations: Partial<Record<OperationName, (request: Members) => { status: number; body: object }>> = {
    CreateCustomKeyStore: ({ CustomKeyStoreType = 'AWS_CLOUDHSM', CustomKeyStoreName, ...request }) => {
      const CustomKeyStoreId = `cks-${randomUUID().slice(0, 17)}`
      stores.set(CustomKeyStoreId, {
        CustomKeyStoreId,
        CustomKeyStoreName,
        CustomKeyStoreType,
        ConnectionState: 'DISCONNECTED',
        CreationDate: 1_700_000_000,
        CloudHsmClusterId: request['CloudHsmClusterId'],
        TrustAnchorCertificate: request['TrustAnchorCertificate']
      })
      return success({ CustomKeyStoreId })
    },
    DescribeCustomKeyStores: ({ CustomKeyStoreId: id }) => {
      if (id !== undefined && !stores.has(id)) return refusal('CustomKeyStoreNotFoundException')
      const CustomKeyStores = id === undefined ? [...stores.values()] : [stores.get(id)]
      return success({ CustomKeyStores, Truncated: false })
    },
    ConnectCustomKeyStore: ({ CustomKeyStoreId: id }) => set(id, { ConnectionState: 'CONNECTED' }),
    DisconnectCustomKeyStore: ({ CustomKeyStoreId: id }) => set(id, { ConnectionState: 'DISCONNECTED' }),
    UpdateCustomKeyStore: ({ CustomKeyStoreId: id, NewCustomKeyStoreName: name }) =>
      set(id, name === undefined ? {} : { CustomKeyStoreName: name }),
    DeleteCustomKeyStore: ({ CustomKeyStoreId: id }) =>
      stores.delete(id) ? success() : refusal('CustomKeyStoreNotFoundException'),
    CreateKey: ({ CustomKeyStoreId }) => {
      const KeyMetadata = { KeyId: randomUUID(), CustomKeyStoreId, KeyState: 'Enabled' }
      keys.set(KeyMetadata.KeyId, KeyMetadata)
      return success({ KeyMetadata })
    },
    GenerateRandom: () => success({ Plaintext: 'AAAA' }),
    DescribeKey: ({ KeyId }) => success({ KeyMetadata: keys.get(KeyId) }),
    Encrypt: ({ KeyId }) => success({ CiphertextBlob: 'AAAA', KeyId })
  }
  return createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).replace('TrentService.', '') as OperationName
      const { status, body } = operations[operation]?.(JSON.parse(text) as Members) ?? {
        status: 501,
        body: { __type: 'InternalFailure', message: 'not implemented' }
      }
      response.writeHead(status).end(JSON.stringify(body))
    })
  })
}

it('is told every rule that it breaks, and nothing that it does not do', async () => {
  const server = permissive()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const kms = client(`http://127.0.0.1:${String(port)}`, sign, withoutEnd)
  const report = await run({
    endpoint: '',
    client: kms,
    edition: 'exception-text-2022',
    types: ['AWS_CLOUDHSM'],
    only: '',
    storeProperties: madeUp,
    runs: 0,
    seed: 1,
    patience: 50,
    progress: () => undefined
  })
  kms.close()
  await new Promise((done) => server.close(done))
  if (typeof report === 'string') throw new Error(report)

  const found = report.faults.map(({ operation, difference }) => `${operation} ${difference.rule}`)
  expect([...new Set(found)].sort()).toEqual([
    'CreateCustomKeyStore brokenMembersAreRefused',
    'CreateCustomKeyStore clusterIsFree',
    'CreateCustomKeyStore createIsIdempotent',
    'CreateCustomKeyStore nameIsFree',
    'CreateKey brokenMembersAreRefused',
    'CreateKey keyIsSingleRegion',
    'CreateKey keyShowsItsStore',
    'CreateKey keySpecIsSymmetricDefault',
    'CreateKey keyUsageIsEncryptDecrypt',
    'CreateKey originIsTheTypeOfStore',
    'CreateKey policyIsNotTooLong',
    'CreateKey statementsHavePrincipals',
    'CreateKey storeExists',
    'CreateKey validConnectionState',
    'DeleteCustomKeyStore storeHasNoKeys',
    'DeleteCustomKeyStore validConnectionState',
    'DescribeCustomKeyStores brokenMembersAreRefused',
    'DescribeCustomKeyStores describeShowsTheStore',
    'DescribeCustomKeyStores markerIsValid',
    'DescribeCustomKeyStores storeExists',
    'DescribeKey brokenMembersAreRefused',
    'DescribeKey keyArnIsValid',
    'DescribeKey keyExists',
    'DescribeKey keyShowsItsStore',
    'DescribeKey keyStateFollowsTheStore',
    'DisconnectCustomKeyStore validConnectionState',
    'Encrypt algorithmFitsKey',
    'Encrypt brokenMembersAreRefused',
    'Encrypt isNoDryRun',
    'Encrypt keyExists',
    'Encrypt keyIsAvailable',
    'GenerateRandom brokenMembersAreRefused',
    'GenerateRandom storeExists',
    'GenerateRandom validConnectionState',
    'UpdateCustomKeyStore brokenMembersAreRefused',
    'UpdateCustomKeyStore membersAreUpdatable',
    'UpdateCustomKeyStore membersBelongToTheTypeOfStore',
    'UpdateCustomKeyStore nameIsFree'
  ])
})
