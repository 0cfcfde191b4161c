import { isUnderWay, type Edge, type Graph, type Place } from '../Graph.js'
import { integrated } from '../kmsTask.js'
import { beginningsOf } from '../reach.js'
import { stateOf, type Thread, type World } from '../Thread.js'
import { resourceOf } from '../Workflow.js'
import type { Finding } from './Finding.js'
import { assumedOn, pathTo, wayTo } from './path.js'

/** Whether a state takes no time of its own: what a function does nobody knows, and it may well wait. */
const isQuick = (world: World, thread: Thread): boolean => {
  const state = stateOf(world, thread)
  if (state === undefined || thread.inside !== undefined) return false
  const isOfKms = state.type === 'Task' && integrated(resourceOf(state)) !== undefined
  return isOfKms || state.type === 'Choice' || state.type === 'Pass'
}

/** A retrier waits before it tries again. */
const isRetry = (from: Thread, to: Place): boolean =>
  isUnderWay(to) && from.at === to.at && to.retried.some((count) => count > 0)

/** The steps without those that lead only to where no step goes on, from the ends backward. */
const goingOn = (
  edges: ReadonlyArray<Edge>,
  ahead: 'from' | 'to',
  behind: 'from' | 'to'
): ReadonlyArray<Edge> => {
  const left = new Map<number, number>()
  const arriving = new Map<number, Array<Edge>>()
  for (const edge of edges) {
    left.set(edge[behind], (left.get(edge[behind]) ?? 0) + 1)
    const before = arriving.get(edge[ahead])
    if (before === undefined) arriving.set(edge[ahead], [edge])
    else before.push(edge)
  }
  const ended = [...arriving.keys()].filter((number) => !left.has(number))
  const gone = new Set<Edge>()
  for (let number = ended.pop(); number !== undefined; number = ended.pop()) {
    for (const edge of arriving.get(number) ?? []) {
      gone.add(edge)
      const count = (left.get(edge[behind]) ?? 0) - 1
      left.set(edge[behind], count)
      if (count === 0) ended.push(edge[behind])
    }
  }
  return edges.filter((edge) => !gone.has(edge))
}

/** The steps that are part of a circle, or lie between two. */
const circling = (edges: ReadonlyArray<Edge>): ReadonlyArray<Edge> =>
  goingOn(goingOn(edges, 'to', 'from'), 'from', 'to')

/** Loops that ask KMS again and again as fast as they can, each by the states that it goes through. */
export const busyLoopFindings = (world: World, graph: Graph): ReadonlyArray<Finding> => {
  const { nodes, edges } = graph
  const quick = edges.filter(({ from, to, isDisturbed }) => {
    const [place, next] = [nodes[from]?.place, nodes[to]?.place]
    if (isDisturbed || place === undefined || next === undefined || !isUnderWay(place)) return false
    return isQuick(world, place) && !isRetry(place, next)
  })
  const circles = circling(quick)
  const [first] = circles
  if (first === undefined) return []
  const places = circles.flatMap(({ from }) => {
    const place = nodes[from]?.place
    return place !== undefined && isUnderWay(place) ? [place] : []
  })
  const states = [...new Set(places.map(({ at }) => at))]
  const asks = places.find((place) => stateOf(world, place)?.type === 'Task')?.at
  if (asks === undefined) return []
  const way = wayTo(graph, first.from)
  return [
    {
      kind: 'busyLoop',
      says: `${states.join(', ')}: the execution goes round here without a Wait, and ${asks} asks KMS each time.`,
      state: asks,
      beginnings: beginningsOf(graph)(
        circles.map(({ from }) => from),
        way
      ),
      path: pathTo(way),
      assumes: assumedOn(way)
    }
  ]
}
