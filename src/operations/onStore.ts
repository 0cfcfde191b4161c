import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { fitting, fittingNames, namesBehind, storeAsNamed, type NamesBehind } from '../model/fitting.js'
import { citing } from '../rules/Rule.js'
import type { StoreOperation, StoreRequestOperation } from './Callable.js'
import type { Decision } from './Decision.js'
import { gathered, inAccount, type From } from './gather.js'
import { made, type Documented, type Made } from './Operation.js'
import { namedStore, stage, andThen, type AboutStore, type NamesStore } from './Stage.js'

/** An operation on one store, but for what its rules look at. */
interface OnStore<
  Name extends OperationName,
  Given,
  Request,
  In,
  Facts,
  Subject,
  X,
  After,
  Answer
> extends Omit<Made<Name, Given, Request, X, After, Answer>, 'stage'> {
  /** The facts, found in the account and in what is given with the request. */
  readonly facts: (asked: AboutStore<Given, Request, In>) => Facts
  readonly decides: Decision<Subject, X, After>
}

type NotFound = Exception<'CustomKeyStoreNotFoundException'>

/**
 * An operation on one store: called with the facts and the store, or on an account, by the id in the request. `explain`
 * is called in the same way, and `facts` with the circumstances in place of the facts.
 */
export const onStore = <
  Name extends OperationName,
  Given,
  Request extends NamesStore,
  In,
  Facts extends object,
  Subject,
  X extends { readonly name: string },
  After,
  Answer
>(
  {
    facts,
    subject,
    decides: stated,
    answer,
    ...is
  }: OnStore<Name, Given, Request, In, Facts, Subject, X, After, Answer> & {
    /** The subject of the rules. */
    readonly subject: (facts: Facts, store: CustomKeyStore) => Subject
  },
  ..._: Documented<Name, X | NotFound>
): StoreOperation<Name, Facts, After, X, Request, NotFound, Given, Answer, In> => {
  const decides = stated.retold(citing(is.source))
  const found = inAccount(facts)
  const about = (known: Facts, store: CustomKeyStore): Subject =>
    subject(fitting(is.operation, known, store), store)
  return Object.assign((known: Facts) => (store: CustomKeyStore) => decides.decide(about(known, store)), {
    explain: (known: Facts) => (store: CustomKeyStore) => decides.explain(about(known, store)),
    facts:
      (from: From<Given, In>) =>
      (store: CustomKeyStore): Facts =>
        gathered(facts, from, { CustomKeyStoreId: store.CustomKeyStoreId } as Request, { store }),
    ...made(
      andThen(
        namedStore,
        stage(
          (asked: AboutStore<Given, Request, Account>) => subject(found(asked), asked.found.store),
          decides
        )
      ),
      answer,
      is
    )
  })
}

/** The same, for an operation whose request says more than which store it is about. */
export const onStoreAsRequested = <
  Name extends OperationName,
  Given,
  Request extends NamesStore,
  In,
  Facts extends object,
  Subject,
  X extends { readonly name: string },
  After,
  Answer
>(
  {
    facts,
    subject,
    names = (_, store) => namesBehind(store),
    decides: stated,
    answer,
    ...is
  }: OnStore<Name, Given, Request, In, Facts, Subject, X, After, Answer> & {
    /** The subject of the rules. */
    readonly subject: (facts: Facts, request: Request, store: CustomKeyStore) => Subject
    /** What the facts are about, where the request can name something else than what stands behind the store. */
    readonly names?: (request: Request, store: CustomKeyStore) => NamesBehind
  },
  ..._: Documented<Name, X | NotFound>
): StoreRequestOperation<Name, Facts, Request, After, X, NotFound, Given, Answer, In> => {
  const decides = stated.retold(citing(is.source))
  const found = inAccount(facts)
  const about = (known: Facts, request: Request, store: CustomKeyStore): Subject => {
    const named = storeAsNamed(is.operation, request, store)
    return subject(fittingNames(is.operation, known, names(request, named)), request, named)
  }
  return Object.assign(
    (known: Facts) => (request: Request) => (store: CustomKeyStore) =>
      decides.decide(about(known, request, store)),
    {
      explain: (known: Facts) => (request: Request) => (store: CustomKeyStore) =>
        decides.explain(about(known, request, store)),
      facts:
        (from: From<Given, In>) =>
        (request: Request) =>
        (store: CustomKeyStore): Facts =>
          gathered(facts, from, request, { store: storeAsNamed(is.operation, request, store) }),
      ...made(
        andThen(
          namedStore,
          stage(
            (asked: AboutStore<Given, Request, Account>) =>
              subject(found(asked), asked.request, asked.found.store),
            decides
          )
        ),
        answer,
        is
      )
    }
  )
}
