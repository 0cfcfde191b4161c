import { exampleRequest } from '../possible/exampleRequests.js'
import { clusterId, everyKind, xksKeyId, type Kind } from '../possible/examples.js'
import { defaultSettings } from '../replay/HistorySettings.js'
import { markerAfter } from '../rules/listing.js'
import { elsewhere, type JsonMembers } from './background.js'
import { badPolicies } from './cases/policyCases.js'
import {
  byRequests,
  connect,
  create,
  createKey,
  describe,
  disconnect,
  first,
  newKey,
  otherService,
  remove,
  request,
  second,
  storeWithKey
} from './byRequests.js'
import type { Draft } from './make.js'
import { opaqueSequences } from './opaqueSequences.js'
import { updateSequences } from './updateSequences.js'

/** One kind for each type of store, where the connectivity makes no difference. */
const everyType = ['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT'] as const

const describeKey = request('DescribeKey', { KeyId: newKey })
const encrypt = request('Encrypt', { ...exampleRequest('Encrypt', 'AWS_CLOUDHSM'), KeyId: newKey })

const refusedCreate = (kind: Kind, name: string, says: string, change: JsonMembers): Draft =>
  byRequests(kind, `create/${name}`, `A Create ${says} makes no store`, 'CreateCustomKeyStore', [
    create(kind, change)
  ])

const without = (kind: Kind, member: string): Draft =>
  refusedCreate(kind, `without-${member}`, `without ${member}`, { [member]: undefined })

const creates: ReadonlyArray<Draft> = [
  ...['CustomKeyStoreName', 'CloudHsmClusterId', 'TrustAnchorCertificate'].map((member) =>
    without('AWS_CLOUDHSM', member)
  ),
  ...[
    'CustomKeyStoreName',
    'CustomKeyStoreType',
    'XksProxyConnectivity',
    'XksProxyUriEndpoint',
    'XksProxyUriPath',
    'XksProxyAuthenticationCredential'
  ].map((member) => without('PUBLIC_ENDPOINT', member)),
  without('VPC_ENDPOINT_SERVICE', 'XksProxyVpcEndpointServiceName'),
  refusedCreate('AWS_CLOUDHSM', 'foreign-path', 'with a member of the other type', {
    XksProxyUriPath: elsewhere.UriPath
  }),
  refusedCreate('PUBLIC_ENDPOINT', 'foreign-cluster', 'with a member of the other type', {
    CloudHsmClusterId: clusterId
  }),
  byRequests('PUBLIC_ENDPOINT', 'create/twice', 'The same Create once more', 'CreateCustomKeyStore', [
    create('PUBLIC_ENDPOINT'),
    create('PUBLIC_ENDPOINT')
  ]),
  ...everyKind.map((kind) =>
    byRequests(
      kind,
      'create/again',
      'After a store is deleted, its name and what stands behind it are free',
      'DeleteCustomKeyStore',
      [create(kind), remove(), describe(), create(kind), describe(second)]
    )
  )
]

const refusedKey = (kind: Kind, name: string, says: string, change: JsonMembers): Draft =>
  byRequests(kind, `create-key/${name}`, `A CreateKey ${says} makes no key`, 'CreateKey', [
    create(kind),
    ...connect,
    createKey(kind, change)
  ])

const keys: ReadonlyArray<Draft> = [
  refusedKey('PUBLIC_ENDPOINT', 'spec', 'of another key spec', { KeySpec: 'RSA_2048' }),
  refusedKey('PUBLIC_ENDPOINT', 'usage', 'of another key usage', { KeyUsage: 'GENERATE_VERIFY_MAC' }),
  refusedKey('PUBLIC_ENDPOINT', 'multi-region', 'of a multi-Region key', { MultiRegion: true }),
  byRequests('PUBLIC_ENDPOINT', 'create-key/origin', 'A CreateKey of the other origin', 'CreateKey', [
    create('PUBLIC_ENDPOINT'),
    ...connect,
    createKey('AWS_CLOUDHSM')
  ]),
  refusedKey('AWS_CLOUDHSM', 'external-key', 'with an external key', { XksKeyId: xksKeyId }),
  ...Object.entries(badPolicies).map(([name, [says, Policy]]) =>
    refusedKey('AWS_CLOUDHSM', name, `is refused where ${says}, and`, { Policy })
  ),
  ...everyType.flatMap((kind) => [
    byRequests(kind, 'key-shown', 'DescribeKey shows the store of a key', 'DescribeKey', [
      ...storeWithKey(kind),
      describeKey
    ]),
    byRequests(
      kind,
      'key-use',
      'A key cannot be used after its store is disconnected, and can once it is connected again',
      'DisconnectCustomKeyStore',
      [...storeWithKey(kind), encrypt, ...disconnect, encrypt, describeKey, ...connect, encrypt]
    )
  ]),
  byRequests(
    'PUBLIC_ENDPOINT',
    'delete-with-key',
    'A store with a key is not deleted, pending deletion or not',
    'DeleteCustomKeyStore',
    [
      ...storeWithKey('PUBLIC_ENDPOINT'),
      ...disconnect,
      remove(),
      request('ScheduleKeyDeletion', { KeyId: newKey, PendingWindowInDays: 7 }),
      remove()
    ]
  )
]

const pageAfter = (id: string) =>
  request('DescribeCustomKeyStores', {
    Limit: 1,
    Marker: markerAfter({ CreationDate: defaultSettings.startsAt, CustomKeyStoreId: id })
  })

const paging = byRequests('AWS_CLOUDHSM', 'pages', 'Three stores, one to a page', 'DescribeCustomKeyStores', [
  create('AWS_CLOUDHSM'),
  create('PUBLIC_ENDPOINT', { CustomKeyStoreName: 'OtherKeyStore' }),
  create('VPC_ENDPOINT_SERVICE', {
    CustomKeyStoreName: 'ThirdKeyStore',
    XksProxyUriEndpoint: elsewhere.UriEndpoint,
    XksProxyVpcEndpointServiceName: otherService
  }),
  request('DescribeCustomKeyStores', { Limit: 1 }),
  pageAfter(first),
  pageAfter(second)
])

/** Vectors that begin with nothing and go on by requests alone, and that no edition changes. */
export const requestSequences = (): ReadonlyArray<Draft> => [
  ...creates,
  ...updateSequences,
  ...keys,
  paging,
  ...opaqueSequences
]
