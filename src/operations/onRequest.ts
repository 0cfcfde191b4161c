import type { OperationName } from '../exceptions/documentedExceptions.js'
import { citing } from '../rules/Rule.js'
import type { RequestOperation } from './Callable.js'
import type { Decision } from './Decision.js'
import { made, type Documented, type Made } from './Operation.js'
import { stage, type Asked } from './Stage.js'

/** An operation on an account that names nothing that has to exist: called with the facts and the request. */
export const onRequest = <
  Name extends OperationName,
  Given,
  Request,
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
  }: Omit<Made<Name, Given, Request, X, After, Answer>, 'stage'> & {
    /** The facts, found in the account and in what is given with the request. */
    readonly facts: (asked: Asked<Given, Request>) => Facts
    /** The subject of the rules. */
    readonly subject: (facts: Facts, request: Request) => Subject
    readonly decides: Decision<Subject, X, After>
  },
  ..._: Documented<Name, X>
): RequestOperation<Name, Facts, Request, After, X, Given, Answer> => {
  const decides = stated.retold(citing(is.source))
  return Object.assign((known: Facts) => (request: Request) => decides.decide(subject(known, request)), {
    explain: (known: Facts) => (request: Request) => decides.explain(subject(known, request)),
    ...made(
      stage((asked: Asked<Given, Request>) => subject(facts(asked), asked.request), decides),
      answer,
      is
    )
  })
}
