import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AliasName } from '../../src/model/Alias.js'
import { effects } from '../../src/replay/Effects.js'
import * as any from '../arbitraries.js'
import { accountWith, cloudHsmKey, cloudHsmStore, decoded, withKeys } from '../fixtures.js'
import { commands, history, start } from '../laws/history.js'

const key = cloudHsmKey()
const unchanged = withKeys(key)(accountWith(cloudHsmStore('CONNECTED')))
const account = {
  ...unchanged,
  aliases: [
    {
      AliasName: decoded(AliasName, 'alias/orders'),
      TargetKeyId: key.KeyId,
      CreationDate: 1,
      LastUpdatedDate: 1
    }
  ]
}

describe('the effects of a step that changes nothing', () => {
  it.each([key.KeyId, key.Arn, 'alias/orders', 'arn:aws:kms:eu-central-1:111122223333:alias/orders'])(
    'tell of the key that it names %s, and of the store of the key',
    (name) => {
      const { stores, keys } = effects(account, account, [name])
      expect(stores.map(({ CustomKeyStoreId: id }) => id)).toEqual([key.CustomKeyStoreId])
      expect(keys).toEqual([{ KeyId: key.KeyId, before: 'Enabled', after: 'Enabled' }])
    }
  )

  it('tell of nothing that it does not name', () => {
    expect(effects(account, account, ['alias/other'])).toEqual({ stores: [], keys: [] })
  })
})

it('are the same where the keys that a step leaves alone are the very same as where they are copies', () => {
  fc.assert(
    fc.property(any.editionName, start, commands, (edition, account, what) => {
      for (const { before, after } of history(edition, account, what)) {
        const copied = { ...before, keys: before.keys.map((key) => ({ ...key })) }
        for (const names of [[], ['cks-0'], ['key-0', 'first'], [before.keys[0]?.Arn ?? '']])
          expect(effects(before, after, names)).toEqual(effects(copied, after, names))
      }
    }),
    { numRuns: 30 }
  )
})
