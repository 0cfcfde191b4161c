/** What is removed at an endpoint whose answers cannot be read. */
import { expect, it } from 'vitest'
import type { EndpointReply } from '../../src/conform/Exchange.js'
import { tidied } from '../../src/conform/drive/tidy.js'

const unreadable: EndpointReply = {
  unreadable: 'status 200 with a body of 4 characters that is not a JSON object'
}

/** An endpoint with one connected store that answers nothing readable to a change. `does`: the changes that it makes. */
const left = async (does: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  let state: string | undefined = 'CONNECTED'
  const { stores } = await tidied(
    async (operation) => {
      if (operation === 'DescribeCustomKeyStores') {
        return state === undefined
          ? { exception: 'CustomKeyStoreNotFoundException', message: '' }
          : { output: { CustomKeyStores: [{ CustomKeyStoreId: 'cks-1', ConnectionState: state }] } }
      }
      if (does.includes(operation)) state = operation === 'DeleteCustomKeyStore' ? undefined : 'DISCONNECTED'
      return Promise.resolve(unreadable)
    },
    { stores: ['cks-1'], keys: [] },
    50
  )
  return stores
}

it('a store is removed though no answer tells so, and is left only where it is still shown', async () => {
  expect(await left(['DisconnectCustomKeyStore', 'DeleteCustomKeyStore'])).toEqual([])
  expect(await left(['DisconnectCustomKeyStore'])).toEqual(['cks-1'])
  expect(await left([])).toEqual(['cks-1'])
})
