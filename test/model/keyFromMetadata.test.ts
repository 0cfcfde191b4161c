/** The way back from what DescribeKey shows of a key. */
import * as E from 'fp-ts/lib/Either.js'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../../src/arbitraries/index.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { keyMetadata } from '../../src/model/KeyMetadata.js'
import { isPendingDeletion, keyState, type KmsKey } from '../../src/model/KmsKey.js'
import { keyFromMetadata } from '../../src/model/responses/keyFromMetadata.js'
import { store as anyStore } from '../arbitraries.js'
import { accountId, cloudHsmKey, cloudHsmStore, externalKey, externalStore } from '../fixtures.js'

const notShown: Pick<KmsKey, 'Tags' | 'Policy' | 'Grants'> = { Tags: [], Policy: '{}', Grants: [] }

/** A key in a store, with all that it may have and DescribeKey does not show. */
const keyInStore: Arbitrary<readonly [CustomKeyStore, KmsKey]> = anyStore.chain((store) =>
  fc
    .record({
      key: arbitrary.key(store),
      hasMore: fc.boolean(),
      Description: fc.string({ maxLength: 20 }),
      CreationDate: fc.integer({ min: 1_500_000_000_000, max: 1_800_000_000_000 })
    })
    .map(({ key, hasMore, Description, CreationDate }) => [
      store,
      {
        ...key,
        Description,
        CreationDate: CreationDate / 1000,
        ...(hasMore && notShown)
      }
    ])
)

/** What can be read again: the state tells whether the key is enabled in two of four cases. */
const asFarAsShown = (store: CustomKeyStore, key: KmsKey): KmsKey => {
  const { Tags: _, Policy: __, Grants: ___, ...rest } = key
  const state = keyState(store)(key)
  return { ...rest, enabled: state === 'Unavailable' || state === 'Enabled' }
}

const date = (seconds: number) => new Date(Math.round(seconds * 1000))

describe('keyFromMetadata', () => {
  it('gives the key back as far as it is shown, with moments of any form', () => {
    fc.assert(
      fc.property(keyInStore, ([store, key]) => {
        const shown = keyMetadata(accountId, store)(key)
        const dates = isPendingDeletion(key) ? { DeletionDate: date(key.DeletionDate) } : {}
        const ofSdk = { ...shown, CreationDate: date(key.CreationDate), ...dates }
        const expected = E.right(asFarAsShown(store, key))
        expect(keyFromMetadata(shown)).toStrictEqual(expected)
        expect(keyFromMetadata(ofSdk)).toStrictEqual(expected)
        expect(keyFromMetadata(JSON.parse(JSON.stringify(ofSdk)))).toStrictEqual(expected)
      }),
      { numRuns: 200 }
    )
  })

  it('gives a key of which the same is shown', () => {
    fc.assert(
      fc.property(keyInStore, ([store, key]) => {
        const show = keyMetadata(accountId, store)
        expect(E.map(show)(keyFromMetadata(show(key)))).toStrictEqual(E.right(show(key)))
      }),
      { numRuns: 200 }
    )
  })

  const cloudHsm = keyMetadata(accountId, cloudHsmStore('CONNECTED'))(cloudHsmKey())
  const external = keyMetadata(accountId, externalStore('CONNECTED'))(externalKey())
  const DeletionDate = '2026-12-29T12:00:00Z'

  it('keeps no member that is not the model’s, and takes an absent description for an empty one', () => {
    const { Description: _, ...bare } = { ...cloudHsm, XksKeyConfiguration: { Id: 'x' }, ValidTo: null }
    expect(keyFromMetadata(bare)).toStrictEqual(E.right(cloudHsmKey({ Description: '' })))
    expect(keyFromMetadata({ ...cloudHsm, DeletionDate: null })).toStrictEqual(E.right(cloudHsmKey()))
  })

  it.each([
    [
      'a key in no store',
      { ...cloudHsm, CustomKeyStoreId: undefined, Origin: 'AWS_KMS' },
      'CustomKeyStoreId'
    ],
    ['the answer around the metadata', { KeyMetadata: cloudHsm }, 'CustomKeyStoreId'],
    ['an origin outside of stores', { ...cloudHsm, Origin: 'EXTERNAL' }, 'Origin'],
    [
      'an external key without its id',
      { ...external, XksKeyConfiguration: undefined },
      'XksKeyConfiguration'
    ],
    ['an id that is no string', { ...external, XksKeyConfiguration: { Id: 1 } }, 'XksKeyConfiguration.Id'],
    ['a state that no such key has', { ...cloudHsm, KeyState: 'PendingImport' }, 'KeyState'],
    ['no state', { ...cloudHsm, KeyState: undefined }, 'KeyState'],
    ['a moment of no form', { ...cloudHsm, CreationDate: 'yesterday' }, 'CreationDate'],
    ['a moment too late', { ...cloudHsm, CreationDate: 1e15 }, 'CreationDate'],
    ['no date of deletion', { ...cloudHsm, KeyState: 'PendingDeletion' }, 'DeletionDate'],
    ['a date of deletion too many', { ...cloudHsm, DeletionDate }, 'DeletionDate'],
    ['no metadata', undefined, ''],
    ['a list', [cloudHsm], '']
  ])('says what is wrong with %s', (_, metadata, path) => {
    expect(keyFromMetadata(metadata)).toMatchObject({ left: [{ path }] })
  })

  it('says of a date of deletion whether it is lacking or too many', () => {
    expect(keyFromMetadata({ ...cloudHsm, KeyState: 'PendingDeletion' })).toMatchObject({
      left: [{ kind: 'together', constraint: 'Member must be there for a KMS key that is PendingDeletion' }]
    })
    expect(keyFromMetadata({ ...cloudHsm, DeletionDate })).toMatchObject({
      left: [
        { kind: 'together', constraint: 'Member must be absent for a KMS key that is not PendingDeletion' }
      ]
    })
  })

  it('says that a key is in no custom key store, and of several members at once', () => {
    const constraint = 'Member must name a custom key store: the KMS key has to be in one'
    for (const CustomKeyStoreId of [undefined, null]) {
      expect(keyFromMetadata({ KeyId: 'key-1', Origin: 'AWS_KMS', CustomKeyStoreId })).toMatchObject({
        left: [{ path: 'CustomKeyStoreId', kind: 'missing', received: String(CustomKeyStoreId), constraint }]
      })
    }
    const several = keyFromMetadata({ ...cloudHsm, Arn: 1, KeyState: 'Broken', Origin: undefined })
    expect(several).toMatchObject({ left: [{ path: 'Arn' }, { path: 'KeyState' }, { path: 'Origin' }] })
  })
})
