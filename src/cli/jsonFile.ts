import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Read } from './commandLine.js'

/** The contents of a file that an option names. */
export const jsonFile = (file: string): Read<unknown> =>
  E.tryCatch(
    () => JSON.parse(readFileSync(file, 'utf8')) as unknown,
    (error) =>
      error instanceof SyntaxError
        ? `${file} is not JSON`
        : `cannot read ${file}: ${E.toError(error).message}`
  )
