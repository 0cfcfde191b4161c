/** The operations on what belongs to a key in a custom key store, through the real AWS SDK. */
import * as kms from '@aws-sdk/client-kms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operationNames } from '../../src/index.js'
import { connected, keyIn } from './requests.js'
import { inProcess, type World } from './world.js'

let world: World
let KeyId: string

beforeEach(async () => {
  world = await inProcess({})
  KeyId = await keyIn(world, await connected(world))
})
afterEach(() => world.close())

/** The output of a call, without how it came. */
const outputOf = async (sent: Promise<object>): Promise<object> => {
  const { $metadata: _, ...output } = (await sent) as kms.ServiceOutputTypes
  return output
}

describe('the description', () => {
  it('is replaced', async () => {
    expect(
      await outputOf(world.client.send(new kms.UpdateKeyDescriptionCommand({ KeyId, Description: 'new' })))
    ).toEqual({})
    expect(await outputOf(world.client.send(new kms.DescribeKeyCommand({ KeyId })))).toMatchObject({
      KeyMetadata: { Description: 'new' }
    })
  })
})

describe('tags', () => {
  const Tags = ['c', 'a', 'b'].map((TagKey) => ({ TagKey, TagValue: TagKey.toUpperCase() }))

  it('are set, listed by pages with the paginator of the SDK, and removed', async () => {
    expect(await outputOf(world.client.send(new kms.TagResourceCommand({ KeyId, Tags })))).toEqual({})
    const keys: Array<string | undefined> = []
    for await (const page of kms.paginateListResourceTags({ client: world.client, pageSize: 1 }, { KeyId })) {
      expect(page.Tags).toHaveLength(1)
      keys.push(...(page.Tags ?? []).map(({ TagKey }) => TagKey))
    }
    expect(keys).toEqual(['a', 'b', 'c'])
    expect(
      await outputOf(world.client.send(new kms.UntagResourceCommand({ KeyId, TagKeys: ['b', 'none'] })))
    ).toEqual({})
    expect(await outputOf(world.client.send(new kms.ListResourceTagsCommand({ KeyId })))).toEqual({
      Tags: [
        { TagKey: 'a', TagValue: 'A' },
        { TagKey: 'c', TagValue: 'C' }
      ],
      Truncated: false
    })
  })

  it('are refused with the exceptions of the SDK', async () => {
    const own = { KeyId, Tags: [{ TagKey: 'aws:a', TagValue: '' }] }
    await expect(outputOf(world.client.send(new kms.TagResourceCommand(own)))).rejects.toBeInstanceOf(
      kms.TagException
    )
    await expect(
      outputOf(world.client.send(new kms.ListResourceTagsCommand({ KeyId, Marker: 'no marker' })))
    ).rejects.toBeInstanceOf(kms.InvalidMarkerException)
    await expect(
      outputOf(world.client.send(new kms.UpdateKeyDescriptionCommand({ KeyId: 'none', Description: '' })))
    ).rejects.toBeInstanceOf(kms.NotFoundException)
  })
})

describe('an alias', () => {
  const AliasName = 'alias/Example'

  it('is another name for the key until it is deleted, and can name another key', async () => {
    const { client } = world
    const stores = await client.send(new kms.DescribeCustomKeyStoresCommand({}))
    const other = await keyIn(world, stores.CustomKeyStores?.[0]?.CustomKeyStoreId ?? '')
    expect(
      await outputOf(client.send(new kms.CreateAliasCommand({ AliasName, TargetKeyId: KeyId })))
    ).toEqual({})
    const { CiphertextBlob } = await client.send(
      new kms.EncryptCommand({ KeyId: AliasName, Plaintext: Buffer.from('x') })
    )
    const { Plaintext } = await client.send(new kms.DecryptCommand({ KeyId: AliasName, CiphertextBlob }))
    expect(Buffer.from(Plaintext ?? []).toString()).toBe('x')
    expect(
      await outputOf(client.send(new kms.UpdateAliasCommand({ AliasName, TargetKeyId: other })))
    ).toEqual({})
    expect(await outputOf(client.send(new kms.DescribeKeyCommand({ KeyId: AliasName })))).toMatchObject({
      KeyMetadata: { KeyId: other }
    })
    await expect(
      client.send(new kms.DecryptCommand({ KeyId: AliasName, CiphertextBlob }))
    ).rejects.toBeInstanceOf(kms.IncorrectKeyException)
    expect(await outputOf(client.send(new kms.DeleteAliasCommand({ AliasName })))).toEqual({})
    await expect(client.send(new kms.DescribeKeyCommand({ KeyId: AliasName }))).rejects.toBeInstanceOf(
      kms.NotFoundException
    )
  })

  it('is listed by pages, with dates', async () => {
    const { client } = world
    for (const name of ['alias/b', 'alias/a']) {
      await client.send(new kms.CreateAliasCommand({ AliasName: name, TargetKeyId: KeyId }))
    }
    const names: Array<string | undefined> = []
    for await (const page of kms.paginateListAliases({ client, pageSize: 1 }, { KeyId })) {
      names.push(...(page.Aliases ?? []).map((alias) => alias.AliasName))
      expect(page.Aliases?.[0]?.LastUpdatedDate).toBeInstanceOf(Date)
    }
    expect(names).toEqual(['alias/a', 'alias/b'])
  })

  it('is refused with the exceptions of the SDK', async () => {
    const { client } = world
    const create = (name: string) =>
      client.send(new kms.CreateAliasCommand({ AliasName: name, TargetKeyId: KeyId }))
    await create(AliasName)
    await expect(create(AliasName)).rejects.toBeInstanceOf(kms.AlreadyExistsException)
    await expect(create('Example')).rejects.toBeInstanceOf(kms.InvalidAliasNameException)
  })
})

