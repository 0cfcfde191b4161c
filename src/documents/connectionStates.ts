import { connectionStates } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { updatableMembers } from '../editions/Edition.js'
import { defaultEdition, type EditionName, editionNames, editions } from '../editions/editions.js'
import { membersUpdatableIn } from '../rules/connectionState.js'
import { row, stateOperations, type Cell } from './cells.js'
import type { Kind } from '../possible/examples.js'
import { assumption, document, page, table } from './markdown.js'

const kindOf: Readonly<Record<CustomKeyStoreType, Kind>> = {
  AWS_CLOUDHSM: 'AWS_CLOUDHSM',
  EXTERNAL_KEY_STORE: 'PUBLIC_ENDPOINT'
}

const shortened = (exception: string): string =>
  exception.replace('CustomKeyStoreInvalidStateException', 'InvalidState')

const text = ({ outcome, assumes, standing }: Cell): string => {
  const what = 'state' in outcome ? `→ ${outcome.state}` : `✗ ${shortened(outcome.exception)}`
  const mark =
    assumes === undefined ? (standing === 'documented' ? '' : ` (${standing})`) : ` (${assumption(assumes)})`
  return what + mark
}

const operationsTable = (edition: EditionName, type: CustomKeyStoreType): ReadonlyArray<string> =>
  table(
    ['Operation', ...connectionStates, 'Source'],
    stateOperations.map((operation) => {
      const cells = row(edition, operation, kindOf[type])
      const cited = [...new Set(cells.map(({ source }) => page(source)))]
      return [operation, ...cells.map(text), cited.join(', ')]
    })
  )

const updateTable = (type: CustomKeyStoreType): ReadonlyArray<string> =>
  table(
    ['Member', ...editionNames],
    updatableMembers[type].map((member) => [
      member,
      ...editionNames.map((edition) => {
        const states = connectionStates.filter((state) =>
          membersUpdatableIn(edition, type, state).includes(member)
        )
        return states.length === connectionStates.length ? 'any' : states.join(', ')
      })
    ])
  )

const editionLines = (edition: EditionName): ReadonlyArray<string> => [
  `## ${edition}${edition === defaultEdition ? ' (the default)' : ''}`,
  '',
  `Follows ${editions[edition].follows}.`,
  '',
  ...customKeyStoreTypes.flatMap((type) => [`### ${type}`, '', ...operationsTable(edition, type), ''])
]

/** Operation by state, for each type of store and each edition. */
export const connectionStatesDocument = (): string =>
  document(
    'Connection states',
    'What each operation does with a custom key store in each ConnectionState, when everything else is in order.',
    '`→` the operation is accepted, and the state right after it; `✗` the exception that answers otherwise.',
    'InvalidState is CustomKeyStoreInvalidStateException. The row of UpdateCustomKeyStore is for a new name.',
    'A cell without a mark is documented; a number leads to what was [assumed](assumptions.md).',
    'CreateCustomKeyStore makes a store that is DISCONNECTED; DescribeCustomKeyStores is valid in every state.',
    '',
    ...editionNames.flatMap(editionLines),
    '## Where the editions differ',
    '',
    'In which states UpdateCustomKeyStore may carry a member. Beside this, only developer-guide differs: it lets',
    'ConnectCustomKeyStore run from DISCONNECTED alone.',
    '',
    ...customKeyStoreTypes.flatMap((type) => [`### ${type}`, '', ...updateTable(type), ''])
  )
