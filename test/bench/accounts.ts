/** Accounts of any size, and requests of them as they come over HTTP. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { decode, healthyInfrastructure, Account, type Circumstances } from '../../src/index.js'
import { respond } from '../../src/protocol/index.js'
import { named, stores } from './stores.js'

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')
export const storeId = (i: number): string => `cks-${hexadecimal(i, 17)}`
const keyId = (i: number): string => `00000000-0000-4000-8000-${hexadecimal(i, 12)}`

const clusterStore = stores.find((store) => store.CustomKeyStoreType === 'AWS_CLOUDHSM')!
const { attempt, CustomKeyStoreType, ...like } = clusterStore

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

export const given: Circumstances = {
  infrastructure: healthyInfrastructure,
  now: 1_700_000_000,
  storeQuota: 1e9,
  keyQuota: 1e9,
  newCustomKeyStoreId: named('cks-fffffffffffffffff'),
  newKeyId: named('1234abcd-12ab-34cd-56ef-1234567890ab')
}

export const middle = (account: Account, odd: 0 | 1): string =>
  account.stores[(Math.floor(account.stores.length / 4) * 2 + odd) % account.stores.length]!.CustomKeyStoreId

export const requests: Readonly<Record<string, (account: Account) => object>> = {
  ConnectCustomKeyStore: (account) => ({ CustomKeyStoreId: middle(account, 1) }),
  UpdateCustomKeyStore: (account) => ({
    CustomKeyStoreId: middle(account, 1),
    NewCustomKeyStoreName: 'new'
  }),
  DeleteCustomKeyStore: (account) => ({ CustomKeyStoreId: middle(account, 1) }),
  DescribeCustomKeyStores: () => ({ Limit: 10 }),
  CreateKey: () => ({ CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' }),
  DisableKey: () => ({ KeyId: keyId(5) }),
  ListKeys: () => ({ Limit: 10 })
}

/** A request as it comes over HTTP. */
export const asked = (name: string, input: object) => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${name}` },
  body: JSON.stringify(input)
})

export const responding = (name: string, input: object, account: Account) => {
  const request = asked(name, input)
  const ask = respond({ ...given, requestId: 'r', cryptography: undefined as never })(request)
  const { status, body } = ask(account).answer
  if (status !== 200) throw new Error(`${name}: ${body}`)
  return () => ask(account)
}
