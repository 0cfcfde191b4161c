/** What the documents say of what DescribeKey shows of a key in a custom key store. Written by hand. */
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import { decode } from '../../src/codec/decode.js'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import { Account } from '../../src/model/Account.js'
import type { KmsKey } from '../../src/model/KmsKey.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  decoded,
  externalKey,
  externalStore,
  infrastructureFacts,
  updateRequest,
  withKeys
} from '../fixtures.js'

const restored = clusterWith({ clusterId: 'cluster-restored222' })
const given = {
  ...circumstances,
  infrastructure: infrastructureOf({ ...infrastructureFacts, clusters: [clusterWith(), restored] })
}
const shown = (of: Account, key: KmsKey = cloudHsmKey()) =>
  accepted(account.describeKey(given)({ KeyId: key.KeyId })(of))[0].KeyMetadata

describe('KeyMetadata, https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html', () => {
  it('CloudHsmClusterId is the cluster that contains the key material, which is that of the store as it is now', () => {
    const store = cloudHsmStore('DISCONNECTED')
    const before = withKeys(cloudHsmKey())(accountWith(store))
    expect(shown(before)).toMatchObject({
      CloudHsmClusterId: 'cluster-abcdefghijk',
      CustomKeyStoreId: cloudHsmId
    })
    const request = updateRequest(store, { CloudHsmClusterId: restored.clusterId })
    const [, after] = accepted(account.update(given)(request)(before))
    expect(shown(after)).toMatchObject({
      CloudHsmClusterId: 'cluster-restored222',
      CustomKeyStoreId: cloudHsmId
    })
  })

  it('only a key in an AWS CloudHSM key store shows a CloudHsmClusterId', () => {
    const external = withKeys(externalKey())(accountWith(externalStore('CONNECTED')))
    expect(shown(external, externalKey())).not.toHaveProperty('CloudHsmClusterId')
  })

  it('an account that was stored with the cluster of each key shows that of the store', () => {
    const { keys, ...rest } = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
    const earlier = {
      ...rest,
      keys: keys.map((key) => ({ ...key, CloudHsmClusterId: 'cluster-zyxwvutsrqp' }))
    }
    expect(decode(Account)(earlier)).toMatchObject({ _tag: 'Right' })
    expect(shown(decoded(Account, earlier))).toMatchObject({ CloudHsmClusterId: 'cluster-abcdefghijk' })
  })
})
