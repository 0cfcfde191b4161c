/** What is told of a difference: the rule, what should have been, what was, and the same without what is of the case. */
import { describe, expect, it } from 'vitest'
import { withFaulty } from '../../src/conform/Belief.js'
import type { Difference } from '../../src/conform/Difference.js'
import { hear } from '../../src/conform/hear.js'
import type { CustomKeyStoreId } from '../../src/index.js'
import {
  byId,
  connect,
  connected,
  created,
  entry,
  heard,
  hsm,
  id,
  listed,
  reply,
  shows,
  type Told
} from './told.js'

const inShort = ({ rule, expected, got, kind }: Difference): string =>
  [rule, expected, got, ...(kind === got ? [] : [kind])].join(' | ')

/** How the last exchange is held, with the deviation and the flaws that it shows. */
const told = (...exchanges: ReadonlyArray<Told>): string => {
  const { held, deviation, flaws } = heard(exchanges)
  return [
    held,
    ...(deviation === undefined ? [] : [`${deviation.operation}: ${inShort(deviation.difference)}`]),
    ...flaws.map(({ operation, difference }) => `flaw of ${operation}: ${inShort(difference)}`)
  ].join('; ')
}

type Row = readonly [title: string, exchanges: ReadonlyArray<Told>, expected: string]

const store = (changes: object) => [created, shows('DISCONNECTED', changes)] as const
const code = (state: string, changes: object) => [created, connect, shows(state, changes)] as const
const all = (request: object, ...entries: ReadonlyArray<object>): ReadonlyArray<Told> => [
  created,
  ['DescribeCustomKeyStores', request, { CustomKeyStores: entries }]
]
const one = entry('DISCONNECTED')
const other = { ...one, CustomKeyStoreId: 'cks-2' }
const key = (...metadata: ReadonlyArray<object>): ReadonlyArray<Told> => [
  ...connected,
  [
    'CreateKey',
    { ...byId, Origin: 'AWS_CLOUDHSM' },
    metadata.length === 0 ? {} : { KeyMetadata: metadata[0] }
  ]
]
const whole = {
  KeyId: 'k',
  KeyState: 'Enabled',
  CustomKeyStoreId: id,
  Origin: 'AWS_CLOUDHSM',
  CloudHsmClusterId: 'cluster-abcdefghijk'
}
const create = (output: object, request: object = hsm): Told => ['CreateCustomKeyStore', request, output]
const connectAnswers = (reply: Told[2]): ReadonlyArray<Told> => [
  created,
  ['ConnectCustomKeyStore', byId, reply]
]

const described = 'different; DescribeCustomKeyStores:'
const flawed = 'as documented; flaw of'

