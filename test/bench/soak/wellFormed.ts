/** What a program does that uses custom key stores: it cleans up, and leaves nothing behind. */
import { control, operation, type Answer, type Request } from './requests.js'

/** Yields one request after the other, and is given the answer to each. */
type Steps<A> = Generator<Request, A, Answer>
export type Client = Steps<never>

/** The answer to a request that nothing speaks against. */
function* accepted(request: Request): Steps<Answer['body']> {
  const { status, body } = yield request
  if (status !== 200) throw new Error(`${request.body} is refused: ${JSON.stringify(body)}`)
  return body
}

/** Addresses are unique among the accounts of a Region. */
const external = (accessKey: string, name: string) => ({
  CustomKeyStoreName: name,
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyUriEndpoint: `https://xks-${accessKey}.example.com`,
  XksProxyUriPath: `/${accessKey}-${name}/kms/xks/v1`,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDE234567ABCDE234567',
    RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
  }
})

/** For a store of each kind: what creates it, what changes it, and what creates a key in it. */
const kinds = (accessKey: string, name: string) => [
  {
    creation: {
      CustomKeyStoreName: name,
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA.crt',
      KeyStorePassword: 'kmsPswd1'
    },
    change: { KeyStorePassword: 'kmsPswd2' },
    key: { Origin: 'AWS_CLOUDHSM' }
  },
  {
    creation: { ...external(accessKey, name), XksProxyConnectivity: 'PUBLIC_ENDPOINT' },
    change: { NewCustomKeyStoreName: `${name}-changed` },
    key: { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key1' }
  },
  {
    creation: {
      ...external(accessKey, name),
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyVpcEndpointServiceName: `com.amazonaws.vpce.us-east-1.vpce-svc-${accessKey}`
    },
    change: { XksProxyUriPath: `/${accessKey}-${name}-changed/kms/xks/v1` },
    key: { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key2' }
  }
]

/** What is done with a key until it is gone. */
function* lifeOfKey(accessKey: string, id: unknown, key: object): Steps<void> {
  const ask = (name: string, input: object) => accepted(operation(accessKey, name, input))
  const { KeyMetadata: made } = yield* ask('CreateKey', { CustomKeyStoreId: id, ...key })
  const { KeyId } = made as { readonly KeyId: string }
  const sealed = yield* ask('Encrypt', { KeyId, Plaintext: 'aGVsbG8=' })
  yield* ask('Decrypt', { CiphertextBlob: sealed['CiphertextBlob'] })
  yield* ask('GenerateDataKey', { KeyId, KeySpec: 'AES_256' })
  yield* ask('ListKeys', {})
  yield* ask('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })
}

/** What is done with a store from its creation to its deletion; two requests are refused. */
function* lifeOfStore(
  accessKey: string,
  { creation, change, key }: ReturnType<typeof kinds>[0]
): Steps<void> {
  const ask = (name: string, input: object) => accepted(operation(accessKey, name, input))
  const { CustomKeyStoreId } = yield* ask('CreateCustomKeyStore', creation)
  const store = { CustomKeyStoreId }
  yield* ask('ConnectCustomKeyStore', store)
  yield* ask('DescribeCustomKeyStores', store)
  yield* accepted(control('settle', store))
  yield* lifeOfKey(accessKey, CustomKeyStoreId, key)
  yield operation(accessKey, 'GenerateRandom', { ...store, NumberOfBytes: 32 })
  yield operation(accessKey, 'DeleteCustomKeyStore', store)
  yield* ask('DisconnectCustomKeyStore', store)
  yield* accepted(control('advance', { days: 7 }))
  yield* ask('UpdateCustomKeyStore', { ...store, ...change })
  yield* ask('DescribeCustomKeyStores', {})
  yield* ask('DeleteCustomKeyStore', store)
}

/** The requests of a program that creates and deletes stores of every kind, each with a new name. */
export function* wellFormed(accessKey: string): Client {
  for (let i = 0; ; i++) {
    for (const kind of kinds(accessKey, `store${String(i)}`)) yield* lifeOfStore(accessKey, kind)
  }
}
