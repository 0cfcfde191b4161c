import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import { isUnderWay, type Graph, type Node } from '../Graph.js'
import { beginningsOf, neighbours, reached } from '../reach.js'
import type { Workflow } from '../Workflow.js'
import type { Finding } from './Finding.js'
import { assumedOn, pathTo, wayTo } from './path.js'

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
  const ofItself = graph.edges.filter(({ isDisturbed }) => !isDisturbed)
  const forward = neighbours(ofItself, 'from', 'to')
  const ends = nodes.flatMap(({ place }, number) => (isUnderWay(place) ? [] : [number]))
  const leaving = reached(ends, neighbours(ofItself, 'to', 'from'))
  const covered = new Set<number>()
  const found = new Map<string, Array<number>>()
  const loopOf = (number: number): ReadonlySet<number> => reached([number], forward)
  nodes.forEach((node, number) => {
    if (leaving.has(number) || covered.has(number) || !forward.has(number)) return
    const loop = loopOf(number)
    loop.forEach((one) => covered.add(one))
    const key = `${[...statesAmong(graph, loop)].sort().join('\n')}\n${storeText(node)}`
    found.set(key, [...(found.get(key) ?? []), number])
  })
  const beginnings = beginningsOf(graph)
  return [...found.values()].flatMap((numbers) => {
    const [first = 0] = numbers
    const node = nodes[first]
    if (node === undefined) return []
    const states = statesAmong(graph, loopOf(first))
    const way = wayTo(graph, first)
    return [
      {
        kind: 'endlessLoop',
        says: `While ${storeText(node)}, the execution goes round for ever: ${states.join(', ')}.`,
        state: states[0] ?? '',
        beginnings: beginnings(numbers, way),
        path: pathTo(way),
        assumes: assumedOn(way)
      }
    ]
  })
}
