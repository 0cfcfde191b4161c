import { KMSClient } from '@aws-sdk/client-kms'
import type { WorldOptions } from '../../src/testing/options.js'
import type { Program } from '../../src/testing/drive/Program.js'

/** A program of docs/examples/programs: with a client, an id, and a client that asks once. */
export type AwsProgram = (kms: KMSClient, id: string, once: KMSClient) => Promise<unknown>

export const ofClient =
  (program: AwsProgram): Program =>
  ({ config, CustomKeyStoreId }) =>
    program(new KMSClient(config), CustomKeyStoreId, new KMSClient({ ...config, maxAttempts: 1 }))

/** No program idles because the machine is busy: one that is to be found idle sets less. */
export const busyMachine = { idle: 60_000 }

export const storeThatIs = (
  ConnectionState: 'CONNECTED' | 'DISCONNECTED' | 'FAILED',
  keys = 0
): WorldOptions => ({
  ...busyMachine,
  stores: [{ ConnectionState, keys }]
})
