const known = new WeakSet()

const isPlain = (value: object): boolean => {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * The very same data, which nobody can change any more, at any depth. What was frozen before is not looked at again, so that data
 * which share most of what they hold cost little.
 */
export const frozen = <A>(data: A): A => {
  if (typeof data !== 'object' || data === null || known.has(data) || !isPlain(data)) return data
  known.add(data)
  Object.values(data).forEach(frozen)
  return Object.freeze(data)
}
