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

/** In characters. */
const longestId = 512

const bounded = (s: string): string => (s.length > longestId ? `${s.slice(0, longestId - 1)}…` : s)

type Because = Concern['because']

/** A resource by its id, if there is one. Each form is written out: V8 takes long to add members one by one. */
const named = (
  kind: ResourceKind,
  id: string | undefined,
  state: string | undefined,
  because: Because
): Resource | undefined => {
  if (id === undefined) return undefined
  if (state === undefined) return { kind, id: bounded(id) }
  return because === undefined
    ? { kind, id: bounded(id), state: bounded(state) }
    : { kind, id: bounded(id), state: bounded(state), because }
}

const keyIn = ({ key, store, keyId, request }: Subjects, because: Because): Resource | undefined => {
  if (key === undefined) return named('KMS key', keyId ?? request?.KeyId, undefined, because)
  const { Arn, Origin: origin } = key
  return {
    kind: 'KMS key',
    id: bounded(Arn),
    ...(store && { state: keyState(store)(key) }),
    origin,
    ...(because && { because })
  }
}

const storeIn = ({ store, request }: Subjects, because: Because): Resource | undefined =>
  named(
    'custom key store',
    store?.CustomKeyStoreId ?? request?.CustomKeyStoreId ?? request?.CustomKeyStoreName,
    store?.ConnectionState,
    because
  )

const aliasIn = ({ request }: Subjects, because: Because): Resource | undefined =>
  named('alias', request?.AliasName, undefined, because)

const clusterIn = ({ request, cluster, store }: Subjects, because: Because): Resource | undefined => {
  const ofStore = store?.CustomKeyStoreType === 'AWS_CLOUDHSM' ? store.CloudHsmClusterId : undefined
  return named(
    'AWS CloudHSM cluster',
    request?.CloudHsmClusterId ?? cluster?.clusterId ?? ofStore,
    cluster?.state,
    because
  )
}

const proxyIn = ({ configuration }: Subjects, because: Because): Resource | undefined =>
  configuration &&
  named(
    'external key store proxy',
    `${configuration.UriEndpoint}${configuration.UriPath}`,
    undefined,
    because
  )

const externalKeyIn = ({ xksKeyId }: Subjects, because: Because): Resource | undefined =>
  named('external key', xksKeyId, undefined, because)

const serviceIn = ({ configuration }: Subjects, because: Because): Resource | undefined =>
  configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE'
    ? named('VPC endpoint service', configuration.VpcEndpointServiceName, undefined, because)
    : undefined

const finders: Readonly<Record<ResourceKind, (subject: Subjects, because: Because) => Resource | undefined>> =
  {
    'custom key store': storeIn,
    'KMS key': keyIn,
    alias: aliasIn,
    'AWS CloudHSM cluster': clusterIn,
    'external key store proxy': proxyIn,
    'external key': externalKeyIn,
    'VPC endpoint service': serviceIn
  }

/** The key, the store or the alias, the first that the subject has. */
const inGeneral = (subject: Subjects): Resource | undefined =>
  keyIn(subject, undefined) ?? storeIn(subject, undefined) ?? aliasIn(subject, undefined)

/** Finds the resource of a concern in a subject, or the one that its request is about in general. */
export const resourceOf = (concern: Concern | undefined): ((subject: Subjects) => Resource | undefined) => {
  if (concern === undefined) return inGeneral
  const find = finders[concern.kind]
  return (subject) => find(subject, concern.because) ?? inGeneral(subject)
}
