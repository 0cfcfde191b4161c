import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Statement } from '../../Evidence.js'
import { asShown } from '../../codec/boundedString.js'
import { decode } from '../../codec/decode.js'
import { failing } from '../../codec/Failure.js'
import { Timestamp } from '../../codec/Timestamp.js'
import { CustomKeyStoreId, KeyId, XksKeyId } from '../identifiers.js'
import { KmsKey } from '../KmsKey.js'
import { shown } from './shown.js'

export const describedKeyIsIncomplete: Statement = {
  name: 'describedKeyIsIncomplete',
  says: 'A KMS key read from what AWS shows is enabled where its state is Unavailable, disabled where it is PendingDeletion, and has no tags, no grants and the default key policy.',
  source: 'API_KeyMetadata',
  assumes: ['A120']
}

/** What of the metadata the model keeps, and the state, which tells the rest. */
const Described = shown(
  'KeyMetadata',
  {
    KeyId: asShown(KeyId),
    Arn: t.string,
    CustomKeyStoreId: asShown(CustomKeyStoreId),
    CreationDate: Timestamp,
    KeyState: t.keyof({ Enabled: null, Disabled: null, PendingDeletion: null, Unavailable: null }),
    Origin: t.keyof({ AWS_CLOUDHSM: null, EXTERNAL_KEY_STORE: null })
  },
  {
    Description: t.string,
    DeletionDate: Timestamp,
    XksKeyConfiguration: shown('XksKeyConfiguration', { Id: asShown(XksKeyId) }, {})
  }
)
type Described = t.TypeOf<typeof Described>

const noStore = failing('missing', 'Member must name a custom key store: the KMS key has to be in one')
const noDate = failing('together', 'Member must be there for a KMS key that is PendingDeletion')
const strayDate = failing('together', 'Member must be absent for a KMS key that is not PendingDeletion')

const isPending = ({ KeyState: state }: Described): boolean => state === 'PendingDeletion'

/** The model's own members; those that another origin has are left out. */
const keyOf = (described: Described): Readonly<Record<string, unknown>> => {
  const { KeyState: state, XksKeyConfiguration, Description = '', ...members } = described
  const enabled = state === 'Enabled' || state === 'Unavailable'
  const key = { ...members, Description, enabled }
  return members.Origin === 'EXTERNAL_KEY_STORE' ? { ...key, XksKeyConfiguration } : key
}

/** Reads the key that the metadata show. */
const DescribedKey: t.Type<KmsKey, unknown> = new t.Type(
  'KeyMetadata',
  KmsKey.is,
  (u, context) => {
    const at = (name: string) => t.appendContext(context, name, t.unknown)
    const record = t.UnknownRecord.validate(u, context)
    if (E.isLeft(record)) return record
    const id = record.right['CustomKeyStoreId']
    if (id === undefined || id === null) return noStore(id, at('CustomKeyStoreId'))
    const read = Described.validate(record.right, context)
    if (E.isLeft(read)) return read
    const { DeletionDate: date } = read.right
    if (isPending(read.right) && date === undefined) return noDate(date, at('DeletionDate'))
    if (!isPending(read.right) && date !== undefined) return strayDate(date, at('DeletionDate'))
    return KmsKey.validate(keyOf(read.right), context)
  },
  t.identity
)

/**
 * The KMS key that the metadata of DescribeKey show, to go on with in the model; or what is wrong with them, such as that
 * the key is in no custom key store. The key has no tags, no grants and the default key policy, which the metadata do not
 * show; these can be set on the key that this returns. Members of the metadata that are not the model's are left out.
 *
 * @example
 * pipe(cks.keyFromMetadata(cks.keyMetadata(account.AccountId, store)(key)), E.map(({ enabled }) => enabled))
 * //=> E.right(true)
 * pipe(cks.keyFromMetadata({ KeyId: 'key-1', Origin: 'AWS_KMS' }), E.mapLeft(([{ path }]) => path))
 * //=> E.left('CustomKeyStoreId')
 * @see API_KeyMetadata
 */
export const keyFromMetadata = decode(DescribedKey)
