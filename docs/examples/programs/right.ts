/** The same programs without their mistakes. */
import type { KMSClient } from '@aws-sdk/client-kms'
import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  CreateKeyCommand,
  DeleteCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  ListKeysCommand,
  DescribeKeyCommand,
  ScheduleKeyDeletionCommand,
  UpdateCustomKeyStoreCommand
} from '@aws-sdk/client-kms'

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const stateOf = async (kms: KMSClient, id: string) => {
  const { CustomKeyStores = [] } = await kms.send(
    new DescribeCustomKeyStoresCommand({ CustomKeyStoreId: id })
  )
  return CustomKeyStores[0]?.ConnectionState
}

const isSettled = (state: string | undefined) => state !== 'CONNECTING' && state !== 'DISCONNECTING'

/** Looks until KMS has ended what it has begun, and not longer than so often. An answer may be late: two have to agree. */
const settledState = async (kms: KMSClient, id: string, tries = 40) => {
  let last: string | undefined
  for (let i = 0; i < tries; i += 1) {
    const state = await stateOf(kms, id)
    if (isSettled(state) && state === last) return state
    last = state
    await sleep(30_000)
  }
  return last
}

/** Waits for what Connect leads to, whatever that is. */
export const waitsUntilSettled = async (kms: KMSClient, id: string) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  const state = await settledState(kms, id)
  if (state !== 'CONNECTED') throw new Error(`The store is ${String(state)}.`)
}

const disconnects = async (kms: KMSClient, id: string) => {
  if ((await settledState(kms, id)) === 'DISCONNECTED') return
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  const state = await settledState(kms, id)
  if (state !== 'DISCONNECTED') throw new Error(`The store is ${String(state)}.`)
}

/** Gives up, disconnects, waits for that, and only then deletes. */
export const givesUpAndDeletesAfterwards = async (kms: KMSClient, id: string) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  if ((await settledState(kms, id)) === 'CONNECTED') return
  await disconnects(kms, id)
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id }))
}

export const deletesWhenDisconnected = async (kms: KMSClient, id: string) => {
  await disconnects(kms, id)
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id }))
}

export const reconnects = async (kms: KMSClient, id: string) => {
  await disconnects(kms, id)
  await waitsUntilSettled(kms, id)
}

/** CreateKey has no token by which KMS knows a request again, so it is sent once. */
export const makesAKeyWhenConnected = async (kms: KMSClient, id: string, once: KMSClient) => {
  await waitsUntilSettled(kms, id)
  await once.send(new CreateKeyCommand({ CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' }))
}

export const updatesWhenDisconnected = async (kms: KMSClient, id: string) => {
  await disconnects(kms, id)
  await kms.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, KeyStorePassword: 'newPassword' }))
}

const request = {
  CustomKeyStoreName: 'Provisioned',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'content of customerCA.crt',
  KeyStorePassword: 'kmsPswd1'
}

export const remembersTheAnswer = async (kms: KMSClient) => {
  const remembered = new Map<string, string>()
  const provision = async () => {
    if (remembered.has(request.CustomKeyStoreName)) return
    const { CustomKeyStoreId = '' } = await kms.send(new CreateCustomKeyStoreCommand(request))
    remembered.set(request.CustomKeyStoreName, CustomKeyStoreId)
  }
  await provision().catch(provision)
}

/** Deletes the keys of a store, waits until they are gone, and then deletes the store. */
export const deletesWithItsKeys = async (kms: KMSClient, id: string) => {
  const { Keys = [] } = await kms.send(new ListKeysCommand({}))
  for (const { KeyId } of Keys) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }))
    if (KeyMetadata?.CustomKeyStoreId !== id || KeyMetadata.KeyState === 'PendingDeletion') continue
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
  }
  await sleep(7 * 86_400_000 + 3_600_000)
  await deletesWhenDisconnected(kms, id)
}

/** Two runs at the same time, of which the second finds what the first has done. */
export const provisionsTwiceAtOnce = async (kms: KMSClient) => {
  const { CustomKeyStoreName } = request
  const provision = () =>
    kms
      .send(new CreateCustomKeyStoreCommand(request))
      .catch(() => kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreName })))
  await Promise.all([provision(), provision()])
}
