import { about, claim } from '../Claim.js'
import type { Alias, AliasName } from '../model/Alias.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Follows } from './Follows.js'
import { ofMarker } from './marker.js'

/** A request that names an alias. */
interface NamesAlias {
  readonly request: { readonly AliasName: AliasName }
}

/** The name is one that an alias of a customer can have. */
export const aliasNameIsAllowed = claim<NamesAlias>({
  name: 'aliasNameIsAllowed',
  says: 'The name of a new alias must begin with alias/ and not with alias/aws/.',
  source: 'API_CreateAlias',
  assumes: ['A76'],
  concerns: { kind: 'alias' },
  holds: ({ request: { AliasName } }) => /^alias\/(?!aws\/)./.test(AliasName)
})

/** The name is one that some alias can have. */
export const aliasNameBeginsAsOne = claim<NamesAlias>({
  name: 'aliasNameBeginsAsOne',
  says: 'The name of an alias must begin with alias/.',
  source: 'API_UpdateAlias',
  assumes: ['A76'],
  concerns: { kind: 'alias' },
  holds: ({ request: { AliasName } }) => AliasName.startsWith('alias/')
})

/** The alias that the request names, where the account has it. */
interface PerhapsAlias {
  readonly alias: Alias | undefined
}

export const aliasIsNew = claim<PerhapsAlias>({
  name: 'aliasIsNew',
  says: 'The name of a new alias must not be that of another alias in the account and Region.',
  source: 'API_CreateAlias',
  concerns: { kind: 'alias' },
  holds: ({ alias }) => alias === undefined
})

export const aliasExists = claim<PerhapsAlias, { readonly alias: Alias }>({
  name: 'aliasExists',
  says: 'An alias with the name of the request must exist in the account and Region.',
  source: 'API_DeleteAlias',
  onEachPage: true,
  concerns: { kind: 'alias' },
  holds: ({ alias }) => alias !== undefined
})

/** How many aliases a key has besides the one of the request, and how many it may have. */
export interface AliasCount {
  readonly otherAliases: number
  readonly aliasQuota?: number | undefined
}

const defaultAliasQuota = 50

export const aliasQuotaIsNotReached = claim<AliasCount>({
  name: 'aliasQuotaIsNotReached',
  says: 'A KMS key has at most its quota of aliases.',
  source: 'resource-limits',
  outside: 'AWS KMS',
  holds: ({ otherAliases, aliasQuota = defaultAliasQuota }) => otherAliases < aliasQuota
})

/** A request that lists aliases, and the key that it names, where the account has it. */
export interface AliasListing {
  readonly request: { readonly KeyId?: string; readonly Marker?: string }
  readonly key: KmsKey | undefined
}

const ofListedKey = about(({ request }: AliasListing) => request.KeyId)

export const keyOfAliasesExists = claim<AliasListing>({
  name: 'keyOfAliasesExists',
  says: 'The KMS key whose aliases are listed must exist in the account and Region.',
  source: 'API_ListAliases',
  ...ofListedKey((_, { key }) => key !== undefined)
})

export const aliasMarkerIsValid = claim<AliasListing>({
  name: 'aliasMarkerIsValid',
  says: 'The marker must be the one with which an earlier page of the aliases ended.',
  source: 'API_ListAliases',
  assumes: ['A74'],
  ...ofMarker((marker) => marker.startsWith('alias/'))
})

export const aliasNamesKey: Follows = {
  name: 'aliasNamesKey',
  says: 'A new alias is another name for the KMS key.',
  source: 'API_CreateAlias'
}

export const aliasNamesOtherKey: Follows = {
  name: 'aliasNamesOtherKey',
  says: 'UpdateAlias lets an alias name the KMS key of the request and no other.',
  source: 'API_UpdateAlias'
}

export const aliasIsDeleted: Follows = {
  name: 'aliasIsDeleted',
  says: 'DeleteAlias removes an alias and leaves the KMS key as it is.',
  source: 'API_DeleteAlias'
}

export const onlyOwnAliasesAreListed: Follows = {
  name: 'onlyOwnAliasesAreListed',
  says: 'The aliases of AWS managed keys are not listed.',
  source: 'API_ListAliases',
  assumes: ['A77']
}
