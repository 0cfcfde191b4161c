import { isIP } from 'node:net'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { report } from '../codec/decode.js'
import { AccountId } from '../model/identifiers.js'
import { endpoint, type Endpoint } from '../endpoint/Endpoint.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { edition, jsonFile, parsed, wholeNumber, type Read } from './commandLine.js'

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

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const aDay = 86_400_000

const delay = (text: string): Read<number | 'manual'> =>
  text === 'manual' ? E.right(text) : wholeNumber('--connection-delay', text, aDay)

const madeEndpoint = (
  edition: EditionName,
  file: string | undefined,
  connectionDelay: number | 'manual'
): Read<Endpoint> =>
  pipe(
    file === undefined ? E.right(undefined) : jsonFile(file),
    E.chain((infrastructure) =>
      pipe(
        endpoint({ edition, infrastructure, connectionDelay }),
        E.mapLeft((violations) => `${file ?? ''}: ${report(violations).join('; ')}`)
      )
    )
  )

/** Reads the command line; or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>): Read<ServeOptions> =>
  pipe(
    parsed(args, { options }),
    E.chain(({ values: { infrastructure: file, account, log, host, ...values } }) => {
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
        E.apS('edition', edition(values.edition)),
        E.apS('connectionDelay', delay(values['connection-delay'])),
        E.chain(({ port, edition, connectionDelay }) =>
          pipe(
            madeEndpoint(edition, file, connectionDelay),
            E.map((endpoint) => ({ port, host, log, account, endpoint }))
          )
        )
      )
    })
  )
