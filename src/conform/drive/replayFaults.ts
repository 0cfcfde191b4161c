import { inWords, returned } from '../Exchange.js'
import type { ReportedFault, ReportedFaults } from '../reportedFaults.js'
import { createdIn } from '../replyMembers.js'
import { hasSeparateAccounts, someAccessKey } from './accounts.js'
import { createRequest, inventor } from './Inventor.js'
import { patience } from './Keeper.js'
import { withLostSecrets } from './lostSecrets.js'
import { persistent } from './persistent.js'
import { plays } from './plays.js'
import type { Client } from './Send.js'
import type { StorePropertiesByType } from './storeProperties.js'
import { both, tidied, type Resources } from './tidy.js'

export interface ReplayOptions extends ReportedFaults {
  readonly client: Client
  readonly storeProperties: StorePropertiesByType
  /** Milliseconds that a store may stay in a passing state. */
  readonly patience: number
  /** Why nothing more is to be tried, once that is so. */
  readonly stopped: () => string | undefined
}

/** A deviation of a report, and whether it still shows; or why that is not known. */
export type ReplayedFault = Pick<ReportedFault, 'id' | 'number' | 'operation' | 'rule'> &
  ({ readonly shows: boolean } | { readonly why: string })

/** What came of a replay, and what could not be removed again. */
export interface Replayed {
  readonly faults: ReadonlyArray<ReplayedFault>
  readonly left: Resources
}

/** Whether another access key is another account; also what is left of the store that it was found out with. */
const separation = async ({
  client,
  storeProperties,
  patience
}: ReplayOptions): Promise<{ readonly separate: boolean; readonly left: Resources }> => {
  const send = client.as()
  const request = createRequest(inventor(), 'AWS_CLOUDHSM', storeProperties.AWS_CLOUDHSM.sound)
  const created = createdIn(await send('CreateCustomKeyStore', request))
  if (created === undefined) return { separate: false, left: { stores: [], keys: [] } }
  const separate = (await hasSeparateAccounts(client, [created])) ?? false
  return { separate, left: await tidied(send, { stores: [created], keys: [] }, patience) }
}

/** Plays the deviations of a report again; or says why the endpoint is none of KMS. */
export const replayFaults = async (given: ReplayOptions): Promise<Replayed | string> => {
  const options = { ...given, client: persistent(given.client) }
  const { client, edition, storeProperties, stopped } = options
  const first = await client.as()('DescribeCustomKeyStores', {})
  if ('silent' in first) return inWords(first)
  if (!('output' in first || 'notImplemented' in first)) return returned('DescribeCustomKeyStores', first)
  const { separate, left } = await separation(options)
  const stage = {
    edition,
    storeProperties,
    patience: patience(options.patience),
    isStopped: () => stopped() !== undefined,
    fromOutside: true
  }
  const account = () => client.as(separate ? someAccessKey() : undefined)
  const again = plays({ stage, account, separate, patience: options.patience, stopped })
  const put = withLostSecrets(storeProperties)
  const replayed = async ({ exchanges, ...fault }: ReportedFault): Promise<ReplayedFault> => {
    const steps = exchanges.map((exchange) => ({ ...exchange, request: put(exchange.request) }))
    const played = await again.play(fault.id, steps, steps)
    if (typeof played === 'string') return { ...fault, why: played }
    if (played.deviation !== undefined) return { ...fault, shows: true }
    return played.obstacle === undefined
      ? { ...fault, shows: false }
      : { ...fault, why: stopped() ?? played.obstacle }
  }
  const faults: Array<ReplayedFault> = []
  for (const fault of options.faults) faults.push(await replayed(fault))
  return { faults, left: both(left, again.left()) }
}
