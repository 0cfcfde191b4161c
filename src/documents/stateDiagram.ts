import { defaultEdition } from '../editions/editions.js'
import { arrows, type Arrow } from './arrows.js'
import { document } from './markdown.js'

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

/** The page with that diagram. @example documents.stateDiagramDocument().split('\n')[0] //=> '# State diagram' */
export const stateDiagramDocument = (): string =>
  document(
    'State diagram',
    'Every change of ConnectionState that an operation or KMS itself can make. An operation that is accepted and is not',
    'drawn leaves the state as it is; whatever else is not drawn is refused. An outage of the backing key store changes no',
    'state.',
    '',
    stateDiagram()
  )
