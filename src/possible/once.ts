/** Possibilities with different names are different. */
type Name = string | number

/** Each of the possibilities once: of those that have the same name, the first. */
export const once =
  <A>(nameOf: (possibility: A) => Name) =>
  (possibilities: ReadonlyArray<A>): ReadonlyArray<A> => {
    const seen = new Set<Name>()
    return possibilities.filter((possibility) => {
      const count = seen.size
      return seen.add(nameOf(possibility)).size > count
    })
  }

/** A function that works out its answer once for all that has the same name. It keeps every answer: names must be few. */
export const workedOutOnce = <A, B>(nameOf: (a: A) => Name, of: (a: A) => B): ((a: A) => B) => {
  const answers = new Map<Name, B>()
  return (a) => {
    const name = nameOf(a)
    const known = answers.get(name)
    if (known !== undefined) return known
    const answer = of(a)
    answers.set(name, answer)
    return answer
  }
}
