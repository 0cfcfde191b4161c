import type * as t from 'io-ts'
import { Moment } from '../codec/Moment.js'
import { asShown, boundedString, type Bounded } from '../codec/boundedString.js'
import { struct } from '../codec/struct.js'
import { KeyId } from './identifiers.js'

/**
 * The name of an alias, `alias/` included.
 *
 * @example
 * cks.AliasName.is('alias/invoices') //=> true
 * @see API_CreateAlias
 */
export const AliasName = boundedString('AliasName', {
  minLength: 1,
  maxLength: 256,
  pattern: '^[a-zA-Z0-9:/_-]+$',
  source: 'API_CreateAlias'
})
export type AliasName = Bounded<'AliasName'>

/** Another name for a KMS key. Dates in seconds since 1970. @see API_AliasListEntry */
export interface Alias {
  readonly AliasName: AliasName
  readonly TargetKeyId: KeyId
  readonly CreationDate: number
  /** The last time at which the alias was given a key. */
  readonly LastUpdatedDate: number
}

/**
 * Reads a stored alias.
 *
 * @example
 * cks.Alias.is({ AliasName: 'alias/a', TargetKeyId: 'key-1', CreationDate: 1, LastUpdatedDate: 1 }) //=> true
 */
export const Alias: t.Type<Alias, unknown> = struct(
  'Alias',
  {
    AliasName: asShown(AliasName),
    TargetKeyId: asShown(KeyId),
    CreationDate: Moment,
    LastUpdatedDate: Moment
  },
  {}
)
