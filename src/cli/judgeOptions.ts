import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { defaultEdition } from '../editions/editions.js'
import type { Settings } from '../judge/StoreJudgement.js'
import { edition, parsed, wholeNumber, type Read } from './commandLine.js'

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

/** Reads the command line; or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>): Read<JudgeOptions> =>
  pipe(
    parsed(args, { options, allowPositionals: true }),
    E.chain(({ values: { json, edition: name, ...values }, positionals: files }) => {
      if (files.length === 0) return E.left('a FILE is missing, or - for standard input')
      return pipe(
        E.Do,
        E.apS('edition', edition(name)),
        E.apS('window', wholeNumber('--window', values.window)),
        E.apS('consistentWithin', wholeNumber('--consistent-within', values['consistent-within'])),
        E.map((settings) => ({ files, json, settings }))
      )
    })
  )
