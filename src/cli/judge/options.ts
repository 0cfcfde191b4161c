import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { defaultEdition } from '../../rules/editions.js'
import type { Settings } from '../../spec/judge/StoreJudgement.js'
import { isEdition, noEdition } from '../editionOption.js'

/** What `judge` has been asked for. */
export interface JudgeOptions {
  readonly files: ReadonlyArray<string>
  readonly json: boolean
  readonly settings: Settings
}

const options = {
  json: { type: 'boolean', default: false },
  edition: { type: 'string', default: defaultEdition },
  window: { type: 'string', default: '900' },
  'consistent-within': { type: 'string', default: '60' }
} as const

const seconds = (name: string, text: string): E.Either<string, number> =>
  /^\d{1,9}$/.test(text)
    ? E.right(Number(text))
    : E.left(`${name} must be a number of seconds, not '${text}'`)

/** Reads the command line; or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>): E.Either<string, JudgeOptions> =>
  pipe(
    E.tryCatch(
      () => parseArgs({ args: [...args], options, allowPositionals: true }),
      (error) => E.toError(error).message.replace(/\. .*/s, '')
    ),
    E.chain(({ values: { json, edition, ...values }, positionals: files }) => {
      if (files.length === 0) return E.left('a FILE is missing, or - for standard input')
      if (!isEdition(edition)) {
        return E.left(noEdition(edition))
      }
      return pipe(
        E.Do,
        E.apS('window', seconds('--window', values.window)),
        E.bind('consistentWithin', () => seconds('--consistent-within', values['consistent-within'])),
        E.map((times) => ({ files, json, settings: { edition, ...times } }))
      )
    })
  )
