/** The operations on what belongs to a key in a custom key store, through the real AWS SDK. */
import * as kms from '@aws-sdk/client-kms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
