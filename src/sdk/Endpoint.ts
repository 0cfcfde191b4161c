import { randomBytes, randomUUID } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { emptyAccount, type Account } from '../account/Account.js'
import type { InfrastructureFacts } from '../account/Infrastructure.js'
import { withoutExpiredKeys } from '../account/keys.js'
import { reported, settled } from '../account/process.js'
import type { ServiceFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Violation } from '../model/decode.js'
import type { AccountId, CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import type { Answer, Request } from '../protocol/http.js'
import { respond } from '../protocol/respond.js'
import { isSettled } from '../questions.js'
import { defaultEdition } from '../rules/editions.js'
import { backingOf, changed, infrastructureBehind, type Backing } from './Backing.js'
import { processCryptography } from './cryptography.js'
import type { Options } from './Options.js'

/** Whose request it is, and in which Region. */
export interface Caller {
  readonly account: AccountId
  readonly region: string
}

/** Quotas that can be changed while the endpoint lives. */
export type Quotas = Pick<Options, 'storeQuota' | 'keyQuota'>

/** A KMS endpoint of this process: it holds accounts, and lets time pass. Nothing that it is given makes it throw. */
export interface Endpoint {
  /** Answers a request of AWS JSON 1.1. */
  readonly answer: (caller: Caller, request: Request) => Answer
  /** Every account that has been used, in every Region. */
  readonly accounts: () => ReadonlyArray<Account>
  readonly infrastructure: () => InfrastructureFacts
  /** Changes what stands behind the stores, in the form of `withInfrastructureChange`; or tells what is wrong with the change. */
  readonly changeInfrastructure: (change: unknown) => E.Either<ReadonlyArray<Violation>, InfrastructureFacts>
  /** Ends what KMS is doing with the store of that id, in the way that follows from what stands behind it. */
  readonly settle: (id: CustomKeyStoreId) => CustomKeyStore | undefined
  /** Does with the store of that id what KMS reports of it: `connectionSucceeded(attempt)` and so on. */
  readonly report: (
    id: CustomKeyStoreId,
    what: (store: CustomKeyStore) => CustomKeyStore
  ) => CustomKeyStore | undefined
  /** Lets KMS itself fail for the next requests, `times` of them. */
  readonly fail: (failure: ServiceFailure, times: number) => void
  readonly changeQuotas: (quotas: Quotas) => void
  /** Lets so many seconds pass. */
  readonly advance: (seconds: number) => void
  /** Forgets every account and every change. */
  readonly reset: () => void
}

/** When KMS ends what it is doing with a store. */
interface Due {
  readonly account: string
  readonly id: CustomKeyStoreId
  readonly attempt: number
  /** Milliseconds since 1970. */
  readonly at: number
}

interface State {
  readonly accounts: ReadonlyMap<string, Account>
  readonly backing: Backing
  readonly due: ReadonlyArray<Due>
  readonly quotas: Quotas
  readonly failure: ServiceFailure | undefined
  readonly failuresLeft: number
  /** How far the clock is ahead, in milliseconds. */
  readonly ahead: number
}

const keyOf = ({ account, region }: Caller): string => `${account} ${region}`

const newStoreId = () => `cks-${randomBytes(9).toString('hex').slice(1)}` as CustomKeyStoreId

const attemptsIn = (account: Account | undefined): ReadonlyMap<CustomKeyStoreId, number> =>
  new Map(account?.stores.map((store) => [store.CustomKeyStoreId, store.attempt]))

/** An endpoint as it is told to be, or what is wrong with the infrastructure that it is told of. */
export const endpoint = (options: Options = {}): E.Either<ReadonlyArray<Violation>, Endpoint> =>
  pipe(
    backingOf(options.infrastructure),
    E.map((backing) => withBacking(options, backing))
  )

const withBacking = (options: Options, backing: Backing): Endpoint => {
  const { edition = defaultEdition, connectionDelay = 0 } = options
  const cryptography = processCryptography()
  const first: State = {
    accounts: new Map(),
    backing,
    due: [],
    quotas: options,
    failure: undefined,
    failuresLeft: 0,
    ahead: 0
  }
  let state = first

  const now = (): number => Date.now() + state.ahead

  const withAccount = (name: string, account: Account): void => {
    state = { ...state, accounts: new Map(state.accounts).set(name, account) }
  }

  const settleIn = (name: string, id: CustomKeyStoreId): void => {
    const account = state.accounts.get(name)
    const given = { infrastructure: infrastructureBehind(state.backing) }
    if (account !== undefined) withAccount(name, settled(given, id)(account))
  }

  /** Ends whatever should have ended by now. Nobody can see a state but by asking, so there is no need of a timer. */
  const catchUp = (): void => {
    const time = now()
    const { due } = state
    state = { ...state, due: due.filter(({ at }) => at > time) }
    for (const { account: name, id, attempt, at } of due) {
      const isLatest = attemptsIn(state.accounts.get(name)).get(id) === attempt
      if (at <= time && isLatest) settleIn(name, id)
    }
    const expire = withoutExpiredKeys(time / 1000)
    state = {
      ...state,
      accounts: new Map([...state.accounts].map(([name, account]) => [name, expire(account)]))
    }
  }

  /** What KMS has begun to do between two versions of an account. */
  const begun = (name: string, before: Account | undefined, after: Account): ReadonlyArray<Due> => {
    if (connectionDelay === 'manual') return []
    const attempts = attemptsIn(before)
    return after.stores
      .filter((store) => !isSettled(store) && attempts.get(store.CustomKeyStoreId) !== store.attempt)
      .map(({ CustomKeyStoreId: id, attempt }) => ({
        account: name,
        id,
        attempt,
        at: now() + connectionDelay
      }))
  }

  const nextFailure = (): ServiceFailure | undefined => {
    if (state.failuresLeft === 0) return undefined
    state = { ...state, failuresLeft: state.failuresLeft - 1 }
    return state.failure
  }

  const onStore = (id: CustomKeyStoreId, change: (name: string) => void): CustomKeyStore | undefined => {
    catchUp()
    const find = (account: Account | undefined) =>
      account?.stores.find((store) => store.CustomKeyStoreId === id)
    const name = [...state.accounts].find(([, account]) => find(account) !== undefined)?.[0]
    if (name === undefined) return undefined
    change(name)
    return find(state.accounts.get(name))
  }

  return {
    answer: (caller, request) => {
      catchUp()
      const name = keyOf(caller)
      const account = state.accounts.get(name) ?? emptyAccount(caller.account, caller.region)
      const response = respond({
        ...state.quotas,
        edition,
        cryptography,
        infrastructure: infrastructureBehind(state.backing),
        failure: nextFailure(),
        now: Math.floor(now()) / 1000,
        newCustomKeyStoreId: newStoreId(),
        newKeyId: randomUUID() as string as KeyId,
        requestId: randomUUID()
      })(request)(account)
      withAccount(name, response.account)
      state = { ...state, due: [...state.due, ...begun(name, account, response.account)] }
      return response.answer
    },

    accounts: () => {
      catchUp()
      return [...state.accounts.values()]
    },

    infrastructure: () => state.backing.facts,

    changeInfrastructure: (change) => {
      catchUp()
      return pipe(
        state.backing,
        changed(change),
        E.map((after) => {
          state = { ...state, backing: after }
          return after.facts
        })
      )
    },

    settle: (id) => onStore(id, (name) => settleIn(name, id)),

    report: (id, what) =>
      onStore(id, (name) => {
        const account = state.accounts.get(name)
        if (account !== undefined) withAccount(name, reported(id, what)(account))
      }),

    fail: (failure, times) => {
      state = { ...state, failure, failuresLeft: times }
    },

    changeQuotas: (quotas) => {
      state = { ...state, quotas: { ...state.quotas, ...quotas } }
    },

    advance: (seconds) => {
      state = { ...state, ahead: state.ahead + seconds * 1000 }
      catchUp()
    },

    reset: () => {
      state = first
    }
  }
}
