import { defaultEdition, type EditionName, editionNames, editions } from '../editions/editions.js'
import { connectionStates } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { kindOf } from '../possible/examples.js'
import { row, stateOperations, wrongState, type Cell } from './cells.js'
import { historySection } from './history.js'
import { markdownTable } from '../codec/markdownTable.js'
import { assumption, document, page, seen } from './markdown.js'

/** The exception of a wrong state, as the tables abbreviate it. */
const shortName = 'InvalidState'

const mark = ({ assumes, standing, observed }: Cell): string => {
  const marks = [
    ...(standing === 'implied' || standing === 'observed' ? [standing] : []),
    ...assumes.map(assumption),
    ...(observed === undefined ? [] : [seen(observed)])
  ]
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`
}

const text = (cell: Cell): string => {
  const { outcome } = cell
  const what =
    'state' in outcome
      ? `→ ${outcome.state}`
      : `✗ ${outcome.exception === wrongState ? shortName : outcome.exception}`
  return what + mark(cell)
}

const operationsTable = (edition: EditionName, type: CustomKeyStoreType): ReadonlyArray<string> =>
  markdownTable(
    ['Operation', ...connectionStates, 'Source'],
    stateOperations.map((operation) => {
      const cells = row(edition, operation, kindOf[type])
      const cited = [...new Set(cells.map(({ source }) => page(source)))]
      return [operation, ...cells.map(text), cited.join(', ')]
    })
  )

const editionLines = (edition: EditionName): ReadonlyArray<string> => [
  `## ${edition}${edition === defaultEdition ? ' (the default)' : ''}`,
  '',
  `Follows ${editions[edition].follows}.`,
  '',
  ...customKeyStoreTypes.flatMap((type) => [`### ${type}`, '', ...operationsTable(edition, type), ''])
]

/**
 * Operation by state, for each type of store and each edition.
 *
 * @example
 * documents.connectionStatesDocument().split('\n')[0] //=> '# Connection states'
 */
export const connectionStatesDocument = (): string =>
  document(
    'Connection states',
    'Each table shows an operation on a custom key store in each ConnectionState, when everything else is in order.',
    '`→` the operation is accepted, and the state right after it; `✗` the exception that refuses it.',
    `${shortName} is ${wrongState}. The row of UpdateCustomKeyStore is for a new name.`,
    'A cell without a mark is documented; *implied* follows from what the page says. A number leads to the',
    '[assumption](assumptions.md) because of which AWS may do otherwise, or refuse with another exception; *observed* was',
    'seen at AWS and stays open, and *seen* leads to where and when.',
    'CreateCustomKeyStore makes a store that is DISCONNECTED; DescribeCustomKeyStores is valid in every state.',
    '',
    ...editionNames.flatMap(editionLines),
    ...historySection()
  )
