import type { Edge, Graph } from './Graph.js'

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

/** The names of the beginnings from which executions come to some of the nodes, in their order. */
export const beginningsOf = ({
  nodes,
  edges
}: Graph): ((numbers: Iterable<number>) => ReadonlyArray<string>) => {
  const back = neighbours(edges, 'to', 'from')
  return (numbers) => {
    const origins = [...reached(numbers, back)].filter((number) => nodes[number]?.from === undefined)
    return [
      ...new Set(origins.sort((a, b) => a - b).flatMap((number) => nodes[number]?.beginning.name ?? []))
    ]
  }
}
