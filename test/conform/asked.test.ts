/** What the vectors ask of an endpoint that forgets a rule, and how its ciphertexts and grant tokens are read. */
import { describe, expect, it } from 'vitest'
import { nothingBelieved } from '../../src/conform/Belief.js'
import type { Members } from '../../src/conform/Exchange.js'
import { hear } from '../../src/conform/hear.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import type { AccountId } from '../../src/index.js'
import { ownEndpoint, reportOn } from './world.js'

/** An endpoint that accepts an operation where it has to be refused with an exception. */
const forgetting = (operation: OperationName, exception: string): Endpoint => {
  const kms = ownEndpoint({ connectionDelay: 0 })
  const answer: Endpoint['answer'] = (caller, request) => {
    const right = kms.answer(caller, request)
    return request.headers['x-amz-target'] === `TrentService.${operation}` && right.body.includes(exception)
      ? { ...right, status: 200, body: '{}' }
      : right
  }
  return { ...kms, answer }
}

describe('an endpoint that', () => {
  it.each<readonly [OperationName, string, string, string]>([
    ['Decrypt', 'InvalidCiphertextException', 'ciphertextIsSound', 'Decrypt/AWS_CLOUDHSM/other-context'],
    ['Decrypt', 'IncorrectKeyException', 'namedKeyMadeCiphertext', 'Decrypt/AWS_CLOUDHSM/other-key'],
    ['ReEncrypt', 'DisabledException', 'keyIsEnabled', 'ReEncrypt/AWS_CLOUDHSM/destination-Disabled'],
    ['RetireGrant', 'NotFoundException', 'grantOfTokenExists', 'sequences/AWS_CLOUDHSM/grant-token'],
    ['CreateAlias', 'AlreadyExistsException', 'aliasIsNew', 'CreateAlias/AWS_CLOUDHSM/name-in-use'],
    ['DeleteAlias', 'NotFoundException', 'aliasExists', 'DeleteAlias/AWS_CLOUDHSM/unknown-alias'],
    ['CreateKey', 'LimitExceededException', 'policyIsNotTooLong', 'create-key/long-policy'],
    ['TagResource', 'ValidationException', 'brokenMembersAreRefused', 'forms/TagResource']
  ])('accepts %s in spite of %s breaks %s', async (operation, exception, rule, only) => {
    const { faults } = await reportOn(forgetting(operation, exception), { only, types: ['AWS_CLOUDHSM'] })
    expect(faults).toMatchObject([{ operation, difference: { rule, got: 'success' } }])
  })
})

const account = '111122223333' as AccountId
const byId = { CustomKeyStoreId: 'cks-1' }
const key = { KeyId: 'key-1' }
const createStore = {
  CustomKeyStoreName: 'hsm',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'certificate',
  KeyStorePassword: 'kmsPswd1'
}
const withKey: ReadonlyArray<readonly [OperationName, Members, Members]> = [
  ['CreateCustomKeyStore', createStore, byId],
  ['ConnectCustomKeyStore', byId, {}],
  ['CreateKey', { ...byId, Origin: 'AWS_CLOUDHSM' }, { KeyMetadata: { ...key, KeyState: 'Enabled' } }],
  ['Encrypt', { ...key, Plaintext: 'AAAA', EncryptionContext: { a: '1' } }, { CiphertextBlob: 'b3du' }],
  [
    'CreateGrant',
    { ...key, GranteePrincipal: 'arn:aws:iam::111122223333:role/A', Operations: ['Encrypt'] },
    {
      GrantId: 'grant-1',
      GrantToken: 'own'
    }
  ]
]

/** How a refusal that follows is held. */
const held = (operation: OperationName, request: Members, exception: string): string => {
  const before = withKey.reduce(
    (belief, [name, asked, output]) =>
      hear('exception-text-2022')({ operation: name, request: asked, reply: { output } })(belief).belief,
    nothingBelieved(account, 'us-east-1')
  )
  const reply = { exception, message: '' }
  return hear('exception-text-2022')({ operation, request, reply })(before).held
}

describe('what an endpoint has given', () => {
  it.each<readonly [string, Members, string]>([
    [
      'its ciphertext, with another context',
      { CiphertextBlob: 'b3du', EncryptionContext: { a: '2' } },
      'as documented'
    ],
    [
      'its ciphertext, with its context',
      { CiphertextBlob: 'b3du', EncryptionContext: { a: '1' } },
      'different'
    ],
    ['a ciphertext of nobody', { CiphertextBlob: 'AQIDBA==', EncryptionContext: { a: '1' } }, 'as documented']
  ])('%s: InvalidCiphertextException is %s', (_, request, expected) => {
    expect(held('Decrypt', request, 'InvalidCiphertextException')).toBe(expected)
  })

  it.each([
    ['own', 'different'],
    ['of nobody', 'as documented']
  ])('the grant token %j: InvalidGrantTokenException is %s', (GrantToken, expected) => {
    expect(held('RetireGrant', { GrantToken }, 'InvalidGrantTokenException')).toBe(expected)
  })
})
