import type { EditionName } from '../../editions/editions.js'
import { customKeyStoreTypes } from '../../model/CustomKeyStoreType.js'
import type { ReportedDeviation } from '../ReportedDeviation.js'
import { withoutSecretsOf } from '../secrets.js'
import type { Trace } from '../Trace.js'
import { someAccessKey } from './accounts.js'
import { patience as patienceOf } from './Keeper.js'
import { plays } from './plays.js'
import type { Client } from './Send.js'
import type { StorePropertiesByType } from './storeProperties.js'
import type { Resources } from './tidy.js'
import { verify } from './verify.js'

interface Options {
  readonly client: Client
  readonly edition: EditionName
  readonly storeProperties: StorePropertiesByType
  readonly region?: string | undefined
  /** Milliseconds that a store may stay in a passing state. */
  readonly patience: number
}

/** How many deviations are looked for at once, where each has an account of its own. */
const mostAtOnce = 8

/** What a run has found, and what is known of the endpoint by then. */
interface Seen {
  readonly faults: ReadonlyArray<ReportedDeviation>
  readonly trace: (id: string) => Trace | undefined
  /** Whether another access key is another account. */
  readonly separate: boolean
  readonly stopped: () => string | undefined
}

/** The members that a user has named for stores; their secrets are never shown. */
const namedIn = (storeProperties: StorePropertiesByType) =>
  customKeyStoreTypes.flatMap((type) => {
    const { sound, faulty = {} } = storeProperties[type]
    return [sound, faulty]
  })

/** Looks for each deviation of a run again; also what that leaves behind. */
export const verifying = async (
  { client, edition, storeProperties, region = 'us-east-1', patience }: Options,
  endpoint: string,
  seen: Seen
): Promise<{ readonly faults: ReadonlyArray<ReportedDeviation>; readonly left: Resources }> => {
  const { separate, stopped } = seen
  const isStopped = (): boolean => stopped() !== undefined
  const again = plays({
    stage: { edition, storeProperties, patience: patienceOf(patience), isStopped },
    account: () => client.as(separate ? someAccessKey() : undefined),
    separate,
    patience,
    stopped
  })
  const faults = await verify(
    {
      plays: again,
      lanes: separate ? mostAtOnce : 1,
      trace: seen.trace,
      commands: { endpoint, region },
      hide: withoutSecretsOf(namedIn(storeProperties))
    },
    seen.faults
  )
  return { faults, left: again.left() }
}
