/** What belongs to a key: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import { operations } from '../../../src/operations/index.js'
import { explainRequest, leftOpen, type OperationName } from '../../../src/index.js'
import { accountWith, circumstances, cloudHsmKey, cloudHsmStore, withKeys } from '../../fixtures.js'
import { ask, errorOf } from '../../protocol/endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const account = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))

const tags = (count: number, first: string) =>
  Array.from({ length: count }, (_, i) => ({ TagKey: `${first}${String(i)}`, TagValue: '' }))

describe('assumptions', () => {
  it('A112 a key policy of more than 32,768 bytes is refused, though newer texts do not list that size', () => {
    const request = { KeyId, Policy: `{"Id":"${'x'.repeat(32_760)}"}` }
    expect(errorOf(account, 'PutKeyPolicy', request)).toBe('LimitExceededException')
    const open = leftOpen(explainRequest('PutKeyPolicy')(circumstances)(request)(account))
    expect(open).toMatchObject({ outcome: true, assumes: ['A112'] })
  })

  it('A113 a dry run of Decrypt without a ciphertext is refused, though the page knows one that ignores it', () => {
    const request = { KeyId, DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] }
    expect(errorOf(account, 'Decrypt', request)).toBe('ValidationException')
    const open = leftOpen(explainRequest('Decrypt')(circumstances)(request)(account))
    expect(open).toMatchObject({ outcome: true, assumes: ['A113'] })
    const again = { SourceKeyId: KeyId, DestinationKeyId: KeyId, DryRun: true }
    expect(leftOpen(explainRequest('ReEncrypt')(circumstances)(again)(account)).assumes).toEqual(['A113'])
  })

  it('A116 a changed ciphertext of an external key is refused by the state, or as one that is invalid', () => {
    for (const operation of ['Decrypt', 'ReEncrypt'] as const) {
      const rules = operations[operation].parts.flatMap((part) => part.rules)
      expect(rules.find(({ name }) => name === 'externalCiphertextIsSound')).toMatchObject({
        otherwise: 'KMSInvalidStateException',
        openTo: ['InvalidCiphertextException']
      })
    }
  })

  it('A117 a grant of what the key does not support is refused with ValidationException, or any other', () => {
    const request = { KeyId, GranteePrincipal: 'arn:aws:iam::111122223333:root', Operations: ['Sign'] }
    expect(errorOf(account, 'CreateGrant', request)).toBe('ValidationException')
    const open = leftOpen(explainRequest('CreateGrant')(circumstances)(request)(account))
    expect(open).toEqual({ outcome: false, exceptions: 'any exception', assumes: ['A117'] })
  })

  it('A114 a constraint of a grant that is too large is a ValidationException, or any other', () => {
    const grant = (EncryptionContextEquals: Readonly<Record<string, string>>) => ({
      KeyId,
      GranteePrincipal: 'arn:aws:iam::111122223333:root',
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextEquals }
    })
    const pairs = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [String(i), '']))
    expect(errorOf(account, 'CreateGrant', grant(pairs(8)))).toBe('accepted')
    const tooMany = grant(pairs(9))
    expect(errorOf(account, 'CreateGrant', tooMany)).toBe('ValidationException')
    const open = leftOpen(explainRequest('CreateGrant')(circumstances)(tooMany)(account))
    expect(open).toEqual({ outcome: false, exceptions: 'any exception', assumes: ['A114'] })
  })

  it('A70 more than 50 tags on one key are a LimitExceededException', () => {
    const full = ask(account, 'TagResource', { KeyId, Tags: tags(50, 'a') }).after
    expect(errorOf(full, 'TagResource', { KeyId, Tags: tags(50, 'a') })).toBe('accepted')
    expect(errorOf(full, 'TagResource', { KeyId, Tags: tags(1, 'b') })).toBe('LimitExceededException')
  })

  it('A71 UntagResource with a tag key that begins with aws: is a TagException', () => {
    expect(errorOf(account, 'UntagResource', { KeyId, TagKeys: ['aws:a'] })).toBe('TagException')
    expect(errorOf(account, 'UntagResource', { KeyId, TagKeys: ['aws'] })).toBe('accepted')
  })

  it('A72 an empty list of tags or of tag keys is accepted and changes nothing', () => {
    const tagged = ask(account, 'TagResource', { KeyId, Tags: tags(2, 'a') }).after
    expect(ask(tagged, 'TagResource', { KeyId, Tags: [] })).toMatchObject({ status: 200, after: tagged })
    expect(ask(tagged, 'UntagResource', { KeyId, TagKeys: [] })).toMatchObject({
      status: 200,
      after: tagged
    })
  })

  it('A73 a Limit of up to 1000 is accepted, and the page is no longer than the text says', () => {
    const full = ask(account, 'TagResource', { KeyId, Tags: tags(50, 'a') }).after
    const crowded = withKeys(cloudHsmKey({ Tags: tags(60, 'a') }))(full)
    const { Tags, Truncated } = ask(crowded, 'ListResourceTags', { KeyId, Limit: 1000 }).body
    expect([Tags.length, Truncated]).toEqual([50, true])
    expect(errorOf(full, 'ListResourceTags', { KeyId, Limit: 1001 })).toBe('ValidationException')
  })

  it('A74 tags are listed by their keys, and a marker is a place in that list', () => {
    const mixed = ask(account, 'TagResource', { KeyId, Tags: [...tags(1, 'b'), ...tags(1, 'a')] }).after
    const { Tags, NextMarker } = ask(mixed, 'ListResourceTags', { KeyId, Limit: 1 }).body
    expect([Tags, NextMarker]).toEqual([tags(1, 'a'), '1'])
  })

  it('A75 an alias where only the id or the ARN of a key is allowed is a NotFoundException, or any other', () => {
    const named = ask(account, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId }).after
    const request = { AliasName: 'alias/b', TargetKeyId: 'alias/a' }
    expect(errorOf(named, 'CreateAlias', request)).toBe('NotFoundException')
    expect(leftOpen(explainRequest('CreateAlias')(circumstances)(request)(named))).toMatchObject({
      outcome: false,
      exceptions: 'any exception'
    })
  })

  it('A76 the name of a new alias begins with alias/ and not with alias/aws/, or is an InvalidAliasNameException', () => {
    const created = (AliasName: string) => errorOf(account, 'CreateAlias', { AliasName, TargetKeyId: KeyId })
    expect(['a', 'alias/', 'alias/aws/a', '/alias/a'].map(created)).toEqual(
      Array.from({ length: 4 }, () => 'InvalidAliasNameException')
    )
    expect(['alias/aws', 'alias/awsome', 'alias/a/b:c'].map(created)).toEqual(
      Array.from({ length: 3 }, () => 'accepted')
    )
  })

  it('A77 the aliases of AWS managed keys are neither listed nor found', () => {
    expect(ask(account, 'ListAliases', {}).body.Aliases).toEqual([])
    expect(errorOf(account, 'DescribeKey', { KeyId: 'alias/aws/s3' })).toBe('NotFoundException')
  })

  it('A78 a policy of another name is not found, and cannot be put', () => {
    const other = { KeyId, PolicyName: 'other' }
    expect(errorOf(account, 'GetKeyPolicy', other)).toBe('NotFoundException')
    expect(errorOf(account, 'PutKeyPolicy', { ...other, Policy: '{}' })).toBe('UnsupportedOperationException')
    expect(leftOpen(explainRequest('GetKeyPolicy')(circumstances)(other)(account))).toMatchObject({
      outcome: false,
      exceptions: 'any exception'
    })
  })

  it('A79 ListKeyPolicies does not look at a marker', () => {
    const { body } = ask(account, 'ListKeyPolicies', { KeyId, Marker: 'made up' })
    expect(body).toEqual({ PolicyNames: ['default'], Truncated: false })
  })

  const open = (operation: OperationName, members: object = {}) =>
    leftOpen(explainRequest(operation)(circumstances)({ KeyId, ...members })(account))

  it('A100 ListKeyRotations is an UnsupportedOperationException, or is accepted', () => {
    expect(errorOf(account, 'ListKeyRotations', { KeyId })).toBe('UnsupportedOperationException')
    expect(open('ListKeyRotations')).toMatchObject({ outcome: true, assumes: ['A100'] })
  })

  it('A101 ReplicateKey and UpdatePrimaryRegion are an UnsupportedOperationException, or any other', () => {
    for (const [operation, members] of [
      ['ReplicateKey', { ReplicaRegion: 'eu-west-1' }],
      ['UpdatePrimaryRegion', { PrimaryRegion: 'eu-west-1' }]
    ] as const) {
      expect(errorOf(account, operation, { KeyId, ...members })).toBe('UnsupportedOperationException')
      expect(open(operation, members)).toMatchObject({ outcome: false, exceptions: 'any exception' })
    }
  })

  it('A102 GetPublicKey is an UnsupportedOperationException, or an InvalidKeyUsageException', () => {
    expect(errorOf(account, 'GetPublicKey', { KeyId })).toBe('UnsupportedOperationException')
    expect(open('GetPublicKey')).toMatchObject({ outcome: false, exceptions: ['InvalidKeyUsageException'] })
  })

  const grant = { KeyId, GranteePrincipal: 'arn:aws:iam::111122223333:root', Operations: ['Encrypt'] }

  it('A103 CreateGrant needs GranteePrincipal and ListRetirableGrants RetiringPrincipal', () => {
    const { GranteePrincipal: _, ...without } = grant
    const service = { ...without, GranteeServicePrincipal: 'ec2.amazonaws.com' }
    expect(errorOf(account, 'CreateGrant', service)).toBe('ValidationException')
    expect(errorOf(account, 'ListRetirableGrants', {})).toBe('ValidationException')
    expect(errorOf(account, 'CreateGrant', grant)).toBe('accepted')
  })

  it('A104 a grant may permit data key pairs to be made', () => {
    const pairs = { ...grant, Operations: ['GenerateDataKeyPair'] }
    expect(errorOf(account, 'CreateGrant', pairs)).toBe('accepted')
    expect(leftOpen(explainRequest('CreateGrant')(circumstances)(pairs)(account))).toMatchObject({
      outcome: true,
      assumes: ['A104']
    })
  })

  it('A105 a grant that does not exist is not found, or its id or its token is not valid', () => {
    expect(errorOf(account, 'RevokeGrant', { KeyId, GrantId: 'none' })).toBe('NotFoundException')
    expect(errorOf(account, 'RetireGrant', { KeyId, GrantId: 'none' })).toBe('NotFoundException')
    expect(open('RevokeGrant', { GrantId: 'none' })).toMatchObject({
      outcome: false,
      exceptions: ['InvalidGrantIdException']
    })
    expect(open('RetireGrant', { GrantId: 'none' }).exceptions).toEqual(['InvalidGrantIdException'])
    const byToken = explainRequest('RetireGrant')(circumstances)({ GrantToken: 'grant:none' })(account)
    expect(leftOpen(byToken)).toMatchObject({
      outcome: false,
      exceptions: ['InvalidGrantTokenException'],
      assumes: ['A105']
    })
  })

  it('A106 ListGrants with an id that no grant has answers an empty list', () => {
    const { after } = ask(account, 'CreateGrant', grant)
    expect(ask(after, 'ListGrants', { KeyId, GrantId: 'none' }).body).toEqual({
      Grants: [],
      Truncated: false
    })
    expect(leftOpen(explainRequest('ListGrants')(circumstances)({ KeyId })(account)).outcome).toBe(false)
  })

  it('A107 RetireGrant takes the token, or the key and the id, and not both', () => {
    const { body, after } = ask(account, 'CreateGrant', grant)
    const { GrantId, GrantToken } = body
    for (const wrong of [{}, { KeyId }, { GrantId }, { GrantToken, KeyId }, { GrantToken, KeyId, GrantId }]) {
      expect(errorOf(after, 'RetireGrant', wrong)).toBe('ValidationException')
    }
    expect(errorOf(after, 'RetireGrant', { GrantToken })).toBe('accepted')
    expect(errorOf(after, 'RetireGrant', { KeyId, GrantId })).toBe('accepted')
  })
})
