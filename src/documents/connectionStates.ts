import { defaultEdition, type EditionName, editionNames, editions } from '../editions/editions.js'
import { connectionStates } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { kindOf } from '../possible/examples.js'
import { row, stateOperations, wrongState, type Cell } from './cells.js'
import { historySection, historyTitle } from './history.js'
import { stateDiagram } from './stateDiagram.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { markdownTable } from '../codec/markdownTable.js'
import { anchored, assumption, contents, document, page, seen } from './markdown.js'

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

type RowOf = readonly [operation: OperationName, type: CustomKeyStoreType]

const rowsOf = (type: CustomKeyStoreType): ReadonlyArray<RowOf> =>
  stateOperations.map((operation) => [operation, type])

/** The cells of a row and the pages that state them. */
const cellsOf = (edition: EditionName, [operation, type]: RowOf): ReadonlyArray<string> => {
  const cells = row(edition, operation, kindOf[type])
  const cited = [...new Set(cells.map(({ source }) => page(source)))]
  return [...cells.map(text), cited.join(', ')]
}

const columns = [...connectionStates, 'Source']

const typeLines = (type: CustomKeyStoreType): ReadonlyArray<string> => [
  `## ${type}`,
  '',
  ...markdownTable(
    ['Operation', ...columns],
    rowsOf(type).map(([operation]) => [
      anchored(`${type}-${operation}`, operation),
      ...cellsOf(defaultEdition, [operation, type])
    ])
  ),
  ''
]

interface Reading {
  readonly cells: ReadonlyArray<string>
  readonly editions: ReadonlyArray<EditionName>
}

/** The readings of a row, with the editions that have each. */
const readingsOf = (which: RowOf): ReadonlyArray<Reading> => {
  const byCells = new Map<string, Reading>()
  for (const edition of editionNames) {
    const cells = cellsOf(edition, which)
    const name = cells.join('|')
    byCells.set(name, { cells, editions: [...(byCells.get(name)?.editions ?? []), edition] })
  }
  return [...byCells.values()]
}

const differs = (which: RowOf): boolean => readingsOf(which).length > 1

const titleOf = ([operation, type]: RowOf): string => `${operation} of ${type}`

const named = (edition: EditionName): string => (edition === defaultEdition ? `**${edition}**` : edition)

const differenceLines = (which: RowOf): ReadonlyArray<string> => [
  `### ${titleOf(which)}`,
  '',
  ...markdownTable(
    ['Editions', ...columns],
    readingsOf(which).map(({ editions, cells }) => [editions.map(named).join(', '), ...cells])
  ),
  ''
]

const editionsTable = (): ReadonlyArray<string> =>
  markdownTable(
    ['Edition', 'Follows', 'Published now'],
    editionNames.map((edition) => [
      named(edition),
      editions[edition].follows,
      editions[edition].isPublished ? 'yes' : 'no'
    ])
  )

const whereEditionsDiffer = 'Where editions differ'
const asData = 'The tables as data'

/**
 * Operation by state: for each type of store under the default edition, and then what other editions say otherwise.
 *
 * @example
 * documents.connectionStatesDocument().split('\n')[0] //=> '# Connection states'
 */
export const connectionStatesDocument = (): string => {
  const differing = customKeyStoreTypes.flatMap(rowsOf).filter(differs)
  return document(
    'Connection states',
    ...contents(['How the states change', ...customKeyStoreTypes, whereEditionsDiffer, asData, historyTitle]),
    '',
    '## How the states change',
    '',
    'Every change of ConnectionState that an operation or KMS itself can make. An operation that is accepted and is not',
    'drawn leaves the state as it is; whatever else is not drawn is refused. An outage of the backing key store changes no',
    'state.',
    '',
    stateDiagram(),
    '',
    'The next two tables show an operation on a custom key store in each ConnectionState, when everything else is in order,',
    `under ${defaultEdition}, the default edition.`,
    '`→` the operation is accepted, and the state right after it; `✗` the exception that refuses it.',
    `${shortName} is ${wrongState}. The row of UpdateCustomKeyStore is for a new name.`,
    'A cell without a mark is documented; *implied* follows from what the page says. A number leads to the',
    '[assumption](assumptions.md) because of which AWS may do otherwise, or refuse with another exception; *observed* was',
    'seen at AWS and stays open, and *seen* leads to where and when.',
    'CreateCustomKeyStore makes a store that is DISCONNECTED; DescribeCustomKeyStores is valid in every state.',
    '',
    ...customKeyStoreTypes.flatMap(typeLines),
    `## ${whereEditionsDiffer}`,
    '',
    "AWS's texts have changed, and disagree on the rows below; of every other row all editions say the same.",
    '',
    ...editionsTable(),
    '',
    ...differing.flatMap(differenceLines),
    `## ${asData}`,
    '',
    '[states.json](states.json) has the same tables for programs, in any language: `editions[edition][type][operation][state]` is',
    'the state right after the operation, `deleted`, or the name of the exception; `settles[state]` is where KMS leads a store by',
    'itself; `defaultEdition` is the name of the default one.',
    '',
    '```js',
    "import { createRequire } from 'node:module'",
    '',
    "const { editions, defaultEdition } = createRequire(import.meta.url)('kms-custom-key-store/states.json')",
    "editions[defaultEdition].AWS_CLOUDHSM.ConnectCustomKeyStore.FAILED // 'CustomKeyStoreInvalidStateException'",
    '```',
    '',
    ...historySection()
  )
}
