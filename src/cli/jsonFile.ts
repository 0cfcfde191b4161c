import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Read } from './commandLine.js'

/** The contents of a file that an option names. */
export const jsonFile = (file: string): Read<unknown> =>
  E.tryCatch(
    () => JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown,
    (error) =>
      error instanceof SyntaxError
        ? `${file} is not JSON`
        : `cannot read ${file}: ${E.toError(error).message}`
  )

/** What a file of JSON holds, if one is named; a complaint names the file. */
export const readFrom = <A>(
  file: string | undefined,
  read: (input: unknown) => E.Either<string, A>,
  otherwise: A
): Read<A> =>
  file === undefined
    ? E.right(otherwise)
    : pipe(
        jsonFile(file),
        E.chain((input) =>
          pipe(
            read(input),
            E.mapLeft((wrong) => `${file}: ${wrong}`)
          )
        )
      )
