/** What is told of members that do not go together: which of them, what it is, and what it must be. */
import { expect, it } from 'vitest'
import { everyRequest } from '../../everyRequest.js'
import { violationsOf } from '../../codec/violationsOf.js'

const store = { CustomKeyStoreId: 'cks-1' }
const key = { KeyId: 'key-1' }
const grant = { GrantToken: 'token' }
const Recipient = { AttestationDocument: 'AAAA' }

type Row = readonly [keyof typeof everyRequest, object, path: string, received: string, constraint: string]

const refused: ReadonlyArray<Row> = [
  [
    'CreateKey',
    {},
    'CustomKeyStoreId',
    'undefined',
    'Member must be present: KMS keys outside of custom key stores are no part of this model'
  ],
  [
    'CreateKey',
    { ...store, Origin: 'EXTERNAL' },
    'Origin',
    "'EXTERNAL'",
    'Member must be AWS_CLOUDHSM or EXTERNAL_KEY_STORE where CustomKeyStoreId is given'
  ],
  [
    'CreateKey',
    { ...store, Origin: 'EXTERNAL_KEY_STORE' },
    'XksKeyId',
    'undefined',
    'Member is required for EXTERNAL_KEY_STORE'
  ],
  [
    'CreateKey',
    { ...store, Origin: 'AWS_CLOUDHSM', XksKeyId: 'k' },
    'XksKeyId',
    "'k'",
    'Member must be absent for AWS_CLOUDHSM'
  ],
  ...(['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'] as const).flatMap(
    (operation): ReadonlyArray<Row> => [
      [operation, key, 'KeySpec', 'undefined', 'Member must be present, or else NumberOfBytes'],
      [
        operation,
        { ...key, KeySpec: 'AES_256', NumberOfBytes: 1 },
        'NumberOfBytes',
        '1',
        'Member must be absent where KeySpec is given'
      ]
    ]
  ),
  ...[{}, key, { GrantId: 'g' }].map((request): Row => [
    'RetireGrant',
    request,
    'GrantToken',
    'undefined',
    'Member must be present, or else KeyId and GrantId'
  ]),
  ...[key, { GrantId: 'g' }, { ...key, GrantId: 'g' }].map((request): Row => [
    'RetireGrant',
    { ...grant, ...request },
    'GrantToken',
    "'token'",
    'Member must be absent where KeyId or GrantId is given'
  ]),
  [
    'DescribeCustomKeyStores',
    { ...store, CustomKeyStoreName: 'store' },
    'CustomKeyStoreName',
    "'store'",
    'Member must be absent where CustomKeyStoreId is given'
  ]
]

it.each(refused)('%s of %o', (operation, request, path, received, constraint) => {
  expect(violationsOf(everyRequest[operation], request)).toEqual([{ path, received, constraint }])
})

it('an answer for an enclave is asked for by nobody', () => {
  const asked = { NumberOfBytes: 1, Recipient }
  expect(violationsOf(everyRequest.GenerateRandom, asked).map(({ path }) => path)).toEqual(['Recipient'])
})
