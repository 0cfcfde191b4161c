import { storeWithId } from '../model/Account.js'
import { subject, type Belief } from './Belief.js'
import type { Check } from './ConformReport.js'
import type { Exchange } from './Exchange.js'
import type { ReportedDeviation } from './ReportedDeviation.js'

/** The exception by which an endpoint says that it lacks something, where it has the operation. */
const unsupported = 'UnsupportedOperationException'

export const isUnsupported = ({ reply }: Exchange): boolean =>
  'exception' in reply && reply.exception === unsupported

/** An operation on one kind of store or key, which an endpoint may lack as a whole: `CreateKey AWS_CLOUDHSM`. */
export const featureOf = (belief: Belief, exchange: Exchange): string => {
  const { operation, request } = exchange
  const {
    CustomKeyStoreType: type = 'AWS_CLOUDHSM',
    XksProxyConnectivity: connectivity = '',
    Origin: origin = ''
  } = request
  if (operation === 'CreateCustomKeyStore') return [operation, type, connectivity].join(' ')
  const id = subject(belief, exchange)
  const store =
    id === undefined ? undefined : belief.possible.flatMap((account) => storeWithId(account, id) ?? [])[0]
  return [operation, store?.CustomKeyStoreType ?? origin].join(' ')
}

/** Whether one feature is part of another; where nothing is known of the store, of any of the operation. */
export const isPartOf = (feature: string, whole: string): boolean =>
  feature === whole || (feature.endsWith(' ') && whole.startsWith(feature))

/** A deviation that only follows from one that lacks a feature, by the ids of both and of the check that showed it. */
export interface Consequence {
  readonly check: string
  readonly id: string
  readonly origin: string
}

/** The faults of a check from which its own only follow, and its own that do not. */
const split = (consequences: ReadonlyArray<Consequence>, check: string, faults: ReadonlyArray<string>) => {
  const ofCheck = consequences.filter((consequence) => consequence.check === check)
  const own = faults.filter((fault) => !ofCheck.some(({ id }) => id === fault))
  const origins = ofCheck.filter(({ id }) => faults.includes(id)).map(({ origin }) => origin)
  return { own, origins: [...new Set(origins)] }
}

/** The deviations without those that only follow; each was seen in one check. */
export const withoutConsequences = (
  consequences: ReadonlyArray<Consequence>,
  seen: ReadonlyArray<ReportedDeviation>
): ReadonlyArray<ReportedDeviation> =>
  seen.filter(({ id, seenIn: [check = ''] }) => split(consequences, check, [id]).own.length > 0)

/** A check whose deviations only follow from others is of no use. */
export const outcomeWithout =
  (consequences: ReadonlyArray<Consequence>) =>
  (check: Check): Check => {
    const { id, outcome } = check
    if (outcome.is !== 'different') return check
    const { own, origins } = split(consequences, id, outcome.faults)
    return {
      ...check,
      outcome: own.length > 0 ? { ...outcome, faults: own } : { is: 'not useful', faults: origins }
    }
  }
