/** Exchanges with an endpoint in few words, and what is found in the last of them. */
import type { AccountId, EditionName } from '../../src/index.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { nothingBelieved } from '../../src/conform/Belief.js'
import { hear, type Heard } from '../../src/conform/hear.js'
import type { EndpointReply, Exchange } from '../../src/conform/Exchange.js'

/** An operation, its request and the reply: an output, an exception by its name, or a whole reply. */
export type Told = readonly [
  operation: OperationName,
  request: object,
  reply: object | string | { readonly reply: EndpointReply }
]

export const id = 'cks-1'
export const byId = { CustomKeyStoreId: id }

export const reply = (told: Told[2]): EndpointReply => {
  if (typeof told === 'string') return { exception: told, message: '' }
  return 'reply' in told ? told.reply : { output: { ...told } }
}

export const exchange = (operation: Told[0], request: Told[1], answered: Told[2] = {}): Exchange => ({
  operation,
  request: { ...request },
  reply: reply(answered)
})

/** What the last of some exchanges shows. */
export const heard = (told: ReadonlyArray<Told>, edition: EditionName = 'exception-text-2022'): Heard => {
  let last: Heard | undefined
  let belief = nothingBelieved('111122223333' as AccountId, 'us-east-1')
  for (const one of told) {
    last = hear(edition)(exchange(...one))(belief)
    belief = last.belief
  }
  return last!
}

export const rule = (...told: ReadonlyArray<Told>): string => {
  const { held, deviation } = heard(told)
  return deviation === undefined ? held : `${deviation.operation} ${deviation.difference.rule}`
}

export const hsm = {
  CustomKeyStoreName: 'hsm',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'certificate',
  KeyStorePassword: 'kmsPswd1'
}
export const xks = {
  CustomKeyStoreName: 'xks',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://xks.example.com',
  XksProxyUriPath: '/kms/xks/v1',
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDE234567ABCDE234567',
    RawSecretAccessKey: 'aSecretAccessKeyThatIsLongEnough0123456789A'
  }
}
export const created: Told = ['CreateCustomKeyStore', hsm, byId]
export const createdXks: Told = ['CreateCustomKeyStore', xks, byId]
export const connect: Told = ['ConnectCustomKeyStore', byId, {}]
export const disconnect: Told = ['DisconnectCustomKeyStore', byId, {}]

export const entry = (state: string, more: object = {}) => ({
  CustomKeyStoreId: id,
  CustomKeyStoreName: 'hsm',
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'certificate',
  CreationDate: 1_700_000_000,
  ConnectionState: state,
  ...more
})
export const listed = (...entries: ReadonlyArray<object>): Told => [
  'DescribeCustomKeyStores',
  byId,
  { CustomKeyStores: entries, Truncated: false }
]
export const shows = (state: string, more: object = {}): Told => listed(entry(state, more))
export const connected: ReadonlyArray<Told> = [created, connect, shows('CONNECTED')]
export const connectedXks: ReadonlyArray<Told> = [
  createdXks,
  connect,
  listed({
    CustomKeyStoreId: id,
    CustomKeyStoreName: 'xks',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    CreationDate: 1_700_000_000,
    ConnectionState: 'CONNECTED',
    XksProxyConfiguration: {
      Connectivity: 'PUBLIC_ENDPOINT',
      AccessKeyId: 'ABCDE234567ABCDE234567',
      UriEndpoint: 'https://xks.example.com',
      UriPath: '/kms/xks/v1'
    }
  })
]
export const withKey: ReadonlyArray<Told> = [
  ...connected,
  ['CreateKey', { ...byId, Origin: 'AWS_CLOUDHSM' }, { KeyMetadata: { KeyId: 'key-1', KeyState: 'Enabled' } }]
]
export const encrypt = (answered: object | string): Told => [
  'Encrypt',
  { KeyId: 'key-1', Plaintext: 'AAAA' },
  answered
]
