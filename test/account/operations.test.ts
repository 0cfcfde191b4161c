import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import type { Circumstances } from '../../src/model/Circumstances.js'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import { account as operations, accountUnder } from '../../src/account/onAccount.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../../src/model/requests/GenerateRandomRequest.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  createExternalRequest,
  decoded,
  externalKey,
  externalStore,
  infrastructureFacts,
  otherAccountId,
  publicId,
  unknownId,
  updateRequest,
  vpcEndpointServiceWith,
  vpcId,
  verdict,
  withKeys
} from '../fixtures.js'

const byId = (id: string) => decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: id })
const empty = accountWith()
const hsm = accountWith(cloudHsmStore('DISCONNECTED'), externalStore('CONNECTED'))

const without = (changes: Partial<typeof infrastructureFacts>): Circumstances => ({
  ...circumstances,
  infrastructure: infrastructureOf({ ...infrastructureFacts, ...changes })
})

describe('create', () => {
  it('answers with the id, and the account has the store', () => {
    const [answer, after] = accepted(operations.create(circumstances)(createCloudHsmRequest())(empty))
    expect(answer).toEqual({ CustomKeyStoreId: 'cks-99999999999999999' })
    expect(after).toEqual(
      accountWith(
        cloudHsmStore('DISCONNECTED', {
          CustomKeyStoreId: 'cks-99999999999999999',
          CreationDate: 1_800_000_000,
          attempt: 0
        })
      )
    )
  })

  it('looks behind the request: for a cluster, or for a proxy and a VPC endpoint service', () => {
    const create = (given: Circumstances, request: Parameters<ReturnType<typeof operations.create>>[0]) =>
      verdict(operations.create(given)(request)(empty))
    expect(create(without({ clusters: [] }), createCloudHsmRequest())).toBe(
      'CloudHsmClusterNotFoundException'
    )
    expect(create(circumstances, createExternalRequest())).toBe('accepted')
    expect(create(without({ proxies: [] }), createExternalRequest())).toBe('XksProxyUriUnreachableException')
    expect(create(circumstances, createExternalRequest('VPC_ENDPOINT_SERVICE'))).toBe('accepted')
    expect(create(without({ vpcEndpointServices: [] }), createExternalRequest('VPC_ENDPOINT_SERVICE'))).toBe(
      'XksProxyVpcEndpointServiceNotFoundException'
    )
  })

  it('needs a VPC endpoint service of the account, or of the owner that is named', () => {
    const vpcEndpointServices = [vpcEndpointServiceWith({ owner: otherAccountId })]
    const create = (members: object) =>
      verdict(
        operations.create(without({ vpcEndpointServices }))(
          createExternalRequest('VPC_ENDPOINT_SERVICE', { ...members })
        )(empty)
      )
    expect(create({})).toBe('XksProxyVpcEndpointServiceInvalidConfigurationException')
    expect(create({ XksProxyVpcEndpointServiceOwner: otherAccountId })).toBe('accepted')
  })

  it('answers with the id of the same store, if the account has it, and changes nothing', () => {
    const [answer, after] = accepted(operations.create(circumstances)(createCloudHsmRequest())(hsm))
    expect(answer).toEqual({ CustomKeyStoreId: cloudHsmId })
    expect(after).toBe(hsm)
  })

  it('keeps to the quota that it is told', () => {
    const create = (storeQuota: number) =>
      verdict(
        operations.create({ ...circumstances, storeQuota })(createExternalRequest())(
          accountWith(cloudHsmStore('FAILED'))
        )
      )
    expect([create(1), create(2)]).toEqual(['LimitExceededException', 'accepted'])
  })
})

describe('describe', () => {
  it('answers with stores, and changes nothing', () => {
    const request = decoded(DescribeCustomKeyStoresRequest, { CustomKeyStoreName: 'public store' })
    const [answer, after] = accepted(operations.describe(circumstances)(request)(hsm))
    expect(answer.CustomKeyStores.map((entry) => entry.CustomKeyStoreId)).toEqual([publicId])
    expect(after).toBe(hsm)
  })
})

