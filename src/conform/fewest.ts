const withoutPart = <A>(all: ReadonlyArray<A>, from: number, length: number): ReadonlyArray<A> => [
  ...all.slice(0, from),
  ...all.slice(from + length)
]

/**
 * Leaves out ever smaller parts, never the last. Yields each attempt, is told whether it is as good, and returns the fewest
 * that are.
 */
export function* fewest<A>(all: ReadonlyArray<A>): Generator<ReadonlyArray<A>, ReadonlyArray<A>, boolean> {
  let left = all
  for (let length = Math.ceil(left.length / 2); length > 0;) {
    const before = left.length
    for (let from = 0; from < left.length - 1;) {
      const some = withoutPart(left, from, Math.min(length, left.length - 1 - from))
      if (yield some) left = some
      else from += length
    }
    if (length > 1) length = Math.ceil(length / 2)
    else if (left.length === before) length = 0
  }
  return left
}
