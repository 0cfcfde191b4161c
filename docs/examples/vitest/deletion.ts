import {
  DeleteCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  type KMSClient
} from '@aws-sdk/client-kms'
import { setTimeout } from 'node:timers/promises'

/** Disconnects a store and deletes it. The mistake: it does not wait until the store is disconnected. */
export const deleteAtOnce = async (kms: KMSClient, CustomKeyStoreId: string): Promise<void> => {
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId }))
}

/** The same without the mistake: it waits, and not for ever. */
export const deleteAfterwards = async (kms: KMSClient, CustomKeyStoreId: string): Promise<void> => {
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  for (let tries = 0; tries < 40; tries += 1) {
    const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    if (CustomKeyStores?.[0]?.ConnectionState === 'DISCONNECTED') {
      await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId }))
      return
    }
    await setTimeout(30_000)
  }
  throw new Error('The store is still not disconnected.')
}
