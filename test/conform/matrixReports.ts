/** Reports as they are written in JSON, and three of them that show all that the matrix can show. */
import type { Column } from '../../src/conform/matrix/index.js'
import { columnWith } from './hostileReport.js'

type Json = Readonly<Record<string, unknown>>

export const jsonReport = (changed: Json = {}): Json => ({
  schema: 'urn:kms-custom-key-store:conform-report:1',
  version: '0.1.0',
  date: '2026-11-24T09:15:00.000Z',
  name: 'an emulator',
  edition: 'exception-text-2022',
  checks: [],
  faults: [],
  ...changed
})

export const jsonCheck = (id: string, outcome: Json, changed: Json = {}): Json => ({
  id,
  type: 'AWS_CLOUDHSM',
  says: `CreateKey: ${id}`,
  outcome,
  ...changed
})

export const jsonDifference = {
  rule: 'answerIsAwsJson',
  says: 'An answer is JSON.',
  source: 'aws-json-1_1',
  standing: 'documented',
  expected: 'an id',
  got: 'nothing'
}

/** `difference`: what the difference has in place of its own. */
export const jsonFault = (id: string, difference: Json = {}, changed: Json = {}): Json => ({
  id,
  operation: 'CreateKey',
  difference: { ...jsonDifference, ...difference },
  allowedBy: [],
  seenIn: ['broken'],
  ...changed
})

export const columnOf = (changed: Json = {}): Column => columnWith((text) => text, jsonReport(changed))

export const rulesPage = 'https://docs.example/rules.md'
export const smithy = 'https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html'
export const aws = 'https://docs.aws.amazon.com/kms/latest/APIReference'

const external = { type: 'EXTERNAL_KEY_STORE' }

/** Has each mark but the blank one: a broken rule of two answers, and one that is only assumed. */
const everyMark = columnOf({
  name: 'every mark',
  implementationVersion: '2.0',
  checks: [
    jsonCheck('kept', { is: 'as documented' }),
    jsonCheck('broken', { is: 'different', faults: ['order', 'number'] }),
    jsonCheck('assumed', { is: 'different', faults: ['order'] }),
    jsonCheck('open', { is: 'left open' }, { says: 'DeleteCustomKeyStore: open' }),
    jsonCheck(
      'unreached',
      { is: 'not reached', why: 'it never ends' },
      { says: 'DeleteCustomKeyStore: late' }
    ),
    jsonCheck('unsure', { is: 'not useful', faults: ['nothing'] }, { says: 'A store is gone', ...external }),
    jsonCheck(
      'absent',
      { is: 'not implemented', operation: 'ListKeys' },
      { says: 'A key is gone', ...external }
    )
  ],
  faults: [
    jsonFault(
      'order',
      { rule: 'listIsSorted', says: 'A list is sorted.', source: 'API_ListKeys', standing: 'assumed' },
      { operation: 'ListKeys', seenIn: ['broken', 'assumed'] }
    ),
    jsonFault('nothing'),
    jsonFault(
      'number',
      { got: 'a number' },
      { allowedBy: ['exception-text-2022', 'developer-guide'], seenIn: ['broken', 'random histories'] }
    )
  ]
})

/** Without a version and without faults, and with a check that no other has. */
const sparse = columnOf({
  name: 'sparse',
  date: '2026-12-01T10:00:00Z',
  edition: 'developer-guide',
  checks: [jsonCheck('kept', { is: 'as documented' }), jsonCheck('added', { is: 'as documented' })]
})

/** Breaks nothing for certain: of its rules one was seen but once, and two have no place in the list of rules. */
const doubtful = columnOf({
  name: 'doubtful',
  implementationVersion: '3',
  checks: [jsonCheck('broken', { is: 'different', faults: ['strange'] })],
  faults: [
    jsonFault('once', { rule: 'isUnknown', source: 'nowhere' }, { reproduced: false }),
    jsonFault(
      'strange',
      { rule: 'isCited', source: 'API_CreateKey', standing: 'observed' },
      { operation: 'Unheard' }
    ),
    jsonFault('bare', { rule: 'isBare', source: 'nowhere', standing: 'assumed' }, { operation: 'Unheard' })
  ]
})

export const threeReports: ReadonlyArray<Column> = [everyMark, sparse, doubtful]
