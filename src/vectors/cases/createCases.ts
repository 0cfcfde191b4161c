import {
  type CloudHsmClusterId,
  type CustomKeyStoreId,
  type CustomKeyStoreName
} from '../../model/identifiers.js'
import { clusterId, type Kind } from '../../possible/examples.js'
import { external, other, otherCluster, elsewhere } from '../background.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { type Case } from './Case.js'

const create = (kind: Kind, id: string, says: string, rest: Partial<Case>): Case => ({
  id,
  says,
  operation: 'CreateCustomKeyStore',
  kind,
  ...rest
})

export const createCases: ReadonlyArray<Case> = [
  create('AWS_CLOUDHSM', 'name-in-use', 'another store has the name', {
    stores: [other('PUBLIC_ENDPOINT', { CustomKeyStoreName: 'NewKeyStore' as CustomKeyStoreName })]
  }),
  create('AWS_CLOUDHSM', 'cluster-in-use', 'another store is backed by the cluster', {
    stores: [other('AWS_CLOUDHSM')]
  }),
  create(
    'AWS_CLOUDHSM',
    'cluster-related',
    'another store is backed by a cluster with the same certificate',
    {
      stores: [other('AWS_CLOUDHSM', { CloudHsmClusterId: otherCluster as CloudHsmClusterId })]
    }
  ),
  create('AWS_CLOUDHSM', 'trust-anchor', 'the cluster has another trust anchor', {
    infrastructure: { clusters: [{ clusterId, trustAnchorCertificate: 'another certificate' }] }
  }),
  create('AWS_CLOUDHSM', 'twin', 'the same request has made a store that is not connected', {
    stores: [other('AWS_CLOUDHSM', { CustomKeyStoreName: 'NewKeyStore' as CustomKeyStoreName })]
  }),
  create('AWS_CLOUDHSM', 'quota', 'the account has ten stores', {
    stores: Array.from({ length: 10 }, (_, i) =>
      external('PUBLIC_ENDPOINT', { UriEndpoint: `https://xks${String(i)}.example.com` })
    ).map((store, i) => ({
      ...store,
      CustomKeyStoreId: `cks-0000000000000a00${String(i)}` as CustomKeyStoreId,
      CustomKeyStoreName: `KeyStore${String(i)}` as CustomKeyStoreName
    }))
  }),
  create('AWS_CLOUDHSM', 'no-password', 'the password is missing', {
    request: { ...exampleRequest('CreateCustomKeyStore', 'AWS_CLOUDHSM'), KeyStorePassword: null }
  }),
  create('PUBLIC_ENDPOINT', 'uri-in-use', 'another store has the endpoint and the path', {
    stores: [external('PUBLIC_ENDPOINT', {})]
  }),
  create('PUBLIC_ENDPOINT', 'endpoint-shared', 'another public store has the endpoint, with another path', {
    stores: [external('PUBLIC_ENDPOINT', { UriPath: elsewhere.UriPath })]
  }),
  create('PUBLIC_ENDPOINT', 'endpoint-in-use', 'a store with a VPC endpoint service has the endpoint', {
    stores: [external('VPC_ENDPOINT_SERVICE', { UriPath: elsewhere.UriPath })]
  }),
  create('VPC_ENDPOINT_SERVICE', 'endpoint-in-use-by-public', 'a public store has the endpoint', {
    stores: [external('PUBLIC_ENDPOINT', { UriPath: elsewhere.UriPath })]
  }),
  create('VPC_ENDPOINT_SERVICE', 'service-in-use', 'another store uses the VPC endpoint service', {
    stores: [external('VPC_ENDPOINT_SERVICE', elsewhere)]
  })
]