describe('the policy', () => {
  it('is listed, replaced and shown', async () => {
    const { client } = world
    const Policy = '{"Version":"2012-10-17","Statement":[]}'
    expect(await outputOf(client.send(new kms.PutKeyPolicyCommand({ KeyId, Policy })))).toEqual({})
    expect(await outputOf(client.send(new kms.GetKeyPolicyCommand({ KeyId })))).toEqual({
      Policy,
      PolicyName: 'default'
    })
    expect(await outputOf(client.send(new kms.ListKeyPoliciesCommand({ KeyId })))).toEqual({
      PolicyNames: ['default'],
      Truncated: false
    })
    await expect(client.send(new kms.PutKeyPolicyCommand({ KeyId, Policy: '[]' }))).rejects.toBeInstanceOf(
      kms.MalformedPolicyDocumentException
    )
  })
})

describe('what no key in a custom key store can do', () => {
  const Message = Buffer.from('message')
  const SigningAlgorithm = 'ECDSA_SHA_256'
  const MacAlgorithm = 'HMAC_SHA_256'

  const unsupported = (id: string): ReadonlyArray<Promise<unknown>> => {
    const key = { KeyId: id }
    const { client } = world
    return [
      client.send(new kms.EnableKeyRotationCommand(key)),
      client.send(new kms.DisableKeyRotationCommand(key)),
      client.send(new kms.GetKeyRotationStatusCommand(key)),
      client.send(new kms.ListKeyRotationsCommand(key)),
      client.send(new kms.RotateKeyOnDemandCommand(key)),
      client.send(
        new kms.GetParametersForImportCommand({
          ...key,
          WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
          WrappingKeySpec: 'RSA_2048'
        })
      ),
      client.send(
        new kms.ImportKeyMaterialCommand({
          ...key,
          ImportToken: Message,
          EncryptedKeyMaterial: Message,
          ValidTo: new Date(2_000_000_000_000)
        })
      ),
      client.send(new kms.DeleteImportedKeyMaterialCommand(key)),
      client.send(new kms.ReplicateKeyCommand({ ...key, ReplicaRegion: 'eu-west-1' })),
      client.send(new kms.UpdatePrimaryRegionCommand({ ...key, PrimaryRegion: 'eu-west-1' })),
      client.send(new kms.GetPublicKeyCommand(key)),
      client.send(new kms.GenerateDataKeyPairCommand({ ...key, KeyPairSpec: 'RSA_2048' })),
      client.send(new kms.GenerateDataKeyPairWithoutPlaintextCommand({ ...key, KeyPairSpec: 'RSA_2048' }))
    ]
  }

  const wrongUsage = (id: string): ReadonlyArray<Promise<unknown>> => {
    const key = { KeyId: id }
    const { client } = world
    return [
      client.send(new kms.SignCommand({ ...key, Message, SigningAlgorithm })),
      client.send(new kms.VerifyCommand({ ...key, Message, SigningAlgorithm, Signature: Message })),
      client.send(new kms.GenerateMacCommand({ ...key, Message, MacAlgorithm })),
      client.send(new kms.VerifyMacCommand({ ...key, Message, MacAlgorithm, Mac: Message })),
      client.send(
        new kms.DeriveSharedSecretCommand({
          ...key,
          KeyAgreementAlgorithm: 'ECDH',
          PublicKey: Message
        })
      )
    ]
  }

  it('is refused with UnsupportedOperationException', async () => {
    for (const refused of unsupported(KeyId)) {
      await expect(refused).rejects.toBeInstanceOf(kms.UnsupportedOperationException)
    }
  })

  it('or with InvalidKeyUsageException', async () => {
    for (const refused of wrongUsage(KeyId)) {
      await expect(refused).rejects.toBeInstanceOf(kms.InvalidKeyUsageException)
    }
  })
})

