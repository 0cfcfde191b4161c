import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import {
  allFindingKinds,
  findingKinds,
  readFunctions,
  type FindingKind,
  type Functions,
  type Stores
} from '../testing/workflow/index.js'
import { machinesIn, type NamedMachine } from './checkDocument.js'
import { commandLine, type Read } from './commandLine.js'
import { readFrom } from './jsonFile.js'
import { argument, editionOption, fileName, option, type OptionValue } from './options.js'
import { outputFile } from './outputFile.js'

/** The options of `check`, read. */
export interface CheckOptions {
  readonly file: string
  readonly machines: ReadonlyArray<NamedMachine>
  /** The input of the execution; undefined: nothing is known of it. */
  readonly input: unknown
  readonly functions: Functions
  readonly stores: Partial<Stores>
  readonly without: ReadonlyArray<FindingKind>
  readonly edition: EditionName
  /** Whether the report is printed as JSON. */
  readonly json: boolean
  /** Files to write the report and the diagram to. */
  readonly jsonFile: string | undefined
  readonly diagram: string | undefined
}

const kinds = Object.entries(findingKinds).map(([name, says]) => `  ${name.padEnd(18)} ${says}\n`)

const notes = `What is found, by name:
${kinds.join('')}
FILE is JSON or YAML: a definition in Amazon States Language, or a template of CloudFormation or SAM,
of which every state machine is checked. Without --input nothing is known of the input: a Choice on it
goes every way, and an id of a store in it is that of the store. The file of --functions:
  {"NameOrArn":{"operation":"ConnectCustomKeyStore","input":{"CustomKeyStoreId.$":"$.id"}}}

Exit code: 0 when nothing is found, as far as could be read; 1 when something is; 2 for a wrong command
line, when a definition cannot be read or asks KMS for nothing, or when not all of it was looked at.
`

type StoreWord = CustomKeyStoreType | ConnectionState

const listOf = <A extends string>(choices: ReadonlyArray<A>): OptionValue<ReadonlyArray<A>> => ({
  is: `some of ${choices.join(', ')}, separated by commas`,
  read: (text) =>
    pipe(
      text.split(','),
      O.traverseArray((name) => O.fromNullable(choices.find((choice) => choice === name)))
    )
})

export const checkLine = () =>
  commandLine('check', {
    intro:
      'Checks a workflow of AWS Step Functions against everything that KMS may answer: each fault with the shortest path that shows it.',
    notes,
    examples: ['$ check poll.asl.json', '$ check template.yaml --functions calls.json --diagram faults.md']
  })
    .addArgument(argument('<FILE>', 'the workflow', fileName))
    .addOption(option('--input <FILE>', 'the input of the execution, as JSON', fileName))
    .addOption(option('--functions <FILE>', 'which calls Lambda functions make, as JSON', fileName))
    .addOption(
      option(
        '--store <WORDS>',
        'only stores of these types and in these states',
        listOf([...customKeyStoreTypes, ...connectionStates])
      ).default<ReadonlyArray<StoreWord>>(
        [],
        'a store of each type in each state, or none where the workflow creates one'
      )
    )
    .addOption(
      option('--without <NAMES>', 'what is not to be looked for', listOf(allFindingKinds)).default(
        [],
        'nothing'
      )
    )
    .addOption(editionOption().default(defaultEdition))
    .addOption(
      option(
        '--json [FILE]',
        'print the report as one JSON object, instead of text; or write that to a file, next to the text',
        fileName
      )
    )
    .addOption(
      option(
        '--diagram <FILE>',
        'also write the workflow with its faults marked, as Mermaid in Markdown',
        fileName
      )
    )

type Line = ReturnType<typeof checkLine>
type Options = ReturnType<Line['opts']>

/** Types and states by the words that name them; without any of a sort, all. */
const storesOf = (words: Options['store']): Partial<Stores> => {
  const types = customKeyStoreTypes.filter((type) => words.includes(type))
  const states = connectionStates.filter((state) => words.includes(state))
  return { ...(types.length > 0 && { types }), ...(states.length > 0 && { states }) }
}

export const readCheck = (
  { input, functions, store, without, edition, json, diagram }: Options,
  [file]: Line['processedArgs']
): Read<CheckOptions> =>
  pipe(
    E.Do,
    E.apS('machines', machinesIn(file)),
    E.bind('input', () => readFrom<unknown>(input, E.right, undefined)),
    E.bind('functions', () => readFrom<Functions>(functions, readFunctions, {})),
    E.bind('jsonFile', () => outputFile('--json', typeof json === 'string' ? json : undefined)),
    E.bind('diagram', () => outputFile('--diagram', diagram)),
    E.map((read) => ({ ...read, file, stores: storesOf(store), without, edition, json: json === true }))
  )
