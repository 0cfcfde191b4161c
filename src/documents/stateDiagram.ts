import { defaultEdition } from '../editions/editions.js'
import { arrows, type Arrow } from './arrows.js'

const node = (state: Arrow['from'] | Arrow['to']): string =>
  state === 'start' || state === 'deleted' ? '[*]' : state

/**
 * The arrows that the transitions really take, as a Mermaid diagram.
 *
 * @example
 * documents.stateDiagram().split('\n')[0] //=> '```mermaid'
 */
export const stateDiagram = (): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...arrows(defaultEdition).map(({ from, by, to }) => `  ${node(from)} --> ${node(to)}: ${by}`),
    '```'
  ].join('\n')
