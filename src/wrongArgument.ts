import { shortened, visible } from './codec/visible.js'

/**
 * What callers are told of a wrong argument: those without types, and all whose arguments do not go together. No answer of
 * AWS stands for such a mistake.
 */

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What fp-ts and its like return; a record may well have a `_tag` of its own. */
const isEither = (value: object): boolean =>
  '_tag' in value &&
  ((value._tag === 'Left' && 'left' in value) || (value._tag === 'Right' && 'right' in value))

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${visible(shortened(value, 60))}'`
  if (isRecord(value) && isEither(value)) return 'an Either: take what is in its right'
  if (isRecord(value)) return Array.isArray(value) ? 'a list' : 'an object without what makes it one'
  return typeof value === 'function' ? 'a function' : String(value)
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
  if (!isRecord(value) || isEither(value)) complainOf(caller, takes, value)
}

/** A custom key store, by the member that every store has as its own. */
export const demandStore = (caller: string, value: unknown): void => {
  if (!isRecord(value) || !Object.hasOwn(value, 'ConnectionState'))
    complainOf(caller, 'a custom key store', value)
}

/** The list that facts have under a name. */
export const demandedList = <A>(caller: string, name: string, value: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (!Array.isArray(value)) complain(caller, `takes facts with a list of ${name}`)
  return value
}
