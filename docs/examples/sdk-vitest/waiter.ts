import { DescribeCustomKeyStoresCommand, type KMSClient } from '@aws-sdk/client-kms'
import { setTimeout } from 'node:timers/promises'

/**
 * Waits until a store is CONNECTED, for forty minutes at most. A store that is not CONNECTING never becomes CONNECTED by
 * itself, so there is nothing to wait for. `sleep`: waits for so many milliseconds.
 */
export const untilConnected = async (
  client: KMSClient,
  CustomKeyStoreId: string,
  sleep: (milliseconds: number) => Promise<unknown> = setTimeout
): Promise<void> => {
  for (let tries = 0; tries < 80; tries += 1) {
    const described = await client.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    const { ConnectionState, ConnectionErrorCode = 'no code' } = described.CustomKeyStores?.[0] ?? {}
    if (ConnectionState === 'CONNECTED') return
    if (ConnectionState !== 'CONNECTING')
      throw new Error(`The store is ${ConnectionState}: ${ConnectionErrorCode}.`)
    await sleep(30_000)
  }
  throw new Error('The store is still CONNECTING.')
}
