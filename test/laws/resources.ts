/** The resources that a refusal may tell of, by hand. */
import { expect } from 'vitest'
import type * as cks from '../../src/index.js'
import { cryptography } from '../protocol/endpoint.js'

type Members = Readonly<Record<string, any>>

const keyStateOf = ({ stores }: cks.Account, key: cks.KmsKey): string => {
  const state = stores.find((store) => store.CustomKeyStoreId === key.CustomKeyStoreId)?.ConnectionState
  if (key.DeletionDate !== undefined) return 'PendingDeletion'
  if (state !== 'CONNECTED') return 'Unavailable'
  return key.enabled ? 'Enabled' : 'Disabled'
}

const ofKeys = (account: cks.Account) =>
  account.keys.map((key) => ({ kind: 'KMS key', id: key.Arn, state: keyStateOf(account, key) }))

/** Those that are in the account. A cluster shows its own state. */
const ofStores = ({ stores }: cks.Account) =>
  stores.map((store) => ({
    kind: 'custom key store',
    id: store.CustomKeyStoreId,
    state: store.ConnectionState
  }))

const names = [
  'KeyId',
  'TargetKeyId',
  'SourceKeyId',
  'DestinationKeyId',
  'CustomKeyStoreId',
  'CustomKeyStoreName',
  'AliasName'
]

/** Whatever stands behind the stores and the keys, and behind the store or key that is asked for. */
const behind = (request: Members, { stores, keys }: cks.Account): ReadonlyArray<unknown> => [
  request['CloudHsmClusterId'],
  request['XksProxyVpcEndpointServiceName'],
  request['XksKeyId'],
  ...keys.map((key: Members) => key['XksKeyConfiguration']?.Id),
  ...[{}, ...stores].flatMap((store: Members) => {
    const proxy: Members = store['XksProxyConfiguration'] ?? {}
    const endpoint = request['XksProxyUriEndpoint'] ?? proxy['UriEndpoint']
    const path = request['XksProxyUriPath'] ?? proxy['UriPath']
    return [store['CloudHsmClusterId'], proxy['VpcEndpointServiceName'], `${endpoint}${path}`]
  })
]

/** The key with which a ciphertext says that it was made. */
const madeWith = (request: Members) => cryptography.keyOf(request['CiphertextBlob'] ?? '')

/** A member that is null is one that was not sent. */
const isAbsent = (value: unknown) => value === undefined || value === null

/** That it is in the account with this state, or is named in the request, or stands behind one that is. */
export const expectResourceOf = (
  request: unknown,
  account: cks.Account,
  resource: cks.Resource | undefined
): void => {
  const members = request as Members
  const { DestinationKeyId: destination, ...rest } = Object.fromEntries(
    names.flatMap((name) => (isAbsent(members[name]) ? [] : [[name, members[name]]]))
  )
  if (resource === undefined) {
    // A ciphertext that is no such thing is refused before the destination is looked at.
    expect(rest).toStrictEqual({})
    return
  }
  const { kind, id, state } = resource
  if (kind === 'KMS key' && ofKeys(account).some((key) => key.id === id)) {
    expect(ofKeys(account)).toContainEqual(
      state === undefined ? expect.objectContaining({ kind, id }) : { kind, id, state }
    )
  } else if (kind === 'custom key store' && state !== undefined) {
    expect(ofStores(account)).toContainEqual({ kind, id, state })
    expect(id).toBe(members['CustomKeyStoreId'] ?? id)
  } else if (['KMS key', 'custom key store', 'alias'].includes(kind)) {
    expect([...Object.values(rest), destination, madeWith(members)]).toContain(id)
  } else expect(behind(members, account)).toContain(id)
}
