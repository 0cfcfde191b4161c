import { cloudHsmConnectionNeeds, externalConnectionNeeds } from '../connection/needs.js'
import { disconnectionSucceeds, reportsAreNumbered } from '../connection/process.js'
import { defaultEdition } from '../editions/editions.js'
import { describedKeyIsIncomplete } from '../model/responses/keyFromMetadata.js'
import { listedStoreIsIncomplete } from '../model/responses/storeFromListEntry.js'
import type { Part } from '../operations/Decision.js'
import { operationNames, operationsByName, type AnyOperation } from '../operations/index.js'
import { anyOperation } from '../conform/ruleAddress.js'
import * as conformStatements from '../conform/statements.js'
import { markdownTable } from '../codec/markdownTable.js'
import { assumption, document, page } from './markdown.js'
import { membersSection } from './members.js'
import { effectsTable, needsTable, rulesTables, statementsTable } from './statements.js'

const all: ReadonlyArray<AnyOperation> = operationNames.map((name) => operationsByName[defaultEdition][name])

const inCode = (permission: AnyOperation['permission']): string =>
  permission === 'decided by the grant' ? permission : `\`${permission}\``

/** The permission of an operation, and those that it needs besides. */
const permissions = ({ permission, furtherPermissions = [] }: AnyOperation): string =>
  [
    inCode(permission),
    ...furtherPermissions.map((further) => `${further.where} ${inCode(further.permission)}`)
  ].join(', and ')

const pagesTable = (): ReadonlyArray<string> =>
  markdownTable(
    ['Operation', 'Permission', 'Use across accounts', 'Answers before it is done', 'Page'],
    all.map((each) => [
      `[${each.operation}](#${each.operation.toLowerCase()})`,
      permissions(each),
      each.crossAccountUse,
      each.answersBeforeItIsDone ? 'yes' : 'no',
      page(each.source)
    ])
  )

const heading = (title: string, { title: part }: Part): string =>
  part === undefined ? `### ${title}` : `### ${title}, ${part}`

const exceptWhereDone = ({ doneBefore }: Part): ReadonlyArray<string> =>
  doneBefore === undefined
    ? []
    : [
        `Where ${doneBefore.where}, these rules are not asked, but for`,
        `\`${doneBefore.still}\`, and the answer is that of the earlier request.`,
        ''
      ]

const partSection = (operation: string, part: Part): ReadonlyArray<string> => [
  heading('Rules', part),
  '',
  ...exceptWhereDone(part),
  ...rulesTables(operation, part.rules),
  ...(part.follows.length === 0
    ? []
    : [heading('Effects', part), '', ...effectsTable(operation, part.follows), ''])
]

/** The rules that only a question about a state alone looks at. */
const ofStateAlone = ({ operation, inState = [], parts }: AnyOperation): ReadonlyArray<string> => {
  const asked = new Set(parts.flatMap(({ rules }) => rules.map(({ name }) => name)))
  const others = inState.filter(({ name }) => !asked.has(name))
  if (others.length === 0) return []
  return [
    '### Of a state alone',
    '',
    'Where nothing but the state is known, `stateAfter` and `operationsAllowed` look at this.',
    '',
    ...rulesTables(operation, others)
  ]
}

const operationSection = (operation: AnyOperation): ReadonlyArray<string> => [
  `## ${operation.operation}`,
  '',
  ...membersSection(operation),
  ...operation.parts.flatMap((part) => partSection(operation.operation, part)),
  ...ofStateAlone(operation)
]

/** A statement that is in several parts of an operation can be linked to where it stands first. */
const withoutSecondAnchors = (text: string): string => {
  const seen = new Set<string>()
  return text.replace(/<a id="([^"]+)"><\/a>/g, (anchor, id: string) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew ? anchor : ''
  })
}

/**
 * Every rule of every operation, in the order in which it is looked at, and what follows once all of them hold.
 *
 * @example
 * documents.rulesDocument().split('\n')[0] //=> '# Rules'
 */
export const rulesDocument = (): string =>
  withoutSecondAnchors(
    document(
      'Rules',
      'Every rule of every operation under the default edition, in the order in which it is looked at, which is assumed',
      `(${assumption('A1')}). The first that does not hold refuses with the exception of its row. An exception after \`or\` is as`,
      'right as the first one: AWS names both, or none. Once every rule holds the operation is accepted, and its effects',
      'follow.',
      'Other editions differ only in the states in which a store may be connected or updated: see',
      '[connection states](connection-states.md#where-editions-differ).',
      '',
      'The source is the page that states it. How sure it is, is its standing:',
      '',
      '- *documented*: the page says so, and names the exception; where the row has several, it is assumed which of them',
      '  answers;',
      '- *implied*: it follows from what the page says;',
      '- *assumed*: AWS may do otherwise;',
      '- *observed*: AWS may do otherwise, though users have seen it at AWS. *Seen* leads to where and when.',
      '',
      'A number leads to the [assumption](assumptions.md). After it stands what the assumption leaves open: the outcome, the',
      'answer to an accepted request, the order of the exceptions, or only the meaning of a word. Words in italics narrow a',
      'rule:',
      '',
      '- *Where …*: it is looked at only there.',
      '- *In some cases waived*: it is not asked for where the assumption says so.',
      "- *Never asked for*: AWS's text could be read to have this rule, but the model does not ask for it.",
      '',
      'Without saying so, a rule about a cluster is looked at only for an AWS CloudHSM key store, one about a proxy only for',
      'an external key store, and one about a VPC endpoint service only for one with VPC endpoint service connectivity.',
      '',
      'A request that breaks a rule about its members is refused with a ValidationException, or, where a member is of',
      'another JSON type than its own, with a SerializationException.',
      '',
      ...pagesTable(),
      '',
      ...all.flatMap(operationSection),
      `## ${anyOperation}`,
      '',
      'What AWS says of the answers of KMS, whatever the operation. `conform` holds an endpoint to it.',
      '',
      ...statementsTable(
        anyOperation,
        Object.values(conformStatements).sort((one, other) => (one.name < other.name ? -1 : 1))
      ),
      '',
      '## Connection',
      '',
      'A store that is CONNECTING has needs. KMS comes to them in the order in which they are listed, which is assumed',
      `(${assumption('A1')}). The first that is not met gives the ConnectionErrorCode with which the store becomes FAILED.`,
      '',
      '### Needs, AWS_CLOUDHSM',
      '',
      ...needsTable('Connection', cloudHsmConnectionNeeds),
      '',
      '### Needs, EXTERNAL_KEY_STORE',
      '',
      ...needsTable('Connection', externalConnectionNeeds),
      '',
      '### Reports',
      '',
      ...statementsTable('Connection', [disconnectionSucceeds, reportsAreNumbered]),
      '',
      '## A store read from DescribeCustomKeyStores',
      '',
      ...statementsTable('A store', [listedStoreIsIncomplete]),
      '',
      '## A KMS key read from DescribeKey',
      '',
      ...statementsTable('A key', [describedKeyIsIncomplete])
    )
  )
