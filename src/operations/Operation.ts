import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { RequestCodec } from '../codec/requestCodec.js'
import type { EditionName } from '../editions/editions.js'
import type { ValidStatesByType } from '../editions/ValidStates.js'
import type { ExceptionOf, OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import type { Empty } from '../model/responses/shown.js'
import type { TypeAndState } from '../rules/connectionState.js'
import { citing, type Rule } from '../rules/Rule.js'
import type { Source } from '../sources.js'
import type { Explanation, Part } from './Decision.js'
import type { Stage } from './Stage.js'
import type { KeyInStore } from '../rules/keyState.js'

/** A permission that a policy grants. */
export type Permission = `kms:${string}`

/** The page of an operation, apart from its rules. */
export interface Page {
  readonly source: Source
  /**
   * The permission that a policy must grant, unless the grant decides that the request names. A custom key store is not a
   * resource, so it cannot be narrowed to one.
   */
  readonly permission: Permission | 'decided by the grant'
  /** The permissions that it needs besides, each with where, in words. */
  readonly furtherPermissions?: ReadonlyArray<{ readonly where: string; readonly permission: Permission }>
  /** Whether it can be used on what belongs to another account. */
  readonly crossAccountUse: 'no' | 'yes' | 'not applicable'
  /** Whether the answer comes before the work is done, so that the outcome has to be read with another operation. */
  readonly answersBeforeItIsDone: boolean
  /** The resources that its answer shows, if it only shows them. */
  readonly shows?: 'stores' | 'keys'
  readonly relatedOperations: ReadonlyArray<string>
}

/** An operation on an account: refused, or an answer in AWS's form and the account after it. */
export type Answered<X, A> = E.Either<X, readonly [answer: A, account: Account]>

/** The answer of an operation without output. */
export const nothing: Empty = {}

/** An operation by its name, with its page and the form of its request and answer. */
interface Stated<Name extends OperationName, Request> extends Page {
  readonly operation: Name
  readonly request: RequestCodec<Request>
  /** Reads the output of AWS, leniently. */
  readonly response: t.Mixed
  /** The states in which AWS makes it valid, whatever it carries, through the editions. */
  readonly validIn?: Readonly<Record<EditionName, ValidStatesByType>>
  /** The rules that look at no more than the type and the state of a store; absent where there is no store yet. */
  readonly inState?: ReadonlyArray<Rule<{ readonly store: TypeAndState }>>
  /** The members of a request that name the keys with which it encrypts and decrypts. */
  readonly uses?: ReadonlyArray<'KeyId' | 'SourceKeyId' | 'DestinationKeyId'>
  /** The change of the infrastructure that an accepted request brings with it, in the form of `withInfrastructureChange`. */
  readonly putsRight?: (
    infrastructure: Infrastructure,
    request: Request,
    account: Account
  ) => object | undefined
  /** A good request in AWS's own JSON, without the ids in it: for a store, with a key in it. */
  readonly example?: (of: KeyInStore) => Readonly<Record<string, unknown>>
}

/** The parts from which an operation is made; among them its stages, and the answer with the account after it. */
export interface Made<Name extends OperationName, Given, Request, X, After, Answer> extends Stated<
  Name,
  Request
> {
  readonly stage: Stage<Given, Request, undefined, X, After>
  readonly answer: (
    after: After,
    asked: { readonly given: Given; readonly request: Request; readonly account: Account }
  ) => readonly [answer: Answer, account: Account]
}

/** An operation by its AWS name: all that the model knows of it. */
export interface Operation<Name extends OperationName, Given, Request, X, Answer> extends Stated<
  Name,
  Request
> {
  /** Its rules, in the order in which they are looked at. */
  readonly parts: ReadonlyArray<Part>
  readonly onAccount: (
    given: Given
  ) => (request: Request) => (account: Account) => E.Either<X, readonly [answer: Answer, account: Account]>
  readonly explainOnAccount: (given: Given) => (request: Request) => (account: Account) => Explanation
}

/**
 * No further arguments, unless an exception is not listed on the page of the operation: then one more, which no call
 * gives. So an undocumented exception does not compile.
 */
export type Documented<Name extends OperationName, X extends { readonly name: string }> = [
  X['name']
] extends [ExceptionOf<Name>['name'] | 'ValidationException']
  ? []
  : [undocumented: Exclude<X['name'], ExceptionOf<Name>['name'] | 'ValidationException'>]

export const operation = <
  Name extends OperationName,
  Given,
  Request,
  X extends { readonly name: string },
  After,
  Answer
>(
  { stage, answer, ...is }: Made<Name, Given, Request, X, After, Answer>,
  ..._: Documented<Name, X>
): Operation<Name, Given, Request, X, Answer> => made(stage, answer, is)

/** The same, once it is known that its exceptions are documented. */
export const made = <Name extends OperationName, Given, Request, X, After, Answer>(
  stage: Stage<Given, Request, undefined, X, After>,
  answer: Made<Name, Given, Request, X, After, Answer>['answer'],
  is: Omit<Made<Name, Given, Request, X, After, Answer>, 'stage' | 'answer'>
): Operation<Name, Given, Request, X, Answer> => {
  const { parts, decide, explain } = stage.retold(citing(is.source))
  return {
    ...is,
    parts,
    onAccount: (given) => (request) => (account) => {
      const asked = { given, request, account, found: undefined }
      const decided = decide(asked)
      return E.isLeft(decided) ? decided : E.right(answer(decided.right, asked))
    },
    explainOnAccount: (given) => (request) => (account) =>
      explain({ given, request, account, found: undefined })
  }
}
