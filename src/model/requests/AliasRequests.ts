import { identity } from 'fp-ts/lib/function.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { AliasName } from '../Alias.js'
import { KeyId } from '../identifiers.js'
import { pageMembers, type PageRequest } from './pageMembers.js'

/** The request of CreateAlias and UpdateAlias. @see API_CreateAlias */
export interface AliasRequest {
  /** Begins with `alias/`. */
  readonly AliasName: AliasName
  /** The id or the ARN of the key. */
  readonly TargetKeyId: KeyId
}

const statedBy = (source: Source): RequestCodec<AliasRequest> =>
  requestCodec(
    'AliasRequest',
    { source, required: { AliasName, TargetKeyId: KeyId }, optional: {} },
    [],
    identity
  )

/**
 * Asks for an alias of a key.
 *
 * @example
 * cks.decode(protocol.CreateAliasRequest)({ AliasName: 'alias/a', TargetKeyId: 'key-1' })
 * //=> E.right({ AliasName: 'alias/a', TargetKeyId: 'key-1' })
 * @see API_CreateAlias
 */
export const CreateAliasRequest = statedBy('API_CreateAlias')
/**
 * Asks for an alias to name another key.
 *
 * @example
 * protocol.UpdateAliasRequest.source //=> 'API_UpdateAlias'
 * @see API_UpdateAlias
 */
export const UpdateAliasRequest = statedBy('API_UpdateAlias')

/** Asks for an alias to be deleted. @see API_DeleteAlias */
export interface DeleteAliasRequest {
  readonly AliasName: AliasName
}

/**
 * @example
 * cks.decode(protocol.DeleteAliasRequest)({ AliasName: 'alias/a' }) //=> E.right({ AliasName: 'alias/a' })
 */
export const DeleteAliasRequest: RequestCodec<DeleteAliasRequest> = requestCodec(
  'DeleteAliasRequest',
  { source: 'API_DeleteAlias', required: { AliasName }, optional: {} },
  [],
  identity
)

/** Asks for a page of the aliases of the account, or of one key. @see API_ListAliases */
export interface ListAliasesRequest extends PageRequest {
  /** The id or the ARN of the key. */
  readonly KeyId?: KeyId
}

/**
 * @example
 * cks.decode(protocol.ListAliasesRequest)({ Limit: 10 }) //=> E.right({ Limit: 10 })
 */
export const ListAliasesRequest: RequestCodec<ListAliasesRequest> = requestCodec(
  'ListAliasesRequest',
  {
    source: 'API_ListAliases',
    required: {},
    optional: { KeyId, ...pageMembers('API_ListAliases') }
  },
  [],
  identity
)
