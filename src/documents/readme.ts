import { connectionStates } from '../model/ConnectionState.js'
import { identity } from 'fp-ts/lib/function.js'
import { defaultEdition, editionsInWords, elsewhere } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { cell, row, stateOperations, wrongState, type Cell } from './cells.js'
import { markdownTable } from '../codec/markdownTable.js'
import { stateDiagram } from './stateDiagram.js'

const text = ({ outcome }: Cell): string => {
  if ('state' in outcome) return outcome.state
  return outcome.exception === wrongState ? '✗' : outcome.exception
}

/** The cells of which other editions make something else, one to a line. */
const elsewhereLines = (operation: OperationName): ReadonlyArray<string> =>
  connectionStates.flatMap((state) =>
    elsewhere(
      (edition) => text(cell(edition, operation, 'AWS_CLOUDHSM')(state)),
      identity
    )(defaultEdition).map(
      ({ editions, is }) =>
        `- ${operation} of a store that is ${state}: ${is} under ${editionsInWords(editions)}`
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
    ...stateOperations.flatMap(elsewhereLines)
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
