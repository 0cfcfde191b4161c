import { identity } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedArray } from '../../codec/boundedArray.js'
import { boundedString } from '../../codec/boundedString.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { KeyId } from '../identifiers.js'
import { Tag } from '../Tag.js'

const region = <Name extends string>(name: Name, source: Source) =>
  boundedString(name, { minLength: 1, maxLength: 32, pattern: String.raw`^([a-z]+-){2,3}\d+$`, source })

const page = { source: 'API_ReplicateKey' } as const

const required = { KeyId, ReplicaRegion: region('ReplicaRegion', page.source) }
const optional = {
  Policy: boundedString('Policy', {
    minLength: 1,
    pattern: String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`,
    ...page
  }),
  BypassPolicyLockoutSafetyCheck: t.boolean,
  Description: boundedString('Description', { minLength: 0, maxLength: 8192, ...page }),
  Tags: boundedArray(Tag, 50, { ...page, implied: true, assumes: ['A57'] })
}

/** Asks for a replica of a key in another Region. @see API_ReplicateKey */
export interface ReplicateKeyRequest
  extends Readonly<t.TypeOfProps<typeof required>>, Readonly<t.TypeOfPartialProps<typeof optional>> {}

export const ReplicateKeyRequest: RequestCodec<ReplicateKeyRequest> = requestCodec(
  'ReplicateKeyRequest',
  { ...page, required, optional },
  [],
  identity
)

const newPrimary = { KeyId, PrimaryRegion: region('PrimaryRegion', 'API_UpdatePrimaryRegion') }

/** Asks for the key of another Region to be the primary key. @see API_UpdatePrimaryRegion */
export interface UpdatePrimaryRegionRequest extends Readonly<t.TypeOfProps<typeof newPrimary>> {}

export const UpdatePrimaryRegionRequest: RequestCodec<UpdatePrimaryRegionRequest> = requestCodec(
  'UpdatePrimaryRegionRequest',
  { source: 'API_UpdatePrimaryRegion', required: newPrimary, optional: {} },
  [],
  identity
)
