import { accessKeyId, clusterId, path, serviceName, uriEndpoint, type Kind } from '../possible/examples.js'
import { healthyCluster } from '../model/CloudHsmCluster.js'
import { elsewhere, otherCluster, type InfrastructureChange, type JsonMembers } from './background.js'
import { byRequests, create, describe, otherService, request, second, update } from './byRequests.js'
import type { Draft } from './make.js'

/** An Update of a new store, which is then shown. */
const changed = (
  kind: Kind,
  name: string,
  what: string,
  members: JsonMembers,
  infrastructure: InfrastructureChange = {}
): Draft =>
  byRequests(
    kind,
    `update/${name}`,
    `Describe shows ${what} that an Update has given`,
    'UpdateCustomKeyStore',
    [create(kind), update(members), describe()],
    infrastructure
  )

const credential = {
  AccessKeyId: accessKeyId.split('').reverse().join(''),
  RawSecretAccessKey: 'another/example/of/a/secret/access/key/of/49/chars'
}

const relatedClusters: InfrastructureChange = {
  clusters: [{ clusterId }, { clusterId: otherCluster, certificate: healthyCluster(clusterId).certificate }]
}

const ofProxy = (kind: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE'): ReadonlyArray<Draft> => [
  changed(kind, 'name', 'the new name', { NewCustomKeyStoreName: 'AnotherName' }),
  changed(kind, 'credential', 'the new access key', { XksProxyAuthenticationCredential: credential }),
  changed(kind, 'path', 'the new URI path', { XksProxyUriPath: elsewhere.UriPath }),
  changed(kind, 'endpoint', 'the new URI endpoint', { XksProxyUriEndpoint: elsewhere.UriEndpoint })
]

const changes: ReadonlyArray<Draft> = [
  changed('AWS_CLOUDHSM', 'name', 'the new name', { NewCustomKeyStoreName: 'AnotherName' }),
  changed('AWS_CLOUDHSM', 'cluster', 'the new cluster', { CloudHsmClusterId: otherCluster }, relatedClusters),
  ...ofProxy('PUBLIC_ENDPOINT'),
  ...ofProxy('VPC_ENDPOINT_SERVICE'),
  changed('PUBLIC_ENDPOINT', 'connectivity', 'the VPC endpoint service', {
    XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
    XksProxyUriEndpoint: elsewhere.UriEndpoint,
    XksProxyVpcEndpointServiceName: serviceName
  }),
  changed('VPC_ENDPOINT_SERVICE', 'connectivity', 'the public endpoint', {
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: elsewhere.UriEndpoint,
    XksProxyVpcEndpointServiceName: ''
  }),
  changed('VPC_ENDPOINT_SERVICE', 'service', 'the new VPC endpoint service', {
    XksProxyVpcEndpointServiceName: otherService
  }),
  changed('VPC_ENDPOINT_SERVICE', 'service-owner', 'the owner of the VPC endpoint service', {
    XksProxyVpcEndpointServiceOwner: '444455556666'
  })
]

/** A second store, which an Update would give what the first store has. */
const inUse = (kind: Kind, name: string, what: string, other: JsonMembers, members: JsonMembers): Draft =>
  byRequests(
    kind,
    `update/${name}-in-use`,
    `An Update to ${what} of another store changes nothing`,
    'UpdateCustomKeyStore',
    [create(kind), create(kind, other), update(members, second)]
  )

const publicStore = {
  CustomKeyStoreName: 'OtherKeyStore',
  XksProxyUriEndpoint: elsewhere.UriEndpoint,
  XksProxyUriPath: elsewhere.UriPath
}
const vpcStore = { ...publicStore, XksProxyVpcEndpointServiceName: otherService }
const taken = { NewCustomKeyStoreName: 'NewKeyStore' }

const conflicts: ReadonlyArray<Draft> = [
  inUse('PUBLIC_ENDPOINT', 'name', 'the name', publicStore, taken),
  inUse('VPC_ENDPOINT_SERVICE', 'name', 'the name', vpcStore, taken),
  inUse('PUBLIC_ENDPOINT', 'uri', 'the URI', publicStore, {
    XksProxyUriEndpoint: uriEndpoint,
    XksProxyUriPath: path
  }),
  inUse('VPC_ENDPOINT_SERVICE', 'endpoint', 'the URI endpoint', vpcStore, {
    XksProxyUriEndpoint: uriEndpoint
  }),
  inUse('VPC_ENDPOINT_SERVICE', 'service', 'the VPC endpoint service', vpcStore, {
    XksProxyVpcEndpointServiceName: serviceName
  })
]

const foreign = (name: string, members: JsonMembers): Draft =>
  byRequests(
    'PUBLIC_ENDPOINT',
    `update/foreign-${name}`,
    'An Update with a member of the other type of store changes nothing',
    'UpdateCustomKeyStore',
    [create('PUBLIC_ENDPOINT'), update(members)]
  )

const oldName = byRequests(
  'AWS_CLOUDHSM',
  'update/old-name',
  'After a new name, no store has the old one',
  'UpdateCustomKeyStore',
  [
    create('AWS_CLOUDHSM'),
    update({ NewCustomKeyStoreName: 'AnotherName' }),
    request('DescribeCustomKeyStores', { CustomKeyStoreName: 'AnotherName' }),
    request('DescribeCustomKeyStores', { CustomKeyStoreName: 'NewKeyStore' })
  ]
)

/** What an Update changes, and what it must not change. */
export const updateSequences: ReadonlyArray<Draft> = [
  ...changes,
  ...conflicts,
  foreign('password', { KeyStorePassword: 'examplePswd2' }),
  foreign('cluster', { CloudHsmClusterId: clusterId }),
  oldName
]
