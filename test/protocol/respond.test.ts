/** The protocol around the operations: what arrives as bytes, and what leaves. */
import { describe, expect, it } from 'vitest'
import { operationNames } from '../../src/operations/index.js'
import { respond, type Request } from '../../src/protocol/index.js'
import { accountWith, cloudHsmId, cloudHsmStore } from '../fixtures.js'
import { given, post } from './endpoint.js'

const account = accountWith(cloudHsmStore('DISCONNECTED'))
const good = post('ConnectCustomKeyStore', `{"CustomKeyStoreId":"${cloudHsmId}"}`)
const answerTo = (request: Request) => respond(given)(request)(account).answer
const withHeaders = (headers: Request['headers']): Request => ({
  ...good,
  headers: { ...good.headers, ...headers }
})

describe('an answer', () => {
  it('of success has nothing but an object without members, the type and the id of the request', () => {
    expect(answerTo(good)).toEqual({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'request-1' },
      body: '{}'
    })
  })

  it('of refusal has the name of the error and a message', () => {
    expect(answerTo(post('ConnectCustomKeyStore', '{"CustomKeyStoreId":"cks-other"}'))).toEqual({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'request-1' },
      body: '{"__type":"CustomKeyStoreNotFoundException","message":"About the custom key store cks-other: A custom key store with the id of the request must exist in the account and Region."}'
    })
  })

  it('of a failure of KMS itself has status 500', () => {
    const { answer } = respond({ ...given, failure: 'KMSInternalException' })(good)(account)
    expect(answer.status).toBe(500)
    expect(answer.body).toBe(
      '{"__type":"KMSInternalException","message":"About the custom key store cks-1234567890abcdef0: AWS KMS must not fail internally."}'
    )
  })

  it('comes with the very same account unless the status is 200', () => {
    expect(respond(given)(post('ConnectCustomKeyStore', '{}'))(account).account).toBe(account)
    expect(respond(given)(good)(account).account).toEqual(
      accountWith(cloudHsmStore('CONNECTING', { attempt: 4 }))
    )
  })
})

const refused = (request: Request) => {
  const { answer, account: after } = respond(given)(request)(account)
  expect(after).toBe(account)
  return `${answer.status} ${JSON.parse(answer.body).__type}`
}

describe('a request that is not one of AWS JSON 1.1', () => {
  const requests: ReadonlyArray<readonly [string, Request]> = [
    ['GET', { ...good, method: 'GET' }],
    ['post in small letters', { ...good, method: 'post' }],
    ['another path', { ...good, path: '/kms' }],
    ['a query', { ...good, path: '/?Action=ConnectCustomKeyStore' }],
    ['no target', withHeaders({ 'x-amz-target': undefined })],
    ['an empty target', withHeaders({ 'x-amz-target': '' })],
    ['the target of another service', withHeaders({ 'x-amz-target': 'DynamoDB_20120810.ListTables' })],
    ['a target without the service', withHeaders({ 'x-amz-target': 'ConnectCustomKeyStore' })],
    ['a service without an operation', withHeaders({ 'x-amz-target': 'TrentService.' })],
    [
      'an operation that this endpoint does not have',
      withHeaders({ 'x-amz-target': 'TrentService.Encapsulate' })
    ],
    ['small letters', withHeaders({ 'x-amz-target': 'trentservice.connectcustomkeystore' })],
    ['the name of an inherited member', withHeaders({ 'x-amz-target': 'TrentService.constructor' })],
    ['__proto__', withHeaders({ 'x-amz-target': 'TrentService.__proto__' })],
    ['no content type', withHeaders({ 'content-type': undefined })],
    ['JSON without a version', withHeaders({ 'content-type': 'application/json' })],
    ['JSON 1.0', withHeaders({ 'content-type': 'application/x-amz-json-1.0' })],
    ['JSON 1.10', withHeaders({ 'content-type': 'application/x-amz-json-1.10' })],
    ['a form', withHeaders({ 'content-type': 'application/x-www-form-urlencoded' })]
  ]

  it.each(requests)('is an UnknownOperationException: %s', (_, request) => {
    expect(refused(request)).toBe('400 UnknownOperationException')
  })

  it.each([
    'application/x-amz-json-1.1; charset=utf-8',
    'Application/X-Amz-Json-1.1',
    'application/x-amz-json-1.1 ;a=b'
  ])('unlike one of type %s', (type) => {
    expect(answerTo(withHeaders({ 'content-type': type })).status).toBe(200)
  })
})

