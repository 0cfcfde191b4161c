import { identity } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { enumeration } from '../../codec/enumeration.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import { KeyId } from '../identifiers.js'
import { Marker } from './DescribeCustomKeyStoresRequest.js'
import type { PageRequest } from './pageMembers.js'

/** Asks for the key material to be rotated from time to time. @see API_EnableKeyRotation */
export interface EnableKeyRotationRequest {
  readonly KeyId: KeyId
  /** 90 to 2560. */
  readonly RotationPeriodInDays?: number
}

export const EnableKeyRotationRequest: RequestCodec<EnableKeyRotationRequest> = requestCodec(
  'EnableKeyRotationRequest',
  {
    source: 'API_EnableKeyRotation',
    required: { KeyId },
    optional: {
      RotationPeriodInDays: boundedInteger('RotationPeriodInDays', 90, 2560, {
        source: 'API_EnableKeyRotation'
      })
    }
  },
  [],
  identity
)

const IncludeKeyMaterial = enumeration(
  'IncludeKeyMaterial',
  ['ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'],
  'API_ListKeyRotations'
)

/** Asks for a page of the rotations of a key. @see API_ListKeyRotations */
export interface ListKeyRotationsRequest extends PageRequest {
  readonly KeyId: KeyId
  readonly IncludeKeyMaterial?: t.TypeOf<typeof IncludeKeyMaterial>
}

export const ListKeyRotationsRequest: RequestCodec<ListKeyRotationsRequest> = requestCodec(
  'ListKeyRotationsRequest',
  {
    source: 'API_ListKeyRotations',
    required: { KeyId },
    optional: {
      IncludeKeyMaterial,
      Limit: boundedInteger('Limit', 1, 1000, { source: 'API_ListKeyRotations' }),
      Marker
    }
  },
  [],
  identity
)
