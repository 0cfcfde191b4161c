import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { EditionName } from '../../editions/editions.js'
import { inWords, returned, type Members } from '../Exchange.js'
import { reportOf, type Check, type ConformReport } from '../ConformReport.js'
import { eachOnce } from '../ReportedDeviation.js'
import { reportHead } from '../ReportHead.js'
import { hasSeparateAccounts, someAccessKey } from './accounts.js'
import { accountChecks } from './accountChecks.js'
import { inventor, type Inventor } from './Inventor.js'
import type { StorePropertiesByType } from './storeProperties.js'
import type { Client } from './Send.js'
import { randomHistories, type Found } from './histories.js'
import { keeper, patience, type Patience } from './Keeper.js'
import { verifying } from './verifying.js'
import { keyChecks } from './keys.js'
import { failedColumn, soundMatrix } from './matrix.js'
import { session, type Session } from './Session.js'
import { stopwatch } from './stopwatch.js'
import type { Subject } from './Subject.js'
import { both, tidied } from './tidy.js'
import type { Planned } from './trial.js'

export interface RunOptions {
  readonly endpoint: string
  /** What the report calls the implementation; without it the host of the endpoint. */
  readonly name?: string | undefined
  readonly implementationVersion?: string | undefined
  /** When the run is said to have begun: `2026-11-24T09:15:00.000Z`; without it now. */
  readonly date?: string | undefined
  readonly client: Client
  /** The Region in the commands that the report prints; without it us-east-1. */
  readonly region?: string | undefined
  readonly edition: EditionName
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly storeProperties: StorePropertiesByType
  /** Only checks whose id contains it, and the random histories if their name does; all of them if it is empty. */
  readonly only: string
  /** How many random histories. */
  readonly runs: number
  readonly seed: number
  /** Milliseconds that a store may stay in a passing state. */
  readonly patience: number
  /** Why nothing more is to be tried, once that is so. What was made is then removed. */
  readonly stopped?: () => string | undefined
  /** Called with how many parts are done, of how many. */
  readonly progress: (done: number, all: number) => void
}

const xksKeyIds = (invent: Inventor, ids: ReadonlyArray<string> = []): (() => string) => {
  let next = 0
  return () => ids[next++] ?? invent.name()
}

const noFaultyStore = 'no store is known whose connection fails: name one as "faulty" in the file of --stores'

const ofType = (
  session: Session,
  invent: Inventor,
  options: RunOptions,
  patience: Patience,
  type: CustomKeyStoreType
): ReadonlyArray<Planned> => {
  const { client, storeProperties } = options
  const { sound, faulty, XksKeyIds } = storeProperties[type]
  const xksKeyId = xksKeyIds(invent, XksKeyIds)
  const kept = (properties: Members, faulty: boolean): Subject => ({
    session,
    invent,
    type,
    xksKeyId,
    keeper: keeper({
      session,
      invent,
      type,
      properties,
      faulty,
      patience,
      remove: async (id) => {
        const left = await tidied(client.as(), { stores: [id], keys: [] }, options.patience)
        return left.stores.length === 0
      }
    })
  })
  const good = kept(sound, false)
  const bad = kept(faulty ?? {}, true)
  const unreachable = (plan: Planned): Planned => ({
    ...plan,
    run: () => Promise.resolve({ is: 'not reached', why: noFaultyStore })
  })
  return [
    ...accountChecks(good, sound),
    ...soundMatrix(good),
    ...failedColumn(bad).map((plan) => (faulty === undefined ? unreachable(plan) : plan)),
    ...keyChecks(good)
  ]
}

const lost = 'the endpoint has stopped answering'

/** The name under which random histories are asked for. */
const histories = 'random histories'

/** A few keys stay in stores that then stay too; more would fill the account. */
const mostHistoriesWithKeys = 3

/** Checks an endpoint against the rules; or says why it is not an endpoint of KMS. */
export const run = async (options: RunOptions): Promise<ConformReport | string> => {
  const { client, edition, types, only, progress, stopped = () => undefined } = options
  const runs = histories.includes(only) ? options.runs : 0
  const isStopped = (): boolean => stopped() !== undefined
  const sinceStart = stopwatch()
  const head = reportHead(options, options.date ?? new Date().toISOString())
  const first = await client.as()('DescribeCustomKeyStores', {})
  if ('silent' in first) return inWords(first)
  if (!('output' in first || 'notImplemented' in first)) return returned('DescribeCustomKeyStores', first)

  const invent = inventor()
  const conversation = session(edition, client.as(), false, isStopped)
  const waiting = patience(options.patience)
  const plans = types
    .flatMap((type) => ofType(conversation, invent, options, waiting, type))
    .filter(({ id }) => id.includes(only))
  const all = plans.length + runs
  let done = 0
  const step = (): void => progress((done += 1), all)

  const checks: Array<Check> = []
  for (const { run, ...plan } of plans) {
    conversation.begin(plan.id)
    const sinceBegin = stopwatch()
    const outcome = conversation.isOver() ? undefined : await run()
    const isCut = outcome === undefined || (conversation.isOver() && outcome.is !== 'different')
    checks.push({
      ...plan,
      outcome: isCut ? { is: 'not reached', why: stopped() ?? lost, blocked: true } : outcome,
      milliseconds: sinceBegin()
    })
    step()
  }
  const deviations = eachOnce(conversation.seen())
  const verified = (more: ReadonlyArray<Found>, separate: boolean): ReturnType<typeof verifying> =>
    verifying(options, head.endpoint, {
      faults: [...deviations, ...more.map(({ deviation }) => deviation)],
      trace: (id) => conversation.trace(id) ?? more.find(({ deviation }) => deviation.id === id)?.trace,
      separate,
      patience: waiting,
      stopped: () => stopped() ?? (conversation.isOver() ? lost : undefined)
    })

  const made = conversation.made()
  if (conversation.isOver()) {
    const cutShort = stopped() ?? lost
    const unplayed = { ran: 0, why: cutShort } as const
    const left = await tidied(client.as(), made, options.patience)
    const { faults } = await verified([], false)
    const milliseconds = { all: sinceStart(), histories: 0 }
    return reportOf(head, { checks, faults, histories: unplayed, left, cutShort, milliseconds })
  }

  const separate = await hasSeparateAccounts(client, made.stores)
  let left = await tidied(client.as(), made, options.patience)
  let withKeys = 0
  const sinceHistories = stopwatch()
  const { histories: played, found } = await randomHistories(
    {
      edition,
      storeProperties: options.storeProperties,
      invent,
      types,
      runs,
      seed: options.seed,
      patience: options.patience,
      account: () => {
        const send = client.as(separate ? someAccessKey() : undefined)
        const mayCreateKeys = separate || withKeys < mostHistoriesWithKeys
        return {
          send,
          mayCreateKeys,
          end: async (made) => {
            if (separate) return
            const remaining = await tidied(send, made, options.patience)
            withKeys += remaining.stores.length
            left = both(left, remaining)
          }
        }
      },
      ran: step,
      isStopped
    },
    deviations.map(({ id }) => id)
  )
  const ofHistories = sinceHistories()
  const again = await verified(found, separate)
  const cutShort = stopped()
  progress(all, all)
  return reportOf(head, {
    checks,
    faults: again.faults,
    histories: played,
    left: both(left, again.left),
    ...(cutShort !== undefined && { cutShort }),
    milliseconds: { all: sinceStart(), histories: ofHistories }
  })
}
