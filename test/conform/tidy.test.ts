/** What is removed at an endpoint whose answers cannot be read. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply } from '../../src/conform/Exchange.js'
import { tidied } from '../../src/conform/drive/tidy.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'

const unreadable: EndpointReply = {
  unreadable: 'status 200 with a body of 4 characters that is not a JSON object'
}
const refusal = (exception: string): EndpointReply => ({ exception, message: '' })
const success: EndpointReply = { output: {} }

type Replies = Partial<Record<OperationName, EndpointReply>>

/**
 * The stores that are left at an endpoint with one connected store. `does`: the changes that it makes. `replies`: what it
 * answers besides. `deleted`: the stores that it had said to have deleted.
 */
const left = async (
  does: ReadonlyArray<string>,
  replies: Replies = {},
  deleted: ReadonlyArray<string> = []
): Promise<ReadonlyArray<string>> => {
  let state: string | undefined = 'CONNECTED'
  const shown = (): EndpointReply =>
    state === undefined
      ? refusal('CustomKeyStoreNotFoundException')
      : { output: { CustomKeyStores: [{ CustomKeyStoreId: 'cks-1', ConnectionState: state }] } }
  const { stores } = await tidied(
    async (operation) => {
      if (does.includes(operation)) state = operation === 'DeleteCustomKeyStore' ? undefined : 'DISCONNECTED'
      const instead = operation === 'DescribeCustomKeyStores' ? shown() : unreadable
      return Promise.resolve(replies[operation] ?? instead)
    },
    { stores: ['cks-1'], keys: [], deleted: new Set(deleted) },
    50
  )
  return stores
}

const both = ['DisconnectCustomKeyStore', 'DeleteCustomKeyStore']

describe('a store', () => {
  it('is removed though no answer tells so, and is left only where it is still shown', async () => {
    expect(await left(both)).toEqual([])
    expect(await left(['DisconnectCustomKeyStore'])).toEqual(['cks-1'])
    expect(await left([])).toEqual(['cks-1'])
    expect(await left([], {}, ['cks-1'])).toEqual(['cks-1'])
  })

  it.each<[string, EndpointReply]>([
    ['cannot be read', unreadable],
    ['has no list', { output: {} }],
    ['is refused', refusal('ThrottlingException')],
    ['lacks the state', { output: { CustomKeyStores: [{ CustomKeyStoreId: 'cks-1' }] } }]
  ])('is removed where a Describe %s, if the Delete tells so', async (_, DescribeCustomKeyStores) => {
    expect(await left(both, { DescribeCustomKeyStores, DeleteCustomKeyStore: success })).toEqual([])
    const gone = refusal('CustomKeyStoreNotFoundException')
    expect(await left([], { DescribeCustomKeyStores, DeleteCustomKeyStore: gone })).toEqual([])
    const hasKeys = refusal('CustomKeyStoreHasCMKsException')
    expect(await left([], { DescribeCustomKeyStores, DeleteCustomKeyStore: hasKeys })).toEqual(['cks-1'])
  })

  it('of which nothing can be read is gone if a Delete of it was answered with success before', async () => {
    const DescribeCustomKeyStores = unreadable
    expect(await left([], { DescribeCustomKeyStores })).toEqual(['cks-1'])
    expect(await left([], { DescribeCustomKeyStores }, ['cks-1'])).toEqual([])
  })

  it('that is not in a list is gone', async () => {
    const other = { CustomKeyStoreId: 'cks-2', ConnectionState: 'CONNECTED' }
    expect(await left([], { DescribeCustomKeyStores: { output: { CustomKeyStores: [] } } })).toEqual([])
    expect(await left([], { DescribeCustomKeyStores: { output: { CustomKeyStores: [other] } } })).toEqual([])
  })
})
