import {
  ConnectCustomKeyStoreCommand,
  CreateKeyCommand,
  DescribeCustomKeyStoresCommand
} from '@aws-sdk/client-kms'
import { setTimeout } from 'node:timers/promises'

/** The mistake: Connect answers long before the store is connected. */
export const makeKeyTooSoon = async (kms, CustomKeyStoreId) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  await kms.send(new CreateKeyCommand({ CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }))
}

/**
 * The same without the mistake. `once`: a client that sends each request once. CreateKey has no token by which KMS knows a
 * request again, so a client that repeats it may leave behind a key that nobody knows of.
 */
export const makeKey = async (kms, CustomKeyStoreId, once) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  for (let tries = 0; tries < 40; tries += 1) {
    const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    if (CustomKeyStores[0].ConnectionState === 'CONNECTED') {
      await once.send(new CreateKeyCommand({ CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }))
      return
    }
    await setTimeout(30_000)
  }
  throw new Error('The store is still not connected.')
}