describe('a body that is not a JSON object', () => {
  it.each([
    '{',
    '{"CustomKeyStoreId":',
    'null',
    '[]',
    '[{}]',
    '"text"',
    '1',
    'true',
    '{}{}',
    "{'a':1}",
    '\ufeff{}',
    ' '
  ])('is a SerializationException that says so: %j', (body) => {
    expect(refused({ ...good, body })).toBe('400 SerializationException')
    expect(JSON.parse(answerTo({ ...good, body }).body).message).toBe('The body must be a JSON object.')
  })
})

describe('a member of another JSON type than its own', () => {
  it.each([
    ['ConnectCustomKeyStore', '{"CustomKeyStoreId":5}'],
    ['ConnectCustomKeyStore', '{"CustomKeyStoreId":{}}'],
    ['DescribeCustomKeyStores', '{"Limit":"5"}'],
    ['DescribeCustomKeyStores', '{"Limit":1.5}'],
    ['CreateCustomKeyStore', '{"CustomKeyStoreType":1}'],
    ['CreateCustomKeyStore', '{"XksProxyAuthenticationCredential":"AKIA"}'],
    ['CreateCustomKeyStore', '{"KeyStorePassword":["a"]}'],
    ['CreateKey', '{"CustomKeyStoreId":"cks-1","MultiRegion":"true"}'],
    ['CreateKey', '{"CustomKeyStoreId":"cks-1","Tags":{}}'],
    ['CreateKey', '{"CustomKeyStoreId":"cks-1","Tags":["a"]}'],
    ['Encrypt', '{"KeyId":"a","Plaintext":"no base64"}'],
    ['Encrypt', '{"KeyId":"a","Plaintext":"AAAA","EncryptionContext":{"a":1}}'],
    ['Encrypt', '{"KeyId":"a","Plaintext":"AAAA","EncryptionContext":[]}']
  ])('is a SerializationException: %s %s', (operation, body) => {
    expect(refused(post(operation, body))).toBe('400 SerializationException')
  })

  it('is named, and it alone', () => {
    const body = '{"Limit":"5","Marker":7,"CustomKeyStoreId":""}'
    expect(JSON.parse(answerTo(post('DescribeCustomKeyStores', body)).body).message).toBe(
      "Value '5' at 'limit' failed to satisfy constraint: Member must be an integer; " +
        "Value '7' at 'marker' failed to satisfy constraint: Member must be a string"
    )
  })
})

