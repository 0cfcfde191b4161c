import type * as t from 'io-ts'
import { asShown, boundedString, type Bounded } from '../codec/boundedString.js'
import { struct } from '../codec/struct.js'

/** @see API_Tag */
export const TagKey = boundedString('TagKey', { minLength: 1, maxLength: 128, source: 'API_Tag' })
export type TagKey = Bounded<'TagKey'>

const TagValue = boundedString('TagValue', { minLength: 0, maxLength: 256, source: 'API_Tag' })

/** A tag of a KMS key, as a request gives it. @see API_Tag */
export const Tag = struct('Tag', { TagKey, TagValue }, {}, 'API_Tag')
export interface Tag extends Readonly<t.TypeOf<typeof Tag>> {}

/** The same without its limits, as it is shown and stored. */
export const StoredTag: t.Type<Tag, unknown> = struct(
  'StoredTag',
  { TagKey: asShown(TagKey), TagValue: asShown(TagValue) },
  {}
)
