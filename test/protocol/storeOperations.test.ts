/** The eight operations through the protocol: what each answers, and that no answer holds a secret. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import { respond } from '../../src/protocol/index.js'
import { accountWith, cloudHsmId, cloudHsmStore, publicId, vpcId } from '../fixtures.js'
import { ask, errorOf, given, post } from './endpoint.js'
import {
  cloudHsm,
  connected,
  createCloudHsm,
  createExternalKey,
  createPublic,
  createVpc,
  disconnected,
  empty,
  external,
  password,
  secretAccessKey,
  viaVpc
} from './requests.js'

const bytes = (account: Account, operation: string, request: object): string =>
  respond(given)(post(operation, JSON.stringify(request)))(account).answer.body

describe('an accepted request', () => {
  it('to create answers with the id of the new store, of either type', () => {
    expect(bytes(empty, 'CreateCustomKeyStore', createCloudHsm)).toBe(
      '{"CustomKeyStoreId":"cks-99999999999999999"}'
    )
    for (const request of [createCloudHsm, createPublic, createVpc]) {
      const { status, after } = ask(empty, 'CreateCustomKeyStore', request)
      expect(status).toBe(200)
      expect(after.stores).toMatchObject([
        { CustomKeyStoreId: 'cks-99999999999999999', ConnectionState: 'DISCONNECTED' }
      ])
    }
  })

  it('to describe answers with what AWS shows, dates in seconds', () => {
    expect(bytes(accountWith(cloudHsmStore('FAILED')), 'DescribeCustomKeyStores', {})).toBe(
      '{"CustomKeyStores":[{"CustomKeyStoreId":"cks-1234567890abcdef0","CustomKeyStoreName":"hsm store",' +
        '"ConnectionState":"FAILED","ConnectionErrorCode":"INVALID_CREDENTIALS","CreationDate":1700000000,' +
        '"CustomKeyStoreType":"AWS_CLOUDHSM","CloudHsmClusterId":"cluster-abcdefghijk",' +
        '"TrustAnchorCertificate":"customerCA of abcdefghijk"}],"Truncated":false}'
    )
    expect(ask(viaVpc, 'DescribeCustomKeyStores', { CustomKeyStoreName: 'vpc store' }).body).toEqual({
      CustomKeyStores: [
        {
          CustomKeyStoreId: vpcId,
          CustomKeyStoreName: 'vpc store',
          ConnectionState: 'DISCONNECTED',
          CreationDate: 1_700_000_200,
          CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
          XksProxyConfiguration: {
            Connectivity: 'VPC_ENDPOINT_SERVICE',
            AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
            UriEndpoint: 'https://private.example.com',
            UriPath: '/second/kms/xks/v1',
            VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
          }
        }
      ],
      Truncated: false
    })
  })

  it('to describe answers by pages that follow one another', () => {
    const first = ask(disconnected, 'DescribeCustomKeyStores', { Limit: 1 }).body
    expect(first).toMatchObject({ CustomKeyStores: [cloudHsm], Truncated: true })
    const second = ask(disconnected, 'DescribeCustomKeyStores', { Limit: 1, Marker: first.NextMarker }).body
    expect(second).toMatchObject({ CustomKeyStores: [external], Truncated: false })
    expect(second).not.toHaveProperty('NextMarker')
  })

  it.each([
    ['ConnectCustomKeyStore', disconnected, cloudHsm, 'CONNECTING'],
    ['DisconnectCustomKeyStore', connected, cloudHsm, 'DISCONNECTING'],
    ['UpdateCustomKeyStore', disconnected, { ...cloudHsm, KeyStorePassword: password }, 'DISCONNECTED'],
    ['DeleteCustomKeyStore', disconnected, cloudHsm, undefined]
  ])('of %s answers with an empty object', (operation, account, request, state) => {
    const { status, after } = ask(account, operation, request)
    expect(status).toBe(200)
    expect(bytes(account, operation, request)).toBe('{}')
    expect(after.stores.find((store) => store.CustomKeyStoreId === cloudHsmId)?.ConnectionState).toBe(state)
  })

  it('to create a key answers with what AWS shows of it', () => {
    const { body, after } = ask(connected, 'CreateKey', { ...createExternalKey, Description: 'a key' })
    expect(body).toEqual({
      KeyMetadata: {
        AWSAccountId: '111122223333',
        KeyId: '99999999-9999-9999-9999-999999999999',
        Arn: 'arn:aws:kms:eu-central-1:111122223333:key/99999999-9999-9999-9999-999999999999',
        CreationDate: 1_800_000_000,
        Enabled: true,
        Description: 'a key',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'EXTERNAL_KEY_STORE',
        CustomKeyStoreId: publicId,
        XksKeyConfiguration: { Id: 'key-1' },
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        MultiRegion: false
      }
    })
    expect(after.keys).toHaveLength(1)
  })

  it('for random bytes answers with as many, from a store or from KMS itself', () => {
    expect(bytes(connected, 'GenerateRandom', { NumberOfBytes: 3 })).toBe('{"Plaintext":"BwcH"}')
    expect(bytes(connected, 'GenerateRandom', { NumberOfBytes: 4, ...cloudHsm })).toBe(
      '{"Plaintext":"BwcHBw=="}'
    )
  })

  it('is decided by the edition that is given', () => {
    const rename = { ...external, NewCustomKeyStoreName: 'renamed' }
    expect(errorOf(connected, 'UpdateCustomKeyStore', rename)).toBe('CustomKeyStoreInvalidStateException')
    expect(errorOf(connected, 'UpdateCustomKeyStore', rename, { edition: 'developer-guide' })).toBe(
      'accepted'
    )
  })
})

describe('a secret', () => {
  const shown = (request: object, operation: string): string => JSON.stringify(ask(empty, operation, request))

  it('is in no answer, accepted or refused, nor in the account', () => {
    const { XksProxyAuthenticationCredential: credential } = createPublic
    const requests = [
      createCloudHsm,
      createPublic,
      { ...createCloudHsm, KeyStorePassword: password.repeat(4) },
      { ...createCloudHsm, KeyStorePassword: [password] },
      { ...createCloudHsm, KeyStorePassword: { [password]: password } },
      { ...createPublic, KeyStorePassword: password },
      { ...createPublic, XksProxyAuthenticationCredential: secretAccessKey },
      { ...createPublic, XksProxyAuthenticationCredential: [secretAccessKey] },
      {
        ...createPublic,
        XksProxyAuthenticationCredential: { ...credential, RawSecretAccessKey: `${secretAccessKey}!` }
      },
      { ...createPublic, XksProxyAuthenticationCredential: { RawSecretAccessKey: secretAccessKey } }
    ]
    for (const request of requests) {
      for (const operation of ['CreateCustomKeyStore', 'UpdateCustomKeyStore']) {
        const answer = shown({ CustomKeyStoreId: 'cks-0', ...request }, operation)
        expect(answer).not.toMatch(/kmsuser/i)
        expect(answer).not.toMatch(/secret\/access/i)
      }
    }
  })
})
