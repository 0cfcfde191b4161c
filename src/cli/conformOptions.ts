import { randomInt } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { CustomKeyStoreType, customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { edition, jsonFile, parsed, wholeNumber, type Read } from './commandLine.js'
import { madeUp, readBackings, type Backings } from '../conform/drive/backings.js'
import type { Signer } from './signature.js'

/** What `conform` has been asked for. Times in milliseconds. */
export interface ConformOptions {
  readonly endpoint: URL
  readonly edition: EditionName
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly only: string
  readonly backings: Backings
  readonly signer: Signer
  readonly patience: number
  readonly timeout: number
  readonly histories: number
  readonly seed: number
  readonly json: boolean
  readonly junit: string | undefined
}

const options = {
  endpoint: { type: 'string' },
  'allow-aws': { type: 'boolean', default: false },
  edition: { type: 'string', default: defaultEdition },
  type: { type: 'string' },
  only: { type: 'string', default: '' },
  stores: { type: 'string' },
  region: { type: 'string' },
  patience: { type: 'string', default: '20000' },
  timeout: { type: 'string', default: '10000' },
  histories: { type: 'string', default: '100' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' }
} as const

type Environment = Readonly<Record<string, string | undefined>>

const isOfAws = ({ hostname }: URL): boolean =>
  /(^|\.)(amazonaws\.com(\.cn)?|api\.aws|amazonaws\.eu)$/.test(hostname)

const address = (text: string | undefined, allowAws: boolean): Read<URL> => {
  if (text === undefined) return E.left('--endpoint is missing')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return E.left(`--endpoint must be an address that begins with http:// or https://, not '${text}'`)
  }
  return isOfAws(url) && !allowAws
    ? E.left(
        `${url.hostname} is AWS, where stores and keys are real and cost money; add --allow-aws if that is meant`
      )
    : E.right(url)
}

const ofType = (type: string | undefined): Read<ReadonlyArray<CustomKeyStoreType>> => {
  if (type === undefined) return E.right(customKeyStoreTypes)
  return CustomKeyStoreType.is(type)
    ? E.right([type])
    : E.left(`--type must be one of: ${customKeyStoreTypes.join(', ')}`)
}

const told = (file: string | undefined): Read<Backings> =>
  file === undefined
    ? E.right(madeUp)
    : pipe(
        jsonFile(file),
        E.chain((input) =>
          pipe(
            readBackings(input),
            E.mapLeft((wrong) => `${file}: ${wrong}`)
          )
        )
      )

const isRegion = (region: string): boolean => /^[a-z0-9-]{1,32}$/.test(region)

/** As the AWS clients find them; an endpoint that verifies no signature is content with any. */
const signerFrom = (region: string | undefined, environment: Environment): Read<Signer> => {
  const found = region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1'
  return isRegion(found)
    ? E.right({
        accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '111122223333',
        secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? 'any',
        sessionToken: environment['AWS_SESSION_TOKEN'],
        region: found
      })
    : E.left(`'${found}' is no name of a Region`)
}

const mostSeeds = 2 ** 31 - 1

/** Reads the command line; or says what is wrong with it. */
export const readOptions = (args: ReadonlyArray<string>, environment: Environment): Read<ConformOptions> =>
  pipe(
    parsed(args, { options }),
    E.chain(({ values: { only, json, junit, ...values } }) =>
      pipe(
        E.Do,
        E.apS('edition', edition(values.edition)),
        E.apS('endpoint', address(values.endpoint, values['allow-aws'])),
        E.apS('types', ofType(values.type)),
        E.apS('signer', signerFrom(values.region, environment)),
        E.apS('patience', wholeNumber('--patience', values.patience)),
        E.apS('timeout', wholeNumber('--timeout', values.timeout)),
        E.apS('histories', wholeNumber('--histories', values.histories)),
        E.apS('seed', wholeNumber('--seed', values.seed ?? String(randomInt(mostSeeds) % 1_000_000_000))),
        E.bind('backings', () => told(values.stores)),
        E.map((read) => ({ ...read, only, json, junit }))
      )
    )
  )
