import { shortened, visible } from './codec/visible.js'

/**
 * What callers are told of a wrong argument: those without types, and all whose arguments do not go together. No answer of
 * AWS stands for such a mistake.
 */

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${visible(shortened(value, 60))}'`
  if (isRecord(value) && '_tag' in value) return 'an Either: take what is in its right'
  return isRecord(value) || typeof value === 'function' ? `a ${typeof value}` : String(value)
}

/** Tells a caller what is wrong. */
export const complain = (caller: string, what: string): never => {
  // eslint-disable-next-line no-restricted-syntax -- a mistake of the program, so there is no answer to give
  throw new TypeError(`${caller} ${what}`)
}

const complainOf = (caller: string, takes: string, value: unknown): never =>
  complain(caller, `takes ${takes}, not ${shown(value)}`)

/** A name out of a list. */
export const demandOneOf = (caller: string, names: ReadonlyArray<string>, value: unknown): void => {
  if (!names.some((name) => name === value)) complainOf(caller, `one of ${names.join(', ')}`, value)
}

/** Facts, a request, or another record. */
export const demandRecord = (caller: string, takes: string, value: unknown): void => {
  if (!isRecord(value) || '_tag' in value) complainOf(caller, takes, value)
}

/** A custom key store, by the member that every store has. */
export const demandStore = (caller: string, value: unknown): void => {
  if (!isRecord(value) || !('ConnectionState' in value)) complainOf(caller, 'a custom key store', value)
}
