import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import { isUnderWay, type Graph, type Node } from '../Graph.js'
import type { Workflow } from '../Workflow.js'
import type { Finding } from './Finding.js'
import { assumedOn, pathTo, wayTo } from './path.js'

type Neighbours = ReadonlyMap<number, ReadonlyArray<number>>

const neighbours = ({ edges }: Graph, end: 'from' | 'to'): Neighbours => {
  const found = new Map<number, Array<number>>()
  for (const edge of edges) {
    if (edge.isDisturbed) continue
    const [key, value] = end === 'from' ? [edge.from, edge.to] : [edge.to, edge.from]
    const before = found.get(key)
    if (before === undefined) found.set(key, [value])
    else before.push(value)
  }
  return found
}

const reached = (starts: ReadonlyArray<number>, next: Neighbours): ReadonlySet<number> => {
  const found = new Set(starts)
  for (const number of found) for (const other of next.get(number) ?? []) found.add(other)
  return found
}

const storeText = ({ situation }: Node): string => {
  const { stores } = situation.account
  if (stores.length === 0) return 'there is no store'
  return `the store is ${stores.map((store: CustomKeyStore) => store.ConnectionState).join(', ')}`
}

const statesAmong = ({ nodes }: Graph, numbers: Iterable<number>): ReadonlyArray<string> => [
  ...new Set(
    [...numbers].flatMap((number) => {
      const place = nodes[number]?.place
      return place !== undefined && isUnderWay(place) ? [place.at] : []
    })
  )
]

/**
 * Loops that cannot be left: nodes from which no end can be reached by anything but a failure of a service. Where only part of
 * the graph is known, or the execution has a time limit, nothing can be said.
 */
export const loopFindings = (workflow: Workflow, graph: Graph): ReadonlyArray<Finding> => {
  const { nodes, isWhole } = graph
  if (!isWhole || workflow.isLimited) return []
  const forward = neighbours(graph, 'from')
  const ends = nodes.flatMap(({ place }, number) => (isUnderWay(place) ? [] : [number]))
  const leaving = reached(ends, neighbours(graph, 'to'))
  const covered = new Set<number>()
  const found = new Map<string, Finding>()
  nodes.forEach((node, number) => {
    if (leaving.has(number) || covered.has(number) || !forward.has(number)) return
    const loop = reached([number], forward)
    loop.forEach((one) => covered.add(one))
    const states = statesAmong(graph, loop)
    const where = storeText(node)
    const key = `${[...states].sort().join('\n')}\n${where}`
    const before = found.get(key)
    const beginnings = [...new Set([...(before?.beginnings ?? []), node.beginning.name])]
    if (before !== undefined) {
      found.set(key, { ...before, beginnings })
      return
    }
    const way = wayTo(graph, number)
    const [state = ''] = states
    found.set(key, {
      kind: 'endlessLoop',
      says: `While ${where}, the execution goes round for ever: ${states.join(', ')}.`,
      state,
      beginnings,
      path: pathTo(way),
      assumes: assumedOn(way)
    })
  })
  return [...found.values()]
}
