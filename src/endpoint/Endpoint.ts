import { randomBytes, randomUUID } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { storeWithId, type Account } from '../model/Account.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import { reported, settled } from '../account/process.js'
import { ServiceFailure } from '../model/BackingKeyStore.js'
import type { ErrorName } from '../protocol/imposed.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Violation } from '../codec/decode.js'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'
import type { Answer, Request } from '../protocol/http.js'
import { respond } from '../protocol/respond.js'
import { defaultEdition } from '../editions/editions.js'
import {
  configuredInfrastructure,
  changed,
  infrastructureBehind,
  type ConfiguredInfrastructure
} from './ConfiguredInfrastructure.js'
import { processCryptography } from './cryptography.js'
import { caughtUp, heldAfter, storesOfOthers, unused, type HeldAccount } from './HeldAccount.js'
import { keyOf, type Caller } from './Caller.js'
import type { Options } from './Options.js'

/** Quotas that can be changed while the endpoint lives. */
export type Quotas = Pick<Options, 'storeQuota' | 'keyQuota'>

/** A KMS endpoint of this process: it holds accounts, and lets time pass. Nothing that it is given makes it throw. */
export interface Endpoint {
  /** Answers a request of AWS JSON 1.1. */
  readonly answer: (caller: Caller, request: Request) => Answer
  /** Every account that has a store, in every Region. */
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
  /** Lets KMS itself fail for the next requests, `times` of them, or refuses them with another error. */
  readonly fail: (failure: ErrorName, times: number) => void
  readonly changeQuotas: (quotas: Quotas) => void
  /** Lets so many seconds pass. */
  readonly advance: (seconds: number) => void
  /** Forgets every account and every change. */
  readonly reset: () => void
}

interface State {
  /** Those that have a store: any other is as if it had never been used. */
  readonly accounts: ReadonlyMap<string, HeldAccount>
  readonly configured: ConfiguredInfrastructure
  readonly quotas: Quotas
  readonly failure: ErrorName | undefined
  readonly failuresLeft: number
  /** How far the clock is ahead, in milliseconds. */
  readonly ahead: number
}

/** A new endpoint without accounts, or the violations in the infrastructure of its options. */
export const endpoint = (options: Options = {}): E.Either<ReadonlyArray<Violation>, Endpoint> =>
  pipe(
    configuredInfrastructure(options.infrastructure),
    E.map((configured) => withConfigured(options, configured))
  )

const withConfigured = (options: Options, configured: ConfiguredInfrastructure): Endpoint => {
  const { edition = defaultEdition, connectionDelay = 0 } = options
  const cryptography = processCryptography()
  const first: State = {
    accounts: new Map(),
    configured,
    quotas: options,
    failure: undefined,
    failuresLeft: 0,
    ahead: 0
  }
  let state = first

  const now = (): number => Date.now() + state.ahead

  const hold = (name: string, held: HeldAccount): void => {
    const accounts = new Map(state.accounts)
    if (held.account.stores.length === 0) accounts.delete(name)
    else accounts.set(name, held)
    state = { ...state, accounts }
  }

  const settledIn = (account: Account, { CustomKeyStoreId: id }: CustomKeyStore): Account =>
    settled({ infrastructure: infrastructureBehind(state.configured) }, id)(account)

  /** Ends what should have ended by now. Nobody can see a state but by asking, so there is no need of a timer. */
  const upToDate = (held: HeldAccount): HeldAccount =>
    caughtUp(infrastructureBehind(state.configured), now())(held)

  const catchUp = (): void => {
    state = {
      ...state,
      accounts: new Map([...state.accounts].map(([name, held]) => [name, upToDate(held)]))
    }
  }

  const nextFailure = (): ErrorName | undefined => {
    if (state.failuresLeft === 0) return undefined
    state = { ...state, failuresLeft: state.failuresLeft - 1 }
    return state.failure
  }

  const change: Endpoint['changeInfrastructure'] = (of) => {
    catchUp()
    return pipe(
      state.configured,
      changed(of),
      E.map((after) => {
        state = { ...state, configured: after }
        return after.facts
      })
    )
  }

  const onStore = (
    id: CustomKeyStoreId,
    change: (account: Account, store: CustomKeyStore) => Account
  ): CustomKeyStore | undefined => {
    catchUp()
    for (const [name, { account: before, ends }] of state.accounts) {
      const store = storeWithId(before, id)
      if (store === undefined) continue
      const account = change(before, store)
      hold(name, { account, ends })
      return storeWithId(account, id)
    }
    return undefined
  }

  return {
    answer: (caller, request) => {
      const name = keyOf(caller)
      const before = upToDate(state.accounts.get(name) ?? unused(caller.account, caller.region))
      const failure = nextFailure()
      const response = respond({
        ...state.quotas,
        edition,
        cryptography,
        principal: caller.principal,
        infrastructure: infrastructureBehind(state.configured),
        storesOfOtherAccounts: () => storesOfOthers(before.account, [...state.accounts.values()]),
        ...(ServiceFailure.is(failure) ? { failure } : { refusedWith: failure }),
        now: Math.floor(now()) / 1000,
        newCustomKeyStoreId: `cks-${randomBytes(9).toString('hex').slice(1)}` as CustomKeyStoreId,
        newKeyId: randomUUID() as string as KeyId,
        newGrantId: randomBytes(32).toString('hex') as GrantId,
        requestId: randomUUID()
      })(request)(before.account)
      const end = now() + (connectionDelay === 'manual' ? Infinity : connectionDelay)
      hold(name, heldAfter(response.account, end)(before))
      if (response.infrastructureChange) change(response.infrastructureChange)
      return response.answer
    },

    accounts: () => {
      catchUp()
      return [...state.accounts.values()].map(({ account }) => account)
    },

    infrastructure: () => state.configured.facts,

    changeInfrastructure: change,

    settle: (id) => onStore(id, settledIn),

    report: (id, what) => onStore(id, reported(id, what)),

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
