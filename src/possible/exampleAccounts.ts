import { keyArn, type Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { KmsKey } from '../model/KmsKey.js'
import { exampleStore, goodCircumstances, keyId, kinds, storeId, xksKeyId, type Kind } from './examples.js'
import { accountWith } from './tried.js'

/** The example account without stores. */
export const emptyExample: Account = accountWith([])

const key = {
  KeyId: keyId,
  Arn: keyArn(emptyExample, keyId),
  CustomKeyStoreId: storeId,
  Description: '',
  CreationDate: goodCircumstances.now,
  enabled: true
}

const enabledKey: Readonly<Record<CustomKeyStoreType, KmsKey>> = {
  AWS_CLOUDHSM: { ...key, Origin: 'AWS_CLOUDHSM' },
  EXTERNAL_KEY_STORE: { ...key, Origin: 'EXTERNAL_KEY_STORE', XksKeyConfiguration: { Id: xksKeyId } }
}

/** The lives of a key: it is enabled, it is disabled, or it is pending deletion. */
const lives: ReadonlyArray<Partial<KmsKey>> = [
  {},
  { enabled: false },
  { DeletionDate: goodCircumstances.now + 1_000_000 }
]

/** The kinds of store that are of a type. */
const kindsOf = (type: CustomKeyStoreType): ReadonlyArray<Kind> =>
  (Object.keys(kinds) as ReadonlyArray<Kind>).filter((kind) => kinds[kind].CustomKeyStoreType === type)

/** The accounts with one store of a type in a state: of every kind, without a key or with one of whatever life. */
export const exampleAccounts = (
  type: CustomKeyStoreType,
  state: ConnectionState,
  withKey: boolean
): ReadonlyArray<Account> => {
  const keys = withKey ? lives.map((life) => [{ ...enabledKey[type], ...life } as KmsKey]) : [[]]
  return kindsOf(type).flatMap((kind) => keys.map((keys) => accountWith([exampleStore(kind, state)], keys)))
}
