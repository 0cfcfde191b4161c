import { connectionStates } from '../../../model/ConnectionState.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../../../model/ConnectionErrorCode.js'
import { isUnderWay, type Graph } from '../Graph.js'
import { isEnded, type Ended, type Thread } from '../Thread.js'
import { textOf } from '../Value.js'
import { nextOf, type Machine, type State, type Workflow } from '../Workflow.js'
import type { Finding } from './Finding.js'

const placesIn = (one: Thread | Ended): ReadonlyArray<string> =>
  isEnded(one) ? [] : [`${one.machine} ${one.at}`, ...(one.inside ?? []).flatMap(placesIn)]

const knownNames: ReadonlyArray<string> = [
  ...connectionStates,
  ...Object.keys(CloudHsmConnectionErrorCode.keys),
  ...Object.keys(ExternalConnectionErrorCode.keys),
  'Exception'
]

/** Whether a rule asks for something that KMS can say, if not here: it may stand there out of caution. */
const isCautious = (rule: unknown): boolean => {
  const text = textOf(rule as never)
  return knownNames.some((name) => text.includes(name))
}

/**
 * Where an execution may go, seen or not: a state may be done where this one was not, a Catch takes errors of all kinds, and a
 * Default stands there out of caution. Only the rules of a Choice can be told never to hold.
 */
const mayFollow = (state: State, isVisited: boolean): ReadonlyArray<string> =>
  nextOf(isVisited ? { ...state, choices: state.choices.filter(({ rule }) => isCautious(rule)) } : state)

const machineFindings = (
  id: string,
  { states }: Machine,
  visited: ReadonlySet<string>
): ReadonlyArray<Finding> => {
  const isVisited = (name: string): boolean => visited.has(`${id} ${name}`)
  const reached = new Set([...states.keys()].filter(isVisited))
  for (const name of reached) {
    const state = states.get(name)
    if (state !== undefined) mayFollow(state, isVisited(name)).forEach((next) => reached.add(next))
  }
  return [...states.keys()]
    .filter((name) => !reached.has(name))
    .map((name) => ({
      kind: 'unreachableState',
      says: `No execution comes to ${name}, whatever KMS answers.`,
      state: name,
      beginnings: [],
      path: [],
      assumes: []
    }))
}

/** States that nothing leads to; those inside of a Parallel or Map that nothing leads to are not told again. */
export const unreachableFindings = (
  { machines }: Workflow,
  { nodes, isWhole }: Graph
): ReadonlyArray<Finding> => {
  if (!isWhole) return []
  const visited = new Set(nodes.flatMap(({ place }) => (isUnderWay(place) ? placesIn(place) : [])))
  const isEntered = (id: string): boolean =>
    id === '' || [...visited].some((place) => place.startsWith(`${id} `))
  return [...machines].flatMap(([id, machine]) =>
    isEntered(id) ? machineFindings(id, machine, visited) : []
  )
}
