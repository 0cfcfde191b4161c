import * as t from 'io-ts'
import { blob } from '../../codec/blob.js'
import { enumeration } from '../../codec/enumeration.js'
import { EncryptionContext } from '../EncryptionContext.js'

/** @see API_Encrypt */
export const EncryptionAlgorithm = enumeration(
  'EncryptionAlgorithm',
  ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
  'API_Encrypt'
)
export type EncryptionAlgorithm = t.TypeOf<typeof EncryptionAlgorithm>

/** Up to 6144 bytes. @see API_Decrypt */
export const CiphertextBlob = blob('CiphertextBlob', 1, 6144, { source: 'API_Decrypt' })

/** Only asks whether the request would succeed. */
const DryRun = t.boolean

/** The members of every use of a key, none of which has to be there. */
export const optionalMembers = { EncryptionContext, EncryptionAlgorithm, DryRun }
