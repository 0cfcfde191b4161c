import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames } from '../operations/index.js'
import { commandLine, type Read } from './commandLine.js'
import { argument, editionOption, flag, oneOf, option, stateOption } from './options.js'

/** The options of `explain`, read. */
export interface ExplainOptions {
  readonly operation: OperationName
  readonly state: ConnectionState
  readonly type: CustomKeyStoreType
  readonly edition: EditionName
  readonly json: boolean
}

export const explainLine = () =>
  commandLine('explain', {
    intro:
      'Shows what an operation does with a custom key store in a state, and every rule that is checked. Everything except the state is assumed to be in order; UpdateCustomKeyStore changes the name.',
    notes: 'Exit code: 0, whether the operation is accepted or refused; 2 for a wrong command line.\n',
    examples: ['$ explain ConnectCustomKeyStore --state FAILED']
  })
    .addArgument(argument('<OPERATION>', 'the operation', oneOf(operationNames)))
    .addOption(stateOption())
    .addOption(
      option('--type <TYPE>', 'the type of the store', oneOf(customKeyStoreTypes)).default('AWS_CLOUDHSM')
    )
    .addOption(editionOption().default(defaultEdition))
    .addOption(flag('--json', 'print one JSON object, instead of text'))

type Line = ReturnType<typeof explainLine>

export const readExplain = (
  { json, ...options }: ReturnType<Line['opts']>,
  [operation]: Line['processedArgs']
): Read<ExplainOptions> => E.right({ operation, json: json === true, ...options })
