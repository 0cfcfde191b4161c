/** What single exchanges show: by hand, from AWS's pages and from what is assumed where they are silent. */
import { describe, expect, it } from 'vitest'
import type { AccountId, CustomKeyStoreId } from '../../src/index.js'
import { abandoned, isKnown, nothingBelieved } from '../../src/conform/Belief.js'
import { hear, type Heard } from '../../src/conform/hear.js'
import { beginningOf, replyOf, type EndpointReply } from '../../src/conform/Exchange.js'
import { echoesOf, secretsIn, withoutEcho, withoutSecrets } from '../../src/conform/secrets.js'
import { breaksARule, idOf } from '../../src/conform/ReportedDeviation.js'
import {
  type Told,
  id,
  byId,
  reply,
  heard,
  rule,
  hsm,
  xks,
  created,
  createdXks,
  connect,
  disconnect,
  entry,
  listed,
  shows,
  connected,
  connectedXks,
  withKey,
  encrypt
} from './told.js'

describe('what KMS does by itself', () => {
  it.each([
    ['connects at once', [created, connect, shows('CONNECTED')]],
    [
      'connects after a while',
      [created, connect, shows('CONNECTING'), shows('CONNECTING'), shows('CONNECTED')]
    ],
    ['fails to connect', [created, connect, shows('FAILED', { ConnectionErrorCode: 'CLUSTER_NOT_FOUND' })]],
    ['disconnects at once', [...connected, disconnect, shows('DISCONNECTED')]],
    ['disconnects after a while', [...connected, disconnect, shows('DISCONNECTING'), shows('DISCONNECTED')]]
  ] as ReadonlyArray<[string, ReadonlyArray<Told>]>)('%s', (_, told) => {
    expect(rule(...told)).toBe('as documented')
  })

  it('may begin anew where Connect is asked for once more, which AWS leaves open', () => {
    expect(rule(...connected, connect, shows('CONNECTING'))).toBe('as documented')
    expect(rule(...connected, connect, shows('CONNECTED'))).toBe('as documented')
  })

  it('may end a connection before the Disconnect takes effect, which AWS leaves open', () => {
    const connecting: ReadonlyArray<Told> = [created, connect, shows('CONNECTING'), disconnect]
    expect(rule(...connecting, shows('CONNECTED'))).toBe('as documented')
    expect(rule(...connecting, shows('DISCONNECTED'))).toBe('as documented')
  })

  it('does not undo what it has done', () => {
    expect(rule(...connected, shows('DISCONNECTED'))).toBe('DescribeCustomKeyStores stateIsKept')
    expect(rule(...connected, shows('CONNECTING'))).toBe('DescribeCustomKeyStores stateIsKept')
    expect(rule(created, shows('DISCONNECTED'), shows('CONNECTED'))).toBe(
      'DescribeCustomKeyStores stateIsKept'
    )
  })

  it('ends a disconnection in DISCONNECTED, and no request that was refused has an effect', () => {
    const disconnecting: ReadonlyArray<Told> = [...connected, disconnect, shows('DISCONNECTING')]
    expect(rule(...disconnecting, shows('CONNECTED'))).toBe('DisconnectCustomKeyStore connectionIsEnded')
    const refused: Told = ['DeleteCustomKeyStore', byId, 'CustomKeyStoreInvalidStateException']
    expect(rule(...connected, refused, shows('DISCONNECTED'))).toBe('DeleteCustomKeyStore stateIsKept')
  })
})

describe('a state that is shown too late', () => {
  it('tells that an operation was wrongly accepted or refused before', () => {
    const connecting: ReadonlyArray<Told> = [created, connect, shows('CONNECTING')]
    const random: Told = ['GenerateRandom', { ...byId, NumberOfBytes: 1 }, { Plaintext: 'AA==' }]
    expect(rule(...connecting, random)).toBe('as documented')
    expect(rule(...connecting, random, shows('CONNECTING'))).toBe('GenerateRandom validConnectionState')
    const refused: Told = ['DisconnectCustomKeyStore', byId, 'CustomKeyStoreInvalidStateException']
    expect(rule(...connecting, refused)).toBe('DisconnectCustomKeyStore validConnectionState')
    const tooEarly: Told = [
      'GenerateRandom',
      { ...byId, NumberOfBytes: 1 },
      'CustomKeyStoreInvalidStateException'
    ]
    expect(rule(...connecting, tooEarly, shows('CONNECTED'))).toBe('as documented')
    expect(rule(...connecting, tooEarly, shows('DISCONNECTED'))).toBe('GenerateRandom stateIsKept')
  })
})

