import * as t from 'io-ts'
import { boundedInteger } from '../codec/boundedInteger.js'
import { closedStruct } from '../codec/closedStruct.js'
import { failing } from '../codec/Failure.js'
import { latestMoment } from '../codec/Moment.js'
import { editions, type EditionName } from '../editions/editions.js'
import { Account } from '../model/Account.js'
import { AccountId } from '../model/identifiers.js'
import type { SeededStore } from './SeededStore.js'

/** Options of an endpoint; all may be left out. */
export interface Options {
  /** The edition of AWS's text. Default: the default edition. */
  readonly edition?: EditionName | undefined
  /**
   * In the form of `withInfrastructureChange`. Only infrastructure listed here exists, and none with `{}`. Default: everything that a request
   * names exists and is healthy.
   */
  readonly infrastructure?: unknown
  /** Milliseconds until KMS ends a connection or disconnection; `'manual'`: until `settle` or `report` ends it. Default: 0. */
  readonly connectionDelay?: number | 'manual' | undefined
  /** How many stores an account may have in a Region. Default: 10. */
  readonly storeQuota?: number | undefined
  /** How many KMS keys an account may have in a Region. Default: 100,000. */
  readonly keyQuota?: number | undefined
  /**
   * The stores that there are at first, with their keys; anything may be left out of one. What KMS is at work on in them ends only by
   * `settle` or `report`. Default: none.
   */
  readonly stores?: ReadonlyArray<SeededStore> | undefined
  /** Whose `stores` they are. Default: 111122223333, as of `clientConfig`. */
  readonly AccountId?: string | undefined
  /** The Region of `stores`. Default: us-east-1, as of `clientConfig`. */
  readonly Region?: string | undefined
}

/** An amount of time from 0 up, in whatever unit. */
const span = (most: number): t.Type<number, unknown> => {
  const noSpan = failing('type', `Member must be a number from 0 to ${String(Math.floor(most))}`)
  const is = (u: unknown): u is number => typeof u === 'number' && u >= 0 && u <= most
  return new t.Type('Span', is, (u, context) => (is(u) ? t.success(u) : noSpan(u, context)), t.identity)
}

/** In milliseconds, or until it is told otherwise. */
export const Delay: t.Type<number | 'manual', unknown> = new t.Type(
  'Delay',
  (u): u is number | 'manual' => u === 'manual' || span(latestMoment).is(u),
  (u, context) => (u === 'manual' ? t.success(u) : span(latestMoment).validate(u, context)),
  t.identity
)

export const quotas = {
  storeQuota: boundedInteger('storeQuota', 0, 1_000_000),
  keyQuota: boundedInteger('keyQuota', 0, 10_000_000)
}

/** Quotas that can be changed while the endpoint lives. */
export const Quotas = closedStruct('Quotas', {}, quotas)
export type Quotas = Pick<Options, 'storeQuota' | 'keyQuota'>

const noRegion = failing('limit', 'Member must be the name of a Region, such as us-east-1')
const isRegion = (u: unknown): u is string => typeof u === 'string' && /^[a-z0-9-]{1,32}$/.test(u)
const Region: t.Type<string, unknown> = new t.Type(
  'Region',
  isRegion,
  (u, context) => (isRegion(u) ? t.success(u) : noRegion(u, context)),
  t.identity
)

/** Stores that there are at first, and whose they are. */
const beginning = { stores: t.unknown, AccountId, Region }

/** The options of an endpoint, but for what the infrastructure and the stores are like. */
export const CheckedOptions = closedStruct(
  'Options',
  {},
  {
    edition: t.keyof(editions, 'EditionName'),
    infrastructure: t.unknown,
    connectionDelay: Delay,
    ...quotas,
    ...beginning
  }
)

type Checked = t.TypeOf<typeof CheckedOptions>
export interface CheckedOptions extends Omit<Checked, 'edition'> {
  readonly edition?: EditionName
}

/** Those of the options that are quotas. */
export const quotasIn = ({
  storeQuota,
  keyQuota
}: CheckedOptions): Pick<CheckedOptions, 'storeQuota' | 'keyQuota'> => ({
  ...(storeQuota !== undefined && { storeQuota }),
  ...(keyQuota !== undefined && { keyQuota })
})

/** A time that passes, in seconds, of which at most so many are left. */
export const passingBefore = (most: number) => closedStruct('Passing', { seconds: span(most) }, {})

/** An account, whole or made of stores, with what stands behind them, at a time in seconds since 1970; and how long an attempt goes on in it. */
export const World = closedStruct(
  'World',
  {},
  {
    account: Account,
    ...beginning,
    infrastructure: t.unknown,
    connectionDelay: Delay,
    now: span(latestMoment)
  }
)