describe('an operation that is outside of the model', () => {
  it('is refused with a message that names it, and there is no other', async () => {
    const { client } = world
    const names = Object.keys(kms).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? [])
    const outside = names.filter((name) => !operationNames.some((known) => known === name))
    expect(outside).toEqual(['Decapsulate', 'Encapsulate', 'GetKeyLastUsage'])
    for (const name of outside) {
      const command = (kms as unknown as Readonly<Record<string, typeof kms.GetPublicKeyCommand>>)[
        `${name}Command`
      ]!
      await expect(client.send(new command({ KeyId }))).rejects.toMatchObject({
        name: 'UnknownOperationException',
        message: `${name} is an operation of AWS KMS that is outside of this model of custom key stores.`
      })
    }
  })
})

describe('a grant', () => {
  const principal = 'arn:aws:iam::111122223333:role/Example'
  const input = (): kms.CreateGrantCommandInput => ({
    KeyId,
    GranteePrincipal: principal,
    RetiringPrincipal: principal,
    Operations: ['Encrypt', 'Decrypt'],
    Constraints: { EncryptionContextSubset: { owner: 'one' } },
    Name: 'Example'
  })

  it('is made once, listed, and revoked', async () => {
    const { client } = world
    const { GrantId, GrantToken } = await client.send(new kms.CreateGrantCommand(input()))
    expect(GrantToken).toMatch(/\S/)
    expect((await client.send(new kms.CreateGrantCommand(input()))).GrantId).toBe(GrantId)
    const { Grants } = await client.send(new kms.ListGrantsCommand({ KeyId }))
    expect(Grants).toMatchObject([
      {
        GrantId,
        KeyId: expect.stringMatching(`^arn:aws:kms:us-east-1:\\d{12}:key/${KeyId}$`),
        GranteePrincipal: principal,
        RetiringPrincipal: principal,
        Operations: ['Encrypt', 'Decrypt'],
        Constraints: { EncryptionContextSubset: { owner: 'one' } },
        Name: 'Example',
        CreationDate: expect.any(Date)
      }
    ])
    await client.send(new kms.RevokeGrantCommand({ KeyId, GrantId }))
    expect((await client.send(new kms.ListGrantsCommand({ KeyId }))).Grants).toEqual([])
  })

  it('is retired by its token, or by its id and the key', async () => {
    const { client } = world
    const { GrantToken } = await client.send(new kms.CreateGrantCommand(input()))
    expect(await outputOf(client.send(new kms.RetireGrantCommand({ GrantToken })))).toEqual({})
    const { GrantId } = await client.send(new kms.CreateGrantCommand(input()))
    expect(await outputOf(client.send(new kms.RetireGrantCommand({ KeyId, GrantId })))).toEqual({})
    await expect(client.send(new kms.RetireGrantCommand({ KeyId, GrantId }))).rejects.toBeInstanceOf(
      kms.NotFoundException
    )
  })

  it('is listed by pages, for the key and for who may retire it', async () => {
    const { client } = world
    const made: Array<string | undefined> = []
    for (const Name of ['a', 'b', 'c']) {
      made.push((await client.send(new kms.CreateGrantCommand({ ...input(), Name }))).GrantId)
    }
    const seen: Array<string | undefined> = []
    for await (const page of kms.paginateListGrants({ client, pageSize: 2 }, { KeyId })) {
      seen.push(...(page.Grants ?? []).map(({ GrantId }) => GrantId))
    }
    expect(seen).toEqual([...made].sort())
    const retirable: Array<string | undefined> = []
    const request = { RetiringPrincipal: principal }
    for await (const page of kms.paginateListRetirableGrants({ client, pageSize: 2 }, request)) {
      retirable.push(...(page.Grants ?? []).map(({ GrantId }) => GrantId))
    }
    expect(retirable).toEqual(seen)
  })

  it('is refused with the exceptions of the SDK', async () => {
    const { client } = world
    await expect(
      client.send(new kms.CreateGrantCommand({ ...input(), DryRun: true }))
    ).rejects.toBeInstanceOf(kms.DryRunOperationException)
    await expect(
      client.send(new kms.CreateGrantCommand({ ...input(), Operations: ['Sign'] }))
    ).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(client.send(new kms.RetireGrantCommand({ GrantToken: 'no token' }))).rejects.toBeInstanceOf(
      kms.InvalidGrantTokenException
    )
  })
})
