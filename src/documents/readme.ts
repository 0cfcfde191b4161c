import { connectionStates } from '../model/ConnectionState.js'
import { identity } from 'fp-ts/lib/function.js'
import { defaultEdition, editionsInWords, elsewhere } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { cell, row, stateOperations, wrongState, type Cell } from './cells.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { kindOf } from '../possible/examples.js'
import { typeInWords } from '../rules/connectionState.js'
import { markdownTable } from '../codec/markdownTable.js'
import { stateDiagram } from './stateDiagram.js'

const text = ({ outcome }: Cell): string => {
  if ('state' in outcome) return outcome.state
  return outcome.exception === wrongState ? '✗' : outcome.exception
}

/** The cells of which other editions make something else, one to a line. */
const elsewhereLines = (operation: OperationName, type: CustomKeyStoreType): ReadonlyArray<string> =>
  connectionStates.flatMap((state) =>
    elsewhere(
      (edition) => text(cell(edition, operation, kindOf[type])(state)),
      identity
    )(defaultEdition).map(
      ({ editions, is }) =>
        `- ${operation} of ${typeInWords[type]} that is ${state}: ${is} under ${editionsInWords(editions)}`
    )
  )

/**
 * Operation by state, for an AWS CloudHSM key store: the state right after it, or ✗ where it is refused; and the cells in
 * which other editions differ.
 */
const stateTable = (): string =>
  [
    ...markdownTable(
      ['', ...connectionStates],
      stateOperations.map((operation) => [
        operation,
        ...row(defaultEdition, operation, 'AWS_CLOUDHSM').map(text)
      ])
    ),
    '',
    "AWS's texts disagree in some cells; the table is that of the default edition, and `under(edition)` has the others:",
    '',
    ...customKeyStoreTypes.flatMap((type) =>
      stateOperations.flatMap((operation) => elsewhereLines(operation, type))
    )
  ].join('\n')

const parts = { 'state diagram': stateDiagram, 'state table': stateTable }

/** A text with its made parts, each between its own marks, made again. */
export const withMadeParts = (readme: string): string =>
  Object.entries(parts).reduce((before, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
    const from = before.indexOf(start)
    const to = before.indexOf(end)
    return from < 0 || to < 0
      ? before
      : `${before.slice(0, from)}${start}\n\n${make()}\n\n${before.slice(to)}`
  }, readme)
