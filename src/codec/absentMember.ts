import * as t from 'io-ts'
import { failing } from './Failure.js'

/**
 * The codec of an optional member that must not be there, since it does not go with the others; a null is nothing.
 * `constraint`: why.
 */
export const absentMember = (constraint: string): t.Type<undefined, unknown> => {
  const refused = failing('together', constraint)
  return new t.Type<undefined, unknown>(
    'absent member',
    (u): u is undefined => u === undefined,
    (u, context) => (u === null || u === undefined ? t.success(undefined) : refused(u, context)),
    t.identity
  )
}
