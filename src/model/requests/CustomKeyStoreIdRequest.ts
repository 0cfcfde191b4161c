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

/**
 * Reads the request of ConnectCustomKeyStore.
 *
 * @example
 * cks.decode(cks.CustomKeyStoreIdRequest)({ CustomKeyStoreId: 'cks-1' })
 * //=> E.right({ CustomKeyStoreId: 'cks-1' })
 */
export const CustomKeyStoreIdRequest = statedBy('API_ConnectCustomKeyStore')

/**
 * The same request, as the page of DisconnectCustomKeyStore states it.
 *
 * @example
 * cks.DisconnectCustomKeyStoreRequest.source //=> 'API_DisconnectCustomKeyStore'
 */
export const DisconnectCustomKeyStoreRequest = statedBy('API_DisconnectCustomKeyStore')
/**
 * The same request, as the page of DeleteCustomKeyStore states it.
 *
 * @example
 * cks.DeleteCustomKeyStoreRequest.source //=> 'API_DeleteCustomKeyStore'
 */
export const DeleteCustomKeyStoreRequest = statedBy('API_DeleteCustomKeyStore')
