import * as t from 'io-ts'
import { isCloudHsm, type CustomKeyStore } from '../../../model/CustomKeyStore.js'
import type { KmsKey } from '../../../model/KmsKey.js'
import type { Grant } from '../../../model/Grant.js'
import { exampleRequest } from '../../../possible/exampleRequests.js'
import { sealedIn } from '../../../possible/sealed.js'
import type { Vector } from '../../../vectors/index.js'
import type { Members } from '../../Exchange.js'

/** The requests that make what a vector says there is, in the vector's own words. */

/** A Create of a store. What no Describe shows, such as a password, is that of the examples. */
export const createStore = (store: CustomKeyStore): Members => {
  const { CustomKeyStoreName } = store
  if (isCloudHsm(store)) {
    const { CloudHsmClusterId, TrustAnchorCertificate } = store
    return {
      ...exampleRequest('CreateCustomKeyStore', 'AWS_CLOUDHSM'),
      CustomKeyStoreName,
      CloudHsmClusterId,
      TrustAnchorCertificate
    }
  }
  const { Connectivity, UriEndpoint, UriPath } = store.XksProxyConfiguration
  return {
    ...exampleRequest('CreateCustomKeyStore', Connectivity),
    CustomKeyStoreName,
    XksProxyUriEndpoint: UriEndpoint,
    XksProxyUriPath: UriPath,
    ...('VpcEndpointServiceName' in store.XksProxyConfiguration && {
      XksProxyVpcEndpointServiceName: store.XksProxyConfiguration.VpcEndpointServiceName
    })
  }
}

export const createKey = (key: KmsKey): Members => ({
  CustomKeyStoreId: key.CustomKeyStoreId,
  Origin: key.Origin,
  ...(key.Origin === 'EXTERNAL_KEY_STORE' && { XksKeyId: key.XksKeyConfiguration.Id }),
  ...(key.Tags && { Tags: key.Tags })
})

export const createGrant = ({ KeyId }: KmsKey, grant: Grant): Members => ({
  KeyId,
  GranteePrincipal: grant.GranteePrincipal,
  RetiringPrincipal: grant.RetiringPrincipal,
  Operations: grant.Operations
})

/**
 * What a ciphertext of a vector is made with: the key and the encryption context of which it speaks, or else the key that
 * is named for it; where there is no such key, the one that there is.
 */
const madeWith = (
  { CiphertextBlob: ciphertext, KeyId, SourceKeyId }: Members,
  keys: ReadonlyArray<KmsKey>
): Members | undefined => {
  const { KeyId: arn, EncryptionContext } = sealedIn(ciphertext) ?? {}
  const name = arn ?? SourceKeyId ?? KeyId
  const key = keys.find((one) => one.Arn === name || one.KeyId === name) ?? keys[0]
  return t.string.is(name) && key ? { KeyId: key.KeyId, EncryptionContext } : undefined
}

/** The requests that make the ciphertexts of a vector. */
export const encryptsFor = ({
  params: { account, steps }
}: Vector): ReadonlyArray<{ readonly ciphertext: unknown; readonly request: Members }> =>
  steps.flatMap((step) => {
    const { request = {} }: { readonly request?: Members } = 'operation' in step ? step : {}
    const ciphertext = request['CiphertextBlob']
    const made = ciphertext === undefined ? undefined : madeWith(request, account.keys)
    return made === undefined ? [] : [{ ciphertext, request: { ...made, Plaintext: 'AQIDBA==' } }]
  })