describe('connect', () => {
  it('answers an empty object, and the store is CONNECTING', () => {
    expect(operations.connect(circumstances)(byId(cloudHsmId))(hsm)).toEqual(
      E.right([{}, accountWith(cloudHsmStore('CONNECTING', { attempt: 4 }), externalStore('CONNECTED'))])
    )
  })

  it('looks at what stands behind the store', () => {
    const given = without({ clusters: [clusterWith({ state: 'UNINITIALIZED' })] })
    expect(verdict(operations.connect(given)(byId(cloudHsmId))(hsm))).toBe(
      'CloudHsmClusterNotActiveException'
    )
  })

  it('follows the edition', () => {
    expect(verdict(operations.connect(circumstances)(byId(publicId))(hsm))).toBe('accepted')
    expect(verdict(accountUnder('developer-guide').connect(circumstances)(byId(publicId))(hsm))).toBe(
      'CustomKeyStoreInvalidStateException'
    )
  })
})

describe('disconnect', () => {
  it('answers an empty object, and the store is DISCONNECTING', () => {
    expect(operations.disconnect(circumstances)(byId(publicId))(hsm)).toEqual(
      E.right([
        {},
        accountWith(
          cloudHsmStore('DISCONNECTED'),
          externalStore('DISCONNECTING', 'PUBLIC_ENDPOINT', { attempt: 4 })
        )
      ])
    )
  })
})

