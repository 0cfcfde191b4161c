import { aliasesOf, aliasNamed, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { AliasRequest } from '../model/requests/AliasRequests.js'
import { keyNamedByIdOrArn, type AboutKey, type Asked } from './Stage.js'

type Given = Pick<Circumstances, 'failure' | 'now' | 'aliasQuota'>

/** The key that an alias is to name. */
export const aliasTarget = keyNamedByIdOrArn(
  ({ request }: Asked<Given, AliasRequest, undefined>) => request.TargetKeyId
)

/** The alias of that name, if there is one, and the key with how many other aliases it has. */
export const aliasOnTarget = ({
  given: { failure, now, aliasQuota },
  request,
  account,
  found: { store, key }
}: AboutKey<Given, AliasRequest, Account>) => ({
  request,
  store,
  key,
  alias: aliasNamed(account, request.AliasName),
  otherAliases: aliasesOf(account, key).filter(({ AliasName }) => AliasName !== request.AliasName).length,
  aliasQuota,
  now,
  failure
})
