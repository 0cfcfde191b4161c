/** Programs as they are written, each with the mistake that many have. */
import type { KMSClient } from '@aws-sdk/client-kms'
import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  CreateKeyCommand,
  DeleteCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  ListKeysCommand,
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

/** A FAILED store never becomes CONNECTED by itself. */
export const waitsForConnectedAlone = async (kms: KMSClient, id: string) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  while ((await stateOf(kms, id)) !== 'CONNECTED') await sleep(30_000)
}

/** The store that is given up is still CONNECTING, and cannot be deleted. */
export const givesUpAndDeletes = async (kms: KMSClient, id: string) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await stateOf(kms, id)) === 'CONNECTED') return
    await sleep(30_000)
  }
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id })).catch(() => undefined)
}

/** DISCONNECTING is not DISCONNECTED. */
export const deletesAtOnce = async (kms: KMSClient, id: string) => {
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id }))
}

/** A FAILED store has to be disconnected before it can be connected again. */
export const reconnectsAtOnce = async (kms: KMSClient, id: string) => {
  if ((await stateOf(kms, id)) === 'FAILED') {
    await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  }
}

/** Connect answers before the store is connected. */
export const makesAKeyTooSoon = async (kms: KMSClient, id: string) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  await kms.send(new CreateKeyCommand({ CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' }))
}

/** It updates while the store is still DISCONNECTING. */
export const updatesTooSoon = async (kms: KMSClient, id: string) => {
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  await kms.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, KeyStorePassword: 'newPassword' }))
}

const request = {
  CustomKeyStoreName: 'Provisioned',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'content of customerCA.crt',
  KeyStorePassword: 'kmsPswd1'
}

/** What is remembered is what was asked for, and not what was answered. */
export const remembersBeforeTheAnswer = async (kms: KMSClient) => {
  const remembered = new Set<string>()
  const provision = async () => {
    if (remembered.has(request.CustomKeyStoreName)) return
    remembered.add(request.CustomKeyStoreName)
    await kms.send(new CreateCustomKeyStoreCommand(request))
  }
  await provision().catch(provision)
}

/** A key is there until its waiting period is over, and a store with a key cannot be deleted. */
export const deletesWithItsKeysAtOnce = async (kms: KMSClient, id: string) => {
  const { Keys = [] } = await kms.send(new ListKeysCommand({}))
  for (const { KeyId } of Keys) await kms.send(new ScheduleKeyDeletionCommand({ KeyId }))
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  while ((await stateOf(kms, id)) !== 'DISCONNECTED') await sleep(30_000)
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId: id })).catch(() => undefined)
}

const rotates = async (kms: KMSClient, id: string) => {
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
  while ((await stateOf(kms, id)) !== 'DISCONNECTED') await sleep(30_000)
  await kms.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId: id, KeyStorePassword: 'newPassword' }))
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))
}

/** Two runs at the same time: one finds the store as the other has left it. */
export const rotatesTwiceAtOnce = (kms: KMSClient, id: string) =>
  Promise.all([rotates(kms, id), rotates(kms, id)])
