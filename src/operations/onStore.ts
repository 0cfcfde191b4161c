import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { citing } from '../rules/Rule.js'
import type { StoreOperation, StoreRequestOperation } from './Callable.js'
import type { Decision } from './Decision.js'
import { made, type Documented, type Made } from './Operation.js'
import { namedStore, stage, andThen, type AboutStore, type NamesStore } from './Stage.js'

/** An operation on one store, but for what its rules look at. */
interface OnStore<Name extends OperationName, Given, Request, Facts, Subject, X, After, Answer> extends Omit<
  Made<Name, Given, Request, X, After, Answer>,
  'stage'
> {
  /** The facts, found in the account and in what is given with the request. */
  readonly facts: (asked: AboutStore<Given, Request>) => Facts
  readonly decides: Decision<Subject, X, After>
}

type NotFound = Exception<'CustomKeyStoreNotFoundException'>

/**
 * An operation on one store: called with the facts and the store, or on an account, by the id in the request. `explain`
 * is called in the same way.
 */
export const onStore = <
  Name extends OperationName,
  Given,
  Request extends NamesStore,
  Facts,
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
  }: OnStore<Name, Given, Request, Facts, Subject, X, After, Answer> & {
    /** The subject of the rules. */
    readonly subject: (facts: Facts, store: CustomKeyStore) => Subject
  },
  ..._: Documented<Name, X | NotFound>
): StoreOperation<Name, Facts, After, X, Request, NotFound, Given, Answer> => {
  const decides = stated.retold(citing(is.source))
  return Object.assign((known: Facts) => (store: CustomKeyStore) => decides.decide(subject(known, store)), {
    explain: (known: Facts) => (store: CustomKeyStore) => decides.explain(subject(known, store)),
    ...made(
      andThen(
        namedStore,
        stage((asked: AboutStore<Given, Request>) => subject(facts(asked), asked.found.store), decides)
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
  Facts,
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
  }: OnStore<Name, Given, Request, Facts, Subject, X, After, Answer> & {
    /** The subject of the rules. */
    readonly subject: (facts: Facts, request: Request, store: CustomKeyStore) => Subject
  },
  ..._: Documented<Name, X | NotFound>
): StoreRequestOperation<Name, Facts, Request, After, X, NotFound, Given, Answer> => {
  const decides = stated.retold(citing(is.source))
  return Object.assign(
    (known: Facts) => (request: Request) => (store: CustomKeyStore) =>
      decides.decide(subject(known, request, store)),
    {
      explain: (known: Facts) => (request: Request) => (store: CustomKeyStore) =>
        decides.explain(subject(known, request, store)),
      ...made(
        andThen(
          namedStore,
          stage(
            (asked: AboutStore<Given, Request>) => subject(facts(asked), asked.request, asked.found.store),
            decides
          )
        ),
        answer,
        is
      )
    }
  )
}
