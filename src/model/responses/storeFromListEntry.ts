import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Statement } from '../../Evidence.js'
import { healthyCluster } from '../CloudHsmCluster.js'
import { CustomKeyStore, isCloudHsm } from '../CustomKeyStore.js'
import { listEntry, type CustomKeyStoresListEntry as ListEntry } from '../CustomKeyStoresListEntry.js'
import { decode } from '../../codec/decode.js'
import { withoutNulls } from '../../codec/struct.js'
import { Timestamp } from '../../codec/Timestamp.js'

/** Entries made before there were external key stores have no type. */
const olderType = { CustomKeyStoreType: 'AWS_CLOUDHSM' }

const notShown = { attempt: 0, clusterCertificate: '' }

const withNotShown = (members: Readonly<Record<string, unknown>>) =>
  members['CustomKeyStoreType'] === 'EXTERNAL_KEY_STORE'
    ? { ...members, attempt: 0 }
    : { ...members, ...notShown }

/** Some show an empty code for none. */
const withoutEmptyCode = ({ ConnectionErrorCode: code, ...members }: Readonly<Record<string, unknown>>) =>
  code === undefined || code === '' ? members : { ...members, ConnectionErrorCode: code }

const certified = (store: CustomKeyStore): CustomKeyStore =>
  isCloudHsm(store)
    ? { ...store, clusterCertificate: healthyCluster(store.CloudHsmClusterId).certificate }
    : store

export const listedStoreIsIncomplete: Statement = {
  name: 'listedStoreIsIncomplete',
  says: 'A store read from what AWS shows has attempt 0, and a cluster certificate that no other cluster has.',
  source: 'API_CustomKeyStoresListEntry',
  assumes: ['A55']
}

/** Reads the store that an entry of AWS's list shows. */
const ListedStore: t.Type<CustomKeyStore, unknown> = new t.Type(
  'CustomKeyStoresListEntry',
  CustomKeyStore.is,
  (u, context) => {
    const record = t.UnknownRecord.validate(u, context)
    if (E.isLeft(record)) return record
    const { CreationDate: date, ...members } = withoutEmptyCode(withoutNulls(record.right))
    const read = Timestamp.validate(date, t.appendContext(context, 'CreationDate', Timestamp, date))
    if (E.isLeft(read)) return read
    const store = withNotShown({ ...olderType, ...members, CreationDate: read.right })
    return pipe(CustomKeyStore.validate(store, context), E.map(certified))
  },
  t.identity
)

/** An entry without a code that does not belong to its state. */
const withoutStrayCode = (u: unknown): unknown => {
  if (!t.UnknownRecord.is(u) || u['ConnectionState'] === 'FAILED') return u
  const { ConnectionErrorCode: _, ...entry } = u
  return entry
}

/**
 * Reads an entry of AWS's list, leniently: AWS's own samples break AWS's own limits. A code outside of FAILED is dropped,
 * so that it can be told of by the rule that it breaks.
 *
 * @example
 * E.isRight(cks.decode(protocol.CustomKeyStoresListEntry)({ CustomKeyStoreId: 'cks-1' })) //=> false
 * @see API_CustomKeyStoresListEntry
 */
export const CustomKeyStoresListEntry: t.Type<ListEntry, unknown> = new t.Type(
  'CustomKeyStoresListEntry',
  (u): u is ListEntry => t.UnknownRecord.is(u) && CustomKeyStore.is({ ...u, ...notShown }),
  (u, context) => pipe(ListedStore.validate(withoutStrayCode(u), context), E.map(listEntry)),
  t.identity
)

/**
 * The store that an entry of AWS's list shows, to go on with in the model; or what is wrong with the entry. Describe does
 * not show the number of the attempt nor the certificate of the cluster; both can be set on the store that this returns.
 * Members of the entry that are not the model's stay on the store.
 *
 * @example
 * pipe(cks.storeFromListEntry(cks.listEntry(external)), E.map(({ ConnectionState }) => ConnectionState))
 * //=> E.right('DISCONNECTED')
 * pipe(cks.storeFromListEntry({ ConnectionState: 'FAILED' }), E.isLeft) //=> true
 */
export const storeFromListEntry = decode(ListedStore)
