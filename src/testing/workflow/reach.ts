import type { Edge, Graph, Node } from './Graph.js'

type Neighbours = ReadonlyMap<number, ReadonlyArray<number>>

/** What lies at the other end of each step. */
export const neighbours = (
  edges: ReadonlyArray<Edge>,
  from: 'from' | 'to',
  to: 'from' | 'to'
): Neighbours => {
  const found = new Map<number, Array<number>>()
  for (const edge of edges) {
    const before = found.get(edge[from])
    if (before === undefined) found.set(edge[from], [edge[to]])
    else before.push(edge[to])
  }
  return found
}

/** Some nodes, and all that can be reached from them. */
export const reached = (starts: Iterable<number>, next: Neighbours): ReadonlySet<number> => {
  const found = new Set(starts)
  for (const number of found) for (const other of next.get(number) ?? []) found.add(other)
  return found
}

/** The names of the beginnings from which executions come to some of the nodes, that of the way which is shown first. */
export const beginningsOf = ({
  nodes,
  edges
}: Graph): ((numbers: Iterable<number>, way: ReadonlyArray<Node>) => ReadonlyArray<string>) => {
  const back = neighbours(edges, 'to', 'from')
  return (numbers, way) => {
    const origins = [...reached(numbers, back)].filter((number) => nodes[number]?.from === undefined)
    const names = origins.sort((a, b) => a - b).flatMap((number) => nodes[number]?.beginning.name ?? [])
    return [...new Set([...way.slice(0, 1).map(({ beginning }) => beginning.name), ...names])]
  }
}
