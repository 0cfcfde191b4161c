import type { KeyInStore } from '../rules/keyState.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { citing } from '../rules/Rule.js'
import type { KeyOperation } from './Callable.js'
import type { Decision } from './Decision.js'
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
      /** The facts, found in what is given with the request. */
      readonly facts: (asked: AboutKey<Given, Request>) => Facts
      /** The subject of the rules. */
      readonly subject: (facts: Facts, store: CustomKeyStore, key: KmsKey) => Subject
      readonly decides: Decision<Subject, X, After>
    },
    ..._: Documented<Name, X | Unfound>
  ): KeyOperation<Name, Facts, After, X, Request, Unfound, Given, Answer> => {
    const decides = stated.retold(citing(is.source))
    return Object.assign(
      (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) =>
        decides.decide(subject(known, store, key)),
      {
        explain: (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) =>
          decides.explain(subject(known, store, key)),
        ...made(
          andThen(
            find,
            stage(
              (asked: AboutKey<Given, Request>) => subject(facts(asked), asked.found.store, asked.found.key),
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
