import * as E from 'fp-ts/lib/Either.js'

/** A step of the search: what is done, and where it leads. */
export interface Move<Node, Step> {
  readonly steps: ReadonlyArray<Step>
  readonly after: Node
}

/** A graph, given by the moves out of each node. Nodes of one `identity` are the same. */
interface Graph<Node, Step> {
  readonly moves: (node: Node) => ReadonlyArray<Move<Node, Step>>
  readonly identity: (node: Node) => string
}

const firstOfEach = <A>(identity: (a: A) => string, all: ReadonlyArray<A>): ReadonlyArray<A> =>
  all.filter((a, i) => all.findIndex((other) => identity(other) === identity(a)) === i)

/**
 * Searches breadth first. Right: the steps of a path to a goal with the fewest moves, the first such path in the order of
 * moves. Left: every node that can be reached, where no path leads to a goal.
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