describe('a member beyond its limits', () => {
  const message = (operation: string, body: object): string => {
    const answer = answerTo(post(operation, JSON.stringify(body)))
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).__type).toBe('ValidationException')
    return JSON.parse(answer.body).message
  }

  it('is named in the words of AWS', () => {
    expect(message('ConnectCustomKeyStore', {})).toBe(
      "1 validation error detected: Value null at 'customKeyStoreId' failed to satisfy constraint: Member must not be null"
    )
    expect(message('DescribeCustomKeyStores', { Limit: 0, CustomKeyStoreId: '' })).toBe(
      "2 validation errors detected: Value '' at 'customKeyStoreId' failed to satisfy constraint: " +
        "Member must have length greater than or equal to 1; Value '0' at 'limit' failed to satisfy constraint: " +
        'Member must have value greater than or equal to 1'
    )
    expect(message('CreateCustomKeyStore', { CustomKeyStoreName: 'a', CustomKeyStoreType: 'HSM' })).toBe(
      "1 validation error detected: Value 'HSM' at 'customKeyStoreType' failed to satisfy constraint: " +
        'Member must satisfy enum value set: [AWS_CLOUDHSM, EXTERNAL_KEY_STORE]'
    )
  })

  it('is named by its place in lists and structures', () => {
    const Tags = [
      { TagKey: 'a', TagValue: '' },
      { TagKey: '', TagValue: '' }
    ]
    expect(message('CreateKey', { CustomKeyStoreId: 'a', Tags })).toContain(
      "Value '' at 'tags.2.member.tagKey'"
    )
    const credential = { RawSecretAccessKey: 'a'.repeat(43) }
    expect(
      message('UpdateCustomKeyStore', { CustomKeyStoreId: 'a', XksProxyAuthenticationCredential: credential })
    ).toContain("Value null at 'xksProxyAuthenticationCredential.accessKeyId'")
  })

  it('is one of more than 50 tags', () => {
    const Tags = Array.from({ length: 51 }, (_, i) => ({ TagKey: `key ${i}`, TagValue: '' }))
    expect(message('CreateKey', { CustomKeyStoreId: 'a', Tags })).toContain(
      "Value 'an array' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50"
    )
  })

  it('is one that is no part of the model', () => {
    const outside = 'Member must be absent: it is no part of this model'
    const Recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: 'AAAA' }
    expect(message('GenerateRandom', { NumberOfBytes: 1, Recipient })).toContain(
      `'recipient' failed to satisfy constraint: ${outside}`
    )
    expect(message('Decrypt', { CiphertextBlob: 'AAAA', Recipient })).toContain(outside)
    expect(message('GenerateDataKey', { KeyId: 'a', KeySpec: 'AES_256', Recipient })).toContain(outside)
  })

  it('is a custom key store that a new key is to do without', () => {
    expect(message('CreateKey', {})).toBe(
      "1 validation error detected: Value null at 'customKeyStoreId' failed to satisfy constraint: " +
        'Member must be present: KMS keys outside of custom key stores are no part of this model'
    )
  })
})

describe('members that do not matter', () => {
  it.each([
    ['nulls', `{"CustomKeyStoreId":"${cloudHsmId}","Other":null}`],
    ['unknown members', `{"CustomKeyStoreId":"${cloudHsmId}","Other":[{"a":1}]}`],
    ['__proto__', `{"__proto__":{"CustomKeyStoreId":5},"CustomKeyStoreId":"${cloudHsmId}"}`],
    ['constructor', `{"constructor":{"prototype":{"a":1}},"CustomKeyStoreId":"${cloudHsmId}"}`],
    ['the last of two', `{"CustomKeyStoreId":"cks-1","CustomKeyStoreId":"${cloudHsmId}"}`],
    ['space', ` \n{ "CustomKeyStoreId" : "${cloudHsmId}" }\t`]
  ])('are left aside: %s', (_, body) => {
    expect(answerTo({ ...good, body }).body).toBe('{}')
  })

  it('do not stand in for those that are missing', () => {
    const inherited = '{"__proto__":{"CustomKeyStoreId":"cks-1"}}'
    expect(refused({ ...good, body: inherited })).toBe('400 ValidationException')
    expect(({} as any).CustomKeyStoreId).toBeUndefined()
  })

  it('make an absent member of a null, and an empty object of an empty body', () => {
    expect(answerTo(post('DescribeCustomKeyStores', '{"Limit":null,"Marker":null}')).status).toBe(200)
    expect(answerTo(post('DescribeCustomKeyStores', '')).status).toBe(200)
    expect(refused({ ...good, body: '{"CustomKeyStoreId":null}' })).toBe('400 ValidationException')
    expect(refused({ ...good, body: '' })).toBe('400 ValidationException')
  })
})

