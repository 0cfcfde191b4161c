/** Levels of objects and lists, and values in all: more than any definition or template needs. */
const deepest = 200
const mostValues = 200_000

/** Whether something is too big to be read, looked at level by level so that its depth does no harm. */
export const isTooBig = (definition: unknown): boolean => {
  let level: ReadonlyArray<unknown> = [definition]
  let count = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length
    if (depth > deepest || count > mostValues) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as ReadonlyArray<unknown>) : []
    )
  }
  return false
}
