import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { readExpectedFailures, type ExpectedFailures } from '../conform/expectedFailures.js'
import { madeUp, readStoreProperties, type StorePropertiesByType } from '../conform/drive/storeProperties.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { allowed } from './awsAddress.js'
import { commandLine, type Read } from './commandLine.js'
import { intro, notes } from './conformWords.js'
import { faultsToReplay } from './faultsToReplay.js'
import { readFrom } from './jsonFile.js'
import { outputFile } from './outputFile.js'
import {
  anyText,
  editionOption,
  fileName,
  flag,
  oneOf,
  option,
  shortText,
  wholeNumber,
  type OptionValue
} from './options.js'
import type { ReportedFaults } from '../conform/reportedFaults.js'
import type { Signer } from './signature.js'
import { signerFor } from './signer.js'

/** The options of `conform`, read. Times in milliseconds, but `timeLimit` in seconds. */
export interface ConformOptions {
  readonly endpoint: URL
  readonly edition: EditionName
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly only: string
  readonly expectedFailures: ExpectedFailures | undefined
  readonly storeProperties: StorePropertiesByType
  readonly signer: Signer
  readonly patience: number
  readonly timeout: number
  readonly timeLimit: number
  readonly histories: number
  readonly seed: number
  /** Of the implementation, as the report has them. */
  readonly name: string | undefined
  readonly implementationVersion: string | undefined
  /** Whether the report is printed as JSON. */
  readonly json: boolean
  /** Files to write the report to. */
  readonly jsonFile: string | undefined
  readonly junit: string | undefined
  /** Whether the endpoint has the control interface, and the token for it. */
  readonly control: boolean
  readonly token: string | undefined
  /** What to play again, in place of everything else. */
  readonly replay: ReportedFaults | undefined
}

const httpUrl: OptionValue<URL> = {
  is: 'an address that begins with http:// or https://',
  read: (text) =>
    pipe(
      URL.canParse(text) ? O.some(new URL(text)) : O.none,
      O.filter(({ protocol }) => protocol === 'http:' || protocol === 'https:')
    )
}

/** Always the same, so that two runs on one implementation play the same histories. */
const defaultSeed = 1

export const conformLine = () =>
  commandLine('conform', { intro, notes, examples: ['$ conform --endpoint http://127.0.0.1:8080'] })
    .addOption(option('--endpoint <URL>', 'where the endpoint listens', httpUrl).makeOptionMandatory())
    .addOption(editionOption().default(defaultEdition))
    .addOption(option('--type <TYPE>', 'only stores of this type, not both', oneOf(customKeyStoreTypes)))
    .addOption(
      option(
        '--only <TEXT>',
        'only checks whose name contains TEXT, such as DeleteCustomKeyStore or /FAILED',
        anyText
      ).default('', 'all checks')
    )
    .addOption(
      option('--stores <FILE>', 'members to create stores with, if the endpoint validates them', fileName)
    )
    .addOption(
      option(
        '--expected-failures <FILE>',
        'rules that the endpoint is known to break, as a JSON list such as ["CreateKey storeExists"]',
        fileName
      )
    )
    .addOption(
      option(
        '--patience <MS>',
        'how long a store may stay CONNECTING or DISCONNECTING',
        wholeNumber()
      ).default(20_000)
    )
    .addOption(option('--timeout <MS>', 'how long an answer may take', wholeNumber()).default(10_000))
    .addOption(
      option(
        '--time-limit <S>',
        'after how many seconds nothing more is tried, and only what was made is removed',
        wholeNumber()
      ).default(3_600)
    )
    .addOption(option('--histories <N>', 'how many random histories', wholeNumber()).default(100))
    .addOption(
      option(
        '--seed <N>',
        'the seed of the random histories; another one plays others',
        wholeNumber()
      ).default(defaultSeed)
    )
    .addOption(
      option(
        '--region <NAME>',
        'the Region to sign for; without it that of AWS_REGION or AWS_DEFAULT_REGION, or us-east-1',
        anyText
      )
    )
    .addOption(flag('--allow-aws', 'allow an address of AWS itself'))
    .addOption(
      flag(
        '--control',
        'use the control interface of serve for what no request brings about; the endpoint loses everything'
      )
    )
    .addOption(
      option('--token <TEXT>', 'what the control interface asks for, if it does', anyText).env(
        'KMS_CONTROL_TOKEN'
      )
    )
    .addOption(
      option('--name <NAME>', 'what to call the implementation in the report, instead of its host', shortText)
    )
    .addOption(
      option(
        '--implementation-version <VERSION>',
        'the version of the implementation, for the report',
        shortText
      )
    )
    .addOption(
      option(
        '--json [FILE]',
        'print the report as one JSON object, instead of text; or write that to a file, next to the text',
        fileName
      )
    )
    .addOption(option('--junit <FILE>', 'also write the report as JUnit XML, for build servers', fileName))
    .addOption(
      option(
        '--replay <REPORT>',
        'only play the deviations of a report of --json again, and tell which of them still show up',
        fileName
      )
    )
    .addOption(
      option('--fault <ID>', 'of --replay only this one: its number in the report, or its id', anyText)
    )

type Options = ReturnType<ReturnType<typeof conformLine>['opts']>

export const readConform = ({
  endpoint,
  allowAws,
  type,
  region,
  stores,
  expectedFailures,
  control,
  token,
  json,
  junit,
  replay,
  fault,
  ...options
}: Options): Read<ConformOptions> =>
  pipe(
    E.Do,
    E.apS('endpoint', allowed(endpoint, allowAws === true)),
    E.apS('signer', signerFor(region)),
    E.bind('storeProperties', () => readFrom(stores, readStoreProperties, madeUp)),
    E.bind('expectedFailures', () =>
      readFrom<ExpectedFailures | undefined>(expectedFailures, readExpectedFailures, undefined)
    ),
    E.bind('jsonFile', () => outputFile('--json', typeof json === 'string' ? json : undefined)),
    E.bind('junit', () => outputFile('--junit', junit)),
    E.bind('replay', ({ jsonFile, junit }) => faultsToReplay(replay, fault, jsonFile ?? junit)),
    E.map((read) => ({
      ...options,
      ...read,
      types: type === undefined ? customKeyStoreTypes : [type],
      name: options.name,
      implementationVersion: options.implementationVersion,
      control: control === true,
      token,
      json: json === true
    }))
  )