describe('an exception', () => {
  it.each<[string, Told, string]>([
    [
      'of permissions says nothing',
      ['ConnectCustomKeyStore', byId, 'AccessDeniedException'],
      'due to the outside'
    ],
    ['of a rate says nothing', ['ConnectCustomKeyStore', byId, 'ThrottlingException'], 'due to the outside'],
    [
      'of the cluster says nothing',
      ['ConnectCustomKeyStore', byId, 'CloudHsmClusterNotActiveException'],
      'due to the outside'
    ],
    [
      'that the page does not list is a deviation',
      ['ConnectCustomKeyStore', byId, 'TagException'],
      'ConnectCustomKeyStore exceptionIsListed'
    ],
    [
      'of the cluster that the page does not list is one',
      ['ConnectCustomKeyStore', byId, 'CloudHsmClusterNotFoundException'],
      'ConnectCustomKeyStore exceptionIsListed'
    ],
    [
      'of the form of a sound request is one',
      ['ConnectCustomKeyStore', byId, 'ValidationException'],
      'ConnectCustomKeyStore soundRequestIsAccepted'
    ],
    [
      'in place of another is one',
      ['DisconnectCustomKeyStore', byId, 'CustomKeyStoreNotFoundException'],
      'DisconnectCustomKeyStore validConnectionState'
    ],
    [
      'for which there is no reason is one',
      ['DeleteCustomKeyStore', byId, 'CustomKeyStoreHasCMKsException'],
      'DeleteCustomKeyStore storeHasNoKeys'
    ]
  ])('%s', (_, told, expected) => {
    expect(rule(created, told)).toBe(expected)
  })

  it('is due to the outside only where something there could be the reason', () => {
    const createKey = (origin: string, exception: string): Told => [
      'CreateKey',
      { ...byId, Origin: origin, ...(origin === 'EXTERNAL_KEY_STORE' && { XksKeyId: 'a' }) },
      exception
    ]
    const invalid = 'CustomKeyStoreInvalidStateException'
    expect(rule(...connected, createKey('AWS_CLOUDHSM', invalid))).toBe('CreateKey validConnectionState')
    expect(rule(...connectedXks, createKey('EXTERNAL_KEY_STORE', invalid))).toBe('due to the outside')
    expect(rule(...connectedXks, createKey('EXTERNAL_KEY_STORE', 'XksKeyAlreadyInUseException'))).toBe(
      'CreateKey xksKeyIsFree'
    )
    const notActive = (told: ReadonlyArray<Told>): string =>
      rule(...told, ['ConnectCustomKeyStore', byId, 'CloudHsmClusterNotActiveException'])
    expect(notActive(connected)).toBe('due to the outside')
    expect(notActive([createdXks])).toBe('ConnectCustomKeyStore clusterIsActive')
    expect(notActive([])).toBe('due to the outside')
    expect(rule(...withKey, encrypt('KMSInvalidStateException'))).toBe('due to the outside')
    expect(rule(...withKey, encrypt('TagException'))).toBe('Encrypt exceptionIsListed')
  })

  it('may be any that the page lists where AWS names none', () => {
    const mismatched = (exception: string): string =>
      rule(...connected, ['CreateKey', { ...byId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'a' }, exception])
    expect(mismatched('UnsupportedOperationException')).toBe('as documented')
    expect(mismatched('CustomKeyStoreInvalidStateException')).toBe('as documented')
    expect(mismatched('ValidationException')).toBe('as documented')
    expect(mismatched('DisabledException')).toBe('CreateKey originIsTheTypeOfStore')
    expect(mismatched('AccessDeniedException')).toBe('due to the outside')
  })

  it('may be any of those for which there is a reason', () => {
    const told = (exception: string): string => rule(...withKey, ['DeleteCustomKeyStore', byId, exception])
    expect(told('CustomKeyStoreInvalidStateException')).toBe('as documented')
    expect(told('CustomKeyStoreHasCMKsException')).toBe('as documented')
    expect(told('CustomKeyStoreNotFoundException')).toBe('DeleteCustomKeyStore validConnectionState')
  })

  it('may be either of two for a key that is pending deletion', () => {
    const pending: ReadonlyArray<Told> = [
      ...withKey,
      ['ScheduleKeyDeletion', { KeyId: 'key-1' }, { KeyId: 'key-1', KeyState: 'PendingDeletion' }]
    ]
    expect(rule(...pending, encrypt('DisabledException'))).toBe('as documented')
    expect(rule(...pending, encrypt('KMSInvalidStateException'))).toBe('as documented')
    expect(rule(...pending, encrypt({ CiphertextBlob: 'AAAA' }))).toBe('Encrypt keyIsNotPendingDeletion')
    expect(rule(...withKey, encrypt('DisabledException'))).toBe('Encrypt keyIsEnabled')
  })

  it('may be any that the page lists where a member is wrong', () => {
    const long = { CustomKeyStoreId: 'a'.repeat(65) }
    expect(rule(['ConnectCustomKeyStore', long, 'ValidationException'])).toBe('as documented')
    expect(rule(['ConnectCustomKeyStore', long, 'CustomKeyStoreNotFoundException'])).toBe('as documented')
    expect(rule(['ConnectCustomKeyStore', long, {}])).toBe('ConnectCustomKeyStore brokenMembersAreRefused')
  })

  it('is left open where it is only assumed that there is one', () => {
    const odd = { ...byId, Origin: 'AWS_CLOUDHSM', Policy: 'not JSON' }
    expect(rule(...connected, ['CreateKey', odd, 'MalformedPolicyDocumentException'])).toBe('as documented')
    expect(rule(...connected, ['CreateKey', odd, 'TagException'])).toBe('left open')
    expect(rule(...connected, ['CreateKey', odd, { KeyMetadata: { KeyId: 'key-1' } }])).toBe('left open')
  })
})

