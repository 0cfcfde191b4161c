import type { Operation } from '../model/Operation.js'
import {
  accessKeyId,
  clusterId,
  endpoint,
  path,
  serviceName,
  storeId,
  trustAnchor,
  xksKeyId,
  type Kind
} from '../possible/examples.js'

type Request = Readonly<Record<string, unknown>>

const proxyMembers = {
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyUriEndpoint: endpoint,
  XksProxyUriPath: path,
  XksProxyAuthenticationCredential: {
    AccessKeyId: accessKeyId,
    RawSecretAccessKey: 'an/example/of/a/secret/access/key/of/43/characters'
  }
}

const create: Readonly<Record<Kind, Request>> = {
  AWS_CLOUDHSM: {
    CustomKeyStoreName: 'NewKeyStore',
    CloudHsmClusterId: clusterId,
    TrustAnchorCertificate: trustAnchor,
    KeyStorePassword: 'examplePswd1'
  },
  PUBLIC_ENDPOINT: {
    CustomKeyStoreName: 'NewKeyStore',
    ...proxyMembers,
    XksProxyConnectivity: 'PUBLIC_ENDPOINT'
  },
  VPC_ENDPOINT_SERVICE: {
    CustomKeyStoreName: 'NewKeyStore',
    ...proxyMembers,
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyVpcEndpointServiceName: serviceName
  }
}

const byId = { CustomKeyStoreId: storeId }

/** An Update that has KMS look at what stands behind the store: the same cluster, the same proxy. */
const update: Readonly<Record<Kind, Request>> = {
  AWS_CLOUDHSM: { ...byId, CloudHsmClusterId: clusterId },
  PUBLIC_ENDPOINT: { ...byId, XksProxyUriEndpoint: endpoint },
  VPC_ENDPOINT_SERVICE: { ...byId, XksProxyUriEndpoint: endpoint }
}

const createKey: Readonly<Record<Kind, Request>> = {
  AWS_CLOUDHSM: { ...byId, Origin: 'AWS_CLOUDHSM' },
  PUBLIC_ENDPOINT: { ...byId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyId },
  VPC_ENDPOINT_SERVICE: { ...byId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyId }
}

/** A good request of an operation for a kind of store, in AWS's own JSON. The passwords and secrets are made up. */
export const goodRequest = (operation: Operation, kind: Kind): Request => {
  switch (operation) {
    case 'CreateCustomKeyStore':
      return create[kind]
    case 'UpdateCustomKeyStore':
      return update[kind]
    case 'CreateKey':
      return createKey[kind]
    case 'GenerateRandom':
      return { ...byId, NumberOfBytes: 32 }
    default:
      return byId
  }
}
