/** What an operation costs in a large account, as a multiple of what it costs in a small one, within one run. */
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { account as operations, type Account } from '../../src/index.js'
import { endpoint } from '../../src/endpoint/index.js'
import { begin, readLine } from '../../src/replay/index.js'
import { accountOf, asked, given, middle, requests, responding, storeId } from './accounts.js'
import { named } from './stores.js'
import { number, spreadOf, type Row, type Spread, type Table } from './Table.js'

const limit = 2
const rounds = 9

const timed = (call: () => unknown): number => {
  const begun = performance.now()
  for (let i = 0; i < 500; i++) call()
  return performance.now() - begun
}

/** What the calls cost as multiples of the first: all are warmed up, and timed in turn in every round. */
const multiples = ([small, ...large]: ReadonlyArray<() => unknown>): ReadonlyArray<Spread> => {
  for (let i = 0; i < 6; i++) for (const call of [small!, ...large]) timed(call)
  const times = Array.from({ length: rounds }, () => {
    const base = timed(small!)
    return large.map((call) => timed(call) / base)
  })
  return large.map((_, i) => spreadOf(times.map((round) => round[i]!)))
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
      asked(name, input)
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

/** One operation: what it costs with each number of stores, keys or accounts, as multiples of the first. */
export interface Curve {
  readonly name: string
  readonly by: 'stores' | 'keys' | 'accounts' | 'steps'
  readonly sizes: ReadonlyArray<number>
  readonly multiples: ReadonlyArray<Spread>
}

const storeCounts = [10, 1_000, 10_000]
const keyCounts = [10, 10_000, 100_000]
type Call = (account: Account) => () => unknown

const byStores = (name: string, call: Call): Curve => ({
  name,
  by: 'stores',
  sizes: storeCounts,
  multiples: multiples(storeCounts.map((count) => call(accountOf(count, 10))))
})
const byKeys = (name: string, call: Call): Curve => ({
  name,
  by: 'keys',
  sizes: keyCounts,
  multiples: multiples(keyCounts.map((count) => call(accountOf(10, count))))
})

/** Every curve. The last is a history, whose steps must cost the same however many went before. */
export const curves = (): ReadonlyArray<Curve> => {
  const calls = Object.entries(requests).map(([name, input]): readonly [string, Call] => [
    name,
    (account) => responding(name, input(account), account)
  ])
  replaying(1_000)
  const [short, long] = [replaying(2_000), replaying(20_000)]
  return [
    byStores('Connect in the library', inLibrary),
    ...calls.map(([name, call]) => byStores(name, call)),
    ...calls.map(([name, call]) => byKeys(name, call)),
    {
      name: 'CreateCustomKeyStore',
      by: 'accounts',
      sizes: [10, 20_000],
      multiples: multiples([amongAccounts(10), amongAccounts(20_000)])
    },
    {
      name: 'a step of a replay',
      by: 'steps',
      sizes: [2_000, 20_000],
      multiples: [spreadOf([long / 10 / short])]
    }
  ]
}

const rowOf = ({ name, by, sizes, multiples: [...all] }: Curve): Row => {
  const largest = all.pop()!
  const size = sizes.at(-1)!.toLocaleString('en')
  return {
    name: `${name}, ${size} ${by}`,
    figures: [all.map(({ median }) => number(median)).join('')],
    ratio: largest,
    atMost: limit
  }
}

export const growthOf = (all: ReadonlyArray<Curve>): Table => ({
  title: 'Growth',
  note: 'The cost of an operation as a multiple of its cost with 10 stores, keys or accounts; between them, 1,000 stores or 10,000 keys.',
  columns: ['between'],
  rows: all.map(rowOf)
})
