/** What only an endpoint can know of its answers, and which requests take it. */
import { describe, expect, it } from 'vitest'
import { givenIn, givenInPlace, takesGiven } from '../../src/conform/givenValues.js'
import type { EndpointReply, Members } from '../../src/conform/Exchange.js'

const output = (members: Members): EndpointReply => ({ output: members })

describe('a value that is given', () => {
  const given = [
    'CustomKeyStoreId',
    'KeyId',
    'Arn',
    'KeyArn',
    'NextMarker',
    'GrantId',
    'GrantToken',
    'CiphertextBlob',
    'ImportToken'
  ]

  it.each(given)('is %s, at whatever place', (name) => {
    expect(givenIn(output({ [name]: 'a', A: { B: { [name]: 'b' } } }))).toEqual([
      { name, path: name, value: 'a' },
      { name, path: `A.B.${name}`, value: 'b' }
    ])
  })

  it('is no other member, nothing empty, no number, and nothing in a list', () => {
    expect(givenIn(output({ Plaintext: 'a', KeyId: '', Arn: 7, A: [{ KeyId: 'a' }], B: null }))).toEqual([])
    expect(givenIn({ exception: 'KeyId', message: '' })).toEqual([])
  })

  it('has one in its place in another answer, if that has it', () => {
    expect(
      givenInPlace(
        output({ CustomKeyStoreId: 'a', KeyMetadata: { KeyId: 'k', Arn: 'n' } }),
        output({ CustomKeyStoreId: 'b', KeyMetadata: { KeyId: 'l' } })
      )
    ).toEqual([
      ['a', 'b'],
      ['k', 'l'],
      ['n', undefined]
    ])
  })

  it('is taken by members of requests', () => {
    for (const name of [
      'CustomKeyStoreId',
      'KeyId',
      'SourceKeyId',
      'DestinationKeyId',
      'TargetKeyId',
      'Marker',
      'GrantId',
      'GrantToken',
      'GrantTokens',
      'CiphertextBlob',
      'ImportToken'
    ]) {
      expect([name, takesGiven(name)]).toEqual([name, true])
    }
    for (const name of ['CustomKeyStoreName', 'NextMarker', 'Arn', 'AliasName', '']) {
      expect([name, takesGiven(name)]).toEqual([name, false])
    }
  })
})
