import * as E from 'fp-ts/lib/Either.js'

/** A step of the search: what is done, and where it leads. */
export interface Move<Node, Step> {
  readonly steps: ReadonlyArray<Step>
  readonly after: Node
}

/** A graph that is known by what leads out of each node. Nodes of one `identity` are the same. */
export interface Graph<Node, Step> {
  readonly moves: (node: Node) => ReadonlyArray<Move<Node, Step>>
  readonly identity: (node: Node) => string
}

const firstOfEach = <A>(identity: (a: A) => string, all: ReadonlyArray<A>): ReadonlyArray<A> =>
  all.filter((a, i) => all.findIndex((other) => identity(other) === identity(a)) === i)

/**
 * Searches breadth first. Answers with the steps of a path with the fewest moves to a goal, the first of them by the
 * order of moves; or, where no path leads there, with every node that can be reached.
 */
export const shortestPath =
  <Node, Step>({ moves, identity }: Graph<Node, Step>, isGoal: (node: Node) => boolean) =>
  (start: Node): E.Either<ReadonlyArray<Node>, ReadonlyArray<Step>> => {
    const from = (
      frontier: ReadonlyArray<Move<Node, Step>>,
      seen: ReadonlyMap<string, Node>
    ): E.Either<ReadonlyArray<Node>, ReadonlyArray<Step>> => {
      const found = frontier.find(({ after }) => isGoal(after))
      if (found !== undefined) return E.right(found.steps)
      if (frontier.length === 0) return E.left([...seen.values()])
      const next = frontier
        .flatMap((path) =>
          moves(path.after).map(({ steps, after }) => ({ steps: [...path.steps, ...steps], after }))
        )
        .filter(({ after }) => !seen.has(identity(after)))
      const fresh = firstOfEach(({ after }: Move<Node, Step>) => identity(after), next)
      return from(fresh, new Map([...seen, ...fresh.map(({ after }) => [identity(after), after] as const)]))
    }
    return from([{ steps: [], after: start }], new Map([[identity(start), start]]))
  }
