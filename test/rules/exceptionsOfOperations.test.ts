/** Each operation refuses with the exceptions that its page lists, which stand here by hand, and with no other. */
import { describe, expect, it } from 'vitest'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'
import { connectRules } from '../../src/operations/connect.js'
import { createCloudHsmKeyRules } from '../../src/operations/createCloudHsmKey.js'
import { createCloudHsmKeyStoreRules } from '../../src/operations/createCloudHsmKeyStore.js'
import { createExternalKeyRules } from '../../src/operations/createExternalKey.js'
import { createExternalKeyStoreRules } from '../../src/operations/createExternalKeyStore.js'
import { deleteRules } from '../../src/operations/delete.js'
import { describeRules } from '../../src/operations/describe.js'
import { disconnectRules } from '../../src/operations/disconnect.js'
import { generateRandomRules } from '../../src/operations/generateRandom.js'
import { manageKeyRules } from '../../src/operations/manageKey.js'
import { updateRules } from '../../src/operations/update.js'
import { useKeyRules } from '../../src/operations/useKey.js'

const proxyExceptions = [
  'XksProxyIncorrectAuthenticationCredentialException',
  'XksProxyInvalidConfigurationException',
  'XksProxyInvalidResponseException',
  'XksProxyUriEndpointInUseException',
  'XksProxyUriInUseException',
  'XksProxyUriUnreachableException',
  'XksProxyVpcEndpointServiceInUseException',
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
  'XksProxyVpcEndpointServiceNotFoundException'
]

/** The exceptions that the page of each operation lists. */
const documented = {
  CreateCustomKeyStore: [
    'CloudHsmClusterInUseException',
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CustomKeyStoreNameInUseException',
    'IncorrectTrustAnchorException',
    'KMSInternalException',
    'LimitExceededException',
    ...proxyExceptions
  ],
  DescribeCustomKeyStores: [
    'CustomKeyStoreNotFoundException',
    'InvalidMarkerException',
    'KMSInternalException'
  ],
  ConnectCustomKeyStore: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  DisconnectCustomKeyStore: [
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  UpdateCustomKeyStore: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CloudHsmClusterNotRelatedException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNameInUseException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
    ...proxyExceptions
  ],
  DeleteCustomKeyStore: [
    'CustomKeyStoreHasCMKsException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  CreateKey: [
    'CloudHsmClusterInvalidConfigurationException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'TagException',
    'UnsupportedOperationException',
    'XksKeyAlreadyInUseException',
    'XksKeyInvalidConfigurationException',
    'XksKeyNotFoundException'
  ],
  GenerateRandom: [
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'DependencyTimeoutException',
    'KMSInternalException',
    'UnsupportedOperationException'
  ]
}

/** An account looks the store up and refuses an unknown one, before there is a store to hold rules against. */
const refusedByAccount = 'CustomKeyStoreNotFoundException'
/** The update of a member that does not go with the store: no page lists the error. */
const notListed = 'ValidationException'

type Refusing = ReadonlyArray<{ readonly otherwise: string }>
const refusalsOf = (...lists: ReadonlyArray<Refusing>) =>
  [...new Set(lists.flat().map((rule) => rule.otherwise))].sort()

describe('the exceptions of an operation', () => {
  it.each(Object.entries(documented))('%s are those that its page lists', (operation, names) => {
    const declared: ReadonlyArray<string> = documentedExceptions[operation as keyof typeof documented]
    expect([...declared].sort()).toEqual([...names].sort())
  })

  const editions = [
    'exception-text-2022',
    'operation-page-2022',
    'exception-text-2026',
    'operation-page-2026',
    'developer-guide'
  ] as const

  it.each(editions)('are each answered by some rule, and no other, under %s', (edition) => {
    const reached: Record<keyof typeof documented, ReadonlyArray<string>> = {
      CreateCustomKeyStore: refusalsOf(createCloudHsmKeyStoreRules, createExternalKeyStoreRules),
      DescribeCustomKeyStores: refusalsOf(describeRules),
      ConnectCustomKeyStore: refusalsOf(connectRules(edition), [{ otherwise: refusedByAccount }]),
      DisconnectCustomKeyStore: refusalsOf(disconnectRules(edition), [{ otherwise: refusedByAccount }]),
      UpdateCustomKeyStore: refusalsOf(updateRules(edition), [{ otherwise: refusedByAccount }]),
      DeleteCustomKeyStore: refusalsOf(deleteRules(edition), [{ otherwise: refusedByAccount }]),
      CreateKey: refusalsOf(createCloudHsmKeyRules(edition), createExternalKeyRules(edition), [
        { otherwise: refusedByAccount }
      ]),
      GenerateRandom: refusalsOf(generateRandomRules(edition), [{ otherwise: refusedByAccount }])
    }
    for (const [operation, names] of Object.entries(documented)) {
      const expected = operation === 'UpdateCustomKeyStore' ? [...names, notListed] : names
      expect([operation, reached[operation as keyof typeof documented]]).toEqual([operation, expected.sort()])
    }
  })

  it('are, for the use of a key, those about its state, its backing key store and KMS itself', () => {
    expect(refusalsOf(useKeyRules)).toEqual([
      'DependencyTimeoutException',
      'DisabledException',
      'KMSInternalException',
      'KMSInvalidStateException',
      'KeyUnavailableException'
    ])
  })

  it.each(['ScheduleKeyDeletion', 'CancelKeyDeletion', 'EnableKey', 'DisableKey'] as const)(
    'are, for %s, those about the state of the key and KMS itself',
    (operation) => {
      expect(refusalsOf(manageKeyRules(operation))).toEqual([
        'DependencyTimeoutException',
        'KMSInternalException',
        'KMSInvalidStateException'
      ])
    }
  )
})
