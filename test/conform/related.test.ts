/** Which exchanges of a conversation have to do with the last one. */
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../src/conform/Exchange.js'
import { aboutItsOwn, aboutTheSame } from '../../src/conform/related.js'
import { exchange } from './told.js'

const store = exchange('CreateCustomKeyStore', {}, { CustomKeyStoreId: 'cks-1' })
const otherStore = exchange('CreateCustomKeyStore', {}, { CustomKeyStoreId: 'cks-2' })
const key = (KeyId: string): Exchange =>
  exchange('CreateKey', { CustomKeyStoreId: 'cks-1' }, { KeyMetadata: { KeyId } })
const [one, two] = [key('key-1'), key('key-2')]
const alias = exchange('CreateAlias', { AliasName: 'alias/a', TargetKeyId: 'key-1' })
const use = exchange('Encrypt', { KeyId: 'key-2' })

describe('exchanges', () => {
  it('about a key are those about its store, and no other key', () => {
    expect(aboutItsOwn([store, otherStore, one, two, alias, use])).toEqual([store, two, use])
  })

  it('about all that is in its store are more', () => {
    expect(aboutTheSame([store, otherStore, one, two, alias, use])).toEqual([store, one, two, alias, use])
  })

  it('about an alias are those about the keys that it was for', () => {
    const again = exchange('CreateAlias', { AliasName: 'alias/a', TargetKeyId: 'key-2' })
    expect(aboutTheSame([store, otherStore, one, two, alias, again])).toEqual([store, one, two, alias, again])
  })

  it('about a key and what belongs to it are those about that, and none about another key', () => {
    const ofOne = exchange('RetireGrant', { GrantId: 'g', KeyId: 'key-1' })
    const ofTwo = exchange('RevokeGrant', { GrantId: 'g', KeyId: 'key-2' })
    expect(aboutItsOwn([ofOne, ofTwo])).toEqual([ofTwo])
    const again = exchange('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: 'key-2' })
    expect(aboutItsOwn([alias, again])).toEqual([again])
    const other = exchange('CreateAlias', { AliasName: 'alias/b', TargetKeyId: 'key-2' })
    expect(aboutItsOwn([store, two, other, use])).toEqual([store, two, other, use])
  })
})
