import type { BackingKeyStore } from '../src/model/BackingKeyStore.js'
import type { CustomKeyStore } from '../src/model/CustomKeyStore.js'
import { namesBehind, type NamesBehind } from '../src/model/fitting.js'
import type { CustomKeyStoreId } from '../src/model/identifiers.js'
import type { CreateCustomKeyStoreRequest } from '../src/model/requests/CreateCustomKeyStoreRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { namesAfter } from '../src/operations/changes.js'
import { configurationOf } from '../src/operations/createExternalKeyStore.js'

/** The facts with their faults, about what is named in place of what they were about. */
const named = <Facts extends BackingKeyStore>(
  facts: Facts,
  { cluster, configuration }: NamesBehind
): Facts => ({
  ...facts,
  ...(facts.cluster && cluster && { cluster: { ...facts.cluster, clusterId: cluster } }),
  ...(facts.proxy &&
    configuration && {
      proxy: { ...facts.proxy, uriEndpoint: configuration.UriEndpoint, uriPath: configuration.UriPath }
    }),
  ...(facts.vpcEndpointService &&
    configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE' && {
      vpcEndpointService: {
        ...facts.vpcEndpointService,
        serviceName: configuration.VpcEndpointServiceName
      }
    })
})

/** The same about what stands behind a store. */
export const namedBy = <Facts extends BackingKeyStore>(facts: Facts, store: CustomKeyStore): Facts =>
  named(facts, namesBehind(store))

/** The same about what a request for a new store names. */
export const namedIn = <Facts extends BackingKeyStore>(
  facts: Facts,
  request: CreateCustomKeyStoreRequest
): Facts =>
  named(
    facts,
    request.CustomKeyStoreType === 'AWS_CLOUDHSM'
      ? { cluster: request.CloudHsmClusterId }
      : { configuration: configurationOf(request) }
  )

/** The request, about that store. */
export const ofStore = <Request extends { readonly CustomKeyStoreId: CustomKeyStoreId }>(
  request: Request,
  { CustomKeyStoreId }: CustomKeyStore
): Request => ({ ...request, CustomKeyStoreId })

/** The same about what would stand behind the store after an update. */
export const namedAfter = <Facts extends BackingKeyStore>(
  facts: Facts,
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore
): Facts => named(facts, namesAfter(request, store))
