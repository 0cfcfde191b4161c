/** The protocol: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { Cryptography } from '../../../src/model/Cryptography.js'
import { respond } from '../../../src/protocol/respond.js'
import { keyFromMetadata } from '../../../src/model/responses/keyFromMetadata.js'
import { storeFromListEntry } from '../../../src/model/responses/storeFromListEntry.js'
import { accountWith, circumstances, cloudHsmKey, cloudHsmStore, storesIn, withKeys } from '../../fixtures.js'

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const decodedJson = (blob: string): any => {
  try {
    return JSON.parse(Buffer.from(blob, 'base64').toString())
  } catch {
    return {}
  }
}

/** Hides nothing: a ciphertext is the key, the plaintext and the context in Base64. */
const cryptography: Cryptography = {
  randomBytes: (count) => Buffer.alloc(count).toString('base64'),
  encrypt: (key, plaintext, context) => encoded({ key, plaintext, context }),
  keyOf: (ciphertext) => decodedJson(ciphertext).key,
  decrypt: (ciphertext, context) => {
    const { plaintext, context: bound } = decodedJson(ciphertext)
    return JSON.stringify(context) === JSON.stringify(bound) ? plaintext : undefined
  }
}

const key = cloudHsmKey()
const second = cloudHsmKey({ KeyId: 'second', Arn: 'arn:aws:kms:eu-central-1:111122223333:key/second' })
const lost = cloudHsmKey({
  KeyId: 'lost',
  Arn: 'arn:aws:kms:eu-central-1:111122223333:key/lost',
  enabled: false
})
const before = withKeys(key, second, lost)(accountWith(...storesIn('CONNECTED')))

const answered = (operation: string, body: string, changes: Readonly<Record<string, unknown>> = {}) =>
  respond({ ...circumstances, requestId: 'request-1', cryptography })({
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
    body,
    ...changes
  })(before).answer

const said = (operation: string, input: unknown) => {
  const { status, body } = answered(operation, JSON.stringify(input))
  return status === 200 ? 'accepted' : String(JSON.parse(body).__type)
}

