import type { OperationName } from '../exceptions/documentedExceptions.js'
import { fittingNames, type NamesBehind } from '../model/fitting.js'
import { citing } from '../rules/Rule.js'
import type { RequestOperation } from './Callable.js'
import type { Decision } from './Decision.js'
import { gathered, inAccount, type From } from './gather.js'
import { made, type Documented, type Made } from './Operation.js'
import { stage, type Asked } from './Stage.js'

/** An operation on an account that names nothing that has to exist: called with the facts and the request. */
export const onRequest = <
  Name extends OperationName,
  Given,
  Request,
  In,
  Facts extends object,
  Subject,
  X extends { readonly name: string },
  After,
  Answer
>(
  {
    facts,
    names,
    subject,
    decides: stated,
    answer,
    ...is
  }: Omit<Made<Name, Given, Request, X, After, Answer>, 'stage'> & {
    /** The facts, found in the account and in what is given with the request. */
    readonly facts: (asked: Asked<Given, Request, unknown, In>) => Facts
    /** What the facts are about. */
    readonly names: (request: Request) => NamesBehind
    /** The subject of the rules. */
    readonly subject: (facts: Facts, request: Request) => Subject
    readonly decides: Decision<Subject, X, After>
  },
  ..._: Documented<Name, X>
): RequestOperation<Name, Facts, Request, After, X, Given, Answer, In> => {
  const decides = stated.retold(citing(is.source))
  const found = inAccount(facts)
  const about = (known: Facts, request: Request): Subject =>
    subject(fittingNames(is.operation, known, names(request)), request)
  return Object.assign((known: Facts) => (request: Request) => decides.decide(about(known, request)), {
    explain: (known: Facts) => (request: Request) => decides.explain(about(known, request)),
    facts:
      (from: From<Given, In>) =>
      (request: Request): Facts =>
        gathered(facts, from, request, undefined),
    ...made(
      stage((asked: Asked<Given, Request>) => subject(found(asked), asked.request), decides),
      answer,
      is
    )
  })
}
