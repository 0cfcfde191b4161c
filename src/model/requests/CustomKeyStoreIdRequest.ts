import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { CustomKeyStoreId } from '../identifiers.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** The request of ConnectCustomKeyStore, DisconnectCustomKeyStore and DeleteCustomKeyStore. @see API_ConnectCustomKeyStore */
export interface CustomKeyStoreIdRequest {
  readonly CustomKeyStoreId: CustomKeyStoreId
}

export const CustomKeyStoreIdRequest: t.Type<CustomKeyStoreIdRequest, unknown> = requestCodec(
  'CustomKeyStoreIdRequest',
  { required: { CustomKeyStoreId }, optional: {} },
  E.right
)
