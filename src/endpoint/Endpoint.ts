import type * as E from 'fp-ts/lib/Either.js'
import type { Violation } from '../codec/decode.js'
import type { Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import type { InfrastructureFacts } from '../model/Infrastructure.js'
import type { Answer, Request } from '../protocol/http.js'
import type { ErrorName } from '../protocol/imposed.js'
import type { Caller } from './Caller.js'
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
  /** Ends what KMS is doing with the store of that id, in the way that follows from what stands behind it. */
  readonly settle: (id: CustomKeyStoreId) => CustomKeyStore | undefined
  /** Does with the store of that id what KMS reports of it: `connectionSucceeded(attempt)` and so on. */
  readonly report: (
    id: CustomKeyStoreId,
    what: (store: CustomKeyStore) => CustomKeyStore
  ) => CustomKeyStore | undefined
  /** Lets KMS itself fail for the next requests, `times` of them, or refuses them with another error. */
  readonly fail: (failure: ErrorName, times: number) => Told<void>
  readonly changeQuotas: (quotas: Quotas) => Told<void>
  /** Lets so many seconds pass, up to the year 9999. */
  readonly advance: (seconds: number) => Told<void>
  /**
   * Forgets every account and every change, and begins with an account, `{ account, infrastructure, now }`: only the
   * infrastructure that is listed exists, if a list is given; `now` is in seconds since 1970. From then on what KMS is at
   * work on ends only by `settle` or `report`, until `reset`.
   */
  readonly begin: (world: unknown) => Told<void>
  /** Forgets every account and every change. */
  readonly reset: () => void
}