describe('assumptions', () => {
  it('A95 a ThrottlingException answers where it is asked for, and however many requests there are nowhere else', () => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'TrentService.DescribeCustomKeyStores'
    }
    const given = { ...circumstances, requestId: 'one', cryptography }
    const ask = (more: object) =>
      respond({ ...given, ...more })({ method: 'POST', path: '/', headers, body: '{}' })(accountWith())
    expect(ask({ refusedWith: 'ThrottlingException' }).answer).toMatchObject({ status: 400 })
    expect(ask({ refusedWith: 'ThrottlingException' }).answer.body).toContain('"ThrottlingException"')
    expect(Array.from({ length: 10_000 }, () => ask({}).answer.status)).not.toContain(400)
  })

  it.each(['[]', '"DISCONNECTED"', 'null', '{', '{"CustomKeyStoreId":7}', '{"Limit":"7","Marker":""}'])(
    'A50 the body %s is a SerializationException',
    (body) => {
      const { status, body: answer } = answered('DescribeCustomKeyStores', body)
      expect([status, JSON.parse(answer).__type]).toEqual([400, 'SerializationException'])
    }
  )

  it('A50 an empty body is an empty object', () => {
    expect(answered('DescribeCustomKeyStores', '').status).toBe(200)
  })

  it.each([
    ['of another method', { method: 'GET' }],
    ['to another path', { path: '/other' }],
    ['of another content type', { headers: { 'x-amz-target': 'TrentService.ListKeys' } }],
    ['without a target', { headers: { 'content-type': 'application/x-amz-json-1.1' } }],
    [
      'to another service',
      { headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Other.ListKeys' } }
    ],
    [
      'for an unknown operation',
      {
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.Encapsulate' }
      }
    ]
  ])('A51 a request %s is an UnknownOperationException', (_, changes) => {
    const { status, body } = answered('ListKeys', '{}', changes)
    expect([status, JSON.parse(body).__type]).toEqual([400, 'UnknownOperationException'])
    expect(answered('ListKeys', '{}').status).toBe(200)
  })

  it('A52 CreateKey without a custom key store is a ValidationException', () => {
    expect(said('CreateKey', {})).toBe('ValidationException')
    expect(said('CreateKey', { Origin: 'AWS_CLOUDHSM' })).toBe('ValidationException')
    expect(said('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' })).toBe(
      'accepted'
    )
  })

  it('A53 a request with a Recipient is a ValidationException, one with grant tokens is read without them', () => {
    const Recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: 'YQ==' }
    expect(said('GenerateRandom', { NumberOfBytes: 1, Recipient })).toBe('ValidationException')
    expect(said('GenerateDataKey', { KeyId: key.KeyId, KeySpec: 'AES_256', Recipient })).toBe(
      'ValidationException'
    )
    expect(said('Encrypt', { KeyId: key.KeyId, Plaintext: 'YQ==', GrantTokens: ['token'] })).toBe('accepted')
  })

  it('A54 Decrypt looks at the key of the ciphertext, KeyId, the use of the key, the algorithm, the ciphertext, DryRun', () => {
    const made = (Arn: string) => cryptography.encrypt(Arn, 'YQ==', { a: 'b' })
    const all = { KeyId: 'no key', EncryptionAlgorithm: 'SM2PKE', EncryptionContext: {}, DryRun: true }
    const usable = { ...all, KeyId: key.KeyId }
    const fits = { ...usable, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
    const sound = { ...fits, EncryptionContext: { a: 'b' } }
    expect([
      said('Decrypt', { ...all, CiphertextBlob: 'YQ==' }),
      said('Decrypt', { ...all, CiphertextBlob: made(key.Arn) }),
      said('Decrypt', { ...all, KeyId: second.KeyId, CiphertextBlob: made(key.Arn) }),
      said('Decrypt', { ...all, KeyId: lost.KeyId, CiphertextBlob: made(lost.Arn) }),
      said('Decrypt', { ...usable, CiphertextBlob: made(key.Arn) }),
      said('Decrypt', { ...fits, CiphertextBlob: made(key.Arn) }),
      said('Decrypt', { ...sound, CiphertextBlob: made(key.Arn) }),
      said('Decrypt', { ...sound, DryRun: false, CiphertextBlob: made(key.Arn) })
    ]).toEqual([
      'InvalidCiphertextException',
      'NotFoundException',
      'IncorrectKeyException',
      'DisabledException',
      'InvalidKeyUsageException',
      'InvalidCiphertextException',
      'DryRunOperationException',
      'accepted'
    ])
  })

  it('A55 a store read from what AWS shows has attempt 0 and a cluster certificate of its own', () => {
    const entry = (CloudHsmClusterId: string) => ({
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      CustomKeyStoreName: 'hsm store',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId,
      TrustAnchorCertificate: 'customerCA of abcdefghijk',
      ConnectionState: 'CONNECTED',
      CreationDate: 1_700_000_000
    })
    const { clusterCertificate: _, ...shown } = cloudHsmStore('CONNECTED', { attempt: 0 })
    const [one, other] = ['cluster-abcdefghijk', 'cluster-restored222'].map((id) =>
      storeFromListEntry(entry(id))
    )
    expect(one).toMatchObject({ _tag: 'Right', right: shown })
    const certificates = [one, other].map((store: any) => store.right.clusterCertificate)
    expect(new Set(certificates).size).toBe(2)
  })

  it('A120 a key read from what AWS shows is enabled unless it is Disabled or PendingDeletion, and has nothing else', () => {
    const { Tags: _, Policy: __, Grants: ___, enabled: ____, ...bare } = cloudHsmKey()
    const metadata = {
      KeyId: bare.KeyId,
      Arn: bare.Arn,
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      Description: 'made in a cluster',
      CreationDate: 1_700_001_000,
      Enabled: false,
      KeyManager: 'CUSTOMER',
      Origin: 'AWS_CLOUDHSM'
    }
    const read = (KeyState: string, more = {}) => keyFromMetadata({ ...metadata, KeyState, ...more })
    const right = (more: object) => ({ _tag: 'Right', right: { ...bare, ...more } })
    expect(read('Unavailable')).toStrictEqual(right({ enabled: true }))
    expect(read('Disabled')).toStrictEqual(right({ enabled: false }))
    const DeletionDate = 1_800_500_000
    expect(read('PendingDeletion', { DeletionDate })).toStrictEqual(right({ DeletionDate, enabled: false }))
  })

  it('A56 ListKeys lists keys by their id, page by page, and takes markers in its own form only', () => {
    const page = (input: object) => JSON.parse(answered('ListKeys', JSON.stringify(input)).body)
    const first = page({ Limit: 2 })
    const ids = first.Keys.map((entry: { KeyId: string }) => entry.KeyId)
    expect(ids).toEqual([key.KeyId, 'lost'])
    expect(page({ Limit: 2, Marker: first.NextMarker })).toMatchObject({
      Keys: [{ KeyId: 'second' }],
      Truncated: false
    })
    expect(said('ListKeys', { Marker: 'made up' })).toBe('InvalidMarkerException')
  })

  it('A57 more than 50 tags are a ValidationException', () => {
    const tagged = (count: number) => ({
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      Origin: 'AWS_CLOUDHSM',
      Tags: Array.from({ length: count }, (_, i) => ({ TagKey: `tag ${String(i)}`, TagValue: '' }))
    })
    expect([said('CreateKey', tagged(50)), said('CreateKey', tagged(51))]).toEqual([
      'accepted',
      'ValidationException'
    ])
  })

  it('A58 GenerateDataKey has one of KeySpec and NumberOfBytes', () => {
    const asked = (members: object) => said('GenerateDataKey', { KeyId: key.KeyId, ...members })
    expect(asked({})).toBe('ValidationException')
    expect(asked({ KeySpec: 'AES_256', NumberOfBytes: 32 })).toBe('ValidationException')
    expect(asked({ KeySpec: 'AES_256' })).toBe('accepted')
    expect(asked({ NumberOfBytes: 32 })).toBe('accepted')
  })

  it('A59 a body of more than 1,048,576 characters is a RequestEntityTooLargeException', () => {
    const body = (length: number) => `{}${' '.repeat(length - 2)}`
    expect(answered('ListKeys', body(1_048_576)).status).toBe(200)
    const { status, body: answer } = answered('ListKeys', body(1_048_577))
    expect([status, JSON.parse(answer).__type]).toEqual([413, 'RequestEntityTooLargeException'])
  })
})
