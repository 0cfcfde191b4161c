import { constTrue, identity } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedString } from '../../codec/boundedString.js'
import { listOf } from '../../codec/listOf.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { GrantConstraints, GrantId, GrantOperation } from '../Grant.js'
import { KeyId } from '../identifiers.js'
import { pageMembers } from './pageMembers.js'

const principal = <Name extends string>(name: Name, source: Source) =>
  boundedString(name, { minLength: 1, maxLength: 256, pattern: String.raw`^[\w+=,.@:/-]+$`, source })

const page = { source: 'API_CreateGrant' } as const

const granted = {
  KeyId,
  GranteePrincipal: principal('GranteePrincipal', page.source),
  Operations: listOf('Operations', GrantOperation)
}
const perhapsGranted = {
  RetiringPrincipal: principal('RetiringPrincipal', page.source),
  Constraints: GrantConstraints,
  Name: boundedString('Name', { minLength: 1, maxLength: 256, pattern: '^[a-zA-Z0-9:/_-]+$', ...page }),
  DryRun: t.boolean
}

/** Asks for a grant. @see API_CreateGrant */
export interface CreateGrantRequest
  extends Readonly<t.TypeOfProps<typeof granted>>, Readonly<t.TypeOfPartialProps<typeof perhapsGranted>> {}

/**
 * @example
 * const asked = { KeyId: 'key-1', GranteePrincipal: 'arn:aws:iam::111122223333:role/app', Operations: [] }
 * E.isRight(cks.decode(protocol.CreateGrantRequest)(asked)) //=> true
 */
export const CreateGrantRequest: RequestCodec<CreateGrantRequest> = requestCodec(
  'CreateGrantRequest',
  {
    ...page,
    required: granted,
    optional: perhapsGranted,
    unclear: { GranteePrincipal: { assumes: ['A103'] } }
  },
  [],
  identity
)

const ofKey = { KeyId }
const listed = {
  GrantId,
  GranteePrincipal: principal('GranteePrincipal', 'API_ListGrants'),
  ...pageMembers('API_ListGrants')
}

/** Asks for a page of the grants of a key, or for some of them. @see API_ListGrants */
export interface ListGrantsRequest
  extends Readonly<t.TypeOfProps<typeof ofKey>>, Readonly<t.TypeOfPartialProps<typeof listed>> {}

/**
 * @example
 * cks.decode(protocol.ListGrantsRequest)({ KeyId: 'key-1', Limit: 5 }) //=> E.right({ Limit: 5, KeyId: 'key-1' })
 */
export const ListGrantsRequest: RequestCodec<ListGrantsRequest> = requestCodec(
  'ListGrantsRequest',
  { source: 'API_ListGrants', required: ofKey, optional: listed },
  [],
  identity
)

const revoked = { KeyId, GrantId }
const dryRun = { DryRun: t.boolean }

/** Asks for a grant to be deleted. @see API_RevokeGrant */
export interface RevokeGrantRequest
  extends Readonly<t.TypeOfProps<typeof revoked>>, Readonly<t.TypeOfPartialProps<typeof dryRun>> {}

/**
 * @example
 * pipe(cks.decode(protocol.RevokeGrantRequest)({ KeyId: 'key-1' }), E.mapLeft(cks.report))
 * //=> E.left(['GrantId: Member must not be null; received undefined'])
 */
export const RevokeGrantRequest: RequestCodec<RevokeGrantRequest> = requestCodec(
  'RevokeGrantRequest',
  { source: 'API_RevokeGrant', required: revoked, optional: dryRun },
  [],
  identity
)

const retired = {
  GrantToken: boundedString('GrantToken', { minLength: 1, maxLength: 8192, source: 'API_RetireGrant' }),
  KeyId,
  GrantId,
  DryRun: t.boolean
}

/** Asks for a grant to be deleted, by its token, or by its id and the key. @see API_RetireGrant */
export interface RetireGrantRequest extends Readonly<t.TypeOfPartialProps<typeof retired>> {}

/**
 * @example
 * cks.decode(protocol.RetireGrantRequest)({ GrantToken: 'token' }) //=> E.right({ GrantToken: 'token' })
 */
export const RetireGrantRequest: RequestCodec<RetireGrantRequest> = requestCodec(
  'RetireGrantRequest',
  { source: 'API_RetireGrant', required: {}, optional: retired },
  [
    {
      name: 'GrantIsNamedOnce',
      says: 'GrantToken must be given, or else KeyId and GrantId.',
      source: 'API_RetireGrant',
      assumes: ['A107'],
      applies: constTrue,
      holds: ({ GrantToken, KeyId: key, GrantId: id }) =>
        GrantToken === undefined
          ? key !== undefined && id !== undefined
          : key === undefined && id === undefined,
      member: 'GrantToken',
      constraint: ({ GrantToken }) =>
        GrantToken === undefined
          ? 'Member must be present, or else KeyId and GrantId'
          : 'Member must be absent where KeyId or GrantId is given'
    }
  ],
  identity
)

const retirable = { RetiringPrincipal: principal('RetiringPrincipal', 'API_ListRetirableGrants') }
const retirablePage = pageMembers('API_ListRetirableGrants')

/** Asks for a page of the grants that a principal may retire. @see API_ListRetirableGrants */
export interface ListRetirableGrantsRequest
  extends Readonly<t.TypeOfProps<typeof retirable>>, Readonly<t.TypeOfPartialProps<typeof retirablePage>> {}

/**
 * @example
 * cks.decode(protocol.ListRetirableGrantsRequest)({ RetiringPrincipal: 'arn:aws:iam::111122223333:role/app' })
 * //=> E.right({ RetiringPrincipal: 'arn:aws:iam::111122223333:role/app' })
 */
export const ListRetirableGrantsRequest: RequestCodec<ListRetirableGrantsRequest> = requestCodec(
  'ListRetirableGrantsRequest',
  {
    source: 'API_ListRetirableGrants',
    required: retirable,
    optional: retirablePage,
    unclear: { RetiringPrincipal: { assumes: ['A103'] } }
  },
  [],
  identity
)
