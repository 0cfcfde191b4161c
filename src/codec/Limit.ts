import { evidenceOf, type Evidence, type Statement } from '../Evidence.js'
import type { Source } from '../sources.js'

/** The JSON type, length, range or pattern that a page requires of a member, whatever else is in the request. */
export interface Limit extends Statement {
  /** The part of the sentence after "must". */
  readonly must: string
}

const limit = (member: string, must: string, evidence: Evidence): Limit => ({
  name: `${member}Limit`,
  says: `${member} must ${must}.`,
  must,
  ...evidenceOf(evidence)
})

/** A limit that a page states; undefined for what is no part of AWS's documentation. */
export const statedLimit = (name: string, must: string, evidence: Partial<Evidence>): Limit | undefined =>
  evidence.source === undefined ? undefined : limit(name, must, { ...evidence, source: evidence.source })

/** The same limit of a member that has a name of its own, as another page states it. */
export const limitOf = (member: string, { must, ...evidence }: Limit, source?: Source): Limit =>
  limit(member, must, source === undefined ? evidence : { ...evidence, source })

/** The same limit, for a member that may also be something else. */
export const limitOrElse = (member: string, alternative: string, { must, ...evidence }: Limit): Limit =>
  limit(member, `${alternative}, or ${must}`, evidence)

/** The evidence of a limit of length. A31 speaks of what is too long, and of nothing else. */
export const ofLength = ({ assumes = [], ...evidence }: Partial<Evidence>): Partial<Evidence> => ({
  ...evidence,
  assumes: [...assumes, 'A31']
})

/** The limit without what is assumed of values that are too long. */
export const exceptTooLong = (stated: Limit | undefined): Limit | undefined => {
  if (stated?.assumes === undefined) return stated
  const { assumes, ...rest } = stated
  const others = assumes.filter((number) => number !== 'A31')
  return others.length === 0 ? rest : { ...rest, assumes: others }
}
