import { byEdition, defaultEdition, editionNames, editions, type EditionName } from '../editions/editions.js'
import { updatableMembers } from '../editions/updatableMembers.js'
import type { ValidStates, ValidStatesByType } from '../editions/ValidStates.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { operationNames, operationsByName } from '../operations/index.js'
import { markdownTable } from '../codec/markdownTable.js'

type ByEdition = Readonly<Record<EditionName, ValidStates>>

/** Something that some states make valid: an operation whatever it carries, or an update that carries a member. */
interface Row {
  readonly name: string
  readonly states: ByEdition
}

/** One row for both types of store where every edition makes no difference between them, or else one for each. */
const operationRows = (
  name: string,
  validIn: Readonly<Record<EditionName, ValidStatesByType>>
): ReadonlyArray<Row> => {
  const rowOf = (type: CustomKeyStoreType): Row => ({
    name: `${name} of ${type}`,
    states: byEdition((edition) => validIn[edition][type])
  })
  const [row, other] = [rowOf('AWS_CLOUDHSM'), rowOf('EXTERNAL_KEY_STORE')]
  return editionNames.every((edition) => row.states[edition] === other.states[edition])
    ? [{ ...row, name }]
    : [row, other]
}

const rows = (): ReadonlyArray<Row> => [
  ...operationNames.flatMap((name) => {
    const { validIn } = operationsByName[defaultEdition][name]
    return validIn === undefined ? [] : operationRows(name, validIn)
  }),
  ...customKeyStoreTypes.flatMap((type) =>
    Object.entries<ByEdition>(updatableMembers[type]).map(([member, states]) => ({
      name: `${member} of ${type}`,
      states
    }))
  )
]

const statesIn = ({ states }: Row, edition: EditionName): ReadonlyArray<ConnectionState> =>
  connectionStates.filter((state) => states[edition][state])

const listed = (states: ReadonlyArray<ConnectionState>): string =>
  states.length === connectionStates.length ? 'any' : states.join(', ')

/** The edition before one: the last of the same text, or else the last of all. */
const before = (edition: EditionName): EditionName | undefined => {
  const earlier = editionNames.slice(0, editionNames.indexOf(edition))
  return earlier.filter((other) => editions[other].text === editions[edition].text).at(-1) ?? earlier.at(-1)
}

const changed = (row: Row, edition: EditionName, than: EditionName): ReadonlyArray<string> => {
  const [now, then] = [statesIn(row, edition), statesIn(row, than)]
  const added = now.filter((state) => !then.includes(state))
  const removed = then.filter((state) => !now.includes(state))
  const changes = [
    ...(added.length === 0 ? [] : [`also ${added.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`no longer ${removed.join(', ')}`])
  ]
  return changes.length === 0 ? [] : [`  - ${row.name}: ${changes.join('; ')}`]
}

const changesOf = (edition: EditionName): ReadonlyArray<string> => {
  const than = before(edition)
  if (than === undefined) return []
  return [`- ${edition}, against ${than}:`, ...rows().flatMap((row) => changed(row, edition, than))]
}

export const historyTitle = "How a member's rule has changed"

/** The states in which each edition makes what valid, side by side, and the changes of each. */
export const historySection = (): ReadonlyArray<string> => [
  `## ${historyTitle}`,
  '',
  'The states in which an operation is valid, and in which UpdateCustomKeyStore may carry a member, from the oldest',
  'edition to the newest. The first row dates the text that each edition follows.',
  '',
  ...markdownTable(
    ['Operation or member', ...editionNames],
    [
      ['', ...editionNames.map((edition) => editions[edition].follows)],
      ...rows().map((row) => [row.name, ...editionNames.map((edition) => listed(statesIn(row, edition)))])
    ]
  ),
  '',
  'The changes of each edition against the one before it of the same text, or else against the one before it in the',
  'table.',
  '',
  ...editionNames.flatMap(changesOf)
]
