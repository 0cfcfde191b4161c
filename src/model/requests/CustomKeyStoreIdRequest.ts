import { identity } from 'fp-ts/lib/function.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { CustomKeyStoreId } from '../identifiers.js'

/** The request of ConnectCustomKeyStore, DisconnectCustomKeyStore and DeleteCustomKeyStore. @see API_ConnectCustomKeyStore */
export interface CustomKeyStoreIdRequest {
  readonly CustomKeyStoreId: CustomKeyStoreId
}

const statedBy = (source: Source): RequestCodec<CustomKeyStoreIdRequest> =>
  requestCodec(
    'CustomKeyStoreIdRequest',
    { source, required: { CustomKeyStoreId }, optional: {} },
    [],
    identity
  )

export const CustomKeyStoreIdRequest = statedBy('API_ConnectCustomKeyStore')

/** The same request, as the pages of the other operations state it. */
export const DisconnectCustomKeyStoreRequest = statedBy('API_DisconnectCustomKeyStore')
export const DeleteCustomKeyStoreRequest = statedBy('API_DeleteCustomKeyStore')
