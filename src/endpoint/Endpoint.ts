import type * as E from 'fp-ts/lib/Either.js'
import type { Violation } from '../codec/decode.js'
import type { Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import type { Answer, Request } from '../protocol/http.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { AnsweredRequest } from './AnsweredRequest.js'
import type { Caller } from './Caller.js'
import type { Failing } from './Failing.js'
import type { Quotas } from './Options.js'

/** What is wrong with what an endpoint was told, which then has changed nothing; or else what came of it. */
export type Told<A> = E.Either<ReadonlyArray<Violation>, A>

/** A KMS endpoint of this process: it holds accounts, and lets time pass. Given
 * values of these types it throws nothing; and all but requests and reports is checked as well. */
export interface Endpoint {
  /** Answers a request of AWS JSON 1.1. */
  readonly answer: (caller: Caller, request: Request) => Answer
  /** Every account that has a store, in every Region. */
  readonly accounts: () => ReadonlyArray<Account>
  readonly infrastructure: () => InfrastructureFacts
  /** Changes what stands behind the stores, in the form of `withInfrastructureChange`; or tells what is wrong with the change. */
  readonly changeInfrastructure: (change: unknown) => Told<InfrastructureFacts>
  /** The latest requests that were answered since the beginning, the oldest first; at most 1,000 of them. */
  readonly requests: () => ReadonlyArray<AnsweredRequest>
  /** Ends what KMS is doing with the store of that id, in the way that follows from what stands behind it. */
  readonly settle: (id: string | undefined) => Told<CustomKeyStore>
  /** Does with the store of that id what KMS reports of it: `connectionSucceeded(attempt)` and so on. */
  readonly report: (
    id: string | undefined,
    what: (store: CustomKeyStore) => CustomKeyStore
  ) => Told<CustomKeyStore>
  /**
   * Lets requests be refused with an error, whatever they ask for, or KMS itself fail: those for one operation or for all, a number
   * of times or until told otherwise. Takes the place of what was told of the same operation.
   */
  readonly fail: (failing: Failing) => Told<void>
  /** Ends what `fail` began: of one operation, or of everything. */
  readonly recover: (operation?: OperationName) => Told<void>
  readonly changeQuotas: (quotas: Quotas) => Told<void>
  /** Lets so many seconds pass, up to the year 9999. */
  readonly advance: (seconds: number) => Told<void>
  /**
   * Forgets everything, and begins with an account, `{ account, infrastructure, now }`, or with stores of which anything may be left
   * out, `{ stores, AccountId, Region, infrastructure, now }`. Where `infrastructure` is given, only what it lists exists; `now` is in
   * seconds since 1970. What KMS is at work on then ends only by `settle` or `report`. What begins later does too after `account`, and
   * goes on for the `connectionDelay` of the endpoint after `stores`, unless the world has a `connectionDelay` of its own.
   */
  readonly begin: (world: unknown) => Told<void>
  /** Forgets every request and every change, and begins again as it was made. */
  readonly reset: () => void
}
