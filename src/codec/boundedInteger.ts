import * as t from 'io-ts'

/** A whole number from `minimum` to `maximum`, both included. */
export const boundedInteger = (name: string, minimum: number, maximum: number): t.Type<number> => {
  const broken = (u: unknown): string | undefined => {
    if (typeof u !== 'number' || !Number.isInteger(u)) return 'Member must be an integer'
    if (u < minimum) return `Member must have value greater than or equal to ${String(minimum)}`
    return u > maximum ? `Member must have value less than or equal to ${String(maximum)}` : undefined
  }
  return new t.Type<number>(
    name,
    (u): u is number => broken(u) === undefined,
    (u, context) => {
      const constraint = broken(u)
      return constraint === undefined ? t.success(u as number) : t.failure(u, context, constraint)
    },
    t.identity
  )
}
