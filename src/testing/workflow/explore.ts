import { identityOf, type Situation } from '../Situation.js'
import type { Beginning } from './beginnings.js'
import { isUnderWay, type Edge, type Graph, type Node, type Place } from './Graph.js'
import { moves } from './moves.js'
import { begun, isEnded, textOfThread, type Result, type World } from './Thread.js'
import { widening } from './widened.js'
import { wishesAfter, type Wish } from './wishes.js'

/** More nodes than any workflow of thirty states was seen to need; beyond it, the check says that it did not see all. */
export const mostNodes = 40_000

const placeOf = (result: Result): Place => {
  if (result.is === 'goes') return result.to
  return result.is === 'ends' ? { output: result.output } : { failed: result.error }
}

/** Ends are all alike but for what is said of them. */
const textOf = (place: Place): string => {
  if ('failed' in place) return `!${place.failed.names.join()} ${place.failed.cause}`
  return isEnded(place) ? '=' : textOfThread(place)
}

const wishText = ({ operation, about, state, refused = '' }: Wish): string =>
  `${operation} ${about} ${state} ${refused}`

/** Goes from node to node, the nearest first, until all are known. */
export const explore = (
  world: World,
  beginnings: ReadonlyArray<Beginning>,
  most: number = mostNodes
): Graph => {
  const nodes: Array<Node> = []
  const edges: Array<Edge> = []
  const known = new Map<string, number>()
  const widen = widening()
  let isWhole = true
  const numberOf = (node: Node, state = ''): number => {
    const { place, situation, wishes } = node
    const text = [textOf(place), state, identityOf(situation), ...wishes.map(wishText)].join('\n')
    const before = known.get(text)
    if (before !== undefined) return before
    known.set(text, nodes.length)
    return nodes.push(node) - 1
  }
  for (const beginning of beginnings) {
    const place = begun(world, '', world.executionInput)
    numberOf({ place, situation: beginning.situation, wishes: [], beginning, from: undefined })
  }
  const visited = new Set<string>()
  const from = (number: number, { place, situation, wishes, beginning }: Node): void => {
    if (!isUnderWay(place)) return
    for (const { result, situation: after, deed } of moves(world)(place, situation)) {
      const reached = placeOf(result)
      const isNew = isUnderWay(reached)
      const node: Node = {
        place: isNew ? widened(reached, after) : reached,
        situation: after,
        wishes: wishesAfter(wishes, deed),
        beginning,
        from: { node: number, deed }
      }
      edges.push({ from: number, to: numberOf(node, isNew ? '' : deed.state), isDisturbed: deed.isDisturbed })
    }
  }
  /** What was there before is no new data. */
  const widened = (place: Parameters<typeof widen>[0], situation: Situation) => {
    const text = `${textOfThread(place)} ${identityOf(situation)}`
    if (visited.has(text)) return place
    const wide = widen(place, situation)
    visited.add(`${textOfThread(wide)} ${identityOf(situation)}`)
    return wide
  }
  for (let number = 0; number < nodes.length; number += 1) {
    if (nodes.length > most) {
      isWhole = false
      break
    }
    from(number, nodes[number] as Node)
  }
  return { nodes, edges, isWhole }
}
