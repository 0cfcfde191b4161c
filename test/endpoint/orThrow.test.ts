/** The endpoint that throws where the other one returns a Left. */
import { CreateCustomKeyStoreCommand, DescribeCustomKeyStoresCommand, KMSClient } from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import { connectionSucceeded } from '../../src/connection/process.js'
import { clientConfig, endpointOrThrow } from '../../src/endpoint/index.js'
import { endpointWith } from './world.js'

const thrownBy = (run: () => unknown): Error => {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

describe('what is wrong is thrown, with the member and what is expected', () => {
  it.each([
    [
      { connectionDelay: 'soon' },
      'endpoint: connectionDelay: Member must be a number from 0 to 253402300799'
    ],
    [{ edition: '2022' }, 'endpoint: edition: Member must satisfy enum value set: [exception-text-2022'],
    [{ conectionDelay: 0 }, 'endpoint: conectionDelay: Member must be one of: edition, infrastructure, conn'],
    [
      { infrastructure: { clusters: [{ clusterId: 'cluster-abcdefghijk', stat: 'ACTIVE' }] } },
      'endpoint: infrastructure.clusters.0.stat: '
    ],
    [{ stores: [{ ConnectionState: 'LOST' }] }, 'endpoint: stores.0.ConnectionState: Member must satisfy'],
    [{ Region: 'US East' }, 'endpoint: Region: Member must be the name of a Region, such as us-east-1']
  ])('by an option: %j', (options, message) => {
    expect(thrownBy(() => endpointOrThrow(options as never)).message).toContain(message)
  })

  const kms = endpointOrThrow()
  const seeded = endpointOrThrow({ stores: [{ CustomKeyStoreId: 'cks-1' }] })
  it.each<readonly [string, () => unknown, string]>([
    ['changeInfrastructure', () => kms.changeInfrastructure({ cluster: [] }), 'cluster: Member must be one'],
    ['fail', () => kms.fail('ThrottlingException' as never), 'value: Member must be a valid Failing'],
    ['fail', () => kms.fail({ error: 'Throttled' as never }), 'error: Member must satisfy enum value set: ['],
    [
      'fail',
      () => kms.fail({ error: 'ThrottlingException', times: 0.5 }),
      'times: Member must be an integer'
    ],
    ['fail', () => kms.fail({ error: 'KMSInternalException', operation: 'Connect' as never }), 'operation: '],
    ['recover', () => kms.recover('Connect' as never), 'operation: Member must satisfy'],
    [
      'changeQuotas',
      () => kms.changeQuotas({ storeQuota: -1 }),
      'storeQuota: Member must have value greater'
    ],
    ['advance', () => kms.advance(-1), 'seconds: Member must be a number from 0 to'],
    [
      'begin',
      () => kms.begin({}),
      'account: Member must not be null, unless stores are given; received undef'
    ],
    [
      'settle',
      () => kms.settle('cks-none'),
      "CustomKeyStoreId: Member must be the id of a store that there is; received 'cks-none'"
    ],
    ['settle', () => kms.settle(undefined), 'CustomKeyStoreId: '],
    [
      'settle',
      () => kms.settle(5 as never),
      'CustomKeyStoreId: Member must be the id of a store that there is; received 5'
    ],
    ['report', () => kms.report('cks-none', connectionSucceeded(1)), 'CustomKeyStoreId: '],
    [
      'report',
      () => seeded.report('cks-1', {} as never),
      'what: Member must be a function that makes a store of a store'
    ],
    ['report', () => seeded.report('cks-1', null as never), 'what: Member must be a function that'],
    ['report', () => seeded.report('cks-1', 5 as never), 'what: Member must be a function that']
  ])('by %s', (name, run, message) => {
    const { message: said, cause } = thrownBy(run)
    expect(said).toContain(`${name}: ${message}`)
    expect(cause).toMatchObject([{ path: expect.any(String), constraint: expect.any(String) }])
  })

  it('and shows no secret', () => {
    const secret = { KeyStorePassword: 'kmsPswd1' }
    for (const options of [secret, { stores: [secret] }, { infrastructure: { clusters: [secret] } }])
      expect(thrownBy(() => endpointOrThrow(options as never)).message).not.toContain('kmsPswd1')
    expect(thrownBy(() => kms.begin({ stores: [secret] })).message).toContain('stores.0.KeyStorePassword')
  })
})

describe('what is right is done, and returned as it is', () => {
  it('by every function', async () => {
    const kms = endpointOrThrow({ connectionDelay: 'manual', stores: [{ ConnectionState: 'CONNECTING' }] })
    const [store] = kms.accounts()[0]?.stores ?? []
    expect(kms.settle(store?.CustomKeyStoreId).ConnectionState).toBe('CONNECTED')
    kms.begin({ stores: [{ ConnectionState: 'CONNECTING', CustomKeyStoreId: 'cks-2' }] })
    expect(kms.report('cks-2', connectionSucceeded(1)).ConnectionState).toBe('CONNECTED')
    const { clusters } = kms.changeInfrastructure({ clusters: [{ clusterId: 'cluster-abcdefghijk' }] })
    expect(clusters).toHaveLength(1)
    kms.changeQuotas({ storeQuota: 1 })
    kms.advance(1)
    kms.fail({ error: 'AccessDeniedException' })
    const client = new KMSClient(clientConfig(kms))
    const describing = new DescribeCustomKeyStoresCommand({})
    await expect(client.send(describing)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    kms.recover()
    expect((await client.send(describing)).CustomKeyStores).toHaveLength(1)
    kms.reset()
    expect(kms.requests()).toEqual([])
    expect(kms.accounts()[0]?.stores[0]?.ConnectionState).toBe('CONNECTING')
  })

  it('has the functions of the other one', () => {
    expect(Object.keys(endpointOrThrow()).sort()).toEqual(Object.keys(endpointWith({})).sort())
  })

  it('a client that is made for it asks in the account and the Region of the stores', async () => {
    const kms = endpointOrThrow({ stores: [{}] })
    const client = new KMSClient(clientConfig(kms))
    const { CustomKeyStores } = await client.send(new DescribeCustomKeyStoresCommand({}))
    expect(CustomKeyStores?.[0]?.CustomKeyStoreName).toBe('ExampleKeyStore')
    const another = { CustomKeyStoreName: 'ExampleKeyStore', CloudHsmClusterId: 'cluster-zzzzzzzzzzz' }
    const creation = { ...another, TrustAnchorCertificate: 'x', KeyStorePassword: 'kmsPswd1' }
    const creating = client.send(new CreateCustomKeyStoreCommand(creation))
    await expect(creating).rejects.toMatchObject({ name: 'CustomKeyStoreNameInUseException' })
  })
})
