import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { assumptions } from '../assumptions.js'
import type { StateOperation } from '../questions/stateAfter.js'
import type { Finding } from '../questions/explain.js'
import { ConnectionState, connectionStates } from '../model/ConnectionState.js'
import { CustomKeyStoreType, customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { defaultEdition, type EditionName, editionNames, editions } from '../editions/editions.js'
import { sources } from '../sources.js'
import { cell, findingsInState, stateOperations, type Cell } from '../documents/cells.js'
import type { Kind } from '../possible/examples.js'
import type { Command } from './Command.js'
import { edition, parsed, wrongCommandLine, type Read } from './commandLine.js'
import { wrapped } from './layout.js'
import type { Style } from './style.js'

const help = `Tells what an operation does with a custom key store in a state, and every rule that has a say in it.

Usage: kms-custom-key-store explain OPERATION --state STATE [OPTIONS]

OPERATION is one of ${stateOperations.slice(0, 4).join(', ')},
${stateOperations.slice(4).join(', ')}. All but the state is taken to be in order; the Update is one of the name.

Options:
  --state STATE    ${connectionStates.join(', ')}
  --type TYPE      ${customKeyStoreTypes.join(' or ')} (AWS_CLOUDHSM)
  --edition NAME   The edition of AWS's text to follow (${defaultEdition}).
                   One of ${editionNames.join(', ')}
  --json           One JSON object, instead of text
  -h, --help       Show this text

Exit code: 0, whether the operation is accepted or refused; 2 for a wrong command line.

Example:
  kms-custom-key-store explain ConnectCustomKeyStore --state FAILED
`

interface Options {
  readonly operation: StateOperation
  readonly state: ConnectionState
  readonly type: CustomKeyStoreType
  readonly edition: EditionName
  readonly json: boolean
}

const options = {
  state: { type: 'string' },
  type: { type: 'string', default: 'AWS_CLOUDHSM' },
  edition: { type: 'string', default: defaultEdition },
  json: { type: 'boolean', default: false }
} as const

const isOperation = (name: string): name is StateOperation =>
  (stateOperations as ReadonlyArray<string>).includes(name)

const readArguments = (args: ReadonlyArray<string>): Read<Options> =>
  pipe(
    parsed(args, { options, allowPositionals: true }),
    E.chain(({ values: { state, type, edition: name, json }, positionals: [operation, ...others] }) => {
      if (operation === undefined || others.length > 0) return E.left('one OPERATION is needed')
      if (!isOperation(operation)) {
        return E.left(`no operation '${operation}'; the operations are: ${stateOperations.join(', ')}`)
      }
      if (!ConnectionState.is(state)) return E.left(`--state must be one of: ${connectionStates.join(', ')}`)
      if (!CustomKeyStoreType.is(type)) {
        return E.left(`--type must be one of: ${customKeyStoreTypes.join(', ')}`)
      }
      return pipe(
        edition(name),
        E.map((edition) => ({ operation, state, type, edition, json }))
      )
    })
  )

const kindOf: Readonly<Record<CustomKeyStoreType, Kind>> = {
  AWS_CLOUDHSM: 'AWS_CLOUDHSM',
  EXTERNAL_KEY_STORE: 'PUBLIC_ENDPOINT'
}

const verdict = (style: Style, { outcome }: Cell): string =>
  'state' in outcome ? `${style.good('→')} ${outcome.state}` : style.bad(`✗ ${outcome.exception}`)

const mark = (style: Style, { verdict }: Finding): string => {
  if (verdict === 'holds') return style.good('✓')
  return verdict === 'does not hold' ? style.bad('✗') : style.faint('·')
}

const indent = 4

const ruleLines = (style: Style, finding: Finding): ReadonlyArray<string> => [
  `  ${mark(style, finding)} ${wrapped(finding.says, indent).join(`\n${' '.repeat(indent)}`)}`,
  style.faint(`    or ${finding.otherwise}; ${sources[finding.source].url}`)
]

const assumed = (style: Style, { assumes }: Cell): ReadonlyArray<string> =>
  assumes === undefined
    ? []
    : ['', ...wrapped(`${assumes}. ${assumptions[assumes].says}`, 0).map((line) => style.changing(line))]

const text = (style: Style, { operation, state, type, edition }: Options): string => {
  const kind = kindOf[type]
  const what = cell(edition, operation, kind)(state)
  return [
    `${style.strong(operation)} on a store of type ${type} that is ${state}: ${verdict(style, what)}`,
    style.faint(`Edition ${edition}: ${editions[edition].follows}.`),
    ...assumed(style, what),
    '',
    'Rules, in the order in which they are looked at (✓ holds, ✗ does not, · does not apply):',
    ...findingsInState(edition, operation, kind)(state).flatMap((finding) => ruleLines(style, finding)),
    ''
  ].join('\n')
}

const json = (asked: Options): string => {
  const { operation, state, type, edition } = asked
  const kind = kindOf[type]
  const rules = findingsInState(edition, operation, kind)(state)
  return `${JSON.stringify({ operation, state, type, edition, ...cell(edition, operation, kind)(state), rules })}\n`
}

const run: Command['run'] = async (args, console) => {
  const read = readArguments(args)
  if (E.isLeft(read)) return wrongCommandLine(console, 'explain', read.left)
  await console.print(read.right.json ? json(read.right) : text(console.style, read.right))
  return 0
}

export const explain: Command = {
  summary: 'Tell what an operation does in a state, and why',
  help,
  run
}
