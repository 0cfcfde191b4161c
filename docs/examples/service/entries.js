/** Stores, keys and aliases as rows: JSON with the version of its form, read back through the codecs of the library. */
import {
  Alias,
  CustomKeyStore,
  decode,
  emptyAccount,
  KmsKey,
  report,
  storeFromListEntry
} from 'kms-custom-key-store'

/**
 * `list`: where an account has them. `read`: how each version of the body is read; the last one is written.
 *
 * Version 1 of a store was an entry of DescribeCustomKeyStores, which shows neither the number of the attempt nor the
 * certificate of the cluster. Version 2 is the store of the library. This is the migration: an old row is read by the
 * old reader, and written in the new form when its account is next looked at.
 */
const kinds = {
  store: {
    list: 'stores',
    idOf: ({ CustomKeyStoreId }) => CustomKeyStoreId,
    read: { 1: storeFromListEntry, 2: decode(CustomKeyStore) }
  },
  key: { list: 'keys', idOf: ({ KeyId }) => KeyId, read: { 1: decode(KmsKey) } },
  alias: { list: 'aliases', idOf: ({ AliasName }) => AliasName, read: { 1: decode(Alias) } }
}

/** The version in which each kind is written. */
export const latest = Object.fromEntries(
  Object.entries(kinds).map(([kind, { read }]) => [kind, Math.max(...Object.keys(read).map(Number))])
)

/** The place of an entry among those of its account. */
const nameOf = (kind, id) => `${kind} ${id}`

/**
 * What a row holds. Throws for one that cannot be read, and names it: a store that is left out would be a store whose name
 * is free.
 */
const valueIn = ({ account, region, kind, id, version, body }) => {
  const unreadable = (why) =>
    new Error(`The row of ${nameOf(kind, id)} in account ${account}, ${region}, version ${version}: ${why}`)
  const read = kinds[kind]?.read[version]
  if (read === undefined) throw unreadable('no reader of this version')
  const value = read(body)
  if (value._tag === 'Left') throw unreadable(report(value.left).join('; '))
  if (kinds[kind].idOf(value.right) !== id) throw unreadable('the id in its body is another one')
  return value.right
}

/**
 * The account that its rows make, and by the name of each row the entry that it holds: undefined where the row is of an
 * older version, and so holds no entry as it would be written.
 */
export const accountFrom = ({ account: id, region }, rows) => {
  const values = rows.map((row) => ({ ...row, value: valueIn({ account: id, region, ...row }) }))
  const listOf = (kind) => values.filter((row) => row.kind === kind).map(({ value }) => value)
  const account = {
    ...emptyAccount(id, region),
    stores: listOf('store'),
    keys: listOf('key'),
    aliases: listOf('alias')
  }
  const isLatest = ({ kind, version }) => version === latest[kind]
  const kept = new Map(values.map((row) => [nameOf(row.kind, row.id), isLatest(row) ? row.value : undefined]))
  return { account, kept }
}

/** The store in a row of kind store. */
export const storeIn = (row) => valueIn({ ...row, kind: 'store' })

/** The rows that an account needs and does not have, and the names of those that it no longer needs. */
export const rowsToChange = (kept, account) => {
  const rows = Object.entries(kinds).flatMap(([kind, { list, idOf }]) =>
    (account[list] ?? []).map((value) => ({ kind, id: idOf(value), version: latest[kind], value }))
  )
  const needed = new Set(rows.map(({ kind, id }) => nameOf(kind, id)))
  return {
    put: rows.filter(({ kind, id, value }) => kept.get(nameOf(kind, id)) !== value),
    drop: [...kept.keys()].filter((name) => !needed.has(name))
  }
}
