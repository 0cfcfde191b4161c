/** Accounts of any size, and requests that cost the same in each. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { decode, Account } from '../../src/index.js'
import type { Request } from '../../src/protocol/index.js'
import { named, stores } from './stores.js'

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')
export const storeId = (i: number): string => `cks-${hexadecimal(i, 17)}`
export const keyId = (i: number): string => `00000000-0000-4000-8000-${hexadecimal(i, 12)}`

const clusterStore = stores.find((store) => store.CustomKeyStoreType === 'AWS_CLOUDHSM')!
const { attempt, CustomKeyStoreType, ...like } = clusterStore

/** Every second store is connected, and the first has all keys. */
export const accountOf = (ofStores: number, ofKeys: number): Account => {
  const read = decode(Account)({
    AccountId: '111122223333',
    Region: 'us-east-1',
    stores: Array.from({ length: ofStores }, (_, i) => ({
      ...like,
      attempt,
      CustomKeyStoreType,
      CustomKeyStoreId: storeId(i),
      CustomKeyStoreName: `store ${String(i)}`,
      CloudHsmClusterId: `cluster-${hexadecimal(i, 11)}`.replaceAll('0', 'a').replaceAll('1', 'b'),
      clusterCertificate: `certificate ${String(i)}`,
      ConnectionState: i % 2 === 0 ? 'CONNECTED' : 'DISCONNECTED'
    })),
    keys: Array.from({ length: ofKeys }, (_, i) => ({
      KeyId: keyId(i),
      Arn: `arn:aws:kms:us-east-1:111122223333:key/${keyId(i)}`,
      CustomKeyStoreId: storeId(0),
      Description: '',
      CreationDate: 1,
      enabled: true,
      Origin: 'AWS_CLOUDHSM'
    }))
  })
  if (isLeft(read)) throw new Error(JSON.stringify(read.left[0]))
  return read.right
}

const middle = (account: Account, odd: 0 | 1): string =>
  account.stores[(Math.floor(account.stores.length / 4) * 2 + odd) % account.stores.length]!.CustomKeyStoreId

export const disconnectedIn = (account: Account): string => middle(account, 1)

export const requests: Readonly<Record<string, (account: Account) => object>> = {
  ConnectCustomKeyStore: (account) => ({ CustomKeyStoreId: disconnectedIn(account) }),
  UpdateCustomKeyStore: (account) => ({
    CustomKeyStoreId: disconnectedIn(account),
    NewCustomKeyStoreName: 'new'
  }),
  DeleteCustomKeyStore: (account) => ({ CustomKeyStoreId: disconnectedIn(account) }),
  DescribeCustomKeyStores: () => ({ Limit: 10 }),
  CreateKey: () => ({ CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' }),
  DisableKey: () => ({ KeyId: keyId(5) }),
  ListKeys: () => ({ Limit: 10 })
}

export const asked = (operation: string, input: object): Request => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
  body: JSON.stringify(input)
})

export const callerOf = (account: number) => ({
  account: named<never>(String(account)),
  region: 'us-east-1',
  principal: 'arn:aws:iam::111122223333:root'
})

/** A store that no other collides with. */
export const creation = (i: number) => ({
  CustomKeyStoreName: 'store',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://example.com',
  XksProxyUriPath: `/p${String(i)}/kms/xks/v1`,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    RawSecretAccessKey: 'secret/secret/secret/secret/secret/secret/secret'
  }
})

/** The first of many accounts with one store each. */
export const firstAccount = 1e11
