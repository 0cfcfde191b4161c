import { connectionStates } from '../model/ConnectionState.js'
import { defaultEdition } from '../editions/editions.js'
import { row, stateOperations, wrongState, type Cell } from './cells.js'
import { markdownTable } from '../codec/markdownTable.js'
import { stateDiagram } from './stateDiagram.js'

const text = ({ outcome }: Cell): string => {
  if ('state' in outcome) return outcome.state
  return outcome.exception === wrongState ? '✗' : outcome.exception
}

/** Operation by state, for an AWS CloudHSM key store: the state right after it, or ✗ where it is refused. */
const stateTable = (): string =>
  markdownTable(
    ['', ...connectionStates],
    stateOperations.map((operation) => [
      operation,
      ...row(defaultEdition, operation, 'AWS_CLOUDHSM').map(text)
    ])
  ).join('\n')

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
