import { identity } from 'fp-ts/lib/function.js'
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
import { limitOrElse } from '../../codec/Limit.js'
import { telling } from '../../codec/Member.js'
import { readBy } from '../../codec/readBy.js'
import type { Redacted } from '../../codec/Redacted.js'
import { KeyStorePassword } from '../KeyStorePassword.js'
import { XksProxyAuthenticationCredential } from '../XksProxyAuthenticationCredential.js'
import { XksProxyConnectivity } from '../XksProxyConfiguration.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/**
 * Asks for a change of a store. An empty XksProxyVpcEndpointServiceName stands for none, when the connectivity changes
 * to PUBLIC_ENDPOINT. Which members go with which type of store is decided where the store is known.
 *
 * @see API_UpdateCustomKeyStore
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

const { name, limit } = XksProxyVpcEndpointServiceName

const nameOrNone = telling(
  readBy<XksProxyVpcEndpointServiceName | ''>(name, (u, context) =>
    u === '' ? t.success(u) : XksProxyVpcEndpointServiceName.validate(u, context)
  ),
  { limit: limit && limitOrElse(name, 'be empty', limit) }
)

/**
 * @example
 * cks.decode(cks.UpdateCustomKeyStoreRequest)({ CustomKeyStoreId: 'cks-1', KeyStorePassword: 'kmsPswd2' })
 * //=> E.right({ KeyStorePassword: '(redacted)', CustomKeyStoreId: 'cks-1' })
 */
export const UpdateCustomKeyStoreRequest: RequestCodec<UpdateCustomKeyStoreRequest> = requestCodec(
  'UpdateCustomKeyStoreRequest',
  {
    source: 'API_UpdateCustomKeyStore',
    required: { CustomKeyStoreId },
    optional: {
      NewCustomKeyStoreName: CustomKeyStoreName,
      KeyStorePassword,
      CloudHsmClusterId,
      XksProxyConnectivity,
      XksProxyUriEndpoint,
      XksProxyUriPath,
      XksProxyAuthenticationCredential,
      XksProxyVpcEndpointServiceName: nameOrNone,
      XksProxyVpcEndpointServiceOwner: AccountId
    }
  },
  [],
  identity
)
