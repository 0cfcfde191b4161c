import { isIP } from 'node:net'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { report } from '../codec/decode.js'
import { secondsADay } from '../codec/Duration.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { Endpoint, Told } from '../endpoint/Endpoint.js'
import { rememberingEndpoint } from '../endpoint/inProcess.js'
import type { Memory } from '../endpoint/keptEntry.js'
import { AccountId } from '../model/identifiers.js'
import { commandLine, type Read } from './commandLine.js'
import { jsonFile } from './jsonFile.js'
import {
  anyText,
  editionOption,
  fileName,
  flag,
  oneOf,
  option,
  wholeNumber,
  type OptionValue
} from './options.js'

/** The options of `serve`, read. */
export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly log: 'text' | 'json'
  readonly account: AccountId | undefined
  /** Names and addresses by which it is reached, besides those of loopback. */
  readonly hosts: ReadonlyArray<string>
  /** What a request of the control interface must bring. */
  readonly token: string | undefined
  /** Makes the endpoint, with the memory if there is one. */
  readonly endpoint: (memory: Memory) => Told<Endpoint>
  /** The folder in which everything is kept; in memory without it. */
  readonly data: string | undefined
}

const intro = `Answers as AWS KMS does for custom key stores and the keys in them, for any AWS client.

Without --infrastructure, every cluster, proxy and VPC endpoint service that a request names exists and is healthy. Signatures are accepted and not verified. State is kept per account and Region, in memory, or with --data in a folder. Besides AWS's own interface, /_control/ changes the infrastructure and ends what KMS does by itself: see docs/endpoint.md.`

const oneDay = secondsADay * 1000

const delay: OptionValue<number | 'manual'> = {
  is: `${wholeNumber(oneDay).is}, or manual`,
  read: (text) => (text === 'manual' ? O.some(text) : wholeNumber(oneDay).read(text))
}

const accountId: OptionValue<AccountId> = { is: '12 digits', read: O.fromPredicate(AccountId.is) }

const folderName: OptionValue<string> = { is: 'the name of a folder', read: fileName.read }

const hostName = /^[\w.:-]{1,253}$/

const hostNames: OptionValue<ReadonlyArray<string>> = {
  is: 'names or addresses without ports, with commas between them',
  read: (text) => {
    const names = text.split(',').map((name) => name.trim())
    return names.every((name) => hostName.test(name)) ? O.some(names) : O.none
  }
}

/** As RFC 6750 lets it be. */
const bearerToken: OptionValue<string> = {
  is: '8 to 200 letters, digits and -._~+/',
  read: O.fromPredicate((text) => /^[\w.~+/-]{8,200}=*$/.test(text)),
  isSecret: true
}

export const serveLine = () =>
  commandLine('serve', {
    intro,
    notes:
      'Exit code: 0 when it is stopped; 1 when it cannot listen, or not use --data; 2 for a wrong command line.\n',
    examples: [
      '$ serve --port 8080',
      'aws kms describe-custom-key-stores --endpoint-url http://127.0.0.1:8080'
    ]
  })
    .addOption(
      option(
        '--port <N>',
        'where to listen; 0 takes a free port, which the first line of output names',
        wholeNumber(65_535)
      ).default(8080)
    )
    .addOption(option('--host <ADDRESS>', 'where to listen', anyText).default('127.0.0.1'))
    .addOption(flag('--allow-remote', 'allow a --host that is not loopback'))
    .addOption(
      option(
        '--allow-host <NAMES>',
        'further names by which clients reach it, with commas between them; it refuses others, for they may be those of a web page',
        hostNames
      ).default([], 'none')
    )
    .addOption(
      option(
        '--token <TEXT>',
        'what a request of /_control/ must bring as Authorization: Bearer TEXT',
        bearerToken
      ).env('KMS_CONTROL_TOKEN')
    )
    .addOption(
      option(
        '--infrastructure <FILE>',
        'the clusters, proxies and services that exist: JSON, in the form of the facts of a history',
        fileName
      )
    )
    .addOption(
      option(
        '--connection-delay <MS>',
        'how long a connection or disconnection takes; manual: until /_control/ ends it',
        delay
      ).default(1000)
    )
    .addOption(
      option('--account <ID>', 'the account of all requests; without it, the access key names it', accountId)
    )
    .addOption(
      option(
        '--data <DIR>',
        'keeps everything in this folder, for the next start, keys in the clear; needs the package libsql',
        folderName
      )
    )
    .addOption(editionOption().default(defaultEdition))
    .addOption(
      option(
        '--log <FORM>',
        'how each request is logged: a line of text, or one JSON object',
        oneOf(['text', 'json'])
      ).default('text')
    )

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** An endpoint that nobody keeps. */
export const noMemory: Memory = { entries: new Map(), keep: () => undefined }

const madeEndpoint = (
  edition: EditionName,
  file: string | undefined,
  connectionDelay: number | 'manual'
): Read<ServeOptions['endpoint']> =>
  pipe(
    file === undefined ? E.right(undefined) : jsonFile(file),
    E.map(
      (infrastructure) => (memory: Memory) =>
        rememberingEndpoint({ edition, infrastructure, connectionDelay }, memory)
    ),
    E.chainFirst((made) =>
      pipe(
        made(noMemory),
        E.mapLeft((violations) => `${file ?? ''}: ${report(violations).join('; ')}`)
      )
    )
  )

type Options = ReturnType<ReturnType<typeof serveLine>['opts']>

export const readServe = ({
  infrastructure,
  connectionDelay,
  edition,
  ...options
}: Options): Read<ServeOptions> => {
  const { port, host, log, account, allowRemote, allowHost, token, data } = options
  if (!isLoopback(host) && allowRemote !== true) {
    return E.left(
      `--host ${host} can be reached by others, and signatures are not verified; add --allow-remote if that is intended`
    )
  }
  return pipe(
    madeEndpoint(edition, infrastructure, connectionDelay),
    E.map((endpoint) => ({ port, host, log, account, endpoint, hosts: [host, ...allowHost], token, data }))
  )
}
