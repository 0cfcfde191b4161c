/** By which name it is told what a value should have been, where it is of another kind altogether. Written by hand. */
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { CustomKeyStoresListEntry } from '../../src/model/responses/storeFromListEntry.js'
import { clusterWith, externalKey, externalStore, proxyWith } from '../fixtures.js'
import { violationsOf } from '../codec/violationsOf.js'

type Codec = Parameters<typeof violationsOf>[0]

/** Each path with the name of what should be there; what is said in other words is left out. */
const namedIn = (codec: Codec, input: unknown) =>
  violationsOf(codec, input).flatMap(({ path, constraint }) => {
    const name = /^Member must be a valid (.*)$/.exec(constraint)?.[1]
    return name === undefined ? [] : [`${path}: ${name}`]
  })

const alike = {
  KeyIdRequest: [
    'DescribeKey',
    'EnableKey',
    'DisableKey',
    'CancelKeyDeletion',
    'DisableKeyRotation',
    'GetKeyRotationStatus',
    'RotateKeyOnDemand',
    'GetPublicKey'
  ],
  CustomKeyStoreIdRequest: ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteCustomKeyStore'],
  AliasRequest: ['CreateAlias', 'UpdateAlias'],
  KeyMetadataResponse: ['CreateKey', 'DescribeKey'],
  ListGrantsResponse: ['ListRetirableGrants']
} satisfies Readonly<Record<string, ReadonlyArray<OperationName>>>

/** The name of a request or an answer: that of its operation, unless several have one. */
const nameOf = (operation: OperationName, kind: 'Request' | 'Response'): string =>
  Object.entries<ReadonlyArray<string>>(alike).find(
    ([name, operations]) => name.endsWith(kind) && operations.includes(operation)
  )?.[0] ?? `${operation}${kind}`

describe.each(operationNames)('what is no record in %s', (operation) => {
  const { request, response } = operationsByName['exception-text-2022'][operation]

  it('is no request of that name', () => {
    expect(namedIn(request as Codec, 5)).toEqual([`: ${nameOf(operation, 'Request')}`])
  })

  it('is no answer of that name, or not an empty one', () => {
    expect([': Empty', `: ${nameOf(operation, 'Response')}`]).toContain(namedIn(response, 5)[0])
    expect(namedIn(response, 5)).toHaveLength(1)
  })
})

it('an answer is empty, or has a name', () => {
  const named = operationNames.filter(
    (name) => namedIn(operationsByName['exception-text-2022'][name].response, 5)[0] !== ': Empty'
  )
  expect(named).toEqual([
    'CreateCustomKeyStore',
    'DescribeCustomKeyStores',
    'CreateKey',
    'GenerateRandom',
    'DescribeKey',
    'ListKeys',
    'ScheduleKeyDeletion',
    'CancelKeyDeletion',
    'ListResourceTags',
    'ListAliases',
    'GetKeyPolicy',
    'ListKeyPolicies',
    'CreateGrant',
    'ListGrants',
    'ListRetirableGrants',
    'Encrypt',
    'Decrypt',
    'ReEncrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext'
  ])
})

it.each<readonly [string, Codec, object, ReadonlyArray<string>]>([
  [
    'a cluster',
    cks.CloudHsmCluster,
    {
      ...clusterWith(),
      hsms: [5, { availabilityZone: 'a', state: 'ACTIVE', kmsuser: 5 }],
      subnets: [5],
      securityGroup: { id: 'a', inbound: [5], outbound: [] },
      kmsuser: 5
    },
    [
      'hsms.0: Hsm',
      'hsms.1.kmsuser: KmsUserOnHsm',
      'subnets.0: Subnet',
      'securityGroup.inbound.0: Traffic',
      'kmsuser: KmsUser'
    ]
  ],
  ['a group', cks.CloudHsmCluster, { ...clusterWith(), securityGroup: 5 }, ['securityGroup: SecurityGroup']],
  [
    'a proxy',
    cks.XksProxy,
    { ...proxyWith(), externalKeys: { a: 5 } },
    ['externalKeys: "any"', 'externalKeys.a: ExternalKey']
  ],
  [
    'facts',
    cks.InfrastructureFacts,
    { clusters: [5], proxies: [5], vpcEndpointServices: [5] },
    ['clusters.0: CloudHsmCluster', 'proxies.0: XksProxy', 'vpcEndpointServices.0: VpcEndpointService']
  ],
  [
    'an account',
    cks.Account,
    { AccountId: '1', Region: '', stores: [5], keys: [5], aliases: [5] },
    ['aliases.0: Alias', 'stores.0: CustomKeyStore', 'keys.0: KmsKey']
  ],
  [
    'a key',
    cks.KmsKey,
    {
      ...externalKey(),
      XksKeyConfiguration: 5,
      Tags: [5],
      Grants: [5, { Constraints: 5 }, { Constraints: { EncryptionContextEquals: 5 } }]
    },
    [
      'Tags.0: StoredTag',
      'Grants.0: Grant',
      'Grants.1.Constraints: GrantConstraints',
      'Grants.2.Constraints.EncryptionContextEquals: EncryptionContext',
      'XksKeyConfiguration: XksKeyConfiguration'
    ]
  ],
  [
    'a store',
    cks.CustomKeyStore,
    { ...externalStore('CONNECTED'), XksProxyConfiguration: 5 },
    ['XksProxyConfiguration: XksProxyConfiguration']
  ]
])('what is wrong within is told by its own name: %s', (_, codec, input, names) => {
  expect(namedIn(codec, input)).toEqual(names)
})

it('what is no record at all is told by its name as well', () => {
  expect(namedIn(cks.Account, 5)).toEqual([': Account'])
  expect(namedIn(cks.InfrastructureFacts, 5)).toEqual([': InfrastructureFacts'])
  expect(namedIn(CustomKeyStoresListEntry, 5)).toEqual([': CustomKeyStoresListEntry'])
  for (const [read, name] of [
    [cks.keyFromMetadata, 'KeyMetadata'],
    [cks.storeFromListEntry, 'CustomKeyStoresListEntry']
  ] as const) {
    expect(read(5)).toMatchObject({ left: [{ kind: 'type', constraint: `Member must be a valid ${name}` }] })
  }
})
