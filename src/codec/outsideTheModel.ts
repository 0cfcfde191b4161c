import * as t from 'io-ts'

/** A member that would change the answer in a way that this model has no rules for. A request that carries it is refused. @assumes A53 */
export const outsideTheModel = new t.Type<undefined>(
  'outsideTheModel',
  (u): u is undefined => u === undefined,
  (u, context) => t.failure(u, context, 'Member must be absent: it is no part of this model'),
  t.identity
)
