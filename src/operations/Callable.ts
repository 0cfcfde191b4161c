import type * as E from 'fp-ts/lib/Either.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Explanation } from './Decision.js'
import type { From } from './gather.js'
import type { Operation } from './Operation.js'

/**
 * An operation that is called with its facts and a request, such as `create(facts)(request)`. `After`: what is there when it
 * is accepted; `X`: the exceptions that refuse it. `Given`, and the account `In` where it is looked into: from what the facts
 * are gathered.
 */
export interface RequestOperation<
  Name extends OperationName,
  Facts,
  Request,
  After,
  X,
  Given,
  Answer,
  In
> extends Operation<Name, Given, Request, X, Answer> {
  (facts: Facts): (request: Request) => E.Either<X, After>
  readonly explain: (facts: Facts) => (request: Request) => Explanation
  /** Gathers the facts about what the request names, and whatever else the operation looks at. */
  readonly facts: (from: From<Given, In>) => (request: Request) => Facts
}

/**
 * An operation that is called with its facts and a store, such as `connect(facts)(store)`. `Missing`: the exceptions that
 * only a request on an account can have, where the store is looked for.
 */
export interface StoreOperation<
  Name extends OperationName,
  Facts,
  After,
  X,
  Request,
  Missing,
  Given,
  Answer,
  In
> extends Operation<Name, Given, Request, X | Missing, Answer> {
  (facts: Facts): (store: CustomKeyStore) => E.Either<X, After>
  readonly explain: (facts: Facts) => (store: CustomKeyStore) => Explanation
  /** Gathers the facts about what stands behind a store, and whatever else the operation looks at. */
  readonly facts: (from: From<Given, In>) => (store: CustomKeyStore) => Facts
}

/** An operation that is called with its facts, a request and a store, such as `update(facts)(request)(store)`. */
export interface StoreRequestOperation<
  Name extends OperationName,
  Facts,
  Request,
  After,
  X,
  Missing,
  Given,
  Answer,
  In
> extends Operation<Name, Given, Request, X | Missing, Answer> {
  (facts: Facts): (request: Request) => (store: CustomKeyStore) => E.Either<X, After>
  readonly explain: (facts: Facts) => (request: Request) => (store: CustomKeyStore) => Explanation
  /** Gathers the facts about what the request names or stands behind the store, and whatever else it looks at. */
  readonly facts: (from: From<Given, In>) => (request: Request) => (store: CustomKeyStore) => Facts
}

/** An operation that is called with its facts, the store of a key and the key, such as `enableKey(facts)(store)(key)`. */
export interface KeyOperation<
  Name extends OperationName,
  Facts,
  After,
  X,
  Request,
  Missing,
  Given,
  Answer,
  In
> extends Operation<Name, Given, Request, X | Missing, Answer> {
  (facts: Facts): (store: CustomKeyStore) => (key: KmsKey) => E.Either<X, After>
  readonly explain: (facts: Facts) => (store: CustomKeyStore) => (key: KmsKey) => Explanation
  /** Gathers the facts from the request about the key and what is given with it. */
  readonly facts: (
    from: From<Given, In>
  ) => (request: Request) => (store: CustomKeyStore) => (key: KmsKey) => Facts
}
