import { healthyCluster } from '../../model/CloudHsmCluster.js'
import {
  accessKeyId,
  clusterId,
  uriEndpoint,
  exampleStore,
  path,
  serviceName,
  storeId,
  type Kind
} from '../../possible/examples.js'
import {
  external,
  goodInfrastructure,
  other,
  otherCluster,
  elsewhere,
  type JsonMembers
} from '../background.js'
import { type Case } from './Case.js'

const sameCertificate = { certificate: healthyCluster(clusterId).certificate }

const update = (
  kind: Kind,
  id: string,
  says: string,
  request: JsonMembers,
  rest: Partial<Case> = {}
): Case => ({
  id,
  says,
  operation: 'UpdateCustomKeyStore',
  kind,
  request: { CustomKeyStoreId: storeId, ...request },
  ...rest
})

export const updateCases: ReadonlyArray<Case> = [
  update('AWS_CLOUDHSM', 'nothing', 'the request carries nothing to change', {}),
  update('AWS_CLOUDHSM', 'password', 'the request carries a new password', {
    KeyStorePassword: 'examplePswd2'
  }),
  update('AWS_CLOUDHSM', 'own-name', 'the name is the one that the store has', {
    NewCustomKeyStoreName: 'ExampleKeyStore'
  }),
  update(
    'AWS_CLOUDHSM',
    'name-in-use',
    'another store has the name',
    { NewCustomKeyStoreName: 'OtherKeyStore' },
    { stores: [exampleStore('AWS_CLOUDHSM', 'DISCONNECTED'), other('PUBLIC_ENDPOINT')] }
  ),
  update(
    'AWS_CLOUDHSM',
    'related-cluster',
    'the new cluster has the certificate of the old one',
    { CloudHsmClusterId: otherCluster },
    { infrastructure: { clusters: [{ clusterId: otherCluster, ...sameCertificate }] } }
  ),
  update(
    'AWS_CLOUDHSM',
    'unrelated-cluster',
    'the new cluster has another certificate',
    { CloudHsmClusterId: otherCluster },
    { infrastructure: { clusters: [{ clusterId: otherCluster }] } }
  ),
  update('AWS_CLOUDHSM', 'foreign-member', 'the member belongs to the other type of store', {
    XksProxyUriPath: elsewhere.UriPath
  }),
  update(
    'PUBLIC_ENDPOINT',
    'to-vpc',
    'the store changes to a VPC endpoint service',
    {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: uriEndpoint,
      XksProxyVpcEndpointServiceName: serviceName
    },
    { infrastructure: goodInfrastructure.VPC_ENDPOINT_SERVICE }
  ),
  update(
    'PUBLIC_ENDPOINT',
    'to-vpc-unnamed',
    'the store changes to a VPC endpoint service that is not named',
    {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: uriEndpoint
    }
  ),
  update('VPC_ENDPOINT_SERVICE', 'to-public', 'the store changes to a public endpoint', {
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: uriEndpoint,
    XksProxyVpcEndpointServiceName: ''
  }),
  update(
    'VPC_ENDPOINT_SERVICE',
    'to-public-same-endpoint',
    'the store changes to a public endpoint that is not named',
    {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT'
    }
  ),
  update(
    'PUBLIC_ENDPOINT',
    'service',
    'a VPC endpoint service is named and the store is reached without one',
    {
      XksProxyVpcEndpointServiceName: serviceName
    }
  ),
  update('VPC_ENDPOINT_SERVICE', 'no-service', 'the name of the VPC endpoint service is empty', {
    XksProxyVpcEndpointServiceName: ''
  }),
  update(
    'VPC_ENDPOINT_SERVICE',
    'endpoint-of-public',
    'a public store has the endpoint',
    { XksProxyUriEndpoint: elsewhere.UriEndpoint },
    {
      stores: [
        exampleStore('VPC_ENDPOINT_SERVICE', 'DISCONNECTED'),
        external('PUBLIC_ENDPOINT', { ...elsewhere, UriPath: '/third/kms/xks/v1' })
      ],
      infrastructure: { proxies: [{ uriEndpoint: elsewhere.UriEndpoint, uriPath: path }] }
    }
  ),
  update('PUBLIC_ENDPOINT', 'half-credential', 'only half of the credential is there', {
    XksProxyAuthenticationCredential: { AccessKeyId: accessKeyId }
  })
]
