import * as t from 'io-ts'
import { claim } from '../../Claim.js'
import type { Agreement } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'

/** Who an answer is to be encrypted for. Nothing of it is looked at, for a request that carries it is refused. */
export const Recipient = t.unknown

/** A Recipient would change the answer in a way for which this model has no rules. */
export const recipientIsAbsent = (source: Source): Agreement<{ readonly Recipient?: unknown }> => ({
  ...claim<{ readonly Recipient?: unknown }>({
    name: 'RecipientIsAbsent',
    says: 'Recipient must be absent, since answers encrypted for an enclave are no part of this model.',
    source,
    assumes: ['A53'],
    holds: ({ Recipient }) => Recipient === undefined
  }),
  member: 'Recipient',
  constraint: () => 'Member must be absent: it is no part of this model'
})