describe('update', () => {
  const external = accountWith(
    externalStore('DISCONNECTED'),
    externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')
  )
  const update = (account: Account, members: object, given: Circumstances = circumstances) =>
    operations.update(given)(updateRequest(account.stores[0]!, { ...members }))(account)

  it('answers an empty object, and the store is changed', () => {
    expect(update(hsm, { NewCustomKeyStoreName: 'other' })).toEqual(
      E.right([
        {},
        accountWith(
          cloudHsmStore('DISCONNECTED', { CustomKeyStoreName: 'other' }),
          externalStore('CONNECTED')
        )
      ])
    )
  })

  it('is held against the other stores, and not against the store itself', () => {
    expect(verdict(update(hsm, { NewCustomKeyStoreName: 'hsm store' }))).toBe('accepted')
    expect(verdict(update(hsm, { NewCustomKeyStoreName: 'public store' }))).toBe(
      'CustomKeyStoreNameInUseException'
    )
  })

  it('looks at the cluster that the request names, or else at that of the store', () => {
    const restored = clusterWith({ clusterId: 'cluster-bcdefghijkl' })
    const given = without({ clusters: [restored] })
    const [, after] = accepted(update(hsm, { CloudHsmClusterId: 'cluster-bcdefghijkl' }, given))
    expect(after.stores[0]).toEqual(
      cloudHsmStore('DISCONNECTED', { CloudHsmClusterId: 'cluster-bcdefghijkl' })
    )
    expect(verdict(update(hsm, { CloudHsmClusterId: 'cluster-abcdefghijk' }, given))).toBe(
      'CloudHsmClusterNotFoundException'
    )
    const password = { KeyStorePassword: 'password' }
    expect(verdict(update(hsm, password))).toBe('accepted')
    expect(verdict(update(hsm, password, without({ clusters: [] })))).toBe('CloudHsmClusterNotFoundException')
  })

  it('looks at the proxy where it would be, for a name alone too', () => {
    expect(verdict(update(external, { XksProxyUriPath: '/first/kms/xks/v1' }))).toBe('accepted')
    expect(verdict(update(external, { XksProxyUriPath: '/third/kms/xks/v1' }))).toBe(
      'XksProxyUriUnreachableException'
    )
    const renaming = { NewCustomKeyStoreName: 'n' }
    expect(verdict(update(external, renaming))).toBe('accepted')
    expect(verdict(update(external, renaming, without({ proxies: [] })))).toBe(
      'XksProxyUriUnreachableException'
    )
  })

  it('needs a VPC endpoint service of the account', () => {
    const account = accountWith(externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE'))
    const vpcEndpointServices = [vpcEndpointServiceWith({ owner: otherAccountId })]
    const change = { XksProxyUriPath: '/second/kms/xks/v1' }
    expect(verdict(update(account, change))).toBe('accepted')
    expect(verdict(update(account, change, without({ vpcEndpointServices })))).toBe(
      'XksProxyVpcEndpointServiceInvalidConfigurationException'
    )
  })
})

describe('delete', () => {
  it('answers an empty object, and the store is gone', () => {
    expect(operations.delete(circumstances)(byId(cloudHsmId))(hsm)).toEqual(
      E.right([{}, accountWith(externalStore('CONNECTED'))])
    )
  })

  it('looks at the keys of the store, and not of others', () => {
    const remove = operations.delete(circumstances)(byId(cloudHsmId))
    expect(verdict(remove(withKeys(cloudHsmKey())(hsm)))).toBe('CustomKeyStoreHasCMKsException')
    expect(verdict(remove(withKeys(externalKey())(hsm)))).toBe('accepted')
  })
})

describe('createKey', () => {
  it('answers with the key, and the account has it', () => {
    const account = withKeys(cloudHsmKey())(hsm)
    const [answer, after] = accepted(operations.createKey(circumstances)(createExternalKeyRequest())(account))
    const KeyId = '99999999-9999-9999-9999-999999999999'
    const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`
    expect(answer.KeyMetadata).toMatchObject({
      KeyId,
      Arn,
      AWSAccountId: '111122223333',
      KeyState: 'Enabled'
    })
    const CreationDate = 1_800_000_000
    expect(after).toEqual(
      withKeys(cloudHsmKey(), externalKey({ KeyId, Arn, CreationDate, Description: '' }))(hsm)
    )
  })

  it('looks at what stands behind the store, and at the keys of the account', () => {
    const createKey = (account: Account, given: Circumstances) =>
      verdict(operations.createKey(given)(createExternalKeyRequest())(account))
    expect(createKey(hsm, without({ proxies: [] }))).toBe('CustomKeyStoreInvalidStateException')
    const other = withKeys(cloudHsmKey())(hsm)
    expect(createKey(other, { ...circumstances, keyQuota: 1 })).toBe('LimitExceededException')
    expect(createKey(other, { ...circumstances, keyQuota: 2 })).toBe('accepted')
    expect(createKey(withKeys(externalKey())(hsm), circumstances)).toBe('XksKeyAlreadyInUseException')
  })
})

describe('generateRandom', () => {
  const connected = accountWith(cloudHsmStore('CONNECTED'))
  const generateRandom = (members: object, account: Account, given: Circumstances = circumstances) =>
    operations.generateRandom(given)(decoded(GenerateRandomRequest, members))(account)

  it('answers for how many bytes, and changes nothing', () => {
    const [answer, after] = accepted(
      generateRandom({ NumberOfBytes: 32, CustomKeyStoreId: cloudHsmId }, connected)
    )
    expect(answer).toEqual({ NumberOfBytes: 32 })
    expect(after).toBe(connected)
  })

  it('without a store needs none', () => {
    expect(generateRandom({ NumberOfBytes: 32 }, empty)).toEqual(E.right([{ NumberOfBytes: 32 }, empty]))
  })

  it('follows what KMS itself is like', () => {
    const given = { ...circumstances, failure: 'DependencyTimeoutException' } as const
    expect(
      verdict(generateRandom({ NumberOfBytes: 1, CustomKeyStoreId: cloudHsmId }, connected, given))
    ).toBe('DependencyTimeoutException')
  })
})

describe('a store that the account does not have', () => {
  it('is not found, by any operation', () => {
    const notFound = E.left(
      expect.objectContaining({
        name: 'CustomKeyStoreNotFoundException',
        rule: 'storeExists',
        httpStatus: 400
      })
    )
    for (const account of [empty, hsm]) {
      expect(operations.connect(circumstances)(byId(unknownId))(account)).toEqual(notFound)
      expect(operations.disconnect(circumstances)(byId(vpcId))(account)).toEqual(notFound)
      expect(operations.delete(circumstances)(byId(unknownId))(account)).toEqual(notFound)
      const update = { ...updateRequest(externalStore('CONNECTED'), {}), CustomKeyStoreId: unknownId }
      expect(operations.update(circumstances)(update)(account)).toEqual(notFound)
      const key = createCloudHsmKeyRequest({ CustomKeyStoreId: unknownId })
      expect(operations.createKey(circumstances)(key)(account)).toEqual(notFound)
      const random = decoded(GenerateRandomRequest, { NumberOfBytes: 1, CustomKeyStoreId: unknownId })
      expect(operations.generateRandom(circumstances)(random)(account)).toEqual(notFound)
      const list = decoded(DescribeCustomKeyStoresRequest, { CustomKeyStoreId: unknownId })
      expect(operations.describe(circumstances)(list)(account)).toEqual(notFound)
    }
  })
})
