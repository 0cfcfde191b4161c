import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { commandLine, type Read } from './commandLine.js'
import { argument, editionOption, fileName, flag, oneOf, option } from './options.js'

/** The options of `replay`, read. */
export interface ReplayOptions {
  readonly file: string
  readonly json: boolean
  /** The one that the history names, or the default, if there is none. */
  readonly edition: EditionName | undefined
}

const stories = ['cloudhsm', 'external-vpc'] as const

/** Beside the program in the package, and beside its source. */
const storyFile = (name: string): string => join(import.meta.dirname, '../../docs/stories', `${name}.jsonl`)

const notes = `Without --edition, the history says which edition is followed; the default is ${defaultEdition}.

The steps of a history:
  {"facts": {"clusters": [{"clusterId": "cluster-abcdefghijk", "kmsuser": {"passwordMatches": false}}]}}
  {"operation": "ConnectCustomKeyStore", "request": {"CustomKeyStoreId": "cks-00000000000000001"}}
  {"settle": "cks-00000000000000001"}
  {"report": {"CustomKeyStoreId": "cks-00000000000000001", "attempt": 1, "outcome": "connectionSucceeded"}}
  {"advance": {"days": 7}}
docs/stories/README.md of this package describes all of their members.

Exit code: 0 when every line was a step, whether it was accepted or refused; 1 when a line was not;
2 for a wrong command line.
`

export const replayLine = () =>
  commandLine('replay', {
    intro:
      'Replays a history of custom key stores: the infrastructure behind them, requests, and what AWS KMS does by itself.',
    notes,
    examples: ['$ replay --story cloudhsm', '$ replay history.jsonl']
  })
    .addArgument(argument('[FILE]', 'the history, one JSON object per line; - for standard input', fileName))
    .addOption(
      option('--story <NAME>', 'a history that comes with this package, in place of FILE', oneOf(stories))
    )
    .addOption(flag('--json', 'print one JSON object for each step, instead of text'))
    .addOption(editionOption())

type Line = ReturnType<typeof replayLine>

export const readReplay = (
  { json, edition, story }: ReturnType<Line['opts']>,
  [file]: Line['processedArgs']
): Read<ReplayOptions> => {
  const read = (file: string): Read<ReplayOptions> => E.right({ file, json: json === true, edition })
  if (story === undefined) return file === undefined ? E.left('FILE is missing, or --story') : read(file)
  return file === undefined ? read(storyFile(story)) : E.left('FILE and --story exclude each other')
}