describe('a list', () => {
  it.each<[string, Told, string]>([
    ['lacks the code of a FAILED store', shows('FAILED'), 'errorCodeIsOfFailed'],
    [
      'has a code of the other type',
      shows('FAILED', { ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' }),
      'errorCodeIsOfFailed'
    ],
    [
      'has a code in another state',
      shows('CONNECTED', { ConnectionErrorCode: 'INTERNAL_ERROR' }),
      'errorCodeIsOfFailed'
    ],
    ['has a state that there is not', shows('READY'), 'answerIsAwsJson'],
    ['has another name', shows('CONNECTED', { CustomKeyStoreName: 'other' }), 'describeShowsTheStore'],
    [
      'has another cluster',
      shows('CONNECTED', { CloudHsmClusterId: 'cluster-otherothero' }),
      'describeShowsTheStore'
    ],
    ['is empty', listed(), 'describeShowsTheStore'],
    ['has more than the store', listed(entry('CONNECTED'), entry('CONNECTED')), 'describeShowsTheStore'],
    ['is none', ['DescribeCustomKeyStores', byId, {}], 'answerIsAwsJson'],
    ['is refused', ['DescribeCustomKeyStores', byId, 'CustomKeyStoreNotFoundException'], 'storeExists']
  ])('%s', (_, told, expected) => {
    expect(rule(created, connect, told)).toBe(`DescribeCustomKeyStores ${expected}`)
  })

  it('of an external key store shows its proxy', () => {
    const proxy = {
      Connectivity: 'PUBLIC_ENDPOINT',
      AccessKeyId: 'ABCDE234567ABCDE234567',
      UriEndpoint: 'https://xks.example.com'
    }
    const external = (path: string): Told =>
      listed({
        CustomKeyStoreId: id,
        CustomKeyStoreName: 'xks',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        CreationDate: '1.7E9',
        ConnectionState: 'DISCONNECTED',
        XksProxyConfiguration: { ...proxy, UriPath: path }
      })
    expect(rule(createdXks, external('/kms/xks/v1'))).toBe('as documented')
    expect(rule(createdXks, external('/other/kms/xks/v1'))).toBe(
      'DescribeCustomKeyStores describeShowsTheStore'
    )
  })

  it('may have stores of others, and an empty code', () => {
    const other = entry('CONNECTED', { CustomKeyStoreId: 'cks-2', CustomKeyStoreName: 'other' })
    const all: Told = [
      'DescribeCustomKeyStores',
      {},
      { CustomKeyStores: [other, entry('DISCONNECTED', { ConnectionErrorCode: '' })] }
    ]
    expect(rule(created, all)).toBe('as documented')
  })
})

describe('a Create', () => {
  it('answers with the same id to the same request, and with a new one to another', () => {
    expect(rule(created, created)).toBe('as documented')
    expect(rule(created, ['CreateCustomKeyStore', hsm, { CustomKeyStoreId: 'cks-2' }])).toBe(
      'CreateCustomKeyStore createIsIdempotent'
    )
    expect(rule(created, ['CreateCustomKeyStore', hsm, 'CustomKeyStoreNameInUseException'])).toBe(
      'CreateCustomKeyStore nameIsFree'
    )
  })

  it('answers with an id', () => {
    expect(rule(['CreateCustomKeyStore', hsm, {}])).toBe('CreateCustomKeyStore answerIsAwsJson')
    expect(rule(['CreateCustomKeyStore', hsm, { CustomKeyStoreId: '' }])).toBe(
      'CreateCustomKeyStore answerIsAwsJson'
    )
  })
})

describe('after a deviation', () => {
  it('a store is seen anew, and nothing else is held against it', () => {
    const wrong: Told = ['DisconnectCustomKeyStore', byId, {}]
    const told: ReadonlyArray<Told> = [created, wrong]
    expect(rule(...told)).toBe('DisconnectCustomKeyStore validConnectionState')
    expect(rule(...told, connect)).toBe('not useful')
    expect(rule(...told, shows('CONNECTED'))).toBe('not useful')
    expect(rule(...told, shows('CONNECTED'), shows('CONNECTED'))).toBe('as documented')
    expect(rule(...told, ['DescribeCustomKeyStores', byId, 'CustomKeyStoreNotFoundException'])).toBe(
      'not useful'
    )
  })

  it('in what is shown of a key, its store is as it was', () => {
    const wrong: Told = [
      'DescribeKey',
      { KeyId: 'key-1' },
      { KeyMetadata: { KeyId: 'key-1', KeyState: 'Unavailable' } }
    ]
    expect(rule(...withKey, wrong)).toBe('DescribeKey keyStateFollowsTheStore')
    expect(rule(...withKey, wrong, shows('CONNECTED'))).toBe('as documented')
  })

  it('that may have left a key in a store, nothing is known of the store, since no answer shows its keys', () => {
    const wrong: Told = [
      'CreateKey',
      { ...byId, Origin: 'AWS_CLOUDHSM' },
      { KeyMetadata: { KeyId: 'key-1', KeyState: 'Enabled' } }
    ]
    const { deviation: found, belief } = heard([created, wrong])
    expect(found?.difference.rule).toBe('validConnectionState')
    expect(isKnown(belief, id)).toBe(false)
  })

  describe('a date that is no number is one fault, from which nothing follows:', () => {
    const flawsOf = ({ flaws }: Heard) =>
      flaws.map(({ difference: { rule, got, kind } }) => [rule, got, kind])

    it.each([
      ['2023-11-14T22:13:20Z', 'a date that is a text'],
      ['1700000000', 'a date that is a text'],
      ['yesterday', 'a date that is a text'],
      [{ seconds: 1 }, 'a date that is no number']
    ])('%j', (CreationDate, kind) => {
      const told = shows('DISCONNECTED', { CreationDate })
      const first = heard([created, told])
      expect([first.held, flawsOf(first)]).toEqual([
        'as documented',
        [['answerIsAwsJson', `CreationDate ${JSON.stringify(CreationDate)}`, kind]]
      ])
      expect(rule(created, told, disconnect)).toBe('DisconnectCustomKeyStore validConnectionState')
    })

    it('however many an answer has', () => {
      const CreationDate = '2023-11-14T22:13:20Z'
      const metadata = {
        KeyId: 'key-1',
        KeyState: 'PendingDeletion',
        CreationDate,
        DeletionDate: CreationDate
      }
      const scheduled: Told = [
        'ScheduleKeyDeletion',
        { KeyId: 'key-1' },
        { KeyId: 'key-1', KeyState: 'PendingDeletion', DeletionDate: CreationDate }
      ]
      const described: Told = ['DescribeKey', { KeyId: 'key-1' }, { KeyMetadata: metadata }]
      const dates = (told: Told) =>
        flawsOf(heard([...withKey, told])).filter(([, , kind]) => kind === 'a date that is a text')
      expect(dates(described)).toHaveLength(1)
      expect(heard([...withKey, scheduled]).held).toBe('as documented')
      expect(dates(scheduled)).toHaveLength(1)
    })

    it('but not where it is a number, or absent, or no date', () => {
      expect(flawsOf(heard([created, shows('DISCONNECTED', { CreationDate: 1.7e9 })]))).toEqual([])
      expect(flawsOf(heard([created, shows('DISCONNECTED', { CreationDate: null })]))[0]?.[0]).toBe(
        'listedStoreIsWhole'
      )
    })
  })

  describe('a member that an answer lacks is one fault, from which nothing follows:', () => {
    const lacks = ({ flaws, held }: Heard) => [held, ...flaws.map(({ difference: { kind } }) => kind)]
    const without = (shown: object, ...members: ReadonlyArray<string>) =>
      Object.fromEntries(Object.entries(shown).filter(([name]) => !members.includes(name)))
    const listed = (...entries: ReadonlyArray<object>): Told => [
      'DescribeCustomKeyStores',
      byId,
      { CustomKeyStores: entries, Truncated: false }
    ]

    it.each([
      'TrustAnchorCertificate',
      'CreationDate',
      'ConnectionState',
      'CustomKeyStoreId',
      'CustomKeyStoreType'
    ])('%s', (member) => {
      const whole = entry('DISCONNECTED')
      const told: ReadonlyArray<Told> = [created, listed(without(whole, member))]
      expect(lacks(heard(told))).toEqual(['as documented', `an entry without ${member}`])
      expect(lacks(heard([...told, listed(whole)]))).toEqual(['as documented'])
      expect(rule(...told, ['DisconnectCustomKeyStore', byId, {}])).toBe(
        'DisconnectCustomKeyStore validConnectionState'
      )
    })

    it('one inside of another', () => {
      const shown = {
        ...without(entry('DISCONNECTED'), 'CloudHsmClusterId', 'TrustAnchorCertificate'),
        CustomKeyStoreName: 'xks',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        XksProxyConfiguration: {
          Connectivity: 'PUBLIC_ENDPOINT',
          UriEndpoint: 'https://xks.example.com',
          UriPath: '/kms/xks/v1'
        }
      }
      expect(lacks(heard([createdXks, listed(shown)]))).toEqual([
        'as documented',
        'an entry without XksProxyConfiguration.AccessKeyId'
      ])
    })

    it('and a state that is wrong as well is still seen', () => {
      const shown = without(entry('FAILED', { ConnectionErrorCode: 'INTERNAL_ERROR' }), 'CreationDate')
      const { flaws, deviation } = heard([created, listed(shown)])
      expect(flaws).toHaveLength(1)
      expect(deviation?.difference.got).toBe('FAILED')
    })

    it('or shows wrongly of where a key is', () => {
      const metadata = { KeyId: 'key-1', KeyState: 'Enabled', CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' }
      const made = (KeyMetadata: object): Told => [
        'CreateKey',
        { ...byId, Origin: 'AWS_CLOUDHSM' },
        { KeyMetadata }
      ]
      const placed = { ...metadata, CloudHsmClusterId: 'cluster-abcdefghijk' }
      expect(lacks(heard([...connected, made(placed)]))).toEqual(['as documented'])
      expect(lacks(heard([...connected, made(metadata)]))).toEqual([
        'as documented',
        'CloudHsmClusterId missing'
      ])
      const elsewhere = { ...placed, CustomKeyStoreId: 'cks-other' }
      expect(lacks(heard([...connected, made(elsewhere)]))).toEqual([
        'as documented',
        'CustomKeyStoreId wrong'
      ])
    })

    it('but nothing is asked of the stores of others', () => {
      expect(
        lacks(
          heard([
            created,
            [
              'DescribeCustomKeyStores',
              {},
              { CustomKeyStores: [entry('DISCONNECTED'), { CustomKeyStoreId: 'cks-other' }] }
            ]
          ])
        )
      ).toEqual(['as documented'])
    })
  })

  it('is none in a marker of whatever form that the endpoint itself has given', () => {
    const page = (Marker?: string): Told => [
      'DescribeCustomKeyStores',
      { Limit: 1, ...(Marker !== undefined && { Marker }) },
      { CustomKeyStores: [entry('DISCONNECTED')], Truncated: true, NextMarker: 'AQ==opaque' }
    ]
    expect(rule(created, page(), page('AQ==opaque'))).toBe('as documented')
    expect(rule(created, page('AQ==opaque'))).toBe('DescribeCustomKeyStores markerIsValid')
    expect(
      rule(created, page(), [
        'DescribeCustomKeyStores',
        { Limit: 1, Marker: 'AQ==opaque' },
        'InvalidMarkerException'
      ])
    ).toBe('DescribeCustomKeyStores markerIsValid')
  })

  describe('what it may have caused is no fault of its own', () => {
    const createKey = (KeyId: string): Told => [
      'CreateKey',
      { ...byId, Origin: 'AWS_CLOUDHSM' },
      { KeyMetadata: { KeyId, KeyState: 'Enabled' } }
    ]

    it('of a key that was created though it had to be refused', () => {
      const shown = heard([
        created,
        createKey('key-1'),
        ['DescribeKey', { KeyId: 'key-1' }, { KeyMetadata: { KeyId: 'key-1', KeyState: 'Enabled' } }]
      ])
      expect([shown.held, shown.deviation]).toEqual(['not useful', undefined])
      expect(shown.dependsOn).toMatch(/^CreateKey \/ validConnectionState /)
    })

    it('of the store that it was about, whatever comes later', () => {
      const later = heard([
        created,
        createKey('key-1'),
        ['ConnectCustomKeyStore', byId, 'CustomKeyStoreNotFoundException']
      ])
      expect(later.held).toBe('not useful')
      expect(isKnown(later.belief, id)).toBe(false)
    })

    it('of a list that lacks the store, or shows it otherwise', () => {
      const gone: Told = ['DescribeCustomKeyStores', {}, { CustomKeyStores: [] }]
      expect(heard([created, gone]).held).toBe('different')
      expect(heard([created, createKey('key-1'), gone]).held).toBe('as documented')
    })

    it('but of another store it is', () => {
      const other: Told = ['DisconnectCustomKeyStore', { CustomKeyStoreId: 'cks-other' }, {}]
      expect(heard([created, createKey('key-1'), other]).deviation?.operation).toBe(
        'DisconnectCustomKeyStore'
      )
    })

    it('nor does a refusal leave anything doubtful: it changes nothing', () => {
      const refused: Told = ['ConnectCustomKeyStore', byId, 'CustomKeyStoreNotFoundException']
      expect(heard([created, refused]).held).toBe('different')
      expect(heard([created, refused, ['GenerateRandom', { ...byId, NumberOfBytes: 1 }, {}]]).held).toBe(
        'different'
      )
    })
  })
})

describe('a deviation', () => {
  it('names the editions in which it is none', () => {
    const renamed: Told = ['UpdateCustomKeyStore', { ...byId, NewCustomKeyStoreName: 'other' }, {}]
    expect(heard([...connected, renamed]).deviation?.allowedBy).toEqual([
      'exception-text-2026',
      'operation-page-2026'
    ])
    expect(heard([...connected, renamed], 'operation-page-2026').held).toBe('as documented')
    expect(heard([...connectedXks, connect], 'developer-guide').deviation?.allowedBy).toHaveLength(4)
    expect(heard([...connected, connect], 'developer-guide').held).toBe('as documented')
  })

  it('is the same whatever the ids and names are', () => {
    const deviation = (name: string) =>
      heard([
        created,
        ['UpdateCustomKeyStore', { ...byId, NewCustomKeyStoreName: name }, {}],
        shows('DISCONNECTED')
      ]).deviation!
    expect(idOf(deviation('a'))).toBe(idOf(deviation('b')))
    expect(idOf(deviation('a'))).toContain('UpdateCustomKeyStore / describeShowsTheStore')
    expect(breaksARule(deviation('a'))).toBe(true)
  })

  it.each<[string, (text: string) => Told, isSame: boolean]>([
    ['ids of Create', (text) => ['CreateCustomKeyStore', hsm, { CustomKeyStoreId: text }], true],
    ['unlisted exceptions', (text) => ['DeleteCustomKeyStore', byId, `${text}Exception`], false],
    ['values of an entry', (text) => shows(text), true],
    ['codes', (text) => shows('DISCONNECTED', { ConnectionErrorCode: text }), true],
    ['properties', (text) => shows('DISCONNECTED', { CloudHsmClusterId: `cluster-${text}otherother` }), true],
    ['lists', (text) => ['DescribeCustomKeyStores', byId, { text }], true],
    ['states', (text) => shows(text === 'a' ? 'CONNECTED' : 'CONNECTING'), false]
  ])('of other %s is the same or not', (_, told, isSame) => {
    const [one, other] = ['a', 'b'].map((text) => heard([created, told(text)]).deviation!)
    expect(idOf(one!) === idOf(other!)).toBe(isSame)
  })

  it('of an answer that cannot be read is told by whether there was one', () => {
    const deviation = (unreadable: string, silent?: true) =>
      hear('exception-text-2022')({
        operation: 'GenerateRandom',
        request: { NumberOfBytes: 1 },
        reply: { unreadable, ...(silent && { silent }) }
      })(nothingBelieved('111122223333' as AccountId, 'us-east-1')).deviation!
    expect(idOf(deviation('<a>'))).toBe(idOf(deviation('<b>')))
    expect(idOf(deviation('<a>'))).not.toBe(idOf(deviation('<a>', true)))
  })
})

describe('an answer as bytes', () => {
  it.each([
    [200, '', { output: {}, status: 200 }],
    [201, '{"a":1}', { output: { a: 1 }, status: 201 }],
    [200, '{"a":1}', { output: { a: 1 }, status: 200 }],
    [
      400,
      '{"__type":"com.amazonaws.kms#TagException","Message":"no"}',
      { exception: 'TagException', message: 'no', status: 400 }
    ],
    [400, '{"code":"TagException"}', { exception: 'TagException', message: '', status: 400 }],
    [501, '{"__type":"InternalFailure"}', { notImplemented: 'status 501, InternalFailure', status: 501 }],
    [
      400,
      '{"__type":"UnknownOperationException"}',
      { notImplemented: 'status 400, UnknownOperationException', status: 400 }
    ],
    [500, '<html></html>', { notImplemented: 'status 500 with a page', status: 500 }],
    [404, '', { notImplemented: 'status 404', status: 404 }],
    [200, '<', { unreadable: 'status 200 with a body of 1 characters that is not JSON' }],
    [500, '', { unreadable: 'status 500 without the __type of an exception' }],
    [400, 'null', { unreadable: 'status 400 with a body of 4 characters that is not a JSON object' }],
    [200, '[{}]', { unreadable: 'status 200 with a body of 4 characters that is not a JSON object' }]
  ])('%i %s', (status, body, expected) => {
    expect(replyOf({ status, body })).toEqual(expected)
  })

  it('names its error in a header, as AWS clients read it', () => {
    const errorType = 'com.amazonaws.kms#TagException:http://internal.amazon.com/coral/'
    expect(replyOf({ status: 400, body: '{}', errorType })).toEqual({
      exception: 'TagException',
      message: '',
      status: 400
    })
  })

  it('is held to its status, and nothing follows from that', () => {
    const refused = (status: number): Heard =>
      hear('exception-text-2022')({
        operation: 'ConnectCustomKeyStore',
        request: byId,
        reply: { exception: 'CustomKeyStoreNotFoundException', message: '', status }
      })(nothingBelieved('111122223333' as AccountId, 'us-east-1'))
    expect(refused(400).flaws).toEqual([])
    expect(refused(404)).toMatchObject({
      held: 'as documented',
      flaws: [{ difference: { rule: 'statusIsThatOfTheError', expected: 'status 400', got: 'status 404' } }]
    })
  })

  it('that says that there is no such operation is no deviation, until the operation was seen', () => {
    const heardOf = (
      reply: EndpointReply,
      belief = nothingBelieved('111122223333' as AccountId, 'us-east-1')
    ) =>
      hear('exception-text-2022')({ operation: 'GenerateRandom', request: { NumberOfBytes: 1 }, reply })(
        belief
      )
    const lacking = { notImplemented: 'status 500 with a page', status: 500 }
    expect(heardOf(lacking)).toMatchObject({ held: 'not implemented', flaws: [] })
    const { belief } = heardOf({ output: {} })
    expect(heardOf(lacking, belief).deviation?.difference.rule).toBe('answerIsAwsJson')
  })

  it('that cannot be read is a deviation', () => {
    const { deviation } = hear('exception-text-2022')({
      operation: 'GenerateRandom',
      request: { NumberOfBytes: 1 },
      reply: { unreadable: 'nonsense' }
    })(nothingBelieved('111122223333' as AccountId, 'us-east-1'))
    expect(deviation).toMatchObject({
      operation: 'GenerateRandom',
      difference: { rule: 'answerIsAwsJson', got: 'nonsense' }
    })
  })
})

it('a request is shown without its secrets, however deep they are', () => {
  expect(
    withoutSecrets({ XksProxyAuthenticationCredential: { AccessKeyId: 'x' }, Plaintext: 'AAAA', KeyId: 'k' })
  ).toEqual({ XksProxyAuthenticationCredential: '<secret>', Plaintext: '<secret>', KeyId: 'k' })
  expect(withoutSecrets({ a: [1], KeyStorePassword: 'x', c: { RawSecretAccessKey: 'y', d: null } })).toEqual({
    a: [1],
    KeyStorePassword: '<secret>',
    c: { RawSecretAccessKey: '<secret>', d: null }
  })
})

it('an answer is shown without secrets, in lists too, and not deeper than any answer of KMS is', () => {
  expect(beginningOf({ a: [{ Plaintext: 'AAAA' }, { KeyStorePassword: ['x'] }] })).toBe(
    '{"a":[{"Plaintext":"<secret>"},{"KeyStorePassword":"<secret>"}]}'
  )
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  expect(JSON.stringify(withoutSecrets(deep))).toContain('<secret>')
})

it('a secret that was sent does not come back, under whatever name', () => {
  const RawSecretAccessKey = 'hunter2/hunter2'
  const secrets = secretsIn({
    CustomKeyStoreName: 'a name that is long enough',
    KeyStorePassword: 'hunter2',
    XksProxyAuthenticationCredential: { AccessKeyId: 'x', RawSecretAccessKey },
    Plaintext: 'AAAA'
  })
  expect(secrets).toEqual(['hunter2', RawSecretAccessKey])
  const echo = { output: { name: 'n', echoed: [`password: ${RawSecretAccessKey}`], hunter2: 1 } }
  expect(withoutEcho(new Set(secrets.flatMap(echoesOf)))(echo)).toEqual({
    output: { name: 'n', echoed: ['<secret>'], '<secret>': 1 }
  })
})

it('a refusal is left open where a rule is waived by an assumption, and not where none is (A66)', () => {
  const service = 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789'
  const vpc = {
    ...xks,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyVpcEndpointServiceName: service
  }
  const toPublic = (endpoint: string): string =>
    rule(
      ['CreateCustomKeyStore', vpc, byId],
      [
        'UpdateCustomKeyStore',
        { ...byId, XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: endpoint },
        'ValidationException'
      ]
    )
  expect(toPublic(vpc.XksProxyUriEndpoint)).toBe('left open')
  expect(toPublic('https://another.example.com')).toBe('UpdateCustomKeyStore soundRequestIsAccepted')
})

it('an answer for an enclave is left open, and not one to a request that is broken besides (A53)', () => {
  const random = (more: object): string =>
    rule(['GenerateRandom', { NumberOfBytes: 32, Recipient: {}, ...more }, { Plaintext: 'AAAA' }])
  expect(random({})).toBe('left open')
  expect(random({ NumberOfBytes: 0 })).toBe('GenerateRandom brokenMembersAreRefused')
})

it('an exception in another spelling is one flaw of the operation, and no other rule is broken', () => {
  const exchange = {
    operation: 'ConnectCustomKeyStore',
    request: byId,
    reply: replyOf({ status: 400, body: '{"__type":"customKeyStoreNotFound"}' })
  } as const
  const { held, deviation, flaws } = hear('exception-text-2022')(exchange)(
    nothingBelieved('111122223333' as AccountId, 'us-east-1')
  )
  expect(held).toBe('as documented')
  expect(deviation).toBeUndefined()
  expect(flaws.map(({ difference }) => `${difference.rule} ${difference.got}`)).toEqual([
    'exceptionIsListed customKeyStoreNotFound'
  ])
})

it('a store that is given up may be there or not, and is not thought of any longer', () => {
  const { belief } = heard([created, connect])
  const without = abandoned(belief, id as CustomKeyStoreId)
  expect(belief.possible.flatMap(({ stores }) => stores).length).toBeGreaterThan(0)
  expect(without.possible.flatMap(({ stores }) => stores)).toEqual([])
  const held = ([operation, request, answered]: Told) =>
    hear('exception-text-2022')({ operation, request: { ...request }, reply: reply(answered) })(without).held
  expect(
    held(['CreateCustomKeyStore', { ...hsm, CustomKeyStoreName: 'new' }, { CustomKeyStoreId: 'cks-2' }])
  ).toBe('as documented')
  expect(
    held(['CreateCustomKeyStore', { ...hsm, CustomKeyStoreName: 'new' }, 'CloudHsmClusterInUseException'])
  ).toBe('left open')
  expect(held(shows('CONNECTED'))).toBe('left open')
  expect(held(['DescribeCustomKeyStores', byId, 'CustomKeyStoreNotFoundException'])).toBe('as documented')
})

it('a store that an answer hides may be there, with all that is behind it', () => {
  const inUse: Told = [
    'CreateCustomKeyStore',
    { ...hsm, CustomKeyStoreName: 'new' },
    'CloudHsmClusterInUseException'
  ]
  const hidden: Told = ['DescribeCustomKeyStores', byId, { CustomKeyStores: 'none' }]
  expect(rule(created, hidden)).toBe('DescribeCustomKeyStores answerIsAwsJson')
  expect(rule(created, hidden, inUse)).toBe('not useful')
  expect(rule(created, ['DescribeCustomKeyStores', byId, 'TagException'], inUse)).toBe('not useful')
  expect(rule(inUse)).not.toBe('not useful')
})
