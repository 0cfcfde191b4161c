import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { report } from '../../model/decode.js'
import { AccountId } from '../../model/identifiers.js'
import { endpoint, type Endpoint } from '../../sdk/Endpoint.js'
import { defaultEdition, type EditionName } from '../../rules/editions.js'
import { isEdition, noEdition } from '../editionOption.js'

/** What `serve` has been asked for. */
export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly log: 'text' | 'json'
  readonly account: AccountId | undefined
  readonly endpoint: Endpoint
}

const options = {
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-remote': { type: 'boolean', default: false },
  edition: { type: 'string', default: defaultEdition },
  infrastructure: { type: 'string' },
  'connection-delay': { type: 'string', default: '1000' },
  account: { type: 'string' },
  log: { type: 'string', default: 'text' }
} as const

const wholeNumber = (name: string, text: string, most: number): E.Either<string, number> =>
  /^\d{1,10}$/.test(text) && Number(text) <= most
    ? E.right(Number(text))
    : E.left(`${name} must be a whole number from 0 to ${String(most)}, not '${text}'`)

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const aDay = 86_400_000

const delay = (text: string): E.Either<string, number | 'manual'> =>
  text === 'manual' ? E.right(text) : wholeNumber('--connection-delay', text, aDay)

const readInfrastructure = (file: string | undefined): E.Either<string, unknown> =>
  file === undefined
    ? E.right(undefined)
    : E.tryCatch(
        () => JSON.parse(readFileSync(file, 'utf8')) as unknown,
        (error) =>
          error instanceof SyntaxError
            ? `${file} is not JSON`
            : `cannot read ${file}: ${E.toError(error).message}`
      )

const madeEndpoint = (
  edition: EditionName,
  file: string | undefined,
  connectionDelay: number | 'manual'
): E.Either<string, Endpoint> =>
  pipe(
    readInfrastructure(file),
    E.chain((infrastructure) =>
      pipe(
        endpoint({ edition, infrastructure, connectionDelay }),
        E.mapLeft((violations) => `${file ?? ''}: ${report(violations).join('; ')}`)
      )
    )
  )

/** Reads the command line; or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>): E.Either<string, ServeOptions> =>
  pipe(
    E.tryCatch(
      () => parseArgs({ args: [...args], options }).values,
      (error) => E.toError(error).message.replace(/\. .*/s, '')
    ),
    E.chain(({ edition, infrastructure: file, account, log, host, ...values }) => {
      if (!isEdition(edition)) {
        return E.left(noEdition(edition))
      }
      if (account !== undefined && !AccountId.is(account)) return E.left('--account must be 12 digits')
      if (log !== 'text' && log !== 'json') return E.left("--log must be 'text' or 'json'")
      if (!isLoopback(host) && !values['allow-remote']) {
        return E.left(
          `--host ${host} is open to others, and signatures are not verified; add --allow-remote if that is meant`
        )
      }
      return pipe(
        E.Do,
        E.apS('port', wholeNumber('--port', values.port, 65_535)),
        E.bind('made', () => delay(values['connection-delay'])),
        E.chain(({ port, made }) =>
          pipe(
            madeEndpoint(edition, file, made),
            E.map((endpoint) => ({ port, host, log, account, endpoint }))
          )
        )
      )
    })
  )
