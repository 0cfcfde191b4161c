import * as E from 'fp-ts/lib/Either.js'
import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import type { Situation } from '../../Situation.js'
import { isFailed, isUnderWay, type Graph, type Node } from '../Graph.js'
import { beginningsOf } from '../reach.js'
import { statesOf, type Workflow } from '../Workflow.js'
import { isChange, unfulfilled, type Wish } from '../wishes.js'
import type { Finding } from './Finding.js'
import type { FindingKind } from './findingKinds.js'
import { assumedOn, pathTo, ruleOf, wayTo } from './path.js'

/** What is wrong at one end, and what tells it from other faults. */
interface Fault {
  readonly kind: FindingKind
  readonly state: string
  readonly says: string
  readonly mark: string
}

const stateText = ({ account: { stores } }: Situation): string =>
  stores.length === 0
    ? 'there is no store'
    : `the store is ${stores.map((store: CustomKeyStore) => store.ConnectionState).join(', ')}`

const hasChanged = (way: ReadonlyArray<Node>): boolean =>
  way.some(({ from }) => {
    const { call, reply } = from?.deed ?? {}
    return call !== undefined && reply !== undefined && isChange(call.operation) && E.isRight(reply)
  })

const failing = (workflow: Workflow, node: Node, way: ReadonlyArray<Node>): ReadonlyArray<Fault> => {
  const { from, situation } = node
  if (from === undefined) return []
  const { state, call, reply, error, isDisturbed } = from.deed
  const type = statesOf(workflow).find(({ name }) => name === state)?.type
  if (type === undefined || type === 'Fail') return []
  if (call !== undefined && reply !== undefined && E.isLeft(reply)) {
    const { name } = reply.left
    if (isDisturbed) {
      const says = `When ${call.operation} in ${state} fails for a reason of KMS itself, as with ${name}, it is neither tried again nor caught.`
      return [{ kind: 'serviceFailure', state, says, mark: '' }]
    }
    const isWrong = name === 'ValidationException'
    const kind = isWrong || hasChanged(way) ? 'refusedRequest' : 'uncaughtError'
    const when = isWrong ? '' : ` while ${stateText(situation)}`
    const says = `${state} sends ${call.operation}${when}. KMS refuses it with ${name}, which nothing catches.`
    return [{ kind, state, says, mark: name }]
  }
  if (error === undefined) return []
  const [name = 'an error'] = error.names
  return type === 'Choice'
    ? [
        {
          kind: 'unexpectedState',
          state,
          mark: name,
          says: `While ${stateText(situation)}, ${state} fails with ${name}: ${error.cause}.`
        }
      ]
    : [
        {
          kind: 'uncaughtError',
          state,
          mark: name,
          says: `While ${stateText(situation)}, ${state} fails with ${name}, which nothing catches: ${error.cause}.`
        }
      ]
}

const wished = ({ operation, state, refused }: Wish, situation: Situation): Fault =>
  refused === undefined
    ? {
        kind: 'notReached',
        state,
        mark: operation,
        says: `The execution succeeds while ${stateText(situation)}, though ${state} has asked for ${operation}.`
      }
    : {
        kind: 'swallowedRefusal',
        state,
        mark: operation,
        says: `The execution succeeds though KMS refused the ${operation} of ${state} with ${refused}: ${stateText(situation)}.`
      }

const faultsAt = (workflow: Workflow, node: Node, way: () => ReadonlyArray<Node>): ReadonlyArray<Fault> => {
  if (isUnderWay(node.place)) return []
  return isFailed(node.place)
    ? failing(workflow, node, way())
    : unfulfilled(node.wishes, node.situation).map((wish) => wished(wish, node.situation))
}

/** As many ways to one fault are looked at. */
const mostCompared = 50

/** Of the shortest ways to some nodes, the one on which the least goes otherwise than smoothly. */
const plainest = (graph: Graph, numbers: ReadonlyArray<number>): ReadonlyArray<Node> => {
  const choicesOn = (way: ReadonlyArray<Node>): number =>
    way.reduce((count, { from }) => count + (from?.deed.choices.length ?? 0), 0)
  const ways = numbers.slice(0, mostCompared).map((number) => wayTo(graph, number))
  return [...ways].sort((a, b) => a.length - b.length || choicesOn(a) - choicesOn(b))[0] ?? []
}

/** What is wrong where executions end: each fault once, by the shortest way to it. */
export const endFindings = (workflow: Workflow, graph: Graph): ReadonlyArray<Finding> => {
  const found = new Map<string, { readonly fault: Fault; readonly numbers: Array<number> }>()
  graph.nodes.forEach((node, number) => {
    for (const fault of faultsAt(workflow, node, () => wayTo(graph, number))) {
      const key = `${fault.kind} ${fault.state} ${fault.mark}`
      const before = found.get(key)
      if (before === undefined) found.set(key, { fault, numbers: [number] })
      else before.numbers.push(number)
    }
  })
  const beginnings = beginningsOf(graph)
  return [...found.values()].flatMap(({ fault: { kind, state, mark }, numbers }) => {
    const way = plainest(graph, numbers)
    const node = way.at(-1)
    if (node === undefined) return []
    const fault = faultsAt(workflow, node, () => way).find(
      (one) => one.kind === kind && one.state === state && one.mark === mark
    )
    const last = node.from
    const rule = last === undefined ? undefined : ruleOf(last.deed)
    return {
      kind,
      says: fault?.says ?? '',
      state,
      beginnings: beginnings(numbers, way),
      path: pathTo(way),
      ...(rule && { rule }),
      assumes: assumedOn(way)
    }
  })
}
