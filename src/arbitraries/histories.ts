import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Alias } from '../model/Alias.js'
import type { Grant } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import { account } from './accounts.js'
import { failure } from './facts.js'
import { infrastructure } from './infrastructure.js'
import { requestsIn } from './requests/request.js'
import { weightedRequests } from './shares.js'
import { aliasNames, either, oneOf, storeId } from './smallWorld.js'
import { connectionErrorCode } from './stores.js'
import type { Step } from './Step.js'

/** The requests of a history, where they are to be others than `request` makes. */
export interface HistoryOptions {
  readonly request?: ((operation: OperationName) => Arbitrary<unknown>) | undefined
  /** The most steps of a history; 60 if absent. */
  readonly maxLength?: number | undefined
}

/**
 * Anything that can happen to an account. It shrinks to a request.
 *
 * @example
 * 'does' in one(arbitrary.step()) //=> true
 */
export const step: (options?: HistoryOptions) => Arbitrary<Step> = ({ request = requestsIn() } = {}) => {
  const asked = (does: OperationName) =>
    fc.record({ does: fc.constant(does), request: request(does), failure: failure() })
  return either<Step>(
    ...weightedRequests(asked),
    {
      weight: 5,
      arbitrary: fc.record({ does: fc.constant('settle' as const), id: storeId(), failure: failure() })
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constantFrom('connectionSucceeded', 'connectionFailed', 'disconnectionCompleted'),
        id: storeId(),
        attempt: fc.option(fc.nat(6), { nil: undefined, freq: 2 }),
        code: connectionErrorCode()
      })
    },
    { weight: 1, arbitrary: fc.constant({ does: 'waitForDeletions' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('changeInfrastructure' as const), facts: infrastructure() })
    }
  )
}

const moment = 1_700_000_000

const grantNumbered = (number: number): Grant => ({
  GrantId: `grant-${String(number)}` as Grant['GrantId'],
  GranteePrincipal: 'arn:aws:iam::111122223333:role/one',
  RetiringPrincipal: 'arn:aws:iam::111122223333:role/two',
  Operations: ['Encrypt'],
  CreationDate: moment
})

/** The same account, in which some keys have a grant or an alias. */
const withMore = (account: Account): Account => ({
  ...account,
  keys: account.keys.map((key, i): KmsKey => (i < 2 ? { ...key, Grants: [grantNumbered(i)] } : key)),
  aliases: account.keys.slice(0, 3).map(({ KeyId: TargetKeyId }, i): Alias => ({
    AliasName: aliasNames[i] as Alias['AliasName'],
    TargetKeyId,
    CreationDate: moment,
    LastUpdatedDate: moment
  }))
})

/** An account, and what happens to it. */
export interface History {
  readonly start: Account
  readonly steps: ReadonlyArray<Step>
}

/**
 * An account with which a history can begin: up to three stores, with keys in them that may have grants and aliases.
 *
 * @example
 * one(arbitrary.start()).stores.length <= 3 //=> true
 */
export const start = (): Arbitrary<Account> =>
  fc.tuple(account(), oneOf([false, true])).map(([plain, more]) => (more ? withMore(plain) : plain))

/**
 * An account with stores and keys, and what happens to it: requests, what KMS does by itself, what changes behind the stores. For
 * code that embeds the model. The stores and keys of the beginning have the ids that requests name, so most steps do something.
 *
 * @example
 * one(arbitrary.history({ maxLength: 5 })).steps.length <= 5 //=> true
 */
export const history: (options?: HistoryOptions) => Arbitrary<History> = ({
  maxLength = 60,
  ...options
} = {}) => fc.record({ start: start(), steps: fc.array(step(options), { maxLength, size: 'max' }) })
