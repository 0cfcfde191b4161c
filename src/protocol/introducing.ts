import type { Resource } from '../Resource.js'

/** The state of a key as AWS's messages have it, where they have been seen: `is pending deletion`. */
const inWords: Readonly<Record<string, string>> = {
  Enabled: 'enabled',
  Disabled: 'disabled',
  PendingDeletion: 'pending deletion',
  Unavailable: 'unavailable'
}

/**
 * The beginning of an error message, which names the resource. Of a key that is refused by its state or origin it has
 * the form of AWS's own messages, on which clients match.
 */
export const introducing = ({ kind, id, state, origin, because }: Resource): string => {
  const isKey = kind === 'KMS key'
  if (isKey && because === 'origin' && origin !== undefined) {
    return `${id} origin is ${origin} which is not valid for this operation.`
  }
  if (because !== 'state' || state === undefined) return `About the ${kind} ${id}:`
  return isKey ? `${id} is ${inWords[state] ?? state}.` : `The ${kind} ${id} is ${state}.`
}
