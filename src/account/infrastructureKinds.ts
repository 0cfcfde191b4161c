import type * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { CloudHsmCluster, healthyCluster } from '../model/CloudHsmCluster.js'
import {
  CloudHsmClusterId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'
import { struct } from '../codec/struct.js'
import { healthyVpcEndpointService, VpcEndpointService } from '../model/VpcEndpointService.js'
import { healthyProxy, XksProxy } from '../model/XksProxy.js'

/** One kind of thing behind stores: how it is named, what it is like without a fault, and how it is read. */
export interface Kind<A, Key> {
  readonly key: t.Type<Key, unknown>
  readonly healthy: (key: Key) => A
  readonly nameOf: (key: Key) => string
  readonly codec: t.Type<A, unknown>
}
const kind = <A extends Key, Key>(is: Kind<A, Key>): Kind<A, Key> => is

/** The name of an entry among all that stands behind stores. */
export const nameOfEntry = (kind: 'cluster' | 'proxy' | 'service', ...names: ReadonlyArray<string>): string =>
  JSON.stringify([kind, ...names])

export const clusters = kind({
  key: struct('CloudHsmCluster', { clusterId: asShown(CloudHsmClusterId) }, {}),
  healthy: ({ clusterId }): CloudHsmCluster => healthyCluster(clusterId),
  nameOf: ({ clusterId }) => nameOfEntry('cluster', clusterId),
  codec: CloudHsmCluster
})

export const proxies = kind({
  key: struct(
    'XksProxy',
    { uriEndpoint: asShown(XksProxyUriEndpoint), uriPath: asShown(XksProxyUriPath) },
    {}
  ),
  healthy: ({ uriEndpoint, uriPath }): XksProxy => healthyProxy(uriEndpoint, uriPath),
  nameOf: ({ uriEndpoint, uriPath }) => nameOfEntry('proxy', uriEndpoint, uriPath),
  codec: XksProxy
})

export const vpcEndpointServices = kind({
  key: struct('VpcEndpointService', { serviceName: asShown(XksProxyVpcEndpointServiceName) }, {}),
  healthy: ({ serviceName }): VpcEndpointService => healthyVpcEndpointService(serviceName),
  nameOf: ({ serviceName }) => nameOfEntry('service', serviceName),
  codec: VpcEndpointService
})
