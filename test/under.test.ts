import { describe, expect, it } from 'vitest'
import { under } from '../src/under.js'
import { editionNames, editions } from '../src/editions/editions.js'
import {
  behindStore,
  cloudHsmKey,
  cloudHsmStore,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  decoded,
  externalStore,
  newCustomKeyStoreId,
  newKeyId,
  updateRequest,
  verdict
} from './fixtures.js'
import { DescribeCustomKeyStoresRequest } from '../src/model/requests/DescribeCustomKeyStoresRequest.js'

const outcomes = (edition: keyof typeof editions) => {
  const operations = under(edition)
  const [connected, external] = [cloudHsmStore('CONNECTED'), externalStore('CONNECTED')]
  const behind = behindStore(connected)
  const rename = (store: typeof connected | typeof external) =>
    verdict(
      operations.update({ ...behindStore(store), others: [] })(
        updateRequest(store, { NewCustomKeyStoreName: 'other' })
      )(store)
    )
  const creation = { ...behind, others: [], CustomKeyStoreId: newCustomKeyStoreId, CreationDate: 1 }
  const keyFacts = { ...behind, keys: [], KeyId: newKeyId, Arn: 'arn', CreationDate: 1 }
  return {
    create: verdict(operations.create(creation)(createCloudHsmRequest())),
    describe: verdict(operations.describe({})(decoded(DescribeCustomKeyStoresRequest, {}))([connected])),
    connect: [connected, external].map((store) => verdict(operations.connect(behindStore(store))(store))),
    disconnect: verdict(operations.disconnect({})(connected)),
    rename: [rename(connected), rename(external)],
    delete: verdict(operations.delete({ keys: [] })(connected)),
    createKey: verdict(operations.createKey(keyFacts)(createCloudHsmKeyRequest())(connected)),
    generateRandom: verdict(operations.generateRandom({})(connected)),
    useKey: verdict(operations.useKey(behind)(connected)(cloudHsmKey())),
    stateAfter: verdict(operations.stateAfter('ConnectCustomKeyStore')('CONNECTED'))
  }
}

const refused = 'CustomKeyStoreInvalidStateException'

const sameInAll = {
  create: 'accepted',
  describe: 'accepted',
  disconnect: 'accepted',
  delete: refused,
  createKey: 'accepted',
  generateRandom: 'accepted',
  useKey: 'accepted',
  stateAfter: 'accepted'
}

describe('the operations under an edition, on stores that are CONNECTED', () => {
  it.each([
    ['exception-text-2022', ['accepted', 'accepted'], [refused, refused]],
    ['operation-page-2022', ['accepted', 'accepted'], [refused, 'accepted']],
    ['exception-text-2026', ['accepted', 'accepted'], ['accepted', 'accepted']],
    ['operation-page-2026', ['accepted', 'accepted'], ['accepted', 'accepted']],
    ['developer-guide', ['accepted', refused], [refused, 'accepted']]
  ] as const)('%s: connect is %s, a new name %o', (edition, connect, rename) => {
    expect(outcomes(edition)).toEqual({ ...sameInAll, connect, rename })
  })

  it('are tried under all of them', () => {
    expect(Object.keys(editions)).toHaveLength(5)
  })

  it('are made once for each', () => {
    for (const edition of editionNames) expect(under(edition)).toBe(under(edition))
    expect(new Set(editionNames.map(under)).size).toBe(5)
  })
})
