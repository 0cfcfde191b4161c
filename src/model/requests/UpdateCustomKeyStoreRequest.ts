import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import {
  AccountId,
  CloudHsmClusterId,
  CustomKeyStoreId,
  CustomKeyStoreName,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../identifiers.js'
import { readBy } from '../../codec/readBy.js'
import { secretString, type Redacted } from '../../codec/Redacted.js'
import { XksProxyAuthenticationCredential } from '../XksProxyAuthenticationCredential.js'
import { XksProxyConnectivity } from '../XksProxyConfiguration.js'
import { requestCodec } from '../../codec/requestCodec.js'

/**
 * Asks for a change of a store. An empty XksProxyVpcEndpointServiceName stands for none, when the connectivity changes
 * to PUBLIC_ENDPOINT. Which members go with which type of store is decided where the store is known.
 *
 * @see API_UpdateCustomKeyStore
 * @assumes A15
 */
export interface UpdateCustomKeyStoreRequest {
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly NewCustomKeyStoreName?: CustomKeyStoreName
  readonly KeyStorePassword?: Redacted
  readonly CloudHsmClusterId?: CloudHsmClusterId
  readonly XksProxyConnectivity?: XksProxyConnectivity
  readonly XksProxyUriEndpoint?: XksProxyUriEndpoint
  readonly XksProxyUriPath?: XksProxyUriPath
  readonly XksProxyAuthenticationCredential?: XksProxyAuthenticationCredential
  readonly XksProxyVpcEndpointServiceName?: XksProxyVpcEndpointServiceName | ''
  readonly XksProxyVpcEndpointServiceOwner?: AccountId
}

const nameOrNone = readBy<XksProxyVpcEndpointServiceName | ''>(
  XksProxyVpcEndpointServiceName.name,
  (u, context) => (u === '' ? t.success(u) : XksProxyVpcEndpointServiceName.validate(u, context))
)

export const UpdateCustomKeyStoreRequest: t.Type<UpdateCustomKeyStoreRequest, unknown> = requestCodec(
  'UpdateCustomKeyStoreRequest',
  {
    required: { CustomKeyStoreId },
    optional: {
      NewCustomKeyStoreName: CustomKeyStoreName,
      KeyStorePassword: secretString('KeyStorePassword', { minLength: 7, maxLength: 32 }),
      CloudHsmClusterId,
      XksProxyConnectivity,
      XksProxyUriEndpoint,
      XksProxyUriPath,
      XksProxyAuthenticationCredential,
      XksProxyVpcEndpointServiceName: nameOrNone,
      XksProxyVpcEndpointServiceOwner: AccountId
    }
  },
  E.right
)
