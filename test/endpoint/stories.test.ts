/** What a user of the real AWS SDK sees, in process and over a socket. */
import * as kms from '@aws-sdk/client-kms'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operationsAllowed, storeFromListEntry } from '../../src/index.js'
import {
  cloudHsm,
  clusterId,
  connect,
  connected,
  created,
  described,
  disconnect,
  keyIn,
  password,
  secret,
  serviceName,
  settle,
  uriEndpoint,
  uriPath,
  viaPublic,
  viaVpc
} from './requests.js'
import { inProcess, overSocket, type World } from './world.js'

describe.each([
  ['in process', inProcess],
  ['over a socket', overSocket]
])('%s', (_, start) => {
  let world: World
  beforeEach(async () => {
    world = await start({ connectionDelay: 'manual' })
  })
  afterEach(() => world.close())

  const refusal = (sent: Promise<unknown>): Promise<string> =>
    sent.then(
      () => 'accepted',
      (error: unknown) => (error instanceof kms.KMSServiceException ? error.name : String(error))
    )

  it('becomes a store of the model as the SDK gives it, and then a decision', async () => {
    const id = await created(world)
    const entry = await described(world, id)
    expect(entry?.CreationDate).toBeInstanceOf(Date)
    const store = storeFromListEntry(entry)
    expect(store).toMatchObject(E.right({ CustomKeyStoreId: id, ConnectionState: 'DISCONNECTED' }))
    if (E.isLeft(store)) return
    expect(store.right.CreationDate).toBe(entry!.CreationDate!.getTime() / 1000)
    expect(operationsAllowed(store.right)).toContain('ConnectCustomKeyStore')
  })

  it('recovers a store that could not be connected', async () => {
    const id = await created(world)
    await world.control('PATCH', 'infrastructure', {
      clusters: [{ clusterId, kmsuser: { passwordMatches: false } }]
    })
    await connect(world, id)
    expect((await described(world, id))?.ConnectionState).toBe('CONNECTING')
    await settle(world, id)
    expect(await described(world, id)).toMatchObject({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'INVALID_CREDENTIALS'
    })
    expect(await refusal(connect(world, id))).toBe('CustomKeyStoreInvalidStateException')
    await disconnect(world, id)
    expect((await described(world, id))?.ConnectionState).toBe('DISCONNECTING')
    await settle(world, id)
    await world.client.send(
      new kms.UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, KeyStorePassword: 'newPswd1' })
    )
    await connect(world, id)
    await settle(world, id)
    const after = await described(world, id)
    expect(after?.ConnectionState).toBe('CONNECTED')
    expect(after?.ConnectionErrorCode).toBeUndefined()
    expect(after?.CreationDate).toBeInstanceOf(Date)
  })

  it('does not connect with a new password that the facts say is wrong as well', async () => {
    const id = await created(world)
    const KeyStorePassword = 'newPswd1'
    await world.client.send(new kms.UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, KeyStorePassword }))
    await world.control('PATCH', 'infrastructure', {
      clusters: [{ clusterId, kmsuser: { passwordMatches: false } }]
    })
    await connect(world, id)
    await settle(world, id)
    expect(await described(world, id)).toMatchObject({ ConnectionErrorCode: 'INVALID_CREDENTIALS' })
  })

  it('lets the keys of a store be used while it is connected, and not otherwise', async () => {
    const id = await connected(world)
    const KeyId = await keyIn(world, id)
    const EncryptionContext = { purpose: 'test', who: 'me' }
    const Plaintext = Buffer.from('hello')
    const sealed = await world.client.send(new kms.EncryptCommand({ KeyId, Plaintext, EncryptionContext }))
    const open = () =>
      world.client.send(
        new kms.DecryptCommand({
          CiphertextBlob: sealed.CiphertextBlob,
          EncryptionContext: { who: 'me', purpose: 'test' }
        })
      )
    expect(Buffer.from((await open()).Plaintext ?? []).toString()).toBe('hello')
    const other = { CiphertextBlob: sealed.CiphertextBlob, EncryptionContext: { who: 'you' } }
    expect(await refusal(world.client.send(new kms.DecryptCommand(other)))).toBe('InvalidCiphertextException')

    const dataKey = await world.client.send(new kms.GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }))
    expect(dataKey.Plaintext).toHaveLength(32)
    const random = new kms.GenerateRandomCommand({ CustomKeyStoreId: id, NumberOfBytes: 20 })
    expect((await world.client.send(random)).Plaintext).toHaveLength(20)

    await disconnect(world, id)
    expect(await refusal(open())).toBe('KMSInvalidStateException')
    expect(await refusal(world.client.send(random))).toBe('CustomKeyStoreInvalidStateException')
    const { KeyMetadata: key } = await world.client.send(new kms.DescribeKeyCommand({ KeyId }))
    expect([key?.KeyState, key?.Enabled]).toEqual(['Unavailable', false])
  })

  it('finds a ciphertext changed, wherever that was done', async () => {
    const id = await connected(world, viaPublic)
    const { KeyMetadata } = await world.client.send(
      new kms.CreateKeyCommand({ CustomKeyStoreId: id, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key-1' })
    )
    const hsmKey = await keyIn(world, await connected(world))
    const opened = async (KeyId: string | undefined, at: (length: number) => number) => {
      const { CiphertextBlob = new Uint8Array() } = await world.client.send(
        new kms.EncryptCommand({ KeyId, Plaintext: Buffer.from('hello') })
      )
      const place = at(CiphertextBlob.length)
      const changed = CiphertextBlob.map((byte, i) => (i === place ? byte ^ 1 : byte))
      return refusal(world.client.send(new kms.DecryptCommand({ CiphertextBlob: changed })))
    }
    // In the encrypted text, where only the key manager or the cluster can see it.
    expect(await opened(KeyMetadata?.KeyId, (length) => length - 1)).toBe('KMSInvalidStateException')
    expect(await opened(hsmKey, (length) => length - 1)).toBe('InvalidCiphertextException')
    // In what AWS KMS wrote before it: the length of the ARN, and the ARN.
    for (const place of [0, 1, 2, 40]) {
      expect(await opened(KeyMetadata?.KeyId, () => place)).toBe('InvalidCiphertextException')
      expect(await opened(hsmKey, () => place)).toBe('InvalidCiphertextException')
    }
  })

  it('lets a proxy deny what a principal asks for, and never the check of its health', async () => {
    const id = await connected(world, viaPublic)
    const { KeyMetadata } = await world.client.send(
      new kms.CreateKeyCommand({ CustomKeyStoreId: id, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key-1' })
    )
    const encrypt = () =>
      world.client.send(
        new kms.EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from('hello') })
      )
    const deny = (...deniedPrincipals: ReadonlyArray<string>) =>
      world.control('PATCH', 'infrastructure', { proxies: [{ uriEndpoint, uriPath, deniedPrincipals }] })

    await deny('arn:aws:iam::111122223333:user/somebody-else')
    expect(await refusal(encrypt())).toBe('accepted')
    await deny('arn:aws:iam::111122223333:user/111122223333')
    expect(await refusal(encrypt())).toBe('KMSInvalidStateException')
    await disconnect(world, id)
    await settle(world, id)
    await connect(world, id)
    await settle(world, id)
    expect((await described(world, id))?.ConnectionState).toBe('CONNECTED')
    expect(await refusal(encrypt())).toBe('KMSInvalidStateException')
  })

  it('names the key, the store or the cluster in the message of a refusal', async () => {
    const message = (sent: Promise<unknown>): Promise<string> =>
      sent.then(
        () => 'accepted',
        (error: unknown) => (error instanceof kms.KMSServiceException ? error.message : String(error))
      )
    const id = await connected(world)
    const KeyId = await keyIn(world, id)
    const { KeyMetadata: key } = await world.client.send(new kms.DescribeKeyCommand({ KeyId }))
    const use = () =>
      message(world.client.send(new kms.GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' })))

    expect(await message(world.client.send(new kms.EnableKeyRotationCommand({ KeyId })))).toContain(
      `${key?.Arn} origin is AWS_CLOUDHSM which is not valid for this operation. `
    )
    await world.client.send(new kms.DisableKeyCommand({ KeyId }))
    expect(await use()).toBe(`${key?.Arn} is disabled. The KMS key must be enabled.`)
    await world.client.send(new kms.ScheduleKeyDeletionCommand({ KeyId }))
    expect(await use()).toContain(`${key?.Arn} is pending deletion. `)
    await world.client.send(new kms.CancelKeyDeletionCommand({ KeyId }))
    await world.client.send(new kms.EnableKeyCommand({ KeyId }))
    await world.control('PATCH', 'infrastructure', { clusters: [{ clusterId, state: 'DEGRADED' }] })
    expect(await use()).toContain(`The AWS CloudHSM cluster ${clusterId} is DEGRADED. `)

    await disconnect(world, id)
    await settle(world, id)
    expect(await use()).toContain(`${key?.Arn} is unavailable. `)
    expect(await message(disconnect(world, id))).toContain(`The custom key store ${id} is DISCONNECTED. `)
    expect(await message(connect(world, 'cks-other'))).toContain('About the custom key store cks-other: ')
  })

  it('deletes a store once its keys are gone', async () => {
    const id = await connected(world)
    const KeyId = await keyIn(world, id)
    const remove = () => world.client.send(new kms.DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id }))
    await disconnect(world, id)
    await settle(world, id)
    expect(await refusal(remove())).toBe('CustomKeyStoreHasCMKsException')
    await world.client.send(new kms.ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
    expect(await refusal(remove())).toBe('CustomKeyStoreHasCMKsException')
    await world.control('POST', 'advance', { days: 7 })
    expect((await world.client.send(new kms.ListKeysCommand({}))).Keys).toEqual([])
    await remove()
    expect(await refusal(described(world, id))).toBe('CustomKeyStoreNotFoundException')
  })

  it('enables, disables and spares keys', async () => {
    const id = await connected(world)
    const KeyId = await keyIn(world, id)
    const state = async () =>
      (await world.client.send(new kms.DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState
    await world.client.send(new kms.DisableKeyCommand({ KeyId }))
    expect(await state()).toBe('Disabled')
    await world.client.send(new kms.EnableKeyCommand({ KeyId }))
    expect(await state()).toBe('Enabled')
    await world.client.send(new kms.ScheduleKeyDeletionCommand({ KeyId }))
    expect(await state()).toBe('PendingDeletion')
    await world.client.send(new kms.CancelKeyDeletionCommand({ KeyId }))
    expect(await state()).toBe('Disabled')
  })

  it('shows stores in pages', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    for (const name of names) {
      await created(world, { ...viaPublic, CustomKeyStoreName: name, XksProxyUriPath: `/${name}${uriPath}` })
    }
    const pages = kms.paginateDescribeCustomKeyStores({ client: world.client, pageSize: 2 }, {})
    const seen: Array<ReadonlyArray<string | undefined>> = []
    for await (const { CustomKeyStores: stores = [] } of pages) {
      seen.push(stores.map((store) => store.CustomKeyStoreName))
    }
    expect(seen.map((page) => page.length)).toEqual([2, 2, 1])
    expect(seen.flat().sort()).toEqual(names)
  })

  it('keeps the accounts and Regions of its callers apart', async () => {
    await created(world)
    const { accounts } = (await world.control('GET', 'state')) as { readonly accounts: ReadonlyArray<object> }
    expect(accounts).toMatchObject([{ AccountId: '111122223333', Region: 'us-east-1' }])
  })

  it('shows no secret, whatever is asked', async () => {
    await created(world)
    await created(world, viaVpc)
    const bad = { ...viaPublic, CustomKeyStoreName: '', XksProxyUriPath: 'wrong' }
    const error = await created(world, bad).catch((failure: unknown) => JSON.stringify(failure))
    const shown = JSON.stringify([await world.control('GET', 'state'), error])
    expect(shown).toContain('customKeyStoreName')
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(password)
  })

  it.each([
    ['CLUSTER_NOT_FOUND', cloudHsm, { clusters: [{ clusterId, exists: false }] }],
    ['INSUFFICIENT_CLOUDHSM_HSMS', cloudHsm, { clusters: [{ clusterId, hsms: [] }] }],
    ['SUBNET_NOT_FOUND', cloudHsm, { clusters: [{ clusterId, subnets: [subnet({ exists: false })] }] }],
    [
      'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
      cloudHsm,
      { clusters: [{ clusterId, subnets: [subnet({ freeAddresses: 0 })] }] }
    ],
    ['NETWORK_ERRORS', cloudHsm, { clusters: [{ clusterId, reachable: false }] }],
    ['USER_NOT_FOUND', cloudHsm, { clusters: [{ clusterId, kmsuser: { exists: false } }] }],
    ['USER_LOCKED_OUT', cloudHsm, { clusters: [{ clusterId, kmsuser: { lockedOut: true } }] }],
    ['USER_LOGGED_IN', cloudHsm, { clusters: [{ clusterId, kmsuser: { loggedIn: true } }] }],
    ['INVALID_CREDENTIALS', cloudHsm, { clusters: [{ clusterId, kmsuser: { passwordMatches: false } }] }],
    ['INVALID_CREDENTIALS', viaPublic, proxy({ acceptsCredential: false })],
    ['XKS_PROXY_NOT_REACHABLE', viaPublic, proxy({ reachable: false })],
    ['XKS_PROXY_NOT_REACHABLE', viaPublic, proxy({ externalKeyManager: 'UNAVAILABLE' })],
    ['XKS_PROXY_TIMED_OUT', viaPublic, proxy({ answersInTime: false })],
    ['XKS_PROXY_ACCESS_DENIED', viaPublic, proxy({ authorizesKms: false })],
    ['XKS_PROXY_INVALID_CONFIGURATION', viaPublic, proxy({ knowsUriPath: false })],
    ['XKS_PROXY_INVALID_RESPONSE', viaPublic, proxy({ answersAreValid: false })],
    ['XKS_PROXY_INVALID_TLS_CONFIGURATION', viaPublic, proxy({ tlsIsValid: false })],
    ['NETWORK_ERRORS', viaPublic, proxy({ networkIsSound: false })],
    ['XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND', viaVpc, service({ exists: false })],
    ['XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', viaVpc, service({ acceptanceRequired: true })]
  ])('reaches %s', async (code, input, change) => {
    const id = await created(world, input)
    await connect(world, id)
    await world.control('PATCH', 'infrastructure', change)
    await settle(world, id)
    expect(await described(world, id)).toMatchObject({ ConnectionState: 'FAILED', ConnectionErrorCode: code })
  })

  it('reaches INTERNAL_ERROR by a report', async () => {
    const id = await created(world)
    await connect(world, id)
    const report = {
      CustomKeyStoreId: id,
      outcome: 'connectionFailed',
      ConnectionErrorCode: 'INTERNAL_ERROR'
    }
    await world.control('POST', 'report', { ...report, attempt: 7 })
    expect((await described(world, id))?.ConnectionState).toBe('CONNECTING')
    await world.control('POST', 'report', { ...report, attempt: 1 })
    expect((await described(world, id))?.ConnectionErrorCode).toBe('INTERNAL_ERROR')
  })
})

function subnet(change: object): object {
  return { availabilityZone: 'a', private: true, exists: true, freeAddresses: 2, ...change }
}

function proxy(change: object): object {
  return { proxies: [{ uriEndpoint, uriPath, ...change }] }
}

function service(change: object): object {
  return { vpcEndpointServices: [{ serviceName, ...change }] }
}
