import { isAccepted, type Belief } from '../Belief.js'
import type { Exchange } from '../Exchange.js'
import { featureOf, isPartOf, isUnsupported, type Consequence } from '../features.js'
import type { Heard } from '../hear.js'
import { idOf } from '../ReportedDeviation.js'

/**
 * What an endpoint lacks as a whole, in all conversations: a feature is lacking as soon as a request is refused as unsupported
 * that nothing speaks against, until one like it is accepted. That is one fault, and nothing else that the feature is refused
 * with is one.
 */
export interface Lacking {
  /** What is heard of an exchange in a check, where no fault follows from what lacks. `before`: the belief before it. */
  readonly judge: (check: string, before: Belief, exchange: Exchange, heard: Heard) => Heard
  /** The deviations that were heard before it was known that they only follow. */
  readonly consequences: () => ReadonlyArray<Consequence>
}

interface Refused {
  readonly check: string
  readonly id: string
  readonly feature: string
}

export const lacking = (): Lacking => {
  const accepted = new Set<string>()
  /** Each feature that lacks, with the id of the fault. */
  const lacks = new Map<string, string>()
  const refused: Array<Refused> = []

  const originOf = (feature: string): string | undefined =>
    [...lacks].find(([whole]) => isPartOf(feature, whole))?.[1]

  return {
    judge: (check, before, exchange, heard) => {
      const feature = featureOf(before, exchange)
      if (isAccepted(exchange)) {
        accepted.add(feature)
        lacks.delete(feature)
      }
      const { deviation, ...others } = heard
      if (deviation === undefined || !isUnsupported(exchange)) return heard
      const origin = originOf(feature)
      if (origin !== undefined) return { ...others, held: 'not useful', dependsOn: origin }
      const id = idOf(deviation)
      if (deviation.difference.expected === 'success' && !accepted.has(feature)) lacks.set(feature, id)
      else refused.push({ check, id, feature })
      return heard
    },
    consequences: () =>
      refused.flatMap(({ check, id, feature }) => {
        const origin = originOf(feature)
        return origin === undefined || origin === id ? [] : [{ check, id, origin }]
      })
  }
}

/** Of an endpoint of which nothing is known yet: each answer counts as it is. */
export const nothingLacking: Lacking = {
  judge: (_, __, ___, heard) => heard,
  consequences: () => []
}
