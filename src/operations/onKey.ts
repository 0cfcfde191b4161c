import type { KeyInStore } from '../rules/keyState.js'
import type { Account } from '../model/Account.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { fitting } from '../model/fitting.js'
import type { KmsKey } from '../model/KmsKey.js'
import { citing } from '../rules/Rule.js'
import type { KeyOperation } from './Callable.js'
import type { Decision } from './Decision.js'
import { gathered, inAccount, type From } from './gather.js'
import { made, type Documented, type Made } from './Operation.js'
import {
  andThen,
  keyByAnyName,
  namedKey,
  namedKeyOrAlias,
  stage,
  type AboutKey,
  type NamesKey,
  type Stage
} from './Stage.js'

/** An operation on one key: called with the facts, its store and the key, or on an account, by the name in the request. */
const onKeyFoundBy =
  <Unfound extends { readonly name: string }>(
    find: Stage<unknown, NamesKey, undefined, Unfound, KeyInStore>
  ) =>
  <
    Name extends OperationName,
    Given,
    Request extends NamesKey,
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
    }: Omit<Made<Name, Given, Request, X, After, Answer>, 'stage'> & {
      /** The facts, found in what is given with the request. */
      readonly facts: (asked: AboutKey<Given, Request, In>) => Facts
      /** The subject of the rules. */
      readonly subject: (facts: Facts, store: CustomKeyStore, key: KmsKey) => Subject
      readonly decides: Decision<Subject, X, After>
    },
    ..._: Documented<Name, X | Unfound>
  ): KeyOperation<Name, Facts, After, X, Request, Unfound, Given, Answer, In> => {
    const decides = stated.retold(citing(is.source))
    const found = inAccount(facts)
    const about = (known: Facts, store: CustomKeyStore, key: KmsKey): Subject =>
      subject(fitting(is.operation, known, store), store, key)
    return Object.assign(
      (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) => decides.decide(about(known, store, key)),
      {
        explain: (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) =>
          decides.explain(about(known, store, key)),
        facts:
          (from: From<Given, In>) =>
          (request: Request) =>
          (store: CustomKeyStore) =>
          (key: KmsKey): Facts =>
            gathered(facts, from, request, { store, key }),
        ...made(
          andThen(
            find,
            stage(
              (asked: AboutKey<Given, Request, Account>) =>
                subject(found(asked), asked.found.store, asked.found.key),
              decides
            )
          ),
          answer,
          is
        )
      }
    )
  }

/** An operation that takes the id or the ARN of a key, and tells a wrong ARN. */
export const onKey = onKeyFoundBy(namedKey)

/** An operation that takes an alias as well, and tells a wrong ARN. */
export const onKeyOrAlias = onKeyFoundBy(namedKeyOrAlias)

/** An operation that takes an alias as well, and tells a wrong ARN from no other that is not found. */
export const onKeyByAnyName = onKeyFoundBy(keyByAnyName)
