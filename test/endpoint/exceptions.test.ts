/** Every documented exception, as an instance of the class that the real AWS SDK has for it. */
import * as kms from '@aws-sdk/client-kms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  cloudHsm,
  clusterId,
  connect,
  connected,
  created,
  described,
  disconnect,
  keyIn,
  serviceName,
  settle,
  uriEndpoint,
  uriPath,
  viaPublic,
  viaVpc
} from './requests.js'
import { inProcess, type World } from './world.js'

type Send = (world: World) => Promise<unknown>

const infrastructure =
  (change: object, then: Send): Send =>
  async (world) => {
    await world.control('PATCH', 'infrastructure', change)
    return then(world)
  }
const failing =
  (failure: string, then: Send): Send =>
  async (world) => {
    await world.control('POST', 'fail', { error: failure, times: 1 })
    return then(world)
  }
const cluster = (change: object) => ({ clusters: [{ clusterId, ...change }] })
const proxy = (change: object) => ({ proxies: [{ uriEndpoint, uriPath, ...change }] })
const service = (change: object) => ({ vpcEndpointServices: [{ serviceName, ...change }] })
const otherCluster = 'cluster-zzzzzzzzzzz'

const createCloudHsm: Send = (world) => created(world)
const createPublic: Send = (world) => created(world, viaPublic)
const createVpc: Send = (world) => created(world, viaVpc)

const createKey =
  (change: Partial<kms.CreateKeyCommandInput>): Send =>
  async (world) =>
    world.client.send(
      new kms.CreateKeyCommand({
        CustomKeyStoreId: await connected(world),
        Origin: 'AWS_CLOUDHSM',
        ...change
      })
    )

const createExternalKey: Send = async (world) => {
  const id = await connected(world, viaPublic)
  const key = { CustomKeyStoreId: id, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key1' } as const
  return world.client.send(new kms.CreateKeyCommand(key))
}

const random =
  (input: kms.CreateCustomKeyStoreCommandInput): Send =>
  async (world) =>
    world.client.send(
      new kms.GenerateRandomCommand({ CustomKeyStoreId: await connected(world, input), NumberOfBytes: 1 })
    )

const encrypt =
  (before: (world: World, KeyId: string, storeId: string) => Promise<unknown>): Send =>
  async (world) => {
    const id = await connected(world)
    const KeyId = await keyIn(world, id)
    await before(world, KeyId, id)
    return world.client.send(new kms.EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }))
  }

