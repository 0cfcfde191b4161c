import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Decision } from './Decision.js'
import { made, type Documented, type Made } from './Operation.js'
import { keyNamedByValidArn, stage, andThen, type AboutKey, type Asked } from './Stage.js'

interface NamesKey {
  readonly KeyId: string
}

type NotFound = Exception<'InvalidArnException' | 'NotFoundException'>

/** An operation on one key: called with the facts, its store and the key, or on an account, by the id in the request. */
export const onKey = <
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
    decides,
    answer,
    ...is
  }: Omit<Made<Name, Given, Request, X, After, Answer>, 'stage'> & {
    /** The facts, found in what is given with the request. */
    readonly facts: (asked: AboutKey<Given, Request>) => Facts
    /** The subject of the rules. */
    readonly subject: (facts: Facts, store: CustomKeyStore, key: KmsKey) => Subject
    readonly decides: Decision<Subject, X, After>
  },
  ..._: Documented<Name, X | NotFound>
) =>
  Object.assign(
    (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) => decides.decide(subject(known, store, key)),
    {
      explain: (known: Facts) => (store: CustomKeyStore) => (key: KmsKey) =>
        decides.explain(subject(known, store, key)),
      ...made(
        andThen(
          keyNamedByValidArn(({ request }: Asked<Given, Request, undefined>) => request.KeyId),
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
