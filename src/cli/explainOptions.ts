import { statSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { operationNames } from '../operations/index.js'
import { commandLine, type Read } from './commandLine.js'
import { caseOf, type AskedCase, type Case } from './explainCase.js'
import { jsonFile } from './jsonFile.js'
import { anyText, argument, editionOption, flag, oneOf, option, stateOption } from './options.js'
import { keysOption, pendingOption, readKind, typeOption, vpcOption } from './storeOptions.js'

/** The options of `explain`, read. */
export interface ExplainOptions extends Pick<AskedCase, 'kind' | 'state'>, Case {
  readonly operation: OperationName
  readonly type: CustomKeyStoreType
  readonly edition: EditionName
  /** Whether to list the rules that do not apply as well. */
  readonly all: boolean
  readonly json: boolean
}

const notes = `JSON is an object, or @ and the name of a file with one.
The facts are what is not in order behind the store, as in {"cluster":{"hsms":[]}}: members of "cluster", "proxy"
and "vpcEndpointService", of which the others are healthy; null for one that does not exist; "failure" is an
exception of AWS KMS itself.

Exit code: 0, whether the operation is accepted or refused; 2 for a wrong command line.
`

export const explainLine = () =>
  commandLine('explain', {
    intro:
      'Shows what an operation does with a custom key store in a state, and every rule that is checked. Everything that is not said is in order; UpdateCustomKeyStore changes the name, unless --request has other members.',
    notes,
    examples: [
      '$ explain ConnectCustomKeyStore --state FAILED',
      `$ explain CreateKey --state CONNECTED --facts '{"cluster":{"hsms":[]}}'`,
      '$ explain DeleteCustomKeyStore --state DISCONNECTED --keys 0 --pending 7'
    ]
  })
    .addArgument(argument('<OPERATION>', 'the operation', oneOf(operationNames)))
    .addOption(stateOption())
    .addOption(typeOption())
    .addOption(vpcOption())
    .addOption(option('--request <JSON>', 'members of the request, in place of those of a good one', anyText))
    .addOption(option('--facts <JSON>', 'what is not in order behind the store', anyText))
    .addOption(keysOption())
    .addOption(pendingOption())
    .addOption(flag('--all', 'list the rules that do not apply as well'))
    .addOption(editionOption().default(defaultEdition))
    .addOption(flag('--json', 'print one JSON object, with all rules, instead of text'))

type Line = ReturnType<typeof explainLine>

const largestFile = 1_048_576

/** A file that somebody has written, and no device that goes on for ever. */
const smallJsonFile = (file: string): Read<unknown> => {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile()) return E.left(`${file} is no file`)
  if (found !== undefined && found.size > largestFile) {
    return E.left(`${file} has more than ${String(largestFile)} bytes`)
  }
  return jsonFile(file)
}

const parsed = (name: string, text: string): Read<unknown> => {
  if (text.startsWith('@')) return smallJsonFile(text.slice(1))
  return E.tryCatch(
    () => JSON.parse(text) as unknown,
    () => `${name} must be JSON, or @ and the name of a file with JSON`
  )
}

/** The object that an option gives, if it is given. */
const readObject = (
  name: string,
  text: string | undefined
): Read<Readonly<Record<string, unknown>> | undefined> =>
  text === undefined
    ? E.right(undefined)
    : pipe(
        parsed(name, text),
        E.filterOrElse(
          (value): value is Record<string, unknown> => t.UnknownRecord.is(value),
          () => `${name} must be a JSON object`
        )
      )

export const readExplain = (
  { all, json, request, facts, keys, pending, vpc, ...options }: ReturnType<Line['opts']>,
  [operation]: Line['processedArgs']
): Read<ExplainOptions> =>
  pipe(
    E.Do,
    E.apS('kind', readKind(options.type, vpc === true)),
    E.apS('request', readObject('--request', request)),
    E.apS('facts', readObject('--facts', facts)),
    E.bind('asked', ({ kind, request, facts }) =>
      caseOf(operation, { kind, state: options.state, request, facts, keys, pending })
    ),
    E.map(({ kind, asked }) => ({
      operation,
      kind,
      ...asked,
      all: all === true,
      json: json === true,
      ...options
    }))
  )
