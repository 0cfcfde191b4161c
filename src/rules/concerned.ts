import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { keyState, type KmsKey } from '../model/KmsKey.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import type { Concern, Resource, ResourceKind } from '../Resource.js'

/** The members of the subjects of rules in which resources are found. No secret is among them. */
export interface Subjects {
  readonly key?: KmsKey | undefined
  readonly store?: CustomKeyStore | undefined
  readonly cluster?: CloudHsmCluster | undefined
  readonly configuration?: XksProxyConfiguration | undefined
  readonly xksKeyId?: string | undefined
  /** By which a request names a key, wherever it does. */
  readonly keyId?: string | undefined
  readonly request?: Partial<
    Readonly<
      Record<
        'KeyId' | 'CustomKeyStoreId' | 'CustomKeyStoreName' | 'AliasName' | 'CloudHsmClusterId',
        string | undefined
      >
    >
  >
}

type Found = Omit<Resource, 'kind' | 'because'>

/** In characters. */
const longestId = 512

const bounded = (s: string): string => (s.length > longestId ? `${s.slice(0, longestId - 1)}…` : s)

const named = (id: string | undefined, state?: string): Found | undefined =>
  id === undefined ? undefined : { id: bounded(id), ...(state !== undefined && { state: bounded(state) }) }

const keyIn = ({ key, store, keyId, request }: Subjects): Found | undefined =>
  key === undefined
    ? named(keyId ?? request?.KeyId)
    : {
        id: bounded(key.Arn),
        ...(store && { state: keyState(store)(key) }),
        origin: key.Origin
      }

const clusterIn = ({ request, cluster, store }: Subjects): Found | undefined => {
  const ofStore = store?.CustomKeyStoreType === 'AWS_CLOUDHSM' ? store.CloudHsmClusterId : undefined
  return named(request?.CloudHsmClusterId ?? cluster?.clusterId ?? ofStore, cluster?.state)
}

const finders: Readonly<Record<ResourceKind, (subject: Subjects) => Found | undefined>> = {
  'custom key store': ({ store, request }) =>
    named(
      store?.CustomKeyStoreId ?? request?.CustomKeyStoreId ?? request?.CustomKeyStoreName,
      store?.ConnectionState
    ),
  'KMS key': keyIn,
  alias: ({ request }) => named(request?.AliasName),
  'AWS CloudHSM cluster': clusterIn,
  'external key store proxy': ({ configuration }) =>
    configuration && named(`${configuration.UriEndpoint}${configuration.UriPath}`),
  'external key': ({ xksKeyId }) => named(xksKeyId),
  'VPC endpoint service': ({ configuration }) =>
    configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE'
      ? named(configuration.VpcEndpointServiceName)
      : undefined
}

/** The key, the store or the alias, the first that the subject has. */
const inGeneral = (subject: Subjects): Resource | undefined =>
  ofKind('KMS key', subject) ?? ofKind('custom key store', subject) ?? ofKind('alias', subject)

const ofKind = (
  kind: ResourceKind,
  subject: Subjects,
  because?: Concern['because']
): Resource | undefined => {
  const found = finders[kind](subject)
  return found && { kind, ...found, ...(because && { because }) }
}

/** The resource of a concern, or the one that the request is about in general. */
export const resourceOf = (concern: Concern | undefined, subject: Subjects): Resource | undefined =>
  (concern && ofKind(concern.kind, subject, concern.because)) ?? inGeneral(subject)
