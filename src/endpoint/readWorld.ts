import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode, violationAt, violationsAt, type Violation } from '../codec/decode.js'
import type { Account } from '../model/Account.js'
import { accountId, region } from '../possible/examples.js'
import { configuredInfrastructure, type ConfiguredInfrastructure } from './ConfiguredInfrastructure.js'
import type { Told } from './Endpoint.js'
import { World, type CheckedOptions, type Options } from './Options.js'
import { readSeeds } from './readSeeds.js'

/** What an endpoint begins with. `now`: in seconds since 1970; the time that it is, if absent. */
interface ReadWorld {
  readonly account: Account
  readonly configured: ConfiguredInfrastructure
  readonly now: number | undefined
  /** How long what begins later goes on; undefined where that is as before. */
  readonly delay: Options['connectionDelay']
}

/** The account of the stores that there are at first; undefined where none are told. `now`: in seconds since 1970. */
export const accountAtFirst = (
  { stores, AccountId = accountId, Region = region }: Pick<CheckedOptions, 'stores' | 'AccountId' | 'Region'>,
  now: number
): Told<Account | undefined> =>
  stores === undefined ? E.right(undefined) : readSeeds({ AccountId, Region, now }, stores)

/** What stands behind the stores at first. */
export const infrastructureAtFirst = ({
  infrastructure
}: {
  readonly infrastructure?: unknown
}): Told<ConfiguredInfrastructure> =>
  pipe(configuredInfrastructure(infrastructure), E.mapLeft(violationsAt('infrastructure')))

const both = violationAt('stores', {}, 'together', 'Only one of account and stores must be given')
const neither = violationAt(
  'account',
  undefined,
  'missing',
  'Member must not be null, unless stores are given'
)

/** Reads a world to begin with. `time`: that it is, in seconds since 1970. */
export const readWorld = (world: unknown, time: number): Told<ReadWorld> =>
  pipe(
    E.Do,
    E.bind('read', () => decode(World)(world)),
    E.filterOrElseW(
      ({ read }) => read.account === undefined || read.stores === undefined,
      () => [both]
    ),
    E.bind('made', ({ read }) => accountAtFirst(read, read.now ?? time)),
    E.bind('account', ({ read, made }) =>
      E.fromNullable<ReadonlyArray<Violation>>([neither])(read.account ?? made)
    ),
    E.bind('configured', ({ read }) => infrastructureAtFirst(read)),
    E.map(({ read, account, configured }) => ({
      account,
      configured,
      now: read.now,
      delay: read.connectionDelay ?? (read.stores === undefined ? 'manual' : undefined)
    }))
  )
