/** The worlds are all there are: held against an enumeration that knows nothing of choices, bounds or looks. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { requested } from '../../src/account/requested.js'
import {
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted
} from '../../src/connection/process.js'
import { withStore, type Account } from '../../src/model/Account.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { customKeyStoreTypes } from '../../src/model/CustomKeyStoreType.js'
import { operations } from '../../src/operations/index.js'
import { unbounded } from '../../src/testing/Bounds.js'
import { circumstancesIn, type Call } from '../../src/testing/carryOut.js'
import { connectionErrorCodesOf } from '../../src/testing/connectionErrorCodes.js'
import { everyWorld } from '../../src/testing/drive/everyWorld.js'
import { possibleAnswers, type Nature } from '../../src/testing/possibleAnswers.js'
import type { Situation } from '../../src/testing/Situation.js'
import { casesTold } from '../documents/casesTold.js'
import { beginningWith, plain } from './natures.js'

const id = 'cks-1234567890abcdef0'
const names = [
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'DescribeCustomKeyStores',
  'DeleteCustomKeyStore',
  'GenerateRandom'
] as const
const callOf = (operation: (typeof names)[number]): Call => ({
  operation,
  input: { CustomKeyStoreId: id, ...(operation === 'GenerateRandom' && { NumberOfBytes: 8 }) }
})

/** Every list of so many requests. */
const programs = (length: number): ReadonlyArray<ReadonlyArray<Call>> =>
  length === 0 ? [[]] : programs(length - 1).flatMap((calls) => names.map((name) => [...calls, callOf(name)]))

/** What may have become of a store by itself, by the reports of KMS alone. */
const mayBe = (store: CustomKeyStore): ReadonlyArray<CustomKeyStore> => [
  ...new Set([
    store,
    connectionSucceeded(store.attempt)(store),
    disconnectionCompleted(store.attempt)(store),
    ...connectionErrorCodesOf(store).map((code) => connectionFailed(store.attempt, code)(store))
  ])
]

const told = (reply: E.Either<{ readonly name: string; readonly message: string }, object>): string =>
  JSON.stringify(E.isLeft(reply) ? [reply.left.name, reply.left.message] : reply.right)

/** The replies that a list of requests may get, found by letting KMS report whatever it can before each of them. */
const plainly = (calls: ReadonlyArray<Call>, begun: Situation): ReadonlySet<string> => {
  const from = (rest: ReadonlyArray<Call>, account: Account, replies: string): ReadonlyArray<string> => {
    const [call, ...later] = rest
    if (call === undefined) return [replies]
    const [store] = account.stores
    const accounts = store === undefined ? [account] : mayBe(store).map((one) => withStore(account, one))
    return accounts.flatMap((before) => {
      const read = requested(operations[call.operation])(circumstancesIn({}, begun))(call.input)(before)
      const result = E.isLeft(read) ? E.left({ name: 'unread', message: '' }) : read.right.result
      return E.isLeft(result)
        ? from(later, before, replies + told(result))
        : from(later, result.right[1], replies + told(E.right(result.right[0])))
    })
  }
  return new Set(from(calls, begun.account, ''))
}

const free: Nature = { ...plain, cryptography: undefined, looks: [1, 2, 3, 4] }

/** The same by the machine of choices, as a list: a world that came twice would be in it twice. */
const byChoices = (calls: ReadonlyArray<Call>, begun: Situation): ReadonlyArray<string> => {
  const from = (rest: ReadonlyArray<Call>, situation: Situation, replies: string): ReadonlyArray<string> => {
    const [call, ...later] = rest
    return call === undefined
      ? [replies]
      : possibleAnswers(free)(call)(situation).flatMap(({ reply, after }) =>
          from(later, after, replies + told(reply))
        )
  }
  return from(calls, begun, '')
}

const onlyKms = { ...unbounded, answerIsLost: 0, shownLate: 0 }

describe.each(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const)(
  'of an account with a store of type %s',
  (kind) => {
    it.each(['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const)(
      'that is %s, every list of three requests gets just the replies that the model allows',
      (ConnectionState) => {
        const begun = beginningWith([{ kind, ConnectionState }], onlyKms)
        for (const calls of programs(3)) {
          const expected = plainly(calls, begun)
          expect(new Set(byChoices(calls, begun))).toEqual(expected)
        }
      }
    )
  }
)

it('the lists are as many as docs/quality.md tells', () => {
  const lists = customKeyStoreTypes.length * connectionStates.length * programs(3).length
  expect(lists).toBe(casesTold('test/testing/proof.test.ts'))
})

describe('the search', () => {
  const choicesOf = (situation: Situation, calls: ReadonlyArray<Call>): ReadonlyArray<string> => {
    const [call, ...later] = calls
    if (call === undefined) return ['']
    const nature = { ...free, looks: [1] }
    return possibleAnswers(nature)(call)(situation).flatMap(({ choices, after }) =>
      choicesOf(after, later).map((rest) => `${choices.map(({ name }) => name).join()};${rest}`)
    )
  }

  it.each([
    [['ConnectCustomKeyStore', 'DescribeCustomKeyStores', 'DisconnectCustomKeyStore']],
    [['ConnectCustomKeyStore', 'GenerateRandom', 'DescribeCustomKeyStores', 'DescribeCustomKeyStores']],
    [['DeleteCustomKeyStore', 'DescribeCustomKeyStores', 'ConnectCustomKeyStore']]
  ] as const)('of %j runs each world that the choices make, and none twice', async (operationNames) => {
    const calls = operationNames.map(callOf)
    const bounds = { anotherCaller: 0, backingChanges: 0, requestFails: 0, shownLate: 1, together: 3 }
    const ran: Array<string> = []
    const report = await everyWorld(
      async ({ config: { requestHandler } }) => {
        for (const { operation, input } of calls) {
          await requestHandler.handle({
            method: 'POST',
            path: '/',
            headers: {
              'x-amz-target': `TrentService.${operation}`,
              'content-type': 'application/x-amz-json-1.1'
            },
            body: JSON.stringify(input)
          })
        }
      },
      {
        stores: [{}],
        bounds,
        looks: [1],
        alike: 1000,
        check: ({ exchanges }) =>
          void ran.push(exchanges.map(({ choices }) => `${choices.map(({ name }) => name).join()};`).join(''))
      }
    )
    expect(ran.sort()).toEqual([...choicesOf(beginningWith([{}], bounds), calls)].sort())
    expect([report.worlds, new Set(ran).size]).toEqual([ran.length, ran.length])
    expect(ran.length).toBeGreaterThan(3)
  })
})
