import { createRequests, keyRequests } from '../requests.js'
import { requestNames, type RequestName } from './limits.js'

type Load = Readonly<Record<RequestName, ReadonlyArray<object>>>

const CustomKeyStoreId = 'cks-1234567890abcdef0'
const XksProxyAuthenticationCredential = {
  AccessKeyId: 'ABCDE2345672EXAMPLE7',
  RawSecretAccessKey: 'DXjSUawnel2fr6SKC7G25CNxTyWKE5PF9XX6H/u9pSo='
}

const validRequests: Load = {
  CreateCustomKeyStore: createRequests.map((request) =>
    request.CustomKeyStoreType === 'EXTERNAL_KEY_STORE'
      ? { ...request, XksProxyAuthenticationCredential }
      : { ...request, CloudHsmClusterId: 'cluster-2a23b4cdefg', KeyStorePassword: 'kmsPswd-1' }
  ),
  UpdateCustomKeyStore: [
    { CustomKeyStoreId, NewCustomKeyStoreName: 'a new name' },
    { CustomKeyStoreId, KeyStorePassword: 'kmsPswd-2' },
    { CustomKeyStoreId, CloudHsmClusterId: 'cluster-2a23b4cdefg' },
    {
      CustomKeyStoreId,
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: 'https://myproxy.xks.example.com',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-example1',
      XksProxyVpcEndpointServiceOwner: '111122223333'
    },
    { CustomKeyStoreId, XksProxyUriPath: '/other/kms/xks/v1', XksProxyAuthenticationCredential }
  ],
  CreateKey: keyRequests,
  CustomKeyStoreId: [{ CustomKeyStoreId }, { CustomKeyStoreId: 'cks-9234567890abcdef0' }],
  DescribeCustomKeyStores: [
    {},
    { CustomKeyStoreId },
    { CustomKeyStoreName: 'key store 1' },
    { Limit: 10, Marker: 'abc' }
  ],
  GenerateRandom: [{ NumberOfBytes: 32 }, { NumberOfBytes: 32, CustomKeyStoreId }]
}

/** Each valid request with each of these instead of what it says. */
const spoilt = (name: RequestName, ...faults: ReadonlyArray<object>): ReadonlyArray<object> =>
  validRequests[name].flatMap((request) => faults.map((fault) => ({ ...request, ...fault })))

const invalidRequests: Load = {
  CreateCustomKeyStore: spoilt(
    'CreateCustomKeyStore',
    { CustomKeyStoreName: '' },
    { CustomKeyStoreName: undefined },
    { XksProxyUriPath: 'nonsense' },
    { XksProxyVpcEndpointServiceOwner: 'x' }
  ),
  UpdateCustomKeyStore: spoilt(
    'UpdateCustomKeyStore',
    { CustomKeyStoreId: undefined },
    { CustomKeyStoreId: 7 },
    { XksProxyUriEndpoint: 'http://a.example.com' },
    { KeyStorePassword: 'short' }
  ),
  CreateKey: spoilt(
    'CreateKey',
    { CustomKeyStoreId: '' },
    { KeySpec: 'NO' },
    { MultiRegion: 'yes' },
    { Tags: [{ TagKey: '' }] }
  ),
  CustomKeyStoreId: [
    {},
    { CustomKeyStoreId: '' },
    { CustomKeyStoreId: 5 },
    { CustomKeyStoreId: 'x'.repeat(65) }
  ],
  DescribeCustomKeyStores: [
    { Limit: 0 },
    { Limit: 'a' },
    { CustomKeyStoreId: '' },
    { CustomKeyStoreId, CustomKeyStoreName: 'a' }
  ],
  GenerateRandom: [{}, { NumberOfBytes: 0 }, { NumberOfBytes: 2000 }, { NumberOfBytes: 'a' }]
}

/** Every request, with its name and whether it is valid. */
export const everyRequest = [true, false].flatMap((valid) =>
  requestNames.map((name) => ({
    name,
    valid,
    requests: (valid ? validRequests : invalidRequests)[name]
  }))
)
