/** Whole plans as text, each read against the documents: what is done, why, and on which page. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import type { CustomKeyStore, KmsKey } from '../../src/index.js'
import { planLines, planUnder, unreachableLines, type Goal } from '../../src/plan/index.js'
import { cloudHsmKey, cloudHsmStore, externalKey, externalStore } from '../fixtures.js'

const now = 1_800_000_000

const lines = (
  goal: Goal,
  store: CustomKeyStore,
  keys: ReadonlyArray<KmsKey> = []
): ReadonlyArray<string> => {
  const made = planUnder('exception-text-2022')(goal)({ store, keys, now })
  return E.isRight(made) ? planLines(made.right) : unreachableLines(made.left)
}

const key = cloudHsmKey({ KeyId: 'one' })
const pending = cloudHsmKey({ KeyId: 'two', DeletionDate: now + 9.5 * 86_400 })

it('a FAILED store, to be connected', () => {
  expect(
    lines('CONNECTED', cloudHsmStore('FAILED', { ConnectionErrorCode: 'USER_LOCKED_OUT' }), [key])
  ).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, FAILED (USER_LOCKED_OUT) with 1 key, to be CONNECTED, under exception-text-2022: 6 steps.',
    '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   A FAILED store must be disconnected first, which clears its ConnectionErrorCode. [API_ConnectCustomKeyStore, assumes A5]',
    '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Disconnecting continues after the call returns. [disconnect-keystore]',
    '3. Outside KMS: Set another password for kmsuser in the cluster.',
    '   Too many wrong passwords have locked kmsuser out. [fix-keystore]',
    '4. UpdateCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0","KeyStorePassword":"<password of kmsuser>"}',
    '   KMS must be given the corrected values. [fix-keystore]',
    '5. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
    '6. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]'
  ])
})

it('a FAILED store that may need an update', () => {
  expect(lines('CONNECTED', cloudHsmStore('FAILED', { ConnectionErrorCode: 'INVALID_CREDENTIALS' }))).toEqual(
    [
      'cks-1234567890abcdef0, AWS_CLOUDHSM, FAILED (INVALID_CREDENTIALS), to be CONNECTED, under exception-text-2022: 5 steps.',
      '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
      '   A FAILED store must be disconnected first, which clears its ConnectionErrorCode. [API_ConnectCustomKeyStore, assumes A5]',
      '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
      '   Disconnecting continues after the call returns. [disconnect-keystore]',
      '3. Outside KMS: Find out the password of kmsuser, or set one in the cluster: the one that KMS holds or another.',
      '   If kmsuser has another password than the one that KMS holds: UpdateCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0","KeyStorePassword":"<password of kmsuser>"}',
      '   The password that KMS holds is not the password of kmsuser. [fix-keystore]',
      '4. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
      '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
      '5. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
      '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]'
    ]
  )
})

it('a store in a cluster with keys, to be deleted', () => {
  expect(lines('deleted', cloudHsmStore('DISCONNECTED'), [key, pending])).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, DISCONNECTED with 2 keys, 1 pending deletion, to be deleted, under exception-text-2022: 7 steps.',
    '1. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   KMS can remove the material of deleted keys from the cluster only while the store is connected. [API_DeleteCustomKeyStore]',
    '2. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]',
    '3. ScheduleKeyDeletion {"KeyId":"one","PendingWindowInDays":30}',
    '   A store that holds KMS keys cannot be deleted. A key waits 7 to 30 days for its deletion, which CancelKeyDeletion can cancel. [API_ScheduleKeyDeletion]',
    '4. Wait until the keys are gone, 30 days: DescribeKey {"KeyId":"one"}',
    '   A store cannot be deleted while a key in it is pending deletion. The store stays connected, so that KMS can remove the key material from the cluster. [API_DeleteCustomKeyStore]',
    '5. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore, assumes A5]',
    '6. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Disconnecting continues after the call returns. [disconnect-keystore]',
    '7. DeleteCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   The store is DISCONNECTED and holds no KMS keys. The cluster or the external key manager is left as it is. [API_DeleteCustomKeyStore]'
  ])
})

it('an external key store with a key, to be deleted', () => {
  expect(lines('deleted', externalStore('CONNECTED'), [externalKey()])).toEqual([
    'cks-abcdef01234567890, EXTERNAL_KEY_STORE, CONNECTED with 1 key, to be deleted, under exception-text-2022: 5 steps.',
    '1. ScheduleKeyDeletion {"KeyId":"66666666-7777-8888-9999-000000000000","PendingWindowInDays":30}',
    '   A store that holds KMS keys cannot be deleted. A key waits 7 to 30 days for its deletion, which CancelKeyDeletion can cancel. [API_ScheduleKeyDeletion]',
    '   Caution: 1 key cannot be used from here on.',
    '2. Wait until the keys are gone, 30 days: DescribeKey {"KeyId":"66666666-7777-8888-9999-000000000000"}',
    '   A store cannot be deleted while a key in it is pending deletion. External keys stay as they are. [API_DeleteCustomKeyStore]',
    '3. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore, assumes A5]',
    '4. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   Disconnecting continues after the call returns. [xks-connect-disconnect]',
    '5. DeleteCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   The store is DISCONNECTED and holds no KMS keys. The cluster or the external key manager is left as it is. [API_DeleteCustomKeyStore]'
  ])
})

it('a store that leaves key material behind', () => {
  expect(lines('deletedLeavingKeyMaterial', cloudHsmStore('DISCONNECTED'), [key])).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, DISCONNECTED with 1 key, to be deleted, with key material left behind, under exception-text-2022: 3 steps.',
    '1. ScheduleKeyDeletion {"KeyId":"one","PendingWindowInDays":30}',
    '   A store that holds KMS keys cannot be deleted. A key waits 7 to 30 days for its deletion, which CancelKeyDeletion can cancel. [API_ScheduleKeyDeletion]',
    '2. Wait until the keys are gone, 30 days: DescribeKey {"KeyId":"one"}',
    '   A store cannot be deleted while a key in it is pending deletion. Key material stays in the cluster, from which KMS cannot remove it now. [API_DeleteCustomKeyStore]',
    '3. DeleteCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   The store is DISCONNECTED and holds no KMS keys. The cluster or the external key manager is left as it is. [API_DeleteCustomKeyStore]'
  ])
})

it('a new key in a cluster', () => {
  expect(lines('keyCreated', cloudHsmStore('DISCONNECTED'))).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, DISCONNECTED, to be holding a new key, under exception-text-2022: 3 steps.',
    '1. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
    '2. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]',
    '3. CreateKey {"CustomKeyStoreId":"cks-1234567890abcdef0","Origin":"AWS_CLOUDHSM"}',
    '   The store is CONNECTED. Its cluster must have two active HSMs in different Availability Zones. [API_CreateKey]'
  ])
})

it('a new key behind a proxy', () => {
  expect(lines('keyCreated', externalStore('DISCONNECTING'))).toEqual([
    'cks-abcdef01234567890, EXTERNAL_KEY_STORE, DISCONNECTING, to be holding a new key, under exception-text-2022: 4 steps.',
    '1. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   Disconnecting continues after the call returns. [xks-connect-disconnect]',
    '2. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
    '3. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   Connecting continues after the call returns, for about five minutes. If it ends in FAILED, make a new plan from there. [xks-connect-disconnect]',
    '4. CreateKey {"CustomKeyStoreId":"cks-abcdef01234567890","Origin":"EXTERNAL_KEY_STORE","XksKeyId":"<id of the external key>"}',
    '   The store is CONNECTED. The external key must exist, and no other key of the store may use it. [API_CreateKey]'
  ])
})

it('another cluster', () => {
  expect(
    lines(
      { updated: ['CloudHsmClusterId', 'KeyStorePassword'], and: 'CONNECTED' },
      cloudHsmStore('CONNECTED'),
      [key]
    )
  ).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, CONNECTED with 1 key, to be CONNECTED and updated (CloudHsmClusterId, KeyStorePassword), under exception-text-2022: 7 steps.',
    '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore, assumes A5]',
    '   Caution: 1 key cannot be used from here until the end of step 7.',
    '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Disconnecting continues after the call returns. [disconnect-keystore]',
    '3. Outside KMS: Have the other cluster ready: from a backup of this one or of the same one, with two active HSMs in different Availability Zones. Its kmsuser must have the password that KMS will hold.',
    '   KMS accepts only a cluster with the same cluster certificate, and does not look at kmsuser before it connects. [update-keystore]',
    '4. Outside KMS: Set the new password of kmsuser in the cluster.',
    '   An update tells KMS the password of kmsuser, and does not change it in the cluster. [update-keystore]',
    '5. UpdateCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0","CloudHsmClusterId":"<cluster id>","KeyStorePassword":"<password of kmsuser>"}',
    '   UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore]',
    '6. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
    '7. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]'
  ])
})

it('another proxy', () => {
  expect(
    lines(
      { updated: ['XksProxyUriPath', 'XksProxyUriEndpoint', 'XksProxyAuthenticationCredential'] },
      externalStore('CONNECTED'),
      [externalKey()]
    )
  ).toEqual([
    'cks-abcdef01234567890, EXTERNAL_KEY_STORE, CONNECTED with 1 key, to be updated (XksProxyUriPath, XksProxyUriEndpoint, XksProxyAuthenticationCredential), under exception-text-2022: 6 steps.',
    '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore, assumes A5]',
    '   Caution: 1 key cannot be used from here on.',
    '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   Disconnecting continues after the call returns. [xks-connect-disconnect]',
    '3. Outside KMS: Have the proxy answer at the new path.',
    '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]',
    '4. Outside KMS: Have the proxy answer at the new endpoint, with a TLS certificate for its host name.',
    '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]',
    '5. Outside KMS: Have the proxy accept the new credential.',
    '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]',
    '6. UpdateCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890","XksProxyUriPath":"<path>","XksProxyUriEndpoint":"<endpoint>","XksProxyAuthenticationCredential":{"AccessKeyId":"<access key id>","RawSecretAccessKey":"<secret access key>"}}',
    '   UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore]'
  ])
})

it('another way to a proxy', () => {
  expect(
    lines(
      { updated: ['XksProxyConnectivity', 'XksProxyVpcEndpointServiceName', 'XksProxyUriEndpoint'] },
      externalStore('DISCONNECTED')
    )
  ).toEqual([
    'cks-abcdef01234567890, EXTERNAL_KEY_STORE, DISCONNECTED, to be updated (XksProxyConnectivity, XksProxyVpcEndpointServiceName, XksProxyUriEndpoint), under exception-text-2022: 3 steps.',
    '1. Outside KMS: Have the new VPC endpoint service lead to the proxy, and let the KMS service principal of the Region use it.',
    '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]',
    '2. Outside KMS: Have the proxy answer at the new endpoint, with a TLS certificate for its host name.',
    '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]',
    '3. UpdateCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890","XksProxyConnectivity":"VPC_ENDPOINT_SERVICE","XksProxyVpcEndpointServiceName":"<service name>","XksProxyUriEndpoint":"<endpoint>"}',
    '   UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. [API_ConnectCustomKeyStore]'
  ])
})

it('a store that is to be disconnected', () => {
  expect(lines('DISCONNECTED', cloudHsmStore('CONNECTED'), [key])).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, CONNECTED with 1 key, to be DISCONNECTED, under exception-text-2022: 2 steps.',
    '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   KMS keys in the store cannot be used until it is connected again. [API_DisconnectCustomKeyStore, assumes A5]',
    '   Caution: 1 key cannot be used from here on.',
    '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    '   Disconnecting continues after the call returns. [disconnect-keystore]'
  ])
})

it('what cannot be', () => {
  expect(lines({ updated: ['XksProxyUriPath'] }, cloudHsmStore('DISCONNECTED'))).toEqual([
    'cks-1234567890abcdef0, AWS_CLOUDHSM, DISCONNECTED, to be updated (XksProxyUriPath), under exception-text-2022: no steps lead there.',
    'UpdateCustomKeyStore is refused with ValidationException: An update must not carry a member of the other type of custom key store. [API_UpdateCustomKeyStore]'
  ])
})

it('an attempt to connect that is ended, which is assumed', () => {
  expect(lines('DISCONNECTED', externalStore('CONNECTING'))).toEqual([
    'cks-abcdef01234567890, EXTERNAL_KEY_STORE, CONNECTING, to be DISCONNECTED, under exception-text-2022: 2 steps.',
    '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   KMS keys in the store cannot be used until it is connected again. [API_DisconnectCustomKeyStore, assumes A4, A5]',
    '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-abcdef01234567890"}',
    '   Disconnecting continues after the call returns. [xks-connect-disconnect]'
  ])
})

it('all keys that are waited for, of which the first is shown', () => {
  const other = cloudHsmKey({ KeyId: 'three' })
  expect(lines('deleted', cloudHsmStore('CONNECTED'), [key, other]).slice(3, 6)).toEqual([
    '   Caution: 2 keys cannot be used from here on.',
    '2. ScheduleKeyDeletion {"KeyId":"three","PendingWindowInDays":30}',
    '   A store that holds KMS keys cannot be deleted. A key waits 7 to 30 days for its deletion, which CancelKeyDeletion can cancel. [API_ScheduleKeyDeletion]'
  ])
  expect(lines('deleted', cloudHsmStore('CONNECTED'), [key, other])[6]).toBe(
    '3. Wait until the keys are gone, 30 days: DescribeKey {"KeyId":"one"}'
  )
})
