import * as E from 'fp-ts/lib/Either.js'

/** The message of JSON.parse quotes the text, which may hold a secret; only the position is taken from it. */
const notJson = (error: unknown): string => {
  const position = /position (\d+)/.exec(String(error))?.[1]
  return position === undefined ? 'not JSON' : `not JSON, at character ${String(Number(position) + 1)}`
}

/** The value of a JSON text. Left: `not JSON`, with the place of the error, counted from 1, where it is known. */
export const parsedJson = (text: string): E.Either<string, unknown> =>
  E.tryCatch(() => JSON.parse(text) as unknown, notJson)
