import * as t from 'io-ts'
import { boundedInteger } from '../codec/boundedInteger.js'
import { closedStruct } from '../codec/closedStruct.js'
import { editions, type EditionName } from '../editions/editions.js'
import { Account } from '../model/Account.js'
import { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import { ConnectionState } from '../model/ConnectionState.js'
import { ErrorName } from '../protocol/imposed.js'
import { type StoreAtFirst } from './beginning.js'
import type { Bounds } from './Bounds.js'
import type { Call } from './carryOut.js'
import { choiceKinds } from './Choice.js'
import type { BackingChange } from './disturbances.js'
import type { Goal } from './findings/Fault.js'
import { findings, type FindingName } from './findings/index.js'
import type { Run, World } from './Run.js'
import type { Failing, Situation } from './Situation.js'

/** What is tried, and what a program is held to. Everything may be left out. */
export interface WorldOptions {
  /** The stores that there are at the beginning. Default: none. */
  readonly stores?: ReadonlyArray<StoreAtFirst>
  /** The account at the beginning, in place of `stores`. */
  readonly account?: Account
  /** What stands behind the stores, in the form of `withInfrastructureChange`. Default: all that is named exists and is healthy. */
  readonly infrastructure?: unknown
  /** The edition of AWS's text. Default: the default edition. */
  readonly edition?: EditionName
  /** How often each kind of choice may be made in one world, and how many `together`. Default: `defaultBounds`. */
  readonly bounds?: Partial<Bounds>
  /** Leaves out what AWS does not document, and is only assumed. Default: false. */
  readonly documentedOnly?: boolean
  /** After how many looks KMS may be done with a connection or disconnection that takes longer. Default: 1, and 150. */
  readonly looks?: ReadonlyArray<number>
  /**
   * The errors with which KMS may refuse requests for a reason of its own, and how many in a row. Default:
   * KMSInternalException once, and ThrottlingException three times, which is as often as an AWS SDK asks by itself.
   */
  readonly failures?: ReadonlyArray<Failing>
  /** What another caller may ask for. Default: to connect, disconnect or delete any store. */
  readonly others?: (situation: Situation) => ReadonlyArray<Call>
  /** How what stands behind a store may change. Default: the cluster or proxy of any store breaks. */
  readonly changes?: (situation: Situation) => ReadonlyArray<BackingChange>
  /** Where the store is to be when the program returns. Default: where the last request of the program was to bring it. */
  readonly goal?: Goal
  /** Whether a value that the program returns says that all is well. Default: whatever is neither `false` nor a `Left`. */
  readonly succeeded?: (value: unknown) => boolean
  /** Assertions of your own, made at the end of each run; they throw. */
  readonly check?: (run: Run) => void
  /** Kinds of fault that are not looked for: `{ leftBehind: false }`. */
  readonly findings?: Partial<Readonly<Record<FindingName, boolean>>>
  /** After how many equal exchanges in a row nothing surprising is tried, until another one comes. Default: 2. */
  readonly alike?: number
  /** How often the same may be asked in a state that does not change by itself. Default: 200. */
  readonly patience?: number
  /** How many worlds are tried at most. Default: 20,000. */
  readonly mostWorlds?: number
  /** How many random worlds are tried besides, without any bound. Needs fast-check. Default: 0. */
  readonly random?: number
  /** The seed of the random worlds. Default: a new one each time, which the report tells. */
  readonly seed?: number
  /** Only this world, as a story tells it. */
  readonly world?: World
  /**
   * Whether KMS also listens on a port of this machine, for clients of any kind. Timers are then those of the machine: let time
   * pass by `sleep`, or by `POST /_control/advance`. Default: false.
   */
  readonly http?: boolean
  /** Milliseconds of real time in which the program may do other things than to ask KMS or to wait. Default: 2,000, and 60,000 with `http`. */
  readonly idle?: number
}

const count = (name: string, from: number, to: number) => boundedInteger(name, from, to)

const StoreAtFirst = closedStruct(
  'StoreAtFirst',
  {},
  {
    kind: t.keyof({
      AWS_CLOUDHSM: null,
      EXTERNAL_KEY_STORE: null,
      PUBLIC_ENDPOINT: null,
      VPC_ENDPOINT_SERVICE: null
    }),
    ConnectionState,
    ConnectionErrorCode,
    keys: count('keys', 0, 1000)
  }
)

const bound = t.union([count('bound', 0, 1000), t.literal(Infinity)], 'Bound')
const flags = (names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, t.boolean] as const))
const bounds = Object.fromEntries(
  [...Object.keys(choiceKinds), 'together'].map((name) => [name, bound] as const)
)

/** Reads the options of a caller without types: their members, and those of what they hold. */
export const CheckedOptions = closedStruct(
  'WorldOptions',
  {},
  {
    stores: t.readonlyArray(StoreAtFirst),
    account: Account,
    infrastructure: t.unknown,
    edition: t.keyof(editions, 'EditionName'),
    bounds: closedStruct('Bounds', {}, bounds),
    documentedOnly: t.boolean,
    looks: t.readonlyArray(count('looks', 1, 100_000)),
    failures: t.readonlyArray(
      closedStruct('Failing', { error: ErrorName, times: count('times', 1, 1000) }, {})
    ),
    others: t.Function,
    changes: t.Function,
    goal: t.keyof({ CONNECTED: null, DISCONNECTED: null, deleted: null }),
    succeeded: t.Function,
    check: t.Function,
    findings: closedStruct('Findings', {}, flags(findings)),
    alike: count('alike', 1, 10_000),
    patience: count('patience', 3, 10_000),
    mostWorlds: count('mostWorlds', 1, 10_000_000),
    random: count('random', 0, 1_000_000),
    seed: count('seed', -2_147_483_648, 2_147_483_647),
    world: t.readonlyArray(
      closedStruct('Departure', { point: count('point', 0, 1_000_000), choice: t.string }, {})
    ),
    http: t.boolean,
    idle: count('idle', 1, 600_000)
  }
)