describe('a long body', () => {
  const million = 1_000_000
  const many = (count: number, part: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => part(i)).join()
  const bodies: ReadonlyArray<readonly [string, string, string]> = [
    [
      'nested lists',

      'DeleteCustomKeyStore',
      `{"CustomKeyStoreId":${'['.repeat(million / 2)}${']'.repeat(million / 2)}}`
    ],
    ['nested objects', 'CreateKey', `${'{"a":'.repeat(million / 6)}1${'}'.repeat(million / 6)}`],
    ['lists that do not end', 'CreateKey', '['.repeat(million)],
    ['one long text', 'ConnectCustomKeyStore', `{"CustomKeyStoreId":"${'a'.repeat(million)}"}`],
    ['many members', 'UpdateCustomKeyStore', `{${many(million / 20, (i) => `"member${i}":{}`)}}`],
    ['many tags', 'CreateKey', `{"CustomKeyStoreId":"a","Tags":[${many(million / 4, () => '{}')}]}`],
    ['many wrong tags', 'CreateKey', `{"CustomKeyStoreId":"a","Tags":[${many(million / 4, () => '0')}]}`],
    [
      'much context',
      'Encrypt',
      `{"KeyId":"a","EncryptionContext":{${many(million / 20, (i) => `"name${i}":0`)}}}`
    ],
    ['long bytes', 'Encrypt', `{"KeyId":"a","Plaintext":"${'AAAA'.repeat(million / 5)}"}`]
  ]

  it.each(bodies)('is refused with a short answer: %s', (_, operation, body) => {
    const answer = answerTo(post(operation, body))
    expect(answer.status).toBe(400)
    expect(answer.body.length).toBeLessThan(1000)
  })

  it('is not read beyond 1,048,576 characters', () => {
    const padded = (length: number) => ({ ...good, body: good.body + ' '.repeat(length - good.body.length) })
    expect(answerTo(padded(1_048_576)).status).toBe(200)
    expect(refused(padded(1_048_577))).toBe('413 RequestEntityTooLargeException')
    expect(refused({ ...good, body: '['.repeat(10 * million) })).toBe('413 RequestEntityTooLargeException')
  })

  it('is long enough for the longest request, even with every character escaped', () => {
    const escaped = (length: number) => String.raw`\u0020`.repeat(length)
    const tags = many(50, () => `{"TagKey":"${escaped(128)}","TagValue":"${escaped(256)}"}`)
    const body = `{"Policy":"${escaped(131_072)}","Description":"${escaped(8192)}","Tags":[${tags}]}`
    expect(refused(post('CreateKey', body))).toBe('400 ValidationException')
  })
})

describe('the operations', () => {
  it('are those on stores, and those on the keys in them', () => {
    expect([...operationNames].sort()).toEqual([
      'CancelKeyDeletion',
      'ConnectCustomKeyStore',
      'CreateAlias',
      'CreateCustomKeyStore',
      'CreateGrant',
      'CreateKey',
      'Decrypt',
      'DeleteAlias',
      'DeleteCustomKeyStore',
      'DeleteImportedKeyMaterial',
      'DeriveSharedSecret',
      'DescribeCustomKeyStores',
      'DescribeKey',
      'DisableKey',
      'DisableKeyRotation',
      'DisconnectCustomKeyStore',
      'EnableKey',
      'EnableKeyRotation',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'GenerateRandom',
      'GetKeyPolicy',
      'GetKeyRotationStatus',
      'GetParametersForImport',
      'GetPublicKey',
      'ImportKeyMaterial',
      'ListAliases',
      'ListGrants',
      'ListKeyPolicies',
      'ListKeyRotations',
      'ListKeys',
      'ListResourceTags',
      'ListRetirableGrants',
      'PutKeyPolicy',
      'ReEncrypt',
      'ReplicateKey',
      'RetireGrant',
      'RevokeGrant',
      'RotateKeyOnDemand',
      'ScheduleKeyDeletion',
      'Sign',
      'TagResource',
      'UntagResource',
      'UpdateAlias',
      'UpdateCustomKeyStore',
      'UpdateKeyDescription',
      'UpdatePrimaryRegion',
      'Verify',
      'VerifyMac'
    ])
  })
})
