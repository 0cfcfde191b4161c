/** What an operation costs in a large account, as a multiple of what it costs in a small one, within one run. */
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import {
  account as operations,
  decode,
  healthyInfrastructure,
  Account,
  type Circumstances
} from '../../src/index.js'
import { endpoint } from '../../src/endpoint/index.js'
import { respond } from '../../src/protocol/index.js'
import { begin, readLine } from '../../src/replay/index.js'
import { median } from './measure.js'
import { named, stores } from './stores.js'

const limit = 2
const rounds = 9

const hexadecimal = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')
const storeId = (i: number): string => `cks-${hexadecimal(i, 17)}`
const keyId = (i: number): string => `00000000-0000-4000-8000-${hexadecimal(i, 12)}`

const clusterStore = stores.find((store) => store.CustomKeyStoreType === 'AWS_CLOUDHSM')!
const { attempt, CustomKeyStoreType, ...like } = clusterStore

const accountOf = (ofStores: number, ofKeys: number): Account => {
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

const given: Circumstances = {
  infrastructure: healthyInfrastructure,
  now: 1_700_000_000,
  storeQuota: 1e9,
  keyQuota: 1e9,
  newCustomKeyStoreId: named('cks-fffffffffffffffff'),
  newKeyId: named('1234abcd-12ab-34cd-56ef-1234567890ab')
}

const middle = (account: Account, odd: 0 | 1): string =>
  account.stores[(Math.floor(account.stores.length / 4) * 2 + odd) % account.stores.length]!.CustomKeyStoreId

const requests: Readonly<Record<string, (account: Account) => object>> = {
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

const timed = (call: () => unknown): number => {
  const begun = performance.now()
  for (let i = 0; i < 500; i++) call()
  return performance.now() - begun
}

/** What the calls cost as multiples of the first: all are warmed up, and timed in turn in every round. */
const multiples = ([small, ...large]: ReadonlyArray<() => unknown>): ReadonlyArray<number> => {
  for (let i = 0; i < 6; i++) for (const call of [small!, ...large]) timed(call)
  const times = Array.from({ length: rounds }, () => {
    const base = timed(small!)
    return large.map((call) => timed(call) / base)
  })
  return large.map((_, i) => median(times.map((round) => round[i]!)))
}

const responding = (name: string, input: object, account: Account) => {
  const request = {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${name}` },
    body: JSON.stringify(input)
  }
  const ask = respond({ ...given, requestId: 'r', cryptography: undefined as never })(request)
  const { status, body } = ask(account).answer
  if (status !== 200) throw new Error(`${name}: ${body}`)
  return () => ask(account)
}

const inLibrary = (account: Account) => {
  const request = { CustomKeyStoreId: named<never>(middle(account, 1)) }
  return () => operations.connect(given)(request)(account)
}

/** An endpoint with many accounts of one store each, and a request of one of them. */
const amongAccounts = (count: number) => {
  const made = endpoint()
  if (isLeft(made)) throw new Error('endpoint')
  const { answer } = made.right
  const ask = (account: number, name: string, input: object) =>
    answer(
      {
        account: named(String(1e11 + account)),
        region: 'us-east-1',
        principal: 'arn:aws:iam::111122223333:root'
      },
      {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${name}` },
        body: JSON.stringify(input)
      }
    )
  const create = (i: number) => ({
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
  for (let i = 0; i < count; i++) ask(i, 'CreateCustomKeyStore', create(i))
  return () => ask(1, 'CreateCustomKeyStore', { ...create(0), CustomKeyStoreName: 'another' })
}

/** Seconds for a history that makes so many keys. */
const replaying = (steps: number): number => {
  const begun = performance.now()
  let replay = begin()
  const play = (line: object): void => {
    const read = readLine(line)(replay)
    if (isRight(read)) replay = read.right.replay
    else throw new Error(JSON.stringify(read.left))
  }
  for (const line of history) play(line)
  for (let i = 0; i < steps; i++)
    play({ operation: 'CreateKey', request: { CustomKeyStoreId: storeId(1), Origin: 'AWS_CLOUDHSM' } })
  return (performance.now() - begun) / 1_000
}

/** A store that is connected. */
const history: ReadonlyArray<object> = [
  { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk' }] } },
  {
    operation: 'CreateCustomKeyStore',
    request: {
      CustomKeyStoreName: 'store',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'the content of customerCA.crt',
      KeyStorePassword: 'kmsPswd-1'
    }
  },
  { operation: 'ConnectCustomKeyStore', request: { CustomKeyStoreId: storeId(1) } },
  { settle: storeId(1) }
]

const row = (name: string, ratios: ReadonlyArray<number>): boolean => {
  const met = ratios.every((ratio) => ratio < limit)
  console.log(
    [
      name.padEnd(42),
      ...ratios.map((ratio) => ratio.toFixed(2).padStart(10)),
      met ? '  met' : '  missed'
    ].join('')
  )
  return met
}

const ratios = (of: (account: Account) => () => unknown, sizes: ReadonlyArray<readonly [number, number]>) =>
  multiples(sizes.map(([s, k]) => of(accountOf(s, k))))

/** Prints the table. Whether each cost is less than twice that of a small account. */
export const growthIsSlowEnough = (): boolean => {
  console.log(
    '\nCost as a multiple of that with 10 stores, keys or accounts: 1,000 and 10,000 stores, 10,000 and 100,000 keys; target: less than 2'
  )
  console.log([''.padEnd(42), ...['medium', 'large'].map((cell) => cell.padStart(10))].join(''))
  const byStores = [
    [10, 10],
    [1_000, 10],
    [10_000, 10]
  ] as const
  const byKeys = [
    [10, 10],
    [10, 10_000],
    [10, 100_000]
  ] as const
  const results = [
    row('Connect in the library, by stores', ratios(inLibrary, byStores)),
    ...Object.entries(requests).map(([name, input]) =>
      row(
        `${name}, by stores`,
        ratios((account) => responding(name, input(account), account), byStores)
      )
    ),
    ...Object.entries(requests).map(([name, input]) =>
      row(
        `${name}, by keys`,
        ratios((account) => responding(name, input(account), account), byKeys)
      )
    )
  ]
  const accounts = multiples([amongAccounts(10), amongAccounts(20_000)])
  results.push(row('CreateCustomKeyStore, by 20,000 accounts', accounts))
  replaying(1_000)
  const [short, long] = [replaying(2_000), replaying(20_000)]
  results.push(row(`a step of a replay, 20,000 to 2,000 steps`, [long / 10 / short]))
  return results.every(Boolean)
}
