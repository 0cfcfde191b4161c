import { identity } from 'fp-ts/lib/function.js'
import { withAlias, type Account } from '../model/Account.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Grant } from '../model/Grant.js'
import {
  accountId,
  aliasName,
  granteePrincipal,
  grantId,
  keyId,
  region,
  storeId,
  xksKeyId,
  type Kind
} from './examples.js'

/** A key in the example store of a kind, Enabled while the store is connected. */
export const enabledKey = (kind: Kind): KmsKey => {
  const common = {
    KeyId: keyId,
    Arn: `arn:aws:kms:${region}:${accountId}:key/${keyId}`,
    CustomKeyStoreId: storeId,
    Description: '',
    CreationDate: 1_700_000_050,
    enabled: true
  }
  return kind === 'AWS_CLOUDHSM'
    ? { ...common, Origin: 'AWS_CLOUDHSM' }
    : { ...common, Origin: 'EXTERNAL_KEY_STORE', XksKeyConfiguration: { Id: xksKeyId } }
}

/** The key in each state that it can have while its store is connected. */
export const keyIn = {
  Enabled: enabledKey,
  Disabled: (kind: Kind): KmsKey => ({ ...enabledKey(kind), enabled: false }),
  PendingDeletion: (kind: Kind): KmsKey => ({ ...enabledKey(kind), DeletionDate: 1_800_000_000 })
} as const

export type KeyStateWhileConnected = keyof typeof keyIn
export const keyStatesWhileConnected = Object.keys(keyIn) as ReadonlyArray<KeyStateWhileConnected>

const exampleGrant: Grant = {
  GrantId: grantId,
  GranteePrincipal: granteePrincipal,
  RetiringPrincipal: granteePrincipal,
  Operations: ['Encrypt', 'Decrypt'],
  CreationDate: 1_700_000_070
}

/** The example key has nothing more, or an alias, or a grant. */
export const belongings: ReadonlyArray<(account: Account) => Account> = [
  identity,
  (account) =>
    withAlias(account, {
      AliasName: aliasName,
      TargetKeyId: keyId,
      CreationDate: 1_700_000_060,
      LastUpdatedDate: 1_700_000_060
    }),
  (account) => ({
    ...account,
    keys: account.keys.map((key): KmsKey => ({ ...key, Grants: [exampleGrant] }))
  })
]