const externalKeys = (change: object) =>
  proxy({
    externalKeys: {
      key1: { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED', ...change }
    }
  })

const cases: ReadonlyArray<readonly [new (options: never) => kms.KMSServiceException, Send]> = [
  [
    kms.CloudHsmClusterInUseException,
    async (world) => {
      await created(world)
      return created(world, { ...cloudHsm, CustomKeyStoreName: 'other' })
    }
  ],
  [kms.CloudHsmClusterInvalidConfigurationException, infrastructure(cluster({ hsms: [] }), createCloudHsm)],
  [kms.CloudHsmClusterNotActiveException, infrastructure(cluster({ state: 'INITIALIZED' }), createCloudHsm)],
  [kms.CloudHsmClusterNotFoundException, infrastructure(cluster({ exists: false }), createCloudHsm)],
  [
    kms.CloudHsmClusterNotRelatedException,
    async (world) => {
      const id = await created(world)
      return world.client.send(
        new kms.UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, CloudHsmClusterId: otherCluster })
      )
    }
  ],
  [
    kms.CustomKeyStoreHasCMKsException,
    async (world) => {
      const id = await connected(world)
      await keyIn(world, id)
      await disconnect(world, id)
      await settle(world, id)
      return world.client.send(new kms.DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id }))
    }
  ],
  [kms.CustomKeyStoreInvalidStateException, async (world) => disconnect(world, await created(world))],
  [
    kms.CustomKeyStoreNameInUseException,
    async (world) => {
      await created(world)
      return created(world, { ...viaPublic, CustomKeyStoreName: 'hsm' })
    }
  ],
  [kms.CustomKeyStoreNotFoundException, (world) => described(world, 'cks-unknown')],
  [
    kms.DependencyTimeoutException,
    async (world) => {
      const id = await connected(world)
      await world.control('POST', 'fail', { error: 'DependencyTimeoutException', times: 1 })
      return keyIn(world, id)
    }
  ],
  [
    kms.IncorrectTrustAnchorException,
    infrastructure(cluster({ trustAnchorCertificate: 'another' }), createCloudHsm)
  ],
  [kms.InvalidArnException, createKey({ Policy: '{"Principal":{"AWS":"arn:aws"}}' })],
  [
    kms.InvalidMarkerException,
    (world) => world.client.send(new kms.DescribeCustomKeyStoresCommand({ Marker: 'made up' }))
  ],
  [kms.KMSInternalException, failing('KMSInternalException', createCloudHsm)],
  [
    kms.LimitExceededException,
    async (world) => {
      await world.control('PATCH', 'quotas', { storeQuota: 0 })
      return created(world)
    }
  ],
  [kms.MalformedPolicyDocumentException, createKey({ Policy: 'not JSON' })],
  [kms.TagException, createKey({ Tags: [{ TagKey: 'aws:reserved', TagValue: '' }] })],
  [kms.UnsupportedOperationException, random(viaPublic)],
  [kms.UnsupportedOperationException, createKey({ KeySpec: 'RSA_2048' })],
  [
    kms.XksKeyAlreadyInUseException,
    async (world) => {
      const id = await connected(world, viaPublic)
      const key = new kms.CreateKeyCommand({
        CustomKeyStoreId: id,
        Origin: 'EXTERNAL_KEY_STORE',
        XksKeyId: 'key1'
      })
      await world.client.send(key)
      return world.client.send(key)
    }
  ],
  [
    kms.XksKeyInvalidConfigurationException,
    infrastructure(externalKeys({ keyStatus: 'DISABLED' }), createExternalKey)
  ],
  [kms.XksKeyNotFoundException, infrastructure(proxy({ externalKeys: {} }), createExternalKey)],
  [
    kms.XksProxyIncorrectAuthenticationCredentialException,
    infrastructure(proxy({ acceptsCredential: false }), createPublic)
  ],
  [kms.XksProxyInvalidConfigurationException, infrastructure(proxy({ knowsUriPath: false }), createPublic)],
  [kms.XksProxyInvalidResponseException, infrastructure(proxy({ answersAreValid: false }), createPublic)],
  [
    kms.XksProxyUriEndpointInUseException,
    async (world) => {
      await created(world, viaVpc)
      return created(world, { ...viaPublic, XksProxyUriPath: `/other${uriPath}` })
    }
  ],
  [
    kms.XksProxyUriInUseException,
    async (world) => {
      await created(world, viaPublic)
      return created(world, { ...viaPublic, CustomKeyStoreName: 'other' })
    }
  ],
  [kms.XksProxyUriUnreachableException, infrastructure(proxy({ reachable: false }), createPublic)],
  [
    kms.XksProxyVpcEndpointServiceInUseException,
    async (world) => {
      await created(world, viaVpc)
      const other = { CustomKeyStoreName: 'other', XksProxyUriEndpoint: 'https://other.example.com' }
      return created(world, { ...viaVpc, ...other })
    }
  ],
  [
    kms.XksProxyVpcEndpointServiceInvalidConfigurationException,
    infrastructure(service({ availabilityZones: ['a'] }), createVpc)
  ],
  [kms.XksProxyVpcEndpointServiceNotFoundException, infrastructure(service({ allowsKms: false }), createVpc)],
  [kms.DisabledException, encrypt((world, KeyId) => world.client.send(new kms.DisableKeyCommand({ KeyId })))],
  [kms.KMSInvalidStateException, encrypt((world, _, id) => disconnect(world, id))],
  [
    kms.KMSInvalidStateException,
    encrypt((world) => world.control('PATCH', 'infrastructure', cluster({ exists: false })))
  ],
  [
    kms.KeyUnavailableException,
    encrypt((world) => world.control('POST', 'fail', { error: 'KeyUnavailableException', times: 1 }))
  ],
  [
    kms.NotFoundException,
    (world) =>
      world.client.send(new kms.DescribeKeyCommand({ KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }))
  ]
]

describe('the exceptions of a real client', () => {
  let world: World
  beforeEach(async () => {
    world = await inProcess({ connectionDelay: 'manual' })
  })
  afterEach(() => world.close())

  it.each(cases.map(([type, send]) => [type.name, type, send] as const))('%s', async (_, type, send) => {
    await expect(send(world)).rejects.toBeInstanceOf(type)
  })

  it('connects without a word to a store whose connection fails later', async () => {
    const id = await created(world)
    await world.control('PATCH', 'infrastructure', cluster({ exists: false }))
    expect((await connect(world, id)).$metadata.httpStatusCode).toBe(200)
  })
})
