/** What an operation costs in a large account, as a multiple of what it costs in a small one, within one run. */
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { endpoint } from '../../src/endpoint/index.js'
import {
  account as operations,
  healthyInfrastructure,
  type Account,
  type Circumstances
} from '../../src/index.js'
import { respond } from '../../src/protocol/index.js'
import { begin, readLine } from '../../src/replay/index.js'
import {
  accountOf,
  asked,
  callerOf,
  creation,
  disconnectedIn,
  firstAccount,
  requests,
  storeId
} from './growing.js'
import { changes, keepingAccount, keepingAccounts, type Keeper } from './growthKept.js'
import type { Curve } from './growthTable.js'
import { named } from './stores.js'

export const given: Circumstances = {
  infrastructure: healthyInfrastructure,
  now: 1_700_000_000,
  storeQuota: 1e9,
  keyQuota: 1e9,
  newCustomKeyStoreId: named('cks-fffffffffffffffff'),
  newKeyId: named('1234abcd-12ab-34cd-56ef-1234567890ab')
}

/** Does the work a number of times, and resolves to what that took. */
type Timed = () => Promise<number>

/** In microseconds of the processor, so that others on the machine do not count. */
const timed =
  (call: () => unknown): Timed =>
  () => {
    const before = process.cpuUsage()
    for (let i = 0; i < 500; i++) call()
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve(user + system)
  }

/** In milliseconds, for the disk is waited for. */
const timedKeeping = ({ change }: Keeper): Timed => {
  let done = 0
  return async () => {
    const begun = performance.now()
    for (let i = 0; i < 50; i++) await change(done++)
    return performance.now() - begun
  }
}

/**
 * What the work costs as multiples of the first. All are warmed up, and timed in turn in every round; of each counts the
 * round in which the machine did least besides.
 */
const multiples = async (works: ReadonlyArray<Timed>, rounds = 15): Promise<ReadonlyArray<number>> => {
  for (let i = 0; i < rounds / 3; i++) for (const time of works) await time()
  const least = works.map(() => Infinity)
  for (let i = 0; i < rounds; i++)
    for (const [n, time] of works.entries()) least[n] = Math.min(least[n]!, await time())
  return least.slice(1).map((cost) => cost / least[0]!)
}

const kept = async (keepers: ReadonlyArray<Keeper>): Promise<ReadonlyArray<number>> => {
  const ratios = await multiples(keepers.map(timedKeeping))
  for (const { close } of keepers) await close()
  return ratios
}

const responding = (name: string, account: Account) => {
  const request = asked(name, requests[name]!(account))
  const ask = respond({ ...given, requestId: 'r', cryptography: undefined as never })(request)
  const { status, body } = ask(account).answer
  if (status !== 200) throw new Error(`${name}: ${body}`)
  return () => ask(account)
}

const inLibrary = (account: Account) => {
  const request = { CustomKeyStoreId: named<never>(disconnectedIn(account)) }
  return () => operations.connect(given)(request)(account)
}

/** An endpoint with many accounts of one store each, and a request of one of them. */
const amongAccounts = (count: number) => {
  const made = endpoint()
  if (isLeft(made)) throw new Error('endpoint')
  const { answer } = made.right
  for (let i = 0; i < count; i++)
    answer(callerOf(firstAccount + i), asked('CreateCustomKeyStore', creation(i)))
  const request = asked('CreateCustomKeyStore', { ...creation(0), CustomKeyStoreName: 'another' })
  return () => answer(callerOf(firstAccount + 1), request)
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

/** A history that makes so many keys. */
const replaying =
  (steps: number): Timed =>
  () => {
    const before = process.cpuUsage()
    let replay = begin()
    const play = (line: object): void => {
      const read = readLine(line)(replay)
      if (isRight(read)) replay = read.right.replay
      else throw new Error(JSON.stringify(read.left))
    }
    for (const line of history) play(line)
    for (let i = 0; i < steps; i++)
      play({ operation: 'CreateKey', request: { CustomKeyStoreId: storeId(1), Origin: 'AWS_CLOUDHSM' } })
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve((user + system) / steps)
  }

const accountsBy = {
  stores: { sizes: [10, 1_000, 10_000], account: (count: number) => accountOf(count, 10) },
  keys: { sizes: [10, 10_000, 100_000], account: (count: number) => accountOf(10, count) }
}

const curvesBy = async (by: keyof typeof accountsBy): Promise<ReadonlyArray<Curve>> => {
  const { sizes, account } = accountsBy[by]
  const accounts = sizes.map(account)
  const inProcess: ReadonlyArray<readonly [string, (account: Account) => () => unknown]> = [
    ['Connect in the library', inLibrary],
    ...Object.keys(requests).map((name) => [name, (one: Account) => responding(name, one)] as const)
  ]
  const found: Array<Curve> = []
  for (const [name, call] of inProcess)
    found.push({ name, by, sizes, multiples: await multiples(accounts.map(call).map(timed)) })
  for (const name of changes) {
    const keepers = await Promise.all(accounts.map((one) => keepingAccount(name, one)))
    found.push({ name: `${name} with --data`, by, sizes, multiples: await kept(keepers) })
  }
  return found
}

const countsOfAccounts = [10, 20_000]
const countsOfSteps = [2_000, 20_000]

/** Every curve. */
export const curves = async (): Promise<ReadonlyArray<Curve>> => [
  ...(await curvesBy('stores')),
  ...(await curvesBy('keys')),
  {
    name: 'CreateCustomKeyStore',
    by: 'accounts',
    sizes: countsOfAccounts,
    multiples: await multiples(countsOfAccounts.map(amongAccounts).map(timed))
  },
  {
    name: 'CreateCustomKeyStore with --data',
    by: 'accounts',
    sizes: countsOfAccounts,
    multiples: await kept(await Promise.all(countsOfAccounts.map(keepingAccounts)))
  },
  {
    name: 'a step of a replay',
    by: 'steps',
    sizes: countsOfSteps,
    multiples: await multiples(countsOfSteps.map(replaying), 3)
  }
]