describe.each<readonly [string, ReadonlyArray<Row>]>([
  [
    'a code of an error',
    [
      [
        'is missing',
        code('FAILED', {}),
        `${described} errorCodeIsOfFailed | FAILED, with a code of AWS_CLOUDHSM | FAILED, without a code`
      ],
      [
        'is null',
        code('FAILED', { ConnectionErrorCode: null }),
        `${described} errorCodeIsOfFailed | FAILED, with a code of AWS_CLOUDHSM | FAILED, without a code`
      ],
      [
        'is empty',
        code('FAILED', { ConnectionErrorCode: '' }),
        `${described} errorCodeIsOfFailed | FAILED, with a code of AWS_CLOUDHSM | FAILED, without a code`
      ],
      [
        'is of the other type',
        code('FAILED', { ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' }),
        `${described} errorCodeIsOfFailed | FAILED, with a code of AWS_CLOUDHSM | FAILED, "XKS_PROXY_TIMED_OUT" | FAILED, with a code`
      ],
      [
        'is of another state',
        code('CONNECTED', { ConnectionErrorCode: 'INTERNAL_ERROR' }),
        `${described} errorCodeIsOfFailed | CONNECTED, without a code | CONNECTED, "INTERNAL_ERROR" | CONNECTED, with a code`
      ],
      [
        'is a number',
        store({ ConnectionErrorCode: 7 }),
        `${described} errorCodeIsOfFailed | DISCONNECTED, without a code | DISCONNECTED, 7 | DISCONNECTED, with a code`
      ]
    ]
  ],
  [
    'an entry',
    [
      [
        'has another name',
        store({ CustomKeyStoreName: 'other' }),
        `${described} describeShowsTheStore | CustomKeyStoreName "hsm" | CustomKeyStoreName "other" | CustomKeyStoreName`
      ],
      [
        'has another cluster',
        store({ CloudHsmClusterId: 'cluster-other234567' }),
        `${described} describeShowsTheStore | CloudHsmClusterId "cluster-abcdefghijk" | CloudHsmClusterId "cluster-other234567" | CloudHsmClusterId`
      ],
      [
        'has another type',
        store({ CustomKeyStoreType: 'EXTERNAL_KEY_STORE' }),
        `${described} answerIsAwsJson | an entry as CustomKeyStoresListEntry describes it | XksProxyConfiguration: undefined | XksProxyConfiguration`
      ],
      [
        'has a state that there is not',
        [created, shows('READY')],
        `${described} answerIsAwsJson | an entry as CustomKeyStoresListEntry describes it | ConnectionState: 'READY' | ConnectionState`
      ],
      [
        'has a number for a name',
        store({ CustomKeyStoreName: 7 }),
        `${described} answerIsAwsJson | an entry as CustomKeyStoresListEntry describes it | CustomKeyStoreName: 7 | CustomKeyStoreName`
      ],
      [
        'has another state',
        [created, shows('CONNECTED')],
        'different; CreateCustomKeyStore: newStoreIsDisconnected | DISCONNECTED | CONNECTED'
      ],
      [
        'lacks a name',
        store({ CustomKeyStoreName: undefined }),
        `${flawed} DescribeCustomKeyStores: listedStoreIsWhole | an entry with CustomKeyStoreName | an entry without CustomKeyStoreName`
      ],
      [
        'has no state',
        store({ ConnectionState: null }),
        `${flawed} DescribeCustomKeyStores: listedStoreIsWhole | an entry with ConnectionState | an entry without ConnectionState`
      ],
      [
        'lacks an id',
        store({ CustomKeyStoreId: undefined }),
        `${flawed} DescribeCustomKeyStores: listedStoreIsWhole | an entry with CustomKeyStoreId | an entry without CustomKeyStoreId`
      ],
      [
        'lacks two members',
        store({ CustomKeyStoreName: undefined, CreationDate: undefined }),
        `${flawed} DescribeCustomKeyStores: listedStoreIsWhole | an entry with CustomKeyStoreName | an entry without CustomKeyStoreName; flaw of DescribeCustomKeyStores: listedStoreIsWhole | an entry with CreationDate | an entry without CreationDate`
      ],
      [
        'has a text for a date',
        store({ CreationDate: '2024-01-01T00:00:00Z' }),
        `${flawed} DescribeCustomKeyStores: answerIsAwsJson | CreationDate as a number of seconds since 1970 | CreationDate "2024-01-01T00:00:00Z" | a date that is a text`
      ]
    ]
  ],
  [
    'a list',
    [
      [
        'is empty',
        [created, listed()],
        `${described} describeShowsTheStore | the store cks-1 | an empty list`
      ],
      [
        'has other stores only',
        [created, listed(other)],
        `${described} describeShowsTheStore | the store cks-1 | a list without it`
      ],
      [
        'has a store twice',
        [created, listed(one, one)],
        `${described} describeShowsTheStore | at most 1 of the stores | 2 | more`
      ],
      [
        'is not there',
        [created, ['DescribeCustomKeyStores', byId, { a: 'b' }]],
        `${described} answerIsAwsJson | an object with a list CustomKeyStores | {"a":"b"} | no list`
      ],
      [
        'has texts in it',
        [created, ['DescribeCustomKeyStores', byId, { CustomKeyStores: ['a'] }]],
        `${described} answerIsAwsJson | an object with a list CustomKeyStores | {"CustomKeyStores":["a"]} | no list`
      ],
      [
        'is longer than its Limit',
        all({ Limit: 1 }, one, other),
        `${described} describeShowsTheStore | at most 1 of the stores | 2 | more`
      ],
      [
        'of all stores is empty',
        all({}),
        `${described} describeShowsTheStore | the store cks-1 | an empty list`
      ],
      [
        'of a name is empty',
        all({ CustomKeyStoreName: 'hsm' }),
        `${described} describeShowsTheStore | the store cks-1 | an empty list`
      ],
      [
        'of a name has two',
        all({ CustomKeyStoreName: 'hsm' }, one, other),
        `${described} describeShowsTheStore | at most 1 of the stores | 2 | more`
      ],
      [
        'of a name that no store has is empty',
        all({ CustomKeyStoreName: 'another' }),
        `${described} storeExists | CustomKeyStoreNotFoundException | success`
      ],
      ['of all may have others', all({}, one, other), 'as documented'],
      ['that has a Limit may be cut short', all({ Limit: 1 }), 'as documented']
    ]
  ],
  [
    'a Create',
    [
      [
        'answers without an id',
        [create({})],
        'different; CreateCustomKeyStore: answerIsAwsJson | the output that the page of CreateCustomKeyStore describes | {} | another output'
      ],
      [
        'answers with a number',
        [create({ CustomKeyStoreId: 7 })],
        'different; CreateCustomKeyStore: answerIsAwsJson | the output that the page of CreateCustomKeyStore describes | {"CustomKeyStoreId":7} | another output'
      ],
      [
        'answers with an empty id',
        [create({ CustomKeyStoreId: '' })],
        'different; CreateCustomKeyStore: answerIsAwsJson | an id of 1 to 64 characters | "" | no id'
      ],
      [
        'answers with a long id',
        [create({ CustomKeyStoreId: 'a'.repeat(65) })],
        `different; CreateCustomKeyStore: answerIsAwsJson | an id of 1 to 64 characters | "${'a'.repeat(65)}" | no id`
      ],
      [
        'answers with another id',
        [created, create({ CustomKeyStoreId: 'cks-2' })],
        'different; CreateCustomKeyStore: createIsIdempotent | cks-1 | cks-2 | another id'
      ],
      [
        'is broken',
        [create(byId, {})],
        'different; CreateCustomKeyStore: brokenMembersAreRefused | ValidationException | success'
      ],
      [
        'is broken and refused for another reason',
        [['CreateCustomKeyStore', {}, 'CustomKeyStoreNameInUseException']],
        'left open'
      ]
    ]
  ],
  [
    'a key',
    [
      ['is whole', key(whole), 'as documented'],
      [
        'has another state',
        key({ KeyId: 'k', KeyState: 'Disabled' }),
        'different; CreateKey: keyStateFollowsTheStore | KeyState Enabled | KeyState Disabled'
      ],
      [
        'has no state',
        key({ ...whole, KeyState: undefined }),
        `${flawed} CreateKey: keyShowsItsState | KeyMetadata with KeyState | KeyMetadata without KeyState`
      ],
      [
        'has no store',
        key({ ...whole, CustomKeyStoreId: undefined }),
        `${flawed} CreateKey: keyShowsItsStore | CustomKeyStoreId "cks-1" | CustomKeyStoreId "absent" | CustomKeyStoreId missing`
      ],
      [
        'has another store',
        key({ ...whole, CustomKeyStoreId: 'cks-9' }),
        `${flawed} CreateKey: keyShowsItsStore | CustomKeyStoreId "cks-1" | CustomKeyStoreId "cks-9" | CustomKeyStoreId wrong`
      ],
      [
        'has another origin',
        key({ ...whole, Origin: 'AWS_KMS' }),
        `${flawed} CreateKey: keyShowsItsStore | Origin "AWS_CLOUDHSM" | Origin "AWS_KMS" | Origin wrong`
      ],
      [
        'has an external key',
        key({ ...whole, XksKeyConfiguration: { Id: 'a' } }),
        `${flawed} CreateKey: keyShowsItsStore | XksKeyConfiguration "absent" | XksKeyConfiguration {"Id":"a"} | XksKeyConfiguration wrong`
      ],
      [
        'has no metadata',
        key(),
        'different; CreateKey: answerIsAwsJson | the output that the page of CreateKey describes | {} | another output'
      ],
      [
        'has no id',
        key({}),
        'different; CreateKey: answerIsAwsJson | the output that the page of CreateKey describes | {"KeyMetadata":{}} | another output'
      ],
      [
        'is made in a store that is not connected',
        [created, ['CreateKey', { ...byId, Origin: 'AWS_CLOUDHSM' }, { KeyMetadata: whole }]],
        'different; CreateKey: validConnectionState | CustomKeyStoreInvalidStateException | success'
      ]
    ]
  ],
  [
    'a Connect',
    [
      [
        'of no store is accepted',
        [connect],
        'different; ConnectCustomKeyStore: storeExists | CustomKeyStoreNotFoundException | success'
      ],
      [
        'is refused because of the state',
        connectAnswers('CustomKeyStoreInvalidStateException'),
        'different; ConnectCustomKeyStore: validConnectionState | success | CustomKeyStoreInvalidStateException'
      ],
      [
        'is refused with an exception that is not listed',
        connectAnswers('NoSuchException'),
        'different; ConnectCustomKeyStore: exceptionIsListed | success | NoSuchException'
      ],
      [
        'is refused for its form',
        connectAnswers('ValidationException'),
        'different; ConnectCustomKeyStore: soundRequestIsAccepted | success | ValidationException'
      ],
      [
        'cannot be read',
        connectAnswers({ reply: { unreadable: 'a page' } }),
        'different; ConnectCustomKeyStore: answerIsAwsJson | an answer of AWS JSON 1.1 | a page | an answer that cannot be read'
      ],
      [
        'is not answered',
        connectAnswers({ reply: { unreadable: 'nothing', silent: true } }),
        'different; ConnectCustomKeyStore: answerIsAwsJson | an answer of AWS JSON 1.1 | nothing | no answer'
      ],
      [
        'is not there',
        connectAnswers({ reply: { notImplemented: 'status 404', status: 404 } }),
        'not implemented'
      ],
      [
        'is not there, but was',
        [
          ...connectAnswers({}),
          ['ConnectCustomKeyStore', byId, { reply: { notImplemented: 'status 404', status: 404 } }]
        ],
        'different; ConnectCustomKeyStore: answerIsAwsJson | an answer of AWS JSON 1.1 | status 404 | an answer that cannot be read'
      ],
      [
        'has another status',
        connectAnswers({ reply: { output: {}, status: 201 } }),
        `${flawed} ConnectCustomKeyStore: statusIsThatOfTheError | status 200 | status 201`
      ],
      [
        'is refused with another status',
        [
          [
            'ConnectCustomKeyStore',
            byId,
            { reply: { exception: 'CustomKeyStoreNotFoundException', message: '', status: 500 } }
          ]
        ],
        `${flawed} ConnectCustomKeyStore: statusIsThatOfTheError | status 400 | status 500`
      ],
      [
        'is refused in another spelling',
        [
          [
            'ConnectCustomKeyStore',
            byId,
            {
              reply: {
                exception: 'CustomKeyStoreNotFoundException',
                message: '',
                writtenAs: 'customKeyStoreNotFound'
              }
            }
          ]
        ],
        `${flawed} ConnectCustomKeyStore: exceptionIsListed | CustomKeyStoreNotFoundException | customKeyStoreNotFound`
      ]
    ]
  ]
])('%s', (_, rows) => {
  it.each(rows)('%s', (_title, exchanges, expected) => {
    expect(told(...exchanges)).toBe(expected)
  })
})

describe('a store behind which no connection can succeed', () => {
  const after = (state: string): string | undefined => {
    const { belief } = heard([created, connect])
    const [operation, request, shown] = shows(
      state,
      state === 'FAILED' ? { ConnectionErrorCode: 'INTERNAL_ERROR' } : {}
    )
    const looked = { operation, request: { ...request }, reply: reply(shown) }
    const { deviation } = hear('exception-text-2022')(looked)(withFaulty(id as CustomKeyStoreId)(belief))
    return deviation && `${deviation.operation}: ${inShort(deviation.difference)}`
  }

  it('is FAILED, or on its way there, and never CONNECTED', () => {
    expect(after('CONNECTED')).toBe('ConnectCustomKeyStore: faultyConnectionFails | CONNECTING | CONNECTED')
    expect(after('CONNECTING')).toBeUndefined()
    expect(after('FAILED')).toBeUndefined()
    expect(after('DISCONNECTED')).toContain('connectionIsMade')
  })
})
