import { anything, isList, isMembers, isOpen, type Members, type Value } from './Value.js'

/** Names that an evaluator asks for, for itself. */
const ownNames: ReadonlyArray<string | symbol> = [
  'sequence',
  'tupleStream',
  'keepSingleton',
  'cons',
  'outerWrapper',
  '_jsonata_function',
  '_jsonata_lambda',
  'then',
  'toJSON',
  'length',
  'constructor',
  'apply',
  'implementation'
]

/** Data with something in the place of what is not known, and whether that was looked at. */
export interface StandIns {
  readonly of: (value: Value) => unknown
  /** What an evaluation has given, with `anything` for what it hangs on that is not known. */
  readonly back: (result: unknown) => Value
}

/**
 * Lets an evaluator, which knows no unknown data, work on some. Each stand-in that it takes must be found in its result, or
 * what it took from that one must; else the result hangs on something unknown.
 */
export const standIns = (): StandIns => {
  const taken = new Map<object, { accounted: boolean }>()
  const originals = new Map<object, Value>()
  let isLookedInto = false
  const lookedInto = () => {
    isLookedInto = true
    return []
  }
  const standIn = (parent?: { accounted: boolean }): object => {
    const mark = { accounted: false }
    if (parent !== undefined) parent.accounted = true
    const made: object = new Proxy(
      {},
      {
        get: (_, name) => (ownNames.includes(name) || typeof name === 'symbol' ? undefined : standIn(mark)),
        ownKeys: lookedInto
      }
    )
    taken.set(made, mark)
    return made
  }
  const of = (value: Value): unknown => {
    if (value === anything) return standIn()
    if (!isList(value) && !isMembers(value)) return value
    const inner: Readonly<Record<string, Value>> | ReadonlyArray<Value> = isList(value)
      ? [...value]
      : { ...value }
    const hasMore = isMembers(value) && isOpen(value)
    const made: object = new Proxy(inner, {
      get: (target, name) => {
        if (typeof name === 'symbol') return Reflect.get(target, name) as unknown
        if (Object.hasOwn(target, name)) {
          const part = Reflect.get(target, name) as Value
          return isList(value) && name === 'length' ? part : of(part)
        }
        return hasMore && !ownNames.includes(name) ? standIn() : (Reflect.get(target, name) as unknown)
      },
      ownKeys: (target) => {
        if (hasMore) lookedInto()
        return Reflect.ownKeys(target).filter((name) => typeof name === 'string' || !hasMore)
      }
    })
    originals.set(made, value)
    return made
  }
  const copied = (result: unknown): Value => {
    if (typeof result !== 'object' || result === null) return (result ?? null) as Value
    const original = originals.get(result)
    if (original !== undefined) return original
    const mark = taken.get(result)
    if (mark !== undefined) {
      mark.accounted = true
      return anything
    }
    if (Array.isArray(result)) return result.map(copied)
    const members: Members = Object.fromEntries(
      Object.keys(result).map((name) => [name, copied((result as Record<string, unknown>)[name])])
    )
    return members
  }
  const back = (result: unknown): Value => {
    const value = copied(result)
    return isLookedInto || [...taken.values()].some(({ accounted }) => !accounted) ? anything : value
  }
  return { of, back }
}
