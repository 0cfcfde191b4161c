/** A service within the process of the test, and AWS's client for it. */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { DescribeCustomKeyStoresCommand, KMSClient } from '@aws-sdk/client-kms'
import { infrastructureWith } from '../backing.js'
import { ciphersUnder } from '../ciphers.js'
import { openDatabase } from '../database.js'
import { startService } from '../service.js'

export const start = (database, settings = {}) =>
  startService(database, {
    infrastructure: infrastructureWith(),
    ciphers: ciphersUnder(randomBytes(32)),
    connectionMilliseconds: 5,
    ...settings
  })

/** Runs with a service on a database that is closed afterwards. */
export const serving = async (place, settings, run) => {
  const database = await openDatabase(place)
  const service = await start(database, settings)
  try {
    return await run(clientOf(service.url), database)
  } finally {
    await service.stop()
    await database.close()
  }
}

/** Sends each request once: AWS has no token by which KMS would know it again. */
export const clientOf = (url, account = '111122223333') =>
  new KMSClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
    maxAttempts: 1
  })

export const cloudHsm = (name, clusterId = 'cluster-abcdefghijk') => ({
  CustomKeyStoreName: name,
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: 'content of customerCA.crt',
  KeyStorePassword: 'kmsPswd1'
})

export const external = (name, path = `/${name}/kms/xks/v1`) => ({
  CustomKeyStoreName: name,
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://xks.example.com',
  XksProxyUriPath: path,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDE234567ABCDE234567',
    RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
  }
})

/** The store once it is settled. */
export const settledStore = async (client, CustomKeyStoreId) => {
  for (let tries = 0; tries < 9_000; tries += 1) {
    const { CustomKeyStores } = await client.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    if (!/ING$/.test(CustomKeyStores[0].ConnectionState)) return CustomKeyStores[0]
    await setTimeout(20)
  }
  throw new Error(`${CustomKeyStoreId} is never settled`)
}
