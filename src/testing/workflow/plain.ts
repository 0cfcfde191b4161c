import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'

/** The same as plain data, which it is where it comes from a file. */
export const plain = (u: unknown): E.Either<string, unknown> =>
  pipe(
    J.stringify(u),
    E.chain(J.parse),
    E.mapLeft(() => 'it is no JSON, or nested too deep')
  )
