import * as t from 'io-ts'
import { asShown } from '../../codec/boundedString.js'
import { Timestamp } from '../../codec/Timestamp.js'
import { CloudHsmClusterId, CustomKeyStoreId, KeyId, XksKeyId } from '../identifiers.js'
import { shown } from './shown.js'

const metadata = shown(
  'KeyMetadata',
  { KeyId: asShown(KeyId) },
  {
    AWSAccountId: t.string,
    Arn: t.string,
    CreationDate: Timestamp,
    DeletionDate: Timestamp,
    Enabled: t.boolean,
    Description: t.string,
    KeyUsage: t.string,
    KeyState: t.string,
    KeyManager: t.string,
    KeySpec: t.string,
    CustomerMasterKeySpec: t.string,
    EncryptionAlgorithms: t.readonlyArray(t.string),
    MultiRegion: t.boolean,
    Origin: t.string,
    CustomKeyStoreId: asShown(CustomKeyStoreId),
    CloudHsmClusterId: asShown(CloudHsmClusterId),
    XksKeyConfiguration: shown('XksKeyConfiguration', { Id: asShown(XksKeyId) }, {})
  }
)
export interface KeyMetadata extends t.TypeOf<typeof metadata> {}

/**
 * The metadata of a key in a custom key store.
 *
 * @example
 * const shown = { KeyId: 'key-1', CreationDate: '2023-11-14T22:13:20Z' }
 * pipe(cks.decode(protocol.KeyMetadata)(shown), E.map((read) => read.CreationDate)) //=> E.right(1700000000)
 * @see API_KeyMetadata
 */
export const KeyMetadata: t.Type<KeyMetadata, unknown> = metadata

/** The answer of CreateKey and DescribeKey. */
export const KeyMetadataResponse = shown('KeyMetadataResponse', { KeyMetadata: metadata }, {})
