import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { isModelled, type FunctionCall, type Functions } from './kmsTask.js'
import type { Value } from './Value.js'

const Calls = t.record(
  t.string,
  t.intersection([t.type({ operation: t.string }), t.partial({ input: t.unknown })])
)

/** Reads which calls functions make: by ARN or name, an operation of KMS and what it is asked with. */
export const readFunctions = (input: unknown): E.Either<string, Functions> =>
  pipe(
    decode(Calls)(input),
    E.mapLeft((violations) => report(violations).join('; ')),
    E.chain((calls) =>
      pipe(
        Object.entries(calls),
        E.traverseArray(
          ([name, { operation, input: template }]): E.Either<string, readonly [string, FunctionCall]> =>
            isModelled(operation)
              ? E.right([name, { operation, ...(template !== undefined && { input: template as Value }) }])
              : E.left(`${name}: operation must be one of KMS that is known here, not '${operation}'`)
        )
      )
    ),
    E.map(Object.fromEntries<FunctionCall>)
  )
