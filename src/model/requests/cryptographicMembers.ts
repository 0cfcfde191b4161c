import * as t from 'io-ts'
import { blob } from '../../codec/blob.js'
import { EncryptionContext } from '../EncryptionContext.js'

/** @see API_Encrypt */
export const EncryptionAlgorithm = t.keyof(
  { SYMMETRIC_DEFAULT: null, RSAES_OAEP_SHA_1: null, RSAES_OAEP_SHA_256: null, SM2PKE: null },
  'EncryptionAlgorithm'
)
export type EncryptionAlgorithm = t.TypeOf<typeof EncryptionAlgorithm>

/** Up to 6144 bytes. @see API_Decrypt */
export const CiphertextBlob = blob('CiphertextBlob', 1, 6144)

/** Only asks whether the request would succeed. */
const DryRun = t.boolean

/** The members of every use of a key, none of which has to be there. */
export const optionalMembers = { EncryptionContext, EncryptionAlgorithm, DryRun }
