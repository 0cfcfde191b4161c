/** What nobody but the endpoint can read. */
import { describe, expect, it } from 'vitest'
import { withOpaque, withoutOpaque } from '../../src/conform/opaque.js'
import type { Exchange, Members } from '../../src/conform/Exchange.js'
import { accountWith, cloudHsmKey, cloudHsmStore, withKeys } from '../fixtures.js'
import { exchange } from './told.js'

describe('what nobody else can read', () => {
  const store = cloudHsmStore('CONNECTED')
  const key = cloudHsmKey()
  const account = withKeys(key)(accountWith(store))
  const inModel = (request: Members, given: Exchange) =>
    withoutOpaque(withOpaque(new Map(), account, given), exchange('Decrypt', request)).request

  it('is a ciphertext, in whose place stands one of its key and context', () => {
    const under = (request: Members) =>
      inModel({ CiphertextBlob: 'theirs' }, exchange('Encrypt', request, { CiphertextBlob: 'theirs' }))[
        'CiphertextBlob'
      ]
    const plain = under({ KeyId: key.KeyId })
    expect(plain).not.toBe('theirs')
    expect(under({ KeyId: key.Arn, EncryptionContext: {} })).toBe(plain)
    expect(under({ SourceKeyId: 'a', DestinationKeyId: key.KeyId })).toBe(plain)
    expect(under({ KeyId: 'other', DestinationKeyId: key.KeyId })).toBe(plain)
    const withContext = under({ KeyId: key.KeyId, EncryptionContext: { a: 'b' } })
    expect(withContext).not.toBe(plain)
    expect(
      under({
        KeyId: key.KeyId,
        EncryptionContext: { a: 'c' },
        DestinationEncryptionContext: { a: 'b' }
      })
    ).toBe(withContext)
    for (const request of [
      {},
      { KeyId: 7 },
      { KeyId: 'unknown' },
      { KeyId: key.KeyId, EncryptionContext: 'a' }
    ]) {
      expect(under(request)).toBe('theirs')
    }
  })

  it('is the token of a grant', () => {
    const given = exchange('CreateGrant', {}, { GrantId: 'g', GrantToken: 'theirs' })
    const ours = inModel({ GrantToken: 'theirs' }, given)['GrantToken']
    expect(ours).not.toBe('theirs')
    expect(typeof ours).toBe('string')
    const nameless = exchange('CreateGrant', {}, { GrantToken: 'theirs' })
    expect(inModel({ GrantToken: 'theirs' }, nameless)).toEqual({ GrantToken: 'theirs' })
  })

  it('is left alone where it was not given, and nothing else is changed', () => {
    const given = exchange('Encrypt', { KeyId: key.KeyId }, { CiphertextBlob: 'theirs' })
    expect(inModel({ CiphertextBlob: 'other', KeyId: 'k' }, given)).toEqual({
      CiphertextBlob: 'other',
      KeyId: 'k'
    })
    expect(inModel({ CiphertextBlob: 'theirs', KeyId: 'k' }, given)).toMatchObject({ KeyId: 'k' })
    const unread = exchange('Decrypt', { CiphertextBlob: 'other', GrantToken: 'other' })
    expect(withoutOpaque(withOpaque(new Map(), account, given), unread)).toBe(unread)
    const token = exchange('CreateGrant', {}, { GrantId: 'g', GrantToken: 'theirs' })
    expect(Object.keys(inModel({ GrantToken: 'theirs' }, token))).toEqual(['GrantToken'])
    expect(Object.keys(inModel({ CiphertextBlob: 'theirs' }, given))).toEqual(['CiphertextBlob'])
    const nothing = new Map()
    expect(withOpaque(nothing, account, exchange('Encrypt', { KeyId: key.KeyId }))).toBe(nothing)
    expect(withOpaque(nothing, undefined, given)).toBe(nothing)
  })
})
