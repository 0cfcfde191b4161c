import * as t from 'io-ts'
import { Moment } from '../codec/Moment.js'
import { asShown, boundedString, type Bounded } from '../codec/boundedString.js'
import { enumeration } from '../codec/enumeration.js'
import { awsJsonStruct, struct } from '../codec/struct.js'
import { EncryptionContext } from './EncryptionContext.js'

/**
 * The id that KMS gives a grant.
 *
 * @example
 * cks.GrantId.is('') //=> false
 * @see API_RevokeGrant
 */
export const GrantId = boundedString('GrantId', { minLength: 1, maxLength: 128, source: 'API_RevokeGrant' })
export type GrantId = Bounded<'GrantId'>

/** An operation that a grant can permit. @see API_CreateGrant */
export const GrantOperation = enumeration(
  'GrantOperation',
  [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
    'Sign',
    'Verify',
    'GetPublicKey',
    'CreateGrant',
    'RetireGrant',
    'DescribeKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateMac',
    'VerifyMac',
    'DeriveSharedSecret',
    'Encapsulate',
    'Decapsulate'
  ],
  'API_CreateGrant'
)
export type GrantOperation = Extract<t.TypeOf<typeof GrantOperation>, string>

const constraints = {
  EncryptionContextSubset: EncryptionContext,
  EncryptionContextEquals: EncryptionContext,
  SourceArn: boundedString('SourceArn', {
    minLength: 20,
    maxLength: 512,
    pattern: /^arn:aws[a-z0-9-]*:/,
    source: 'API_GrantConstraints'
  })
}

/** In which cases a grant permits what it does. @see API_GrantConstraints */
export const GrantConstraints = awsJsonStruct('GrantConstraints', { required: {}, optional: constraints })
export interface GrantConstraints extends Readonly<t.TypeOf<typeof GrantConstraints>> {}

/** Permits somebody to use a KMS key. Nothing follows from it, as permissions are outside of the model. @see API_GrantListEntry */
export interface Grant {
  readonly GrantId: GrantId
  /** An ARN, as the retiring principal is. */
  readonly GranteePrincipal: string
  readonly RetiringPrincipal?: string
  readonly Operations: ReadonlyArray<GrantOperation>
  readonly Constraints?: GrantConstraints
  readonly Name?: string
  /** Seconds since 1970. */
  readonly CreationDate: number
}

/**
 * Reads a stored grant.
 *
 * @example
 * cks.Grant.is({ GrantId: 'f1', GranteePrincipal: 'arn', Operations: ['Encrypt'], CreationDate: 1 }) //=> true
 */
export const Grant: t.Type<Grant, unknown> = struct(
  'Grant',
  {
    GrantId: asShown(GrantId),
    GranteePrincipal: t.string,
    Operations: t.readonlyArray(GrantOperation),
    CreationDate: Moment
  },
  { RetiringPrincipal: t.string, Constraints: GrantConstraints, Name: t.string }
)

const firstToken = 'grant:'
const laterToken = 'grant-again:'

/** A token of a grant, which tells its id. `request`: the id that the request would have given to a new grant. */
export const grantToken = (id: GrantId, request: GrantId): string =>
  request === id ? `${firstToken}${id}` : `${laterToken}${request.replaceAll(':', '')}:${id}`

/** The id in a token; undefined if it is no token that was given. */
export const grantIdIn = (token: string): string | undefined => {
  if (token.startsWith(firstToken)) return token.slice(firstToken.length)
  if (!token.startsWith(laterToken)) return undefined
  const after = token.slice(laterToken.length)
  return after.slice(after.indexOf(':') + 1)
}
