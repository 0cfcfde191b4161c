import { identity } from 'fp-ts/lib/function.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { EditionName } from '../../editions/editions.js'
import { inWords, returned } from '../Exchange.js'
import { reportOf, type Check, type ConformReport } from '../ConformReport.js'
import { eachOnce } from '../ReportedDeviation.js'
import type { Trace } from '../Trace.js'
import { outcomeWithout, withoutConsequences } from '../features.js'
import { reportHead } from '../ReportHead.js'
import { unlessSilent, withoutSilence } from '../silence.js'
import { someAccessKey } from './accounts.js'
import { conversations } from './conversations.js'
import { createRequest, inventor } from './Inventor.js'
import type { StorePropertiesByType } from './storeProperties.js'
import type { Client } from './Send.js'
import { randomHistories, type Found } from './histories.js'
import { lacking } from './Lacking.js'
import { verifying } from './verifying.js'
import { createdIn } from '../replyMembers.js'
import type { Control } from './Control.js'
import { persistent } from './persistent.js'
import { plans } from './plans.js'
import { stopwatch } from './stopwatch.js'
import { beyondRequests, playsBeyond } from './vectors/beyond.js'
import { both, tidied, type Resources } from './tidy.js'

/** Which endpoint is checked, by which client, and how far. */
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
  /**
   * The control interface of the endpoint, which then is begun anew for each vector that needs more than requests, after
   * everything else.
   */
  readonly control?: Control | undefined
  /** Why nothing more is to be tried, once that is so. What was made is then removed. */
  readonly stopped?: () => string | undefined
  /** Called with how many parts are done, of how many. */
  readonly progress: (done: number, all: number) => void
}

/** An endpoint that was reset holds nothing. */
const nothingLeft: Resources = { stores: [], keys: [] }

const lost = 'the endpoint has stopped answering'

/** The name under which random histories are asked for. */
const histories = 'random histories'

/** A few keys stay in stores that then stay too; more would fill the account. */
const mostHistoriesWithKeys = 3

/**
 * Checks an endpoint against the rules; or says why it is not an endpoint of KMS.
 *
 * @example
 * const answered = await conforming.conform({ ...options, client: { as: () => silent, close: () => undefined } })
 * answered //=> 'no answer'
 */
export const run = async (given: RunOptions): Promise<ConformReport | string> => {
  const options = { ...given, client: persistent(given.client) }
  const { client, edition, types, only, progress, stopped = () => undefined } = options
  const runs = histories.includes(only) ? options.runs : 0
  const isStopped = (): boolean => stopped() !== undefined
  const sinceStart = stopwatch()
  const head = reportHead(options, options.date ?? new Date().toISOString())
  const first = await client.as()('DescribeCustomKeyStores', {})
  if ('silent' in first) return inWords(first)
  if (!('output' in first || 'notImplemented' in first)) return returned('DescribeCustomKeyStores', first)

  const invent = inventor()
  const lacks = lacking()
  const [someType = 'AWS_CLOUDHSM'] = types
  const talks = conversations({
    client,
    edition,
    patience: options.patience,
    isStopped,
    lacking: lacks,
    make: async (main) => {
      const request = createRequest(invent, someType, options.storeProperties[someType].sound)
      return createdIn((await main.call('CreateCustomKeyStore', request)).reply)
    }
  })
  const planned = plans({ ...options, invent, conversations: talks }).filter(({ id }) => id.includes(only))
  const beyond = beyondRequests(options)
  const all = planned.length + runs + beyond.length
  let done = 0
  const step = (): void => progress((done += 1), all)

  const made: Array<Check> = []
  for (const { run, ...plan } of planned) {
    talks.main.begin(plan.id)
    const sinceBegin = stopwatch()
    const outcome = talks.areOver() ? undefined : await run()
    const isCut = outcome === undefined || (talks.areOver() && outcome.is !== 'different')
    made.push({
      ...plan,
      outcome: isCut ? { is: 'not reached', why: stopped() ?? lost, blocked: true } : outcome,
      milliseconds: sinceBegin()
    })
    step()
  }
  const following = lacks.consequences()
  const seen = talks.all().flatMap((each) => each.seen())
  const isLost = talks.areOver() && !isStopped()
  const checks = made.map(outcomeWithout(following)).map(isLost ? unlessSilent(seen, lost) : identity)
  const deviations = eachOnce(withoutConsequences(following, isLost ? withoutSilence(seen) : seen))
  const trace = (id: string): Trace | undefined =>
    talks
      .all()
      .map((each) => each.trace(id))
      .find((found) => found !== undefined)
  const verified = (more: ReadonlyArray<Found>, separate: boolean): ReturnType<typeof verifying> =>
    verifying(options, head.endpoint, {
      faults: [...deviations, ...more.map(({ deviation }) => deviation)],
      trace: (id) => trace(id) ?? more.find(({ deviation }) => deviation.id === id)?.trace,
      separate,
      stopped: () => stopped() ?? (talks.areOver() ? lost : undefined)
    })

  const tidy = async (): Promise<Resources> =>
    both(talks.left(), await tidied(client.as(), talks.main.made(), options.patience))
  if (talks.areOver()) {
    const cutShort = stopped() ?? lost
    const unplayed = { ran: 0, why: cutShort } as const
    const left = await tidy()
    const { faults } = await verified([], false)
    const milliseconds = { all: sinceStart(), histories: 0 }
    return reportOf(head, { checks, faults, histories: unplayed, left, cutShort, milliseconds })
  }

  const separate = (runs > 0 || deviations.length > 0) && (await talks.areSeparate())
  let left = await tidy()
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
      isStopped,
      lacking: lacks
    },
    deviations.map(({ id }) => id)
  )
  const ofHistories = sinceHistories()
  const again = await verified(found, separate)
  const under = await playsBeyond(given, beyond, { stopped, ran: step })
  const cutShort = stopped()
  progress(all, all)
  return reportOf(head, {
    checks: [...checks, ...under.checks],
    faults: eachOnce([...again.faults, ...under.faults]),
    histories: played,
    left: under.isReset ? nothingLeft : both(left, again.left),
    ...(cutShort !== undefined && { cutShort }),
    milliseconds: { all: sinceStart(), histories: ofHistories }
  })
}
