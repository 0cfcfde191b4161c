import {
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  KMSClient,
  UpdateCustomKeyStoreCommand
} from '@aws-sdk/client-kms'
import { setTimeout } from 'node:timers/promises'

const client = new KMSClient({ region: 'us-east-1' })

/** The mistake: right after the answer to Disconnect the store is DISCONNECTING, and an Update is refused. */
export const renameAtOnce = async (CustomKeyStoreId, NewCustomKeyStoreName) => {
  await client.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  await client.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId, NewCustomKeyStoreName }))
}

/** The same without the mistake. `sleep`: waits for so many milliseconds. */
export const rename = async (CustomKeyStoreId, NewCustomKeyStoreName, sleep = setTimeout) => {
  await client.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  for (let tries = 0; tries < 40; tries += 1) {
    const { CustomKeyStores } = await client.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    if (CustomKeyStores[0].ConnectionState === 'DISCONNECTED') {
      await client.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId, NewCustomKeyStoreName }))
      return
    }
    await sleep(30_000)
  }
  throw new Error('The store is still not disconnected.')
}
