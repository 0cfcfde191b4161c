import { healthyCluster } from '../../model/CloudHsmCluster.js'
import { healthyVpcEndpointService } from '../../model/VpcEndpointService.js'
import { healthyExternalKey, healthyProxy } from '../../model/XksProxy.js'
import { clusterId, path, serviceName, uriEndpoint } from '../../possible/examples.js'

/**
 * An entry of each kind without a fault, under the names of the examples. Every member that has to be there is.
 *
 * @example
 * documents.healthyFacts.cluster.kmsuser.passwordMatches //=> true
 */
export const healthyFacts = {
  cluster: healthyCluster(clusterId),
  proxy: healthyProxy(uriEndpoint, path),
  vpcEndpointService: healthyVpcEndpointService(serviceName),
  externalKey: healthyExternalKey
} as const

/**
 * The same as JSON, for programs in any language: docs/facts/healthy.json.
 *
 * @example
 * Object.keys(JSON.parse(documents.healthyFactsJson()))
 * //=> ['cluster', 'proxy', 'vpcEndpointService', 'externalKey']
 */
export const healthyFactsJson = (): string => `${JSON.stringify(healthyFacts, null, 2)}\n`
